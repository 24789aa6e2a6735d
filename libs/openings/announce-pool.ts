import type { Tx } from '#platform';

/** What a page that watches the pool listens for; the organisation's id is all it carries. */
export const poolChannel = 'indgang_pool';

/** Tells every process, when this transaction commits, that the organisation's pool has something new. */
export async function announcePool(tx: Tx): Promise<void> {
  await tx.run(`select pg_notify('${poolChannel}', app_organisation()::text)`);
}
