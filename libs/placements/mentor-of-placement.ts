import { Refusal, type Tx } from '#platform';
import type { LockedReservation } from '#openings';

export interface ChosenMentor {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** How many trainees the mentor carries in the same days already, and how many at most. */
  readonly load: number;
  readonly accepts: number;
  readonly trained: boolean;
  /** Paused on the first day. */
  readonly away: boolean;
  /** First day no longer mentor. */
  readonly activeUntil: string | null;
}

/** Under these models nobody starts without a named mentor: 2 at the first match, 4 before a trainee is there. */
const modelsThatNeedOne: readonly (string | null)[] = ['standing', 'cluster'];
export const needsMentor = (model: string | null): boolean => modelsThatNeedOne.includes(model);

/** In a cluster each workplace has its own mentor; under the other models one of the agreement's does, wherever employed. */
const mentorSql = `
select m.id, m.name, m.email, m.phone, m.accepts, m.active_until as "activeUntil", away.now as away,
       m.trained_on is not null and m.trained_on <= $4::date and (m.trained_until is null or m.trained_until > $4::date) as trained,
       (select count(*) from placement p
         where p.organisation_id = m.organisation_id and p.mentor_id = m.id and p.cancelled_at is null
           and p.period && daterange($4::date, $5::date) and p.id is distinct from $7::uuid) as load
  from mentor m
  left join slot s on s.organisation_id = m.organisation_id and s.id = $2
  left join agreement_mentor am on am.organisation_id = m.organisation_id and am.mentor_id = m.id and am.agreement_id = s.agreement_id
 cross join lateral (
       select exists (select from mentor_pause z
                       where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null
                         and z.starts_on <= $4::date and (z.ends_on is null or z.ends_on > $4::date)) as now) away
 where (m.workplace_id = $1 or (am.mentor_id is not null and s.model <> 'cluster')
        or exists (select from mentor_workplace mw
                    where mw.organisation_id = m.organisation_id and mw.mentor_id = m.id and mw.workplace_id = $1
                      and mw.starts_on <= $4::date and (mw.ends_on is null or mw.ends_on > $4::date)))
   and m.active_from <= $4::date and (m.active_until is null or m.active_until > $4::date)
   and ($6::uuid is null or m.id = $6)
 order by m.id = $3::uuid desc nulls last, away.now, am.mentor_id is not null desc, m.workplace_id = $1 desc, m.active_from, m.id
 limit 1`;

export type MentorSought = Pick<LockedReservation, 'workplaceId' | 'slotId' | 'mentorId' | 'from' | 'until'>;

/** The one named now, else the opening's, the agreement's, the workplace's, as long as active on the first day. */
export function findMentor(
  tx: Tx,
  { workplaceId, slotId, mentorId, from, until }: MentorSought,
  named?: string,
  /** A placement that is not counted into the mentor's load: the one that moves. */
  except?: string,
): Promise<ChosenMentor | undefined> {
  return tx.row<ChosenMentor>(mentorSql, [workplaceId, slotId, mentorId, from, until, named ?? null, except ?? null]);
}

/**
 * Who will be mentor of the placement. Refuses `placement.mentor-unknown` (422) for a named one that is not active there
 * on the first day, and `agreement.mentor-needed`.
 */
export async function mentorOfPlacement(
  tx: Tx,
  reservation: LockedReservation,
  named?: string,
): Promise<ChosenMentor | undefined> {
  const chosen = await findMentor(tx, reservation, named);
  // Two who give the same mentor somebody at once stand in line here, so that the second hears that the mentor is full.
  if (chosen) await tx.run('select from mentor where id = $1 for no key update', [chosen.id]);
  const mentor = chosen && (await findMentor(tx, reservation, chosen.id));
  if (named && !mentor) throw new Refusal('placement.mentor-unknown', { status: 422 });
  if (!mentor && needsMentor(reservation.model)) throw new Refusal('agreement.mentor-needed');
  return mentor;
}
