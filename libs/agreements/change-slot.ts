import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreementOfSlot, refreshSlots } from './agreement-row.js';
import { slotOf } from './slots.queries.js';
import { checkConsiderations } from './write-slots.js';

export interface SlotChange {
  readonly slotId: string;
  readonly tasks?: string;
  readonly minutesPerWeek?: number;
  readonly pathToHours?: string;
  readonly considerationIds?: readonly string[];
  readonly version: number;
}

/** Changes what a slot offers; what is left out stays. Its opening follows. Refuses with `edit.stale` (412). */
@Injectable()
export class ChangeSlot {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { slotId, version, ...change }: SlotChange): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreementOfSlot(tx, slotId);
      const before = await slotOf(tx, slotId);
      await checkConsiderations(tx, change.considerationIds ?? []);
      const { tasks, minutesPerWeek, pathToHours, considerationIds } = { ...before, ...change };
      const updated = await tx.run(
        'update slot set tasks = $3, minutes_per_week = $4, path_to_hours = $5, consideration_ids = $6, version = version + 1 where id = $1 and version = $2',
        [slotId, version, tasks, minutesPerWeek, pathToHours, considerationIds],
      );
      if (updated === 0) throw staleEdit(before);
      await refreshSlots(tx, agreement.id);
      await journal(tx, actor, {
        action: 'slot.changed',
        subject: 'agreement',
        subjectId: agreement.id,
        companyId: agreement.companyId,
        workplaceId: before.workplaceId,
        ...changes<Record<string, unknown>>({ ...before }, { ...change }),
      });
      return agreementPageOf(tx, actor, agreement.id);
    });
  }
}
