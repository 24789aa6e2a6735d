import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, notFound, type Actor, type Tx } from '#platform';
import { settleTasks } from '#tasks';
import { sampleMonths } from './access-sample.rules.js';
import { drawn, type Drawn } from './access-sample.queries.js';

export interface AccessVerdict {
  readonly month: string;
  readonly seenId: string;
  /** `follow-up` needs a note. */
  readonly verdict: 'fine' | 'follow-up';
  readonly note?: string;
}

/**
 * A manager says of a drawn look-up that it is in order, or is to be followed up; said again, the last word counts. With the
 * last one of the month the managers' task is done. Refuses 404 for what was not drawn.
 */
@Injectable()
export class CheckAccess {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { month, seenId, verdict, note }: AccessVerdict): Promise<{ readonly left: number }> {
    return this.db.write(actor, async (tx) => {
      const sample = sampleMonths(tx.today).includes(month) ? await drawn(tx, month) : [];
      if (!sample.some(({ id }) => id === seenId)) throw notFound();
      await tx.run(
        `insert into access_check (organisation_id, seen_id, month, verdict, note, checked_at, checked_by) values (app_organisation(), $1, $2, $3, $4, $5, $6)
         on conflict on constraint access_check_pk do update set verdict = excluded.verdict, note = excluded.note, checked_at = excluded.checked_at, checked_by = excluded.checked_by`,
        [seenId, month, verdict, note ?? null, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'access.checked', subject: 'citizen-seen', subjectId: seenId, after: { month, verdict } });
      const left = unchecked(sample).filter(({ id }) => id !== seenId).length;
      if (left === 0) await settleSample(tx, actor, month);
      return { left };
    });
  }
}

export const unchecked = (sample: readonly Drawn[]): Drawn[] => sample.filter(({ verdict }) => verdict === null);

async function settleSample(tx: Tx, actor: Actor, month: string): Promise<void> {
  const open = await tx.rows<{ subjectId: string }>(`select subject_id as "subjectId" from task where kind = 'access-sample' and occasion = $1 and done_at is null`, [month]);
  for (const { subjectId } of open) await settleTasks(tx, 'access-sample', subjectId, actor.userId);
}
