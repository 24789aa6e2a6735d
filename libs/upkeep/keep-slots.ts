import type { Actor, Tx } from '#platform';
import { keepCalls } from './calls.js';
import { keepRefills } from './refills.js';

/**
 * What the models ask for about these slots, in step with how they stand now. Call it last in the transaction of whatever
 * reserves, answers, places, stops or moves, under the openings' locks. An opening outside any agreement is no slot, and nothing is asked about it.
 */
export async function keepSlots(tx: Tx, actor: Actor, slotIds: readonly (string | null)[]): Promise<void> {
  const ids = slotIds.filter((id) => id !== null);
  if (ids.length === 0) return;
  // Below a cap over all of an agreement's places, who is taken decides which others are to be filled.
  const { all } = await tx.one<{ all: string[] }>('select with_capped_siblings(array(select id from slot where id = any ($1::uuid[]))) as all', [ids]);
  if (all.length === 0) return;
  await Promise.all([keepRefills(tx, actor, all), keepCalls(tx, actor, ids)]);
}
