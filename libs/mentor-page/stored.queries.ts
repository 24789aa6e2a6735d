import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Language } from '#platform';
import { ownAgreements, type OwnAgreement } from './own-agreements.js';
import { ownMentorId } from './own-rows.js';

/** Everything that is kept about a mentor, for the mentor. No other person's name, and nothing about a citizen but days. */
export interface Stored {
  readonly mentor: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly company: string;
    readonly workplaces: readonly string[];
    readonly accepts: number;
    readonly weekdays: readonly number[];
    readonly language: Language;
    readonly activeFrom: string;
    readonly activeUntil: string | null;
    readonly trainedOn: string | null;
    readonly trainedUntil: string | null;
    readonly experience: string | null;
    readonly strengths: string | null;
    readonly suits: string | null;
  };
  readonly pauses: readonly { readonly kind: string; readonly note: string | null; readonly from: string; readonly until: string | null; readonly cancelled: boolean }[];
  readonly training: readonly { readonly course: string; readonly day: string; readonly attended: boolean }[];
  readonly trainees: readonly { readonly from: string; readonly until: string; readonly minutesPerWeek: number }[];
  readonly requests: readonly { readonly askedAt: string; readonly answered: string | null }[];
  readonly pulses: readonly { readonly year: number; readonly week: number; readonly mood: string; readonly daysAttended: number; readonly callMe: boolean }[];
  readonly sessions: readonly { readonly openedAt: string; readonly expiresAt: string }[];
  readonly journal: readonly { readonly at: string; readonly action: string }[];
}

const list = (columns: string, from: string, order: string): string => `coalesce((select json_agg(x) from (select ${columns} from ${from} order by ${order} limit 500) x), '[]')`;

const storedSql = `
select json_build_object('name', m.name, 'email', m.email, 'phone', m.phone, 'company', c.name,
         'workplaces', (select json_agg(n.name) from (select w.name union select v.name from mentor_workplace a
            join workplace v on v.organisation_id = a.organisation_id and v.id = a.workplace_id where a.organisation_id = m.organisation_id and a.mentor_id = m.id) n),
         'accepts', m.accepts, 'weekdays', m.weekdays, 'language', m.language, 'activeFrom', m.active_from, 'activeUntil', m.active_until, 'trainedOn', m.trained_on, 'trainedUntil', m.trained_until,
         'experience', m.experience, 'strengths', m.strengths, 'suits', m.suits) as mentor,
       ${list(`kind, note, starts_on as "from", ends_on as "until", cancelled_at is not null as cancelled`, 'mentor_pause where mentor_id = $1', 'starts_on')} as pauses,
       ${list(`k.name as course, (t.starts_at at time zone 'Europe/Copenhagen')::date as day, e.attended_at is not null as attended`, 'training_enrolment e join training_session t on t.organisation_id = e.organisation_id and t.id = e.session_id join training_course k on k.organisation_id = t.organisation_id and k.id = t.course_id where e.mentor_id = $1', 't.starts_at')} as training,
       ${list('starts_on as "from", ends_on as "until", minutes_per_week as "minutesPerWeek"', 'placement where mentor_id = $1 and cancelled_at is null', 'starts_on')} as trainees,
       ${list(`min(l.created_at) as "askedAt", case when r.accepted_at is not null then 'yes' when r.declined_at is not null then 'no' end as answered`, 'mentor_link l join reservation r on r.organisation_id = l.organisation_id and r.id = l.reservation_id where l.mentor_id = $1 group by r.id, r.accepted_at, r.declined_at', '1')} as requests,
       ${list('iso_year as year, iso_week as week, mood, days_attended as "daysAttended", call_me as "callMe"', 'pulse where mentor_id = $1', 'iso_year, iso_week')} as pulses,
       ${list('created_at as "openedAt", expires_at as "expiresAt"', 'mentor_session where mentor_id = $1', 'created_at')} as sessions,
       ${list('at, action', 'journal_entry where subject_id = $1', 'id desc')} as journal
  from mentor m
  join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where m.id = $1`;

@Injectable()
export class StoredQueries {
  constructor(private readonly db: Db) {}

  /** For the mentor to read and to take along, as it stands in one moment. */
  all(actor: Actor): Promise<Stored> {
    return this.db.read(actor, (tx) => tx.one<Stored>(storedSql, [ownMentorId(actor)]));
  }

  /** What is agreed with the mentor's company, as far as the mentor is named in it. */
  async agreements(actor: Actor): Promise<{ readonly items: readonly OwnAgreement[] }> {
    return { items: await this.db.read(actor, (tx) => ownAgreements(tx, ownMentorId(actor))) };
  }
}
