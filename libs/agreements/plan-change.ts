import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { addVersion } from './add-version.js';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, type AgreementRow } from './agreement-row.js';
import { movedSlots, withMovesApart } from './change-steps.rules.js';
import { announce } from './coming-slots.js';
import { contentOf } from './content.queries.js';
import { keepVersion } from './keep-version.js';
import { refuseEvent } from './refuse-event.js';
import { rewriteComing } from './rewrite-coming.js';
import { slotOf, type Slot } from './slots.queries.js';
import { preview, takeSteps, type ChangeStep } from './steps.js';
import { changeOf, named } from './write-change.js';
import type { WrittenSlot } from './write-slots.js';

export interface PlannedChange {
  readonly agreementId: string;
  /** First day it reads so: today, or a later one. */
  readonly from: string;
  readonly why: string;
  /** The change written in the editor unless given. */
  readonly steps?: readonly ChangeStep[];
}

/**
 * Gives a change its day. From today it is in force at once; from a later day it is a coming version that a round puts in
 * force (ApplyDueChanges), and everything it would be refused for then by what is known now is refused here. One coming
 * version at a time: 409 `agreement.change-coming`. Nothing to change: `agreement.nothing-changed`.
 */
@Injectable()
export class PlanChange {
  constructor(private readonly db: Db) {}

  run(actor: Actor, change: PlannedChange): Promise<AgreementPage> {
    return this.db.write(actor, (tx) => giveChangeItsDay(tx, actor, change));
  }
}

/** The same within a transaction of more. */
export async function giveChangeItsDay(tx: Tx, actor: Actor, { agreementId, from, why, steps: given }: PlannedChange): Promise<AgreementPage> {
  const row = await lockAgreement(tx, agreementId);
  await refuseEvent(tx, row, 'change');
  if (!row.activatedAt) throw new Refusal('agreement.not-in-force');
  checkDay(tx, row, from);
  // What was in force before there were versions is the first of them.
  await keepVersion(tx, actor, agreementId, { validFrom: row.startsOn });
  const steps = given?.map((step) => named(tx, step)) ?? (await changeOf(tx, agreementId))?.steps ?? [];
  if (steps.length === 0) throw new Refusal('agreement.nothing-changed');
  if (from === tx.today) await changeNow(tx, actor, agreementId, { why, steps });
  else await changeLater(tx, actor, row, { from, why, steps });
  if (!given) await tx.run('delete from agreement_change where agreement_id = $1', [agreementId]);
  return agreementPageOf(tx, actor, agreementId);
}

function checkDay(tx: Tx, { endsOn }: AgreementRow, from: string): void {
  if (from < tx.today) throw invalid({ field: 'from', code: 'fault.agreement.past-day' });
  if (endsOn && from >= endsOn) throw invalid({ field: 'from', code: 'fault.agreement.after-end' });
}

type Change = Pick<PlannedChange, 'why'> & { readonly steps: readonly ChangeStep[] };

async function changeNow(tx: Tx, actor: Actor, agreementId: string, { why, steps }: Change): Promise<void> {
  await takeSteps(tx, actor, agreementId, steps, tx.today);
  await keepVersion(tx, actor, agreementId, { why });
}

async function changeLater(tx: Tx, actor: Actor, agreement: AgreementRow, { from, why, steps: asked }: Change & Pick<PlannedChange, 'from'>): Promise<void> {
  const { id, companyId } = agreement;
  const steps = await movesApart(tx, agreement, asked);
  const content = await preview(tx, actor, { agreementId: id, steps, on: from }, () => contentOf(tx, id, from));
  const { id: versionId, number } = await addVersion(tx, actor, id, { validFrom: from, content, why, applied: false, steps });
  await announce(tx, actor, agreement, { versionId, from, steps });
  // Places have their numbers from being announced.
  await rewriteComing(tx, actor, id);
  await tx.run('update agreement set version = version + 1 where id = $1', [id]);
  await journal(tx, actor, { action: 'agreement.change-planned', subject: 'agreement', subjectId: id, companyId, after: { number, from, why } });
}

/** @throws 409 `slot.not-pooled` */
async function movesApart(tx: Tx, { slotPooling }: AgreementRow, steps: readonly ChangeStep[]): Promise<readonly ChangeStep[]> {
  const moved = movedSlots(steps);
  const pooling = steps.flatMap((step) => (step.do === 'convert' ? [step.conversion.slotPooling] : [])).at(-1) ?? slotPooling;
  if (moved.length > 0 && pooling !== 'pooled') throw new Refusal('slot.not-pooled');
  const anew = await Promise.all(moved.map(async (id): Promise<[string, WrittenSlot]> => [id, newPlaceLike(tx, await slotOf(tx, id))]));
  return withMovesApart(steps, new Map(anew));
}

const newPlaceLike = (tx: Tx, { workplaceId, tasks, minutesPerWeek, pathToHours, considerationIds, endsOn }: Slot): WrittenSlot => ({ workplaceId, tasks, minutesPerWeek, pathToHours, considerationIds, endsOn, count: 1, ids: [tx.newId()] });
