import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, Refusal, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import { acceptanceLinkNow, companyActor, presentedAcceptance, type AcceptanceLink, type PresentedAcceptance } from './acceptance-link.js';
import { putInForce } from './activate-agreement.js';
import { factsOf, lockAgreement, type AgreementRow } from './agreement-row.js';
import { models } from './models.rules.js';

/**
 * The company's yes, by its link, only ever by POST: a mail scanner that follows links accepts nothing. A draft is in
 * force from then on; one that has lost what its model asks for meanwhile is accepted and stays a draft.
 * Refuses `agreement-link.unknown` (404) and 409 `agreement-link.<state>` for a link that is not open.
 */
@Injectable()
export class AcceptByLink {
  constructor(private readonly db: Db) {}

  async run({ token, name }: { readonly token: string; readonly name: string }): Promise<{ readonly number: number }> {
    const link = await presentedAcceptance(this.db, token);
    const actor = companyActor(link, name);
    // What the company met is kept, though it is refused.
    const answer = await this.db.write(actor, async (tx) => {
      const { agreementId } = await tx.one<{ agreementId: string }>('select agreement_id as "agreementId" from agreement_acceptance where id = $1', [link.acceptanceId]);
      const agreement = await lockAgreement(tx, agreementId);
      const { state, number } = await acceptanceLinkNow(tx, link, 'for no key update of l');
      if (state === 'changed') await tellChanged(tx, link);
      if (state !== 'open') return { refused: state };
      await tx.run('update agreement_link set used_at = $2 where token_hash = $1', [link.hash, tx.now]);
      await tx.run('update agreement_acceptance set accepted_at = $2, name = $3 where id = $1', [link.acceptanceId, tx.now, name]);
      await journal(tx, actor, { action: 'agreement.accepted', subject: 'agreement', subjectId: agreementId, companyId: agreement.companyId, after: { number } });
      const whole = agreement.activatedAt !== null || models[agreement.model].mayActivate(await factsOf(tx, agreement)).length === 0;
      if (!agreement.activatedAt && whole) await putInForce(tx, actor, agreement);
      await outbox(tx, 'mail.agreement-accepted', link.acceptanceId);
      return { number };
    });
    if ('refused' in answer) throw new Refusal(`agreement-link.${answer.refused}`);
    return answer;
  }
}

/** A link whose days are over asks for a new one: mailed to the same address, never shown here. Refuses 409 `agreement-link.not-expired`. */
@Injectable()
export class RenewAgreementLink {
  constructor(private readonly db: Db) {}

  async run(token: string): Promise<void> {
    const link = await presentedAcceptance(this.db, token);
    await this.db.write(companyActor(link, ''), async (tx) => {
      const { state } = await acceptanceLinkNow(tx, link, 'for no key update of l');
      if (state !== 'expired') throw new Refusal('agreement-link.not-expired');
      await tx.run('update agreement_link set used_at = $2 where token_hash = $1', [link.hash, tx.now]);
      await outbox(tx, 'mail.agreement-acceptance', link.acceptanceId);
    });
  }
}

export interface AcceptancePage extends Omit<AcceptanceLink, 'agreementId' | 'content'> {
  /** Only while it can be accepted, and when it was. */
  readonly content: AcceptanceLink['content'] | null;
  readonly organisation: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null } | null;
}

@Injectable()
export class AcceptanceQueries {
  constructor(private readonly db: Db) {}

  /** What the company sees by its link. Reading never uses a link up; a text that was changed is told to the contact person. @throws 404 `agreement-link.unknown` */
  async page(token: string): Promise<AcceptancePage> {
    const link = await presentedAcceptance(this.db, token);
    return this.db.touch(companyActor(link, ''), async (tx) => {
      const { agreementId, content, ...found } = await acceptanceLinkNow(tx, link);
      if (found.state === 'changed') await tellChanged(tx, link);
      return { ...found, content: found.state === 'open' || found.state === 'used' ? content : null, ...(await senderOf(tx, agreementId)) };
    });
  }
}

/** The company met a link to a text that is another by now: the contact person sends the new one. */
async function tellChanged(tx: Tx, { acceptanceId }: Pick<PresentedAcceptance, 'acceptanceId'>): Promise<void> {
  const { id, companyId, contactUserId } = await tx.one<Pick<AgreementRow, 'id' | 'companyId' | 'contactUserId'>>(
    `select a.id, a.company_id as "companyId", a.contact_user_id as "contactUserId"
       from agreement_acceptance x join agreement a on a.organisation_id = x.organisation_id and a.id = x.agreement_id where x.id = $1`,
    [acceptanceId],
  );
  await raiseTask(tx, { kind: 'acceptance-changed', subject: 'agreement', subjectId: id, occasion: acceptanceId, companyId, userId: contactUserId, dueOn: tx.today });
}

const senderOf = (tx: Tx, agreementId: string): Promise<Pick<AcceptancePage, 'organisation' | 'contact'>> =>
  tx.one(
    `select g.name as organisation,
            (select jsonb_build_object('name', u.name, 'email', u.email, 'phone', coalesce(u.phone, g.contact_phone)) from app_user u
              where u.organisation_id = a.organisation_id and u.id = a.contact_user_id) as contact
       from agreement a join organisation g on g.organisation_id = a.organisation_id where a.id = $1`,
    [agreementId],
  );
