import { Injectable } from '@nestjs/common';
import { Db, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, readAgreement } from './agreement-row.js';
import { touched, withStep } from './change-steps.rules.js';
import { refuseEvent } from './refuse-event.js';
import { preview, takeSteps, type ChangeStep } from './steps.js';
import type { WrittenSlot } from './write-slots.js';

export interface WrittenChange {
  readonly steps: readonly ChangeStep[];
  readonly version: number;
}

export const changeOf = (tx: Tx, agreementId: string): Promise<WrittenChange | undefined> =>
  tx.row<WrittenChange>('select steps, version from agreement_change where agreement_id = $1', [agreementId]);

/** The editor's view: a draft as it is, an agreement in force as it would read with the change being written. */
export interface EditedAgreement {
  readonly agreement: AgreementPage;
  /** What an edit must say it read. */
  readonly version: number;
}

/**
 * A step of the editor. A draft is changed at once; an agreement in force only in a change being written, which counts
 * for nothing until it is given a day (PlanChange). Refuses what the step itself would refuse, and `edit.stale` (412).
 */
@Injectable()
export class WriteChange {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, step, version }: { readonly agreementId: string; readonly step: ChangeStep; readonly version?: number }): Promise<EditedAgreement> {
    return this.db.write(actor, async (tx) => {
      const row = await lockAgreement(tx, agreementId);
      await refuseEvent(tx, row, 'change');
      const begun = await changeOf(tx, agreementId);
      if (version !== undefined && version !== (begun?.version ?? row.version)) throw staleEdit({ version: begun?.version ?? row.version });
      if (!row.activatedAt) {
        await takeSteps(tx, actor, agreementId, [step], tx.today);
        return edited(tx, actor, agreementId);
      }
      const meant = touched(step, (await edited(tx, actor, agreementId)).agreement);
      if (!meant) return edited(tx, actor, agreementId);
      const steps = withStep(begun?.steps ?? [], named(tx, meant));
      await tx.run(
        `insert into agreement_change (organisation_id, agreement_id, steps, begun_at, begun_by, version) values (app_organisation(), $1, $2, $3, $4, $5)
             on conflict on constraint agreement_change_pk do update set steps = excluded.steps, version = agreement_change.version + 1`,
        [agreementId, JSON.stringify(steps), tx.now, actor.userId, row.version + 1],
      );
      return edited(tx, actor, agreementId);
    });
  }

  /** As the editor shows it now; takes nothing. */
  look(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<EditedAgreement> {
    return this.db.touch(actor, (tx) => edited(tx, actor, agreementId));
  }
}

async function edited(tx: Tx, actor: Actor, agreementId: string): Promise<EditedAgreement> {
  const change = await changeOf(tx, agreementId);
  if (!change) {
    const agreement = await agreementPageOf(tx, actor, agreementId);
    return { agreement, version: agreement.version };
  }
  const agreement = await preview(tx, actor, { agreementId, steps: change.steps, on: tx.today }, () => agreementPageOf(tx, actor, agreementId));
  return { agreement, version: change.version };
}

/** New places have their ids from the start, so that they can be corrected before they are. */
export function named(tx: Tx, step: ChangeStep): ChangeStep {
  const withIds = (slots: readonly WrittenSlot[]): readonly WrittenSlot[] => slots.map((slot) => ({ ...slot, ids: Array.from({ length: slot.count ?? 1 }, () => tx.newId()) }));
  if (step.do === 'add-slots') return { ...step, slots: withIds(step.slots) };
  return step.do === 'convert' && step.conversion.slots ? { ...step, conversion: { ...step.conversion, slots: withIds(step.conversion.slots) } } : step;
}

/** Throws a change being written away. Refuses `agreement.nothing-changed` when there is none. */
@Injectable()
export class DropChange {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await readAgreement(tx, agreementId);
      const dropped = await tx.run('delete from agreement_change where agreement_id = $1', [agreementId]);
      if (dropped === 0) throw new Refusal('agreement.nothing-changed');
    });
  }
}
