import type { Actor, Idempotency } from './actor.js';
import { isLockTimeout } from './database-errors.js';
import { Refusal } from './refusal.js';
import type { Tx } from './tx.js';

const owner = (actor: Actor): string => actor.userId ?? actor.mentorId ?? actor.kind;

/**
 * Takes the key for this transaction. Promises false when an earlier request has it; a request that is still running
 * is waited for up to the lock timeout, then refused with `idempotency.in-progress` (409): its answer is not there yet.
 */
export async function claimKey(tx: Tx, actor: Actor, idempotency: Idempotency): Promise<boolean> {
  const { key, operation, fingerprint } = idempotency;
  const inserted = await tx
    .run(
      `insert into idempotency_key (organisation_id, actor, operation, key, fingerprint, created_at)
       values (app_organisation(), $1, $2, $3, $4, $5) on conflict do nothing`,
      [owner(actor), operation, key, fingerprint, tx.now],
    )
    .catch((error: unknown) => {
      if (!isLockTimeout(error)) throw error;
      throw new Refusal('idempotency.in-progress', { retryAfterSeconds: 2 });
    });
  return inserted === 1;
}

/** The answer that the key's first request got. Another body under the same key is refused with 422. */
export async function answerOfKey<T>(tx: Tx, actor: Actor, { key, operation, fingerprint }: Idempotency): Promise<T> {
  const saved = await tx.one<{ fingerprint: string; answer: T }>(
    'select fingerprint, answer from idempotency_key where actor = $1 and operation = $2 and key = $3',
    [owner(actor), operation, key],
  );
  if (saved.fingerprint !== fingerprint) throw new Refusal('idempotency.other-body', { status: 422 });
  return saved.answer;
}

export async function keepAnswer(tx: Tx, actor: Actor, { key, operation }: Idempotency, answer: unknown): Promise<void> {
  await tx.run('update idempotency_key set answer = $4 where actor = $1 and operation = $2 and key = $3', [
    owner(actor),
    operation,
    key,
    JSON.stringify(answer ?? null),
  ]);
}
