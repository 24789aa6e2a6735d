import { agreementOfPlacement } from '#agreements';
import { noteSeen } from '#citizens';
import { isoWeek, weekKey, type Actor, type Tx } from '#platform';
import { possibleDays, pulseState, type Mood, type PulseState } from './pulse.rules.js';

export interface OwnPulse {
  /** The ISO week asked about: '2026-W53'. */
  readonly week: string;
  readonly state: PulseState;
  /** On how many days of it the trainee can have been there so far. */
  readonly possibleDays: number;
  readonly answer: { readonly mood: Mood; readonly daysAttended: number; readonly callMe: boolean } | null;
}

/** From the newest work agreement of the placement: what the work is for, and what the mentor does. */
export interface Goals {
  readonly goal: string;
  readonly attendance: string;
  readonly mentorTasks: string | null;
  readonly milestones: readonly { readonly milestone: string; readonly dueOn: string | null }[];
}

/** A mentor's trainee: only what the work needs. No case reference, measure, target group or history. */
export interface OwnTrainee {
  readonly placementId: string;
  /** What the citizen agreed to be called; null: nothing is agreed. */
  readonly pseudonym: string | null;
  readonly workplace: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly minutesPerWeek: number;
  readonly tasks: string | null;
  readonly goals: Goals | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly pulse: OwnPulse;
}

/** How long after the last day a mentor still sees a trainee. */
const daysAfterEnd = 14;

interface Row extends Omit<OwnTrainee, 'pulse'> {
  readonly citizenId: string | null;
  readonly answeredOn: string | null;
  readonly mood: Mood | null;
  readonly daysAttended: number | null;
  readonly callMe: boolean | null;
}

const traineesSql = `
select p.id as "placementId", k.citizen_id as "citizenId", case when z.pseudonym <> z.case_ref then z.pseudonym end as pseudonym, w.name as workplace,
       p.starts_on as "from", p.ends_on as "until", coalesce(s.tasks, o.tasks) as tasks,
       coalesce((select h.minutes_per_week from placement_hours h where h.organisation_id = p.organisation_id and h.placement_id = p.id and h.from_on <= $2::date
                  order by h.from_on desc limit 1), p.minutes_per_week) as "minutesPerWeek",
       (select json_build_object('goal', v.goal, 'attendance', v.attendance, 'mentorTasks', case when v.mentor_id = p.mentor_id then v.mentor_tasks end, 'milestones',
               (select json_agg(json_build_object('milestone', t.milestone, 'dueOn', t.due_on) order by t.position) from work_agreement_milestone t
                 where t.organisation_id = v.organisation_id and t.work_agreement_id = v.id))
          from work_agreement v where v.organisation_id = p.organisation_id and v.placement_id = p.id order by v.number desc limit 1) as goals,
       u.name as "contactName", coalesce(u.phone, g.contact_phone) as "contactPhone", u.email as "contactEmail",
       y.answered_on as "answeredOn", y.mood, y.days_attended as "daysAttended", y.call_me as "callMe"
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join organisation g on g.organisation_id = p.organisation_id
  left join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
  left join opening o on o.organisation_id = p.organisation_id and o.id = p.opening_id
  left join agreement a on a.organisation_id = p.organisation_id and a.id = ${agreementOfPlacement}
  left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
  left join citizen z on z.organisation_id = k.organisation_id and z.id = k.citizen_id
  left join app_user u on u.organisation_id = p.organisation_id and u.id = coalesce(a.contact_user_id, k.owner_user_id)
  left join pulse y on y.organisation_id = p.organisation_id and y.placement_id = p.id and y.iso_year = $3 and y.iso_week = $4
 where p.mentor_id = $1 and p.cancelled_at is null and p.no_show_reason is null and p.ends_on + $5::int > $2::date
 order by p.ends_on <= $2::date, p.starts_on, p.id limit 50`;

/** Those who are there or are coming, then those whose last day was less than 14 days ago. Notes each citizen as shown. */
export async function traineesOf(tx: Tx, actor: Actor, mentorId: string): Promise<OwnTrainee[]> {
  const week = isoWeek(tx.today);
  const rows = await tx.rows<Row>(traineesSql, [mentorId, tx.today, week.year, week.week, daysAfterEnd]);
  const shown = rows.flatMap(({ citizenId }) => (citizenId ? [[citizenId, { basis: 'attached', reason: null }] as const] : []));
  await noteSeen(tx, actor, new Map(shown), 'placement');
  return rows.map(({ citizenId: _citizenId, answeredOn, mood, daysAttended, callMe, ...trainee }) => {
    const days = { today: tx.today, from: trainee.from, until: trainee.until };
    const answer = mood === null || daysAttended === null || callMe === null ? null : { mood, daysAttended, callMe };
    return { ...trainee, pulse: { week: weekKey(week), state: pulseState(days, answeredOn), possibleDays: possibleDays(days), answer } };
  });
}
