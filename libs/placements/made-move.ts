import type { Tx } from '#platform';

/** The move that made a segment, as far as it can be taken back: where the citizen came from, and how it was there. */
export interface MadeMove {
  readonly placementId: string;
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly mentorId: string | null;
  /** The first day after, before the move. */
  readonly until: string;
  /** The citizen was there already, and the move is not of today. */
  readonly late: boolean;
  /** Somebody has changed the new segment, or written something about it. */
  readonly builtOn: boolean;
}

/** A change of the segment counts its version up; what is written beside it does not. */
const madeSql = `
select o.id as "placementId", o.slot_id as "slotId", o.workplace_id as "workplaceId", o.mentor_id as "mentorId", n.before_move->>'until' as until,
       n.starts_on < $2::date and (n.created_at at time zone 'Europe/Copenhagen')::date < $2::date as late,
       n.version > 1 or exists (select from work_agreement k where k.organisation_id = n.organisation_id and k.placement_id = n.id)
         or exists (select from pulse k where k.organisation_id = n.organisation_id and k.placement_id = n.id) as "builtOn"
  from placement n
  join placement o on o.organisation_id = n.organisation_id and o.id = n.continues_id
 where n.id = $1 and n.before_move is not null`;

/** Undefined: the segment was not made by a move, or by one from before such things were kept. */
export const madeMove = (tx: Tx, placementId: string): Promise<MadeMove | undefined> => tx.row<MadeMove>(madeSql, [placementId, tx.today]);
