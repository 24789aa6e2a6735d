import { Injectable } from '@nestjs/common';
import { Db, staleEdit, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement } from './agreement-row.js';
import { convertTo, type Conversion } from './convert-to.js';
import { keepVersion } from './keep-version.js';

/**
 * Makes an agreement one of another model from today: its history stays, the model's rules must hold (409
 * `agreement.<reason>`), and its places are carried where the model promises places and end where it does not.
 */
@Injectable()
export class ConvertAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, version, why, ...conversion }: Conversion & { readonly agreementId: string; readonly version: number; readonly why: string }): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const before = await lockAgreement(tx, agreementId);
      if (before.version !== version) throw staleEdit(before);
      await convertTo(tx, actor, before, conversion, tx.today);
      await keepVersion(tx, actor, agreementId, { why });
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}
