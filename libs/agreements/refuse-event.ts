import { addDays, Refusal, type Tx } from '#platform';
import type { AgreementRow } from './agreement-row.js';
import { hindrance, type AgreementEvent } from './life.rules.js';
import { lifeOf } from './life.queries.js';
import { agreementState, endingSoonDays } from './state.rules.js';

/** Refuses with 409 `agreement.<why>` what may not happen to a locked agreement as it stands today. */
export async function refuseEvent(tx: Tx, row: AgreementRow, event: AgreementEvent): Promise<void> {
  const life = await lifeOf(tx, row.id);
  const state = agreementState({ ...row, ...life, awaiting: life.acceptance?.state === 'asked' }, tx.today, addDays(tx.today, endingSoonDays));
  const why = hindrance(row.model, event, state);
  if (why) throw new Refusal(`agreement.${why}`);
}
