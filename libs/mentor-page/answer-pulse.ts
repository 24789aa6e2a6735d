import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, isoWeek, outbox, Refusal, weekKey, type Actor, type IsoWeek, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import { concernedColumn, type Concerned } from './concerned.js';
import { ownMentorId } from './own-rows.js';
import { possibleDays, pulseState, whyFollowUp, type Mood } from './pulse.rules.js';

export interface NewPulse {
  readonly placementId: string;
  readonly mood: Mood;
  readonly daysAttended: number;
  readonly callMe: boolean;
}

export interface Pulse {
  readonly id: string;
  readonly placementId: string;
  readonly mood: Mood;
  readonly daysAttended: number;
  readonly callMe: boolean;
  readonly answeredOn: string;
  readonly version: number;
}

interface Trainee extends Concerned {
  readonly from: string;
  readonly until: string;
}

const traineeSql = `
select p.starts_on as "from", p.ends_on as "until", p.workplace_id as "workplaceId", w.company_id as "companyId", ${concernedColumn}
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
 where p.id = $1 and p.mentor_id = $2 and p.cancelled_at is null for no key update of p`;

/**
 * The mentor's week with a trainee: a face, the days, "ring to me". One answer a trainee and ISO week, to be put right
 * the same day. "Ring to me", or two low answers in a row, is a task the same day for the fixed contact, once. Refuses
 * with 404 for another mentor's trainee, `pulse.closed`, `pulse.not-there`, and more days than there were (422).
 */
@Injectable()
export class AnswerPulse {
  constructor(private readonly db: Db) {}

  run(actor: Actor, pulse: NewPulse): Promise<Pulse> {
    const mentorId = ownMentorId(actor);
    return this.db.write(actor, async (tx) => {
      // Under the placement's lock: two devices that answer at once come after each other.
      const trainee = await tx.one<Trainee>(traineeSql, [pulse.placementId, mentorId]);
      const week = isoWeek(tx.today);
      const answeredOn = await answeredThisWeek(tx, pulse.placementId, week);
      checkDays(tx.today, trainee, answeredOn, pulse.daysAttended);
      const saved = await write(tx, mentorId, week, pulse);
      await journal(tx, actor, { action: 'pulse.answered', subject: 'placement', subjectId: pulse.placementId, companyId: trainee.companyId, workplaceId: trainee.workplaceId, after: { week: weekKey(week) } });
      await followUp(tx, trainee, week, saved);
      return saved;
    });
  }
}

function checkDays(today: string, { from, until }: Trainee, answeredOn: string | null, days: number): void {
  const state = pulseState({ today, from, until }, answeredOn);
  if (state === 'closed') throw new Refusal('pulse.closed');
  if (state === 'none') throw new Refusal('pulse.not-there');
  const limit = possibleDays({ today, from, until });
  if (days > limit) throw invalid({ field: 'daysAttended', code: 'fault.pulse.days', params: { limit } });
}

async function answeredThisWeek(tx: Tx, placementId: string, { year, week }: IsoWeek): Promise<string | null> {
  const row = await tx.row<{ on: string }>('select answered_on as "on" from pulse where placement_id = $1 and iso_year = $2 and iso_week = $3', [placementId, year, week]);
  return row?.on ?? null;
}

const write = (tx: Tx, mentorId: string, { year, week }: IsoWeek, { placementId, mood, daysAttended, callMe }: NewPulse): Promise<Pulse> =>
  tx.one<Pulse>(
    `insert into pulse (organisation_id, id, placement_id, mentor_id, iso_year, iso_week, mood, days_attended, call_me, answered_on, answered_at)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10)
     on conflict on constraint pulse_once_a_week do update set mood = excluded.mood, days_attended = excluded.days_attended,
            call_me = excluded.call_me, answered_at = excluded.answered_at, version = pulse.version + 1
     returning id, placement_id as "placementId", mood, days_attended as "daysAttended", call_me as "callMe", answered_on as "answeredOn", version`,
    [tx.newId(), placementId, mentorId, year, week, mood, daysAttended, callMe, tx.today, tx.now],
  );

/** A move that keeps the mentor keeps the row of answers. A task stands, even if the answer is put right later that day: somebody rings and hears that all is well. */
async function followUp(tx: Tx, { companyId, workplaceId, userId }: Trainee, week: IsoWeek, { id, placementId, mood, callMe }: Pulse): Promise<void> {
  const before = await tx.rows<{ mood: Mood }>(
    `with recursive back as (
       select p.id, p.continues_id, p.mentor_id from placement p where p.id = $1
        union all
       select p.id, p.continues_id, p.mentor_id from back join placement p on p.id = back.continues_id and p.mentor_id = back.mentor_id)
     select y.mood from pulse y join back on back.id = y.placement_id where y.id <> $2 order by y.iso_year desc, y.iso_week desc limit 60`,
    [placementId, id],
  );
  const why = whyFollowUp({ mood, callMe, before: before.map((each) => each.mood) });
  if (!why) return;
  const raised = await raiseTask(tx, {
    kind: `pulse-${why}`,
    subject: 'placement',
    subjectId: placementId,
    occasion: weekKey(week),
    companyId,
    workplaceId,
    userId,
    dueOn: tx.today,
    facts: { week: week.week },
  });
  if (raised && userId) await outbox(tx, `mail.pulse-${why}`, id, { userId });
}
