import type { Actor, Tx } from '#platform';
import { keepCalls } from './calls.js';
import { keepRefills } from './refills.js';

/**
 * What the models ask for about these slots, in step with how they stand now. Call it last in the transaction of whatever
 * reserves, answers, places, stops or moves, under the openings' locks; slots only (null of a shared opening is fine).
 */
export async function keepSlots(tx: Tx, actor: Actor, slotIds: readonly (string | null)[]): Promise<void> {
  const ids = slotIds.filter((id) => id !== null);
  if (ids.length === 0) return;
  await Promise.all([keepRefills(tx, actor, ids), keepCalls(tx, actor, ids)]);
}
