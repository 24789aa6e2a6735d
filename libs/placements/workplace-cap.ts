import { Refusal, type Actor, type Tx } from '#platform';
import { worded } from './refuse-conflict.js';

const ofAgreement = 's.agreement_id = coalesce((select agreement_id from slot where id = $2), $3::uuid)';
const placedSql = `
  select p.starts_on, p.ends_on
    from placement p
    join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
   where p.workplace_id = $1 and p.cancelled_at is null and p.id is distinct from $4::uuid and p.starts_on < $6::date and p.ends_on > $5::date and ${ofAgreement}`;

/**
 * Everybody whom the same agreement has at the workplace in those days, or keeps a place there for: $1 workplace, $2 slot,
 * $3 agreement, $4 who is not counted, $5 from, $6 until.
 */
export const thereSql = `
with there as (${placedSql}
   union all
  select r.from_date, r.until_date
    from reservation r
    join slot s on s.organisation_id = r.organisation_id and s.id = r.slot_id
   where s.workplace_id = $1 and r.ended_at is null and r.seat is not null and r.from_date < $6::date and r.until_date > $5::date and ${ofAgreement}
)`;

/** The most of them at once: there are never more than on a day when one of them begins. */
export const carriedSql = `
(select coalesce(max(at_once.n), 0)
   from (select count(*) as n
           from (select d.starts_on as day from there d where d.starts_on > $5::date union select $5::date) days
           join there t on t.starts_on <= days.day and t.ends_on > days.day
          group by days.day) at_once)`;

interface Wanted {
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly from: string;
  readonly until: string;
}

/**
 * What an agreement allows at a workplace, and what a mentor carries, is counted: two who come at once wait for each
 * other here, and the second hears what the first left. Under the openings' locks.
 */
export async function lockDestination(tx: Tx, { slotId, workplaceId }: { readonly slotId: string | null; readonly workplaceId: string | null }): Promise<void> {
  await Promise.all([
    tx.run('select from agreement_workplace where workplace_id = $2 and agreement_id = (select agreement_id from slot where id = $1) for no key update', [slotId, workplaceId]),
    tx.run(
      `select from mentor
        where workplace_id = $1 or id in (select mentor_id from mentor_workplace where workplace_id = $1)
        order by id for no key update`,
      [workplaceId],
    ),
  ]);
}

/** A pooled place that went along to another workplace counts there; who answers first of two that are reserved comes. @throws 409 `placement.cap-reached` */
export async function refuseOverCap(tx: Tx, actor: Actor, { slotId, workplaceId, from, until }: Wanted): Promise<void> {
  if (!slotId) return;
  const { cap } = (await tx.row<{ cap: number | null }>(
    `select aw.slot_cap as cap from agreement_workplace aw
      where aw.workplace_id = $2 and aw.agreement_id = (select agreement_id from slot where id = $1) for no key update`,
    [slotId, workplaceId],
  )) ?? { cap: null };
  if (cap === null) return;
  const { carried } = await tx.one<{ carried: number }>(`with there as (${placedSql}) select ${carriedSql} as carried`, [workplaceId, slotId, null, null, from, until]);
  if (carried >= cap) throw new Refusal('placement.cap-reached', { params: worded(actor, { n: cap }), extra: { n: cap } });
}
