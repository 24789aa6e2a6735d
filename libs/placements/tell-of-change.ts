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

const primarySql = `
select r.user_id as "userId" from citizen_role r
 where r.citizen_id = $1 and r.is_primary and r.valid @> $3::date
   and not exists (select from citizen_role o where o.organisation_id = r.organisation_id and o.citizen_id = r.citizen_id and o.user_id = $2 and o.valid @> $3::date)`;

interface Placed {
  readonly citizenId: string;
  readonly placementId: string;
  readonly reservedBy: string;
}

/** A yes to somebody who is not around the citizen (they reserved before the citizen was known, or covered): the primary contact is told, unless it is they who wrote it down. */
export async function tellPrimary(tx: Tx, actor: Actor, { citizenId, placementId, reservedBy }: Placed): Promise<void> {
  const primary = await tx.row<{ userId: string }>(primarySql, [citizenId, reservedBy, tx.today]);
  if (primary && primary.userId !== actor.userId) await outbox(tx, 'mail.placement-changed', placementId, { what: 'placed', owner: primary.userId, by: reservedBy });
}
