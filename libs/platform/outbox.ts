import type { Tx } from './tx.js';

/**
 * Says, inside the transaction of a change, what must happen because of it. `ids` are ids only: the handler reads the
 * rest when it runs. Delivered at least once, so handlers are idempotent. `dueAt` delays it.
 */
export async function outbox(
  tx: Tx,
  topic: string,
  subjectId: string,
  ids: Readonly<Record<string, string>> = {},
  dueAt: Date = tx.now,
): Promise<void> {
  await tx.run(
    `insert into outbox (organisation_id, id, topic, subject_id, payload, created_at, due_at)
     values (app_organisation(), $1, $2, $3, $4, $5, $6)`,
    [tx.newId(), topic, subjectId, JSON.stringify(ids), tx.now, dueAt],
  );
  tx.hasNews ||= dueAt <= tx.now;
}
