import { outbox, type Actor, type Tx } from '#platform';

/** What happened to a placement that its mentors, and the consultant whose citizen it is, should know of. */
export interface ToldChange {
  readonly what: 'moved' | 'extended' | 'ended' | 'taken-back';
  /** Where the citizen is now; for `ended` where they were. */
  readonly placementId: string;
  /** Of a move the segment that was left, of one taken back the one that is no more. */
  readonly otherId?: string;
}

interface Concerned {
  readonly here: string | null;
  readonly there: string | null;
  readonly owner: string | null;
}

/** The one who reserved is told of an early end already (mail.placement-stopped). */
const concernedSql = `
select p.mentor_id as here, o.mentor_id as there,
       case when $3 and r.reserved_by = coalesce(k.owner_user_id, r.reserved_by) then null else coalesce(k.owner_user_id, r.reserved_by) end as owner
  from placement p
  left join placement o on o.organisation_id = p.organisation_id and o.id = $2
  left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
 where p.id = $1`;

/** Tells the mentor who has the citizen now, the one who had, and the owner unless it is they who did it: a mail each. */
export async function tellOfChange(tx: Tx, actor: Actor, { what, placementId, otherId }: ToldChange): Promise<void> {
  const { here, there, owner } = await tx.one<Concerned>(concernedSql, [placementId, otherId ?? null, what === 'ended']);
  const tell = (ids: Readonly<Record<string, string>>, about = placementId): Promise<void> =>
    outbox(tx, 'mail.placement-changed', about, { what, ...(actor.userId && { by: actor.userId }), ...ids });
  if (here) await tell({ mentor: here });
  if (there && there !== here && otherId) await tell({ mentor: there, what: what === 'moved' ? 'moved-away' : 'taken-back-away' }, otherId);
  if (owner && owner !== actor.userId) await tell({ owner });
}
