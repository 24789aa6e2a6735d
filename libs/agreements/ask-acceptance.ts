import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, Refusal, type Actor, type Tx } from '#platform';
import { settleTasks } from '#tasks';
import { putInForce } from './activate-agreement.js';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { factsOf, lockAgreement, refuseAny, type AgreementRow } from './agreement-row.js';
import { keepVersion } from './keep-version.js';
import { lifeOf } from './life.queries.js';
import { models } from './models.rules.js';
import { refuseEvent } from './refuse-event.js';

export interface AcceptanceRequest {
  readonly agreementId: string;
  /** Who says yes for the company. */
  readonly name: string;
  readonly email: string;
  /** The version meant, where it has a number; another one by now is refused. */
  readonly number?: number;
}

/**
 * Mails the company a link to accept the agreement as it reads now: the draft, the coming version where there is one, or
 * the one in force. A draft must be whole (409 `agreement.<what it lacks>`); a newer mail replaces an older one that is not answered.
 */
@Injectable()
export class AskAcceptance {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, name, email, number }: AcceptanceRequest): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreement(tx, agreementId);
      await refuseEvent(tx, agreement, 'ask');
      await refuseOther(tx, agreementId, number);
      const version = await versionToAccept(tx, actor, agreement);
      await settleTasks(tx, 'acceptance-changed', agreementId, actor.userId);
      const id = tx.newId();
      await tx.run(
        `insert into agreement_acceptance (organisation_id, id, agreement_id, version_id, name, email, asked_at, asked_by)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $7)`,
        [id, agreementId, version.id, name, email, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'agreement.acceptance-asked', subject: 'agreement', subjectId: agreementId, companyId: agreement.companyId, after: { number: version.number } });
      await outbox(tx, 'mail.agreement-acceptance', id);
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

export interface AcceptanceOnBehalf {
  readonly agreementId: string;
  readonly name: string;
  /** How the company said yes: on paper, at a meeting, by telephone. */
  readonly reason: string;
  readonly number?: number;
}

/** Writes the company's yes down for it, with the reason. A draft is in force from then on. Refuses as AskAcceptance. */
@Injectable()
export class AcceptForCompany {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, name, reason, number }: AcceptanceOnBehalf): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreement(tx, agreementId);
      await refuseEvent(tx, agreement, 'accept');
      await refuseOther(tx, agreementId, number);
      const version = await versionToAccept(tx, actor, agreement);
      await settleTasks(tx, 'acceptance-changed', agreementId, actor.userId);
      await tx.run(
        `insert into agreement_acceptance (organisation_id, id, agreement_id, version_id, name, asked_at, asked_by, accepted_at, on_behalf_by, on_behalf_reason)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $5, $6, $7)`,
        [tx.newId(), agreementId, version.id, name, tx.now, actor.userId, reason],
      );
      await journal(tx, actor, { action: 'agreement.accepted-for-company', subject: 'agreement', subjectId: agreementId, companyId: agreement.companyId, after: { number: version.number, reason } });
      if (!agreement.activatedAt) await putInForce(tx, actor, agreement);
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

/** @throws 409 `agreement.other-version` when another version than the one meant is to be accepted by now */
async function refuseOther(tx: Tx, agreementId: string, number: number | undefined): Promise<void> {
  const { coming, versionNumber } = await lifeOf(tx, agreementId);
  if (number !== undefined && number !== (coming?.number ?? versionNumber)) throw new Refusal('agreement.other-version');
}

async function versionToAccept(tx: Tx, actor: Actor, agreement: AgreementRow): Promise<{ readonly id: string; readonly number: number }> {
  if (!agreement.activatedAt) refuseAny(models[agreement.model].mayActivate(await factsOf(tx, agreement)));
  const kept = await keepVersion(tx, actor, agreement.id, { draft: true });
  const coming = await tx.row<{ id: string; number: number }>(
    'select id, number from agreement_version where agreement_id = $1 and steps is not null and applied_at is null and withdrawn_at is null',
    [agreement.id],
  );
  return coming ?? kept;
}
