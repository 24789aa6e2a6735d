import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, invalid, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, readAgreement, refreshSlots, refuseBroken, type AgreementRow } from './agreement-row.js';
import { refuseCommitted } from './commitments.js';
import { checkPeople, refuseForeignCoordinator, setMembers, setMentors, type Member } from './members.js';
import { models } from './models.rules.js';

export interface AgreementChange {
  readonly agreementId: string;
  readonly title?: string;
  readonly contactUserId?: string | null;
  readonly endsOn?: string | null;
  readonly terms?: string | null;
  readonly callNoticeDays?: number | null;
  readonly answerDays?: number | null;
  readonly refill?: boolean;
  readonly coordinatorUserId?: string | null;
  readonly coordinatorMentorId?: string | null;
  /** All of them, when given. */
  readonly workplaces?: readonly Member[];
  readonly mentorIds?: readonly string[];
  readonly version: number;
}

/**
 * Changes an agreement; what is left out stays. One in force must go on fulfilling its model (409 `agreement.<reason>`),
 * and an earlier end must not cut a placement short. Refuses with `edit.stale` (412).
 */
@Injectable()
export class ChangeAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, version, workplaces, mentorIds, ...change }: AgreementChange): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const before = await lockAgreement(tx, agreementId);
      if (before.endedAt) throw new Refusal('agreement.ended');
      await checkPeople(tx, { ...before, ...change });
      const updated = await update(tx, { ...before, ...change }, version);
      if (updated === 0) throw staleEdit(before);
      if (workplaces) await setMembers(tx, before, workplaces);
      await refuseForeignCoordinator(tx, agreementId);
      if (mentorIds) await setMentors(tx, agreementId, mentorIds);
      await refuseBroken(tx, await readAgreement(tx, agreementId));
      await refreshSlots(tx, agreementId);
      await refuseCut(tx, actor, before, change.endsOn);
      await journal(tx, actor, {
        action: 'agreement.changed',
        subject: 'agreement',
        subjectId: agreementId,
        companyId: before.companyId,
        ...changes<Record<string, unknown>>({ ...before }, { ...change, ...(mentorIds && { mentorIds }), ...(workplaces && { workplaces }) }),
      });
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

/** An earlier end is refused while placements or reservations last longer. */
async function refuseCut(tx: Tx, actor: Actor, before: AgreementRow, endsOn: string | null | undefined): Promise<void> {
  if (!endsOn) return;
  if (endsOn <= before.startsOn) throw invalid({ field: 'endsOn', code: 'fault.agreement.dates' });
  const slots = await tx.rows<{ id: string }>('select id from slot where agreement_id = $1', [before.id]);
  await refuseCommitted(tx, actor, 'agreement', slots.map(({ id }) => id), endsOn, before.bornOfReservationId);
}

const update = (tx: Tx, row: AgreementRow, version: number): Promise<number> =>
  tx.run(
    `update agreement set title = $3, contact_user_id = $4, ends_on = $5, terms = $6, call_notice_days = $7, answer_days = $8, refill = $9,
            coordinator_user_id = $10, coordinator_mentor_id = $11, version = version + 1
      where id = $1 and version = $2`,
    [
      row.id,
      version,
      row.title,
      row.contactUserId,
      row.endsOn,
      row.terms || null,
      row.callNoticeDays,
      row.answerDays,
      models[row.model].refill(row.refill),
      models[row.model].party === 'cluster' ? row.coordinatorUserId : null,
      models[row.model].party === 'cluster' ? row.coordinatorMentorId : null,
    ],
  );
