import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, outbox, Refusal, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, refreshSlots } from './agreement-row.js';
import { refuseEvent } from './refuse-event.js';

export interface NewPause {
  readonly agreementId: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly reason: string;
}

/** A colleague pauses an agreement on the company's word. */
@Injectable()
export class PauseAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: NewPause): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      await pauseAgreement(tx, actor, input);
      return agreementPageOf(tx, actor, input.agreementId);
    });
  }
}

/**
 * Pauses an agreement for some days: its places leave the pool for them and come back; whoever is there stays. By a
 * colleague, or by the company itself (a mentor's actor), of which the contact person is told by mail. Promises the
 * pause's id. Refuses days gone by, an end before the start, days after the agreement (422) and 409
 * `agreement.pause-overlap`, `.not-in-force`, `.nothing-to-pause`, `.ended`.
 */
export async function pauseAgreement(tx: Tx, actor: Actor, { agreementId, from, until, reason }: NewPause): Promise<string> {
  const agreement = await lockAgreement(tx, agreementId);
  await refuseEvent(tx, agreement, 'pause');
  if (from < tx.today) throw invalid({ field: 'from', code: 'fault.agreement.past-day' });
  if (until <= from) throw invalid({ field: 'until', code: 'fault.agreement.dates' });
  if (agreement.endsOn && from >= agreement.endsOn) throw invalid({ field: 'from', code: 'fault.agreement.after-end' });
  const id = tx.newId();
  const byCompany = actor.kind === 'mentor';
  await tx.run(
    `insert into agreement_pause (organisation_id, id, agreement_id, period, reason, by_company, created_at, created_by)
     values (app_organisation(), $1, $2, daterange($3, $4), $5, $6, $7, $8)`,
    [id, agreementId, from, until, reason, byCompany, tx.now, actor.userId],
  );
  await tx.run('update agreement set version = version + 1 where id = $1', [agreementId]);
  await refreshSlots(tx, agreementId);
  await journal(tx, actor, { action: 'agreement.paused', subject: 'agreement', subjectId: agreementId, companyId: agreement.companyId, after: { from, until, reason } });
  if (byCompany) await outbox(tx, 'mail.agreement-paused', id);
  return id;
}

export interface PauseEnd {
  readonly agreementId: string;
  readonly pauseId: string;
  /** First day without the pause: today, or a later one. */
  readonly on: string;
}

@Injectable()
export class EndAgreementPause {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: PauseEnd): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      await endAgreementPause(tx, actor, input);
      return agreementPageOf(tx, actor, input.agreementId);
    });
  }
}

/** Ends a pause before its time, or lets it never begin. Refuses 409 `agreement.pause-over` and days gone by (422). */
export async function endAgreementPause(tx: Tx, actor: Actor, { agreementId, pauseId, on }: PauseEnd): Promise<void> {
  const agreement = await lockAgreement(tx, agreementId);
  await refuseEvent(tx, agreement, 'resume');
  const pause = await tx.one<{ from: string; until: string; over: boolean }>(
    `select lower(period) as "from", upper(period) as until, cancelled_at is not null or upper(period) <= $3::date as over
       from agreement_pause where id = $1 and agreement_id = $2`,
    [pauseId, agreementId, tx.today],
  );
  if (pause.over) throw new Refusal('agreement.pause-over');
  if (on < tx.today) throw invalid({ field: 'on', code: 'fault.agreement.past-day' });
  if (on >= pause.until) throw invalid({ field: 'on', code: 'fault.agreement.pause-longer' });
  if (on <= pause.from) await tx.run('update agreement_pause set cancelled_at = $2 where id = $1', [pauseId, tx.now]);
  else await tx.run('update agreement_pause set period = daterange(lower(period), $2) where id = $1', [pauseId, on]);
  await tx.run('update agreement set version = version + 1 where id = $1', [agreementId]);
  await refreshSlots(tx, agreementId);
  await journal(tx, actor, { action: 'agreement.resumed', subject: 'agreement', subjectId: agreementId, companyId: agreement.companyId, before: { from: pause.from, until: pause.until }, after: { on } });
}
