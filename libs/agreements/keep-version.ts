import type { Actor, Tx } from '#platform';
import { addVersion, type Kept } from './add-version.js';
import { readAgreement } from './agreement-row.js';
import { contentOf } from './content.queries.js';
import { rewriteComing } from './rewrite-coming.js';

export interface VersionNote {
  /** Today unless said. */
  readonly validFrom?: string;
  readonly why?: string | null;
  /** Also of a draft: what the company is asked to accept is kept as it read. */
  readonly draft?: boolean;
}

/**
 * Keeps what is agreed now as a version, when it reads otherwise than the one before; a draft's is in force from its
 * activation, and a coming one is brought in step. Call it last in the transaction of whatever changed an agreement. Promises the version's id and number.
 */
export async function keepVersion(tx: Tx, actor: Actor, agreementId: string, note?: VersionNote & { readonly draft: true }): Promise<Kept>;
export async function keepVersion(tx: Tx, actor: Actor, agreementId: string, note?: VersionNote): Promise<Kept | undefined>;
export async function keepVersion(tx: Tx, actor: Actor, agreementId: string, { validFrom, why = null, draft = false }: VersionNote = {}): Promise<Kept | undefined> {
  const { activatedAt, startsOn } = await readAgreement(tx, agreementId);
  if (!activatedAt && !draft) return undefined;
  const from = validFrom ?? (startsOn > tx.today || draft ? startsOn : tx.today);
  const content = await contentOf(tx, agreementId, tx.today);
  const last = await tx.row<{ id: string; number: number; same: boolean }>(
    `select id, number, content = $2::jsonb as same from agreement_version
      where agreement_id = $1 and withdrawn_at is null and (steps is null or applied_at is not null) order by coalesce(applied_at, written_at) desc, number desc limit 1`,
    [agreementId, JSON.stringify(content)],
  );
  const kept = last?.same ? last : await addVersion(tx, actor, agreementId, { validFrom: from, content, why, applied: activatedAt !== null });
  if (activatedAt) {
    await tx.run('update agreement_version set applied_at = $2 where id = $1 and applied_at is null', [kept.id, tx.now]);
    await rewriteComing(tx, actor, agreementId);
  }
  return kept;
}
