import type { Tx } from '#platform';
import type { Days } from './change.rules.js';
import type { StandingPlacement } from './lock-placement.js';

const freeSlotSql = `
select s.id
  from slot s
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
  join agreement_workplace aw on aw.organisation_id = s.organisation_id and aw.agreement_id = a.id and aw.workplace_id = s.workplace_id
 where s.agreement_id = $1 and s.workplace_id = $2 and greatest(s.starts_on, a.starts_on) <= $3::date
   and (s.ends_on is null or s.ends_on >= $4::date)
   and not exists (select from placement p
                    where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.id <> $5
                      and p.starts_on < $4::date and p.ends_on > $3::date)
   and not exists (select from reservation r
                    where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null
                      and r.from_date < $4::date and r.until_date > $3::date)
 order by s.number limit 1`;

/**
 * Which slot a citizen has at another member workplace: a free one that stands there, else the own one when slots are
 * pooled (the place goes along with the citizen), else none. Null too for a workplace outside the cluster.
 */
export async function slotForRotation(tx: Tx, placement: StandingPlacement, workplaceId: string, { from, until }: Days): Promise<string | null> {
  const { agreementId, cluster, pooled, slotId, id } = placement;
  if (!cluster || !agreementId) return null;
  const free = await tx.row<{ id: string }>(freeSlotSql, [agreementId, workplaceId, from, until, id]);
  return free?.id ?? (pooled ? slotId : null);
}

/** Every slot a rotation may come to: locked before one is chosen. */
export async function slotsOfRotation(tx: Tx, placementId: string, workplaceId: string): Promise<string[]> {
  const slots = await tx.rows<{ id: string }>(
    'select id from slot where workplace_id = $2 and agreement_id = (select s.agreement_id from placement p join slot s on s.id = p.slot_id where p.id = $1)',
    [placementId, workplaceId],
  );
  return slots.map(({ id }) => id);
}
