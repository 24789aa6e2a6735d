import { invalid, type Tx } from '#platform';

const entries = {
  sector: 'select 1 from sector where lower(name_da) = lower($1) and id is distinct from $2',
  consideration: 'select 1 from consideration where lower(name_da) = lower($1) and id is distinct from $2 and retired_on is null',
} as const;

/** Two entries of one name nobody could tell apart; the lock holds a form posted twice at once. @throws 422 `fault.name-taken` */
export async function refuseTakenName(tx: Tx, list: keyof typeof entries, nameDa: string, itself?: string): Promise<void> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended(app_organisation()::text, 1))');
  if (await tx.row(entries[list], [nameDa, itself ?? null])) throw invalid({ field: 'nameDa', code: 'fault.name-taken' });
}
