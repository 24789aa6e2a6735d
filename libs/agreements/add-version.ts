import type { Actor, Tx } from '#platform';
import type { AgreementContent } from './content.rules.js';

export interface Kept {
  readonly id: string;
  readonly number: number;
}

export interface NewVersion {
  readonly validFrom: string;
  readonly content: AgreementContent;
  readonly why: string | null;
  readonly applied: boolean;
  /** What a coming version does on its day. */
  readonly steps?: readonly object[];
}

export async function addVersion(tx: Tx, actor: Actor, agreementId: string, { validFrom, content, why, applied, steps }: NewVersion): Promise<Kept> {
  return tx.one<Kept>(
    `insert into agreement_version (organisation_id, id, agreement_id, number, valid_from, content, why, steps, written_at, written_by, applied_at)
     select app_organisation(), $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6, $7, $8, $9 from agreement_version where agreement_id = $2
     returning id, number`,
    [tx.newId(), agreementId, validFrom, JSON.stringify(content), why || null, steps ? JSON.stringify(steps) : null, tx.now, actor.userId, applied ? tx.now : null],
  );
}
