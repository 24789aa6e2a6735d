import { Refusal, type Tx } from '#platform';
import type { AgreementRow } from './agreement-row.js';
import { endAfter, modelAfter } from './change-steps.rules.js';
import { models } from './models.rules.js';
import type { ChangeStep } from './steps.js';

/**
 * Another end that a coming version brings holds from now on for whoever asks how long a place is there, and its model
 * for whoever counts the days after. Answers the end, where it is another.
 */
export async function announceTerms(tx: Tx, { id, endsOn }: Pick<AgreementRow, 'id' | 'endsOn'>, { versionId, from, steps }: { readonly versionId: string; readonly from: string; readonly steps: readonly ChangeStep[] }): Promise<string | null | undefined> {
  const to = endAfter(steps);
  const model = modelAfter(steps);
  if (model && models[model].promisesSlots) await tx.run('update agreement set becomes = $2, becomes_on = $3 where id = $1', [id, model, from]);
  if (to === undefined || to === endsOn) return undefined;
  await tx.run('update agreement set goes_with = $2, stays_until = ends_on, ends_on = $3 where id = $1', [id, versionId, to]);
  return to;
}

/** As it was before it was announced. Answers whether it was. */
export const takeBackEnd = (tx: Tx, agreementId: string): Promise<number> =>
  tx.run('update agreement set ends_on = stays_until, goes_with = null, stays_until = null where id = $1 and goes_with is not null', [agreementId]);
export const takeBackModel = (tx: Tx, agreementId: string): Promise<number> => tx.run('update agreement set becomes = null, becomes_on = null where id = $1 and becomes is not null', [agreementId]);

/** Two ends at once nobody could tell apart. @throws 409 `agreement.end-coming` */
export async function refuseEndComing(tx: Tx, agreementId: string): Promise<void> {
  if (await tx.row('select 1 from agreement where id = $1 and goes_with is not null', [agreementId])) throw new Refusal('agreement.end-coming');
}
