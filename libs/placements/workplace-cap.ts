import { carriedSql, placedSql } from '#openings';
import { Refusal, type Actor, type Tx } from '#platform';
import { worded } from './refuse-conflict.js';

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
