import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { settleTasks } from '#tasks';
import { mentorOf } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';
import { warnOfMentor } from './warn-of-mentor.js';

export const pauseKinds = ['holiday', 'overload', 'other'] as const;

export interface MentorPause {
  readonly id: string;
  readonly kind: (typeof pauseKinds)[number];
  readonly note: string | null;
  readonly from: string;
  /** The first day back; null: until further notice. */
  readonly until: string | null;
  readonly version: number;
}

export interface NewPause {
  readonly mentorId: string;
  readonly kind: MentorPause['kind'];
  readonly note?: string | null;
  readonly from: string;
  readonly until?: string | null;
}

const columns = `id, kind, note, starts_on as "from", ends_on as "until", version`;

/** Pauses that are not over, the next first. */
export const pausesOf = (tx: Tx, mentorId: string): Promise<MentorPause[]> =>
  tx.rows<MentorPause>(
    `select ${columns} from mentor_pause where mentor_id = $1 and cancelled_at is null and (ends_on is null or ends_on > $2::date) order by starts_on, id limit 50`,
    [mentorId, tx.today],
  );

/**
 * A mentor takes in nobody for a while: headroom falls from that day, the consultants are told by task and mail, with the
 * places it touches. Trainees who are there stay. Refuses `mentor.pause-overlaps`, and a pause that is over already (422).
 */
@Injectable()
export class PauseMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { mentorId, kind, note, from, until = null }: NewPause): Promise<MentorPause> {
    return this.db.write(actor, async (tx) => {
      const mentor = await mentorOf(tx, mentorId);
      if (until !== null && until <= from) throw invalid({ field: 'until', code: 'fault.mentor.pause-dates' });
      if (until !== null && until <= tx.today) throw invalid({ field: 'until', code: 'fault.mentor.pause-over' });
      await tx.run('select from mentor where id = $1 for no key update', [mentorId]);
      const overlap = await tx.row('select from mentor_pause where mentor_id = $1 and cancelled_at is null and period && daterange($2::date, $3::date)', [mentorId, from, until]);
      if (overlap) throw new Refusal('mentor.pause-overlaps');
      const id = tx.newId();
      await tx.run(
        `insert into mentor_pause (organisation_id, id, mentor_id, kind, note, period, created_at, created_by)
         values (app_organisation(), $1, $2, $3, $4, daterange($5::date, $6::date), $7, $8)`,
        [id, mentorId, kind, note || null, from, until, tx.now, actor.userId],
      );
      await refreshMentorsSlots(tx, mentorId);
      await journal(tx, actor, { action: 'mentor.paused', subject: 'mentor', subjectId: mentorId, companyId: mentor.companyId, workplaceId: mentor.workplaceId, after: { kind, from, until } });
      await warnOfMentor(tx, { kind: 'mentor-away', mentor, occasion: id, from: from > tx.today ? from : tx.today, until });
      return tx.one<MentorPause>(`select ${columns} from mentor_pause where id = $1`, [id]);
    });
  }
}

/** The mentor is back from a day: one not yet begun that ends by its first day is called off, the rest stands as it was. */
@Injectable()
export class EndPause {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { pauseId, until, version }: { readonly pauseId: string; readonly until: string; readonly version: number }): Promise<MentorPause> {
    return this.db.write(actor, async (tx) => {
      const found = await tx.one<MentorPause & { readonly mentorId: string }>(`select ${columns}, mentor_id as "mentorId" from mentor_pause where id = $1 for no key update`, [pauseId]);
      const { mentorId, ...before } = found;
      if (before.until !== null && before.until <= tx.today) throw new Refusal('mentor.pause-is-over');
      if (until < tx.today) throw invalid({ field: 'until', code: 'fault.mentor.pause-back' });
      const ended = await tx.run(
        `update mentor_pause set cancelled_at = case when starts_on >= $3::date then $4::timestamptz end,
                period = case when starts_on >= $3::date then period else daterange(starts_on, $3::date) end, version = version + 1
          where id = $1 and version = $2 and cancelled_at is null`,
        [pauseId, version, until, tx.now],
      );
      if (ended === 0) throw staleEdit(before);
      await refreshMentorsSlots(tx, mentorId);
      await settleTasks(tx, 'mentor-away', mentorId, actor.userId);
      await journal(tx, actor, { action: 'mentor.back', subject: 'mentor', subjectId: mentorId, before: { until: before.until }, after: { until } });
      return tx.one<MentorPause>(`select ${columns} from mentor_pause where id = $1`, [pauseId]);
    });
  }
}
