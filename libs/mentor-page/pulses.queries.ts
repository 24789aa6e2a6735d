import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { citizensOpenTo } from '#citizens';
import { addDays, cutPage, Db, isoWeek, mondayOf, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { concernedIds } from './concerned.js';
import type { Mood } from './pulse.rules.js';

/** A mentor's answer as the fixed contact and the owner read it. */
export interface PulseRow {
  readonly id: string;
  readonly placementId: string;
  /** The way to the course; null for one who may not see its citizen. */
  readonly courseId: string | null;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceName: string;
  readonly mentorId: string;
  readonly mentorName: string;
  readonly mentorPhone: string | null;
  readonly year: number;
  readonly week: number;
  readonly mood: Mood;
  readonly daysAttended: number;
  readonly callMe: boolean;
  readonly answeredOn: string;
}

export interface PulseFilter {
  readonly companyId?: string;
  readonly placementId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** One ISO week in figures: how many trainees were there, and what was said of them. */
export interface PulseWeek {
  readonly year: number;
  readonly week: number;
  readonly trainees: number;
  readonly answered: number;
  readonly good: number;
  readonly okay: number;
  readonly hard: number;
  readonly calls: number;
}

const listSql = `
select y.id, y.placement_id as "placementId", p.course_id as "courseId", c.id as "companyId", c.name as "companyName", w.name as "workplaceName",
       y.mentor_id as "mentorId", m.name as "mentorName", m.phone as "mentorPhone", y.iso_year as year, y.iso_week as week, y.mood, y.days_attended as "daysAttended",
       y.call_me as "callMe", y.answered_on as "answeredOn"
  from pulse y
  join placement p on p.organisation_id = y.organisation_id and p.id = y.placement_id
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join mentor m on m.organisation_id = y.organisation_id and m.id = y.mentor_id
 where $1 = any (${concernedIds}) and ($2::uuid is null or c.id = $2) and ($3::uuid is null or p.id = $3)
   and ($4::date is null or (y.answered_on, y.id) < ($4::date, $5::uuid))
 order by y.answered_on desc, y.id desc limit $6`;

/** How many weeks back the figures go. */
const weeksShown = 13;

const figuresSql = `
select w.year, w.week, there.n as trainees, said.*
  from unnest($1::int[], $2::int[], $3::date[]) w (year, week, monday)
 cross join lateral (select count(*)::int as n from placement p
                      where p.organisation_id = (select app_organisation()) and p.cancelled_at is null and p.no_show_reason is null and p.mentor_id is not null
                        and p.starts_on < w.monday + 7 and p.ends_on > w.monday) there
 cross join lateral (select count(*)::int as answered, (count(*) filter (where y.mood = 'good'))::int as good, (count(*) filter (where y.mood = 'okay'))::int as okay,
                            (count(*) filter (where y.mood = 'hard'))::int as hard, (count(*) filter (where y.call_me))::int as calls
                       from pulse y where y.organisation_id = (select app_organisation()) and y.iso_year = w.year and y.iso_week = w.week) said
 order by w.monday desc`;

@Injectable()
export class PulsesQueries {
  constructor(private readonly db: Db) {}

  /** Answers about placements the asker is fixed contact or owner of, the newest first; nobody else's. */
  list(actor: Actor, { companyId, placementId, cursor, limit }: PulseFilter): Promise<Page<PulseRow>> {
    const [on, id] = readCursor(cursor, z.tuple([z.iso.date(), z.uuid()])) ?? [null, null];
    return this.db.read(actor, async (tx) => {
      const rows = await tx.rows<PulseRow>(listSql, [actor.userId, companyId ?? null, placementId ?? null, on, id, limit + 1]);
      const open = await openCourses(tx, actor, rows.flatMap(({ courseId }) => courseId ?? []));
      return cutPage(rows.map((row) => ({ ...row, courseId: row.courseId !== null && open.has(row.courseId) ? row.courseId : null })), limit, (last) => writeCursor([last.answeredOn, last.id]));
    });
  }

  /** The last 13 ISO weeks, this one first: figures for managers, no answer of anybody's. */
  figures(actor: Actor): Promise<{ readonly items: readonly PulseWeek[] }> {
    return this.db.read(actor, async (tx) => {
      const days = Array.from({ length: weeksShown }, (_, n) => addDays(tx.today, -7 * n));
      const weeks = days.map(isoWeek);
      const items = await tx.rows<PulseWeek>(figuresSql, [weeks.map(({ year }) => year), weeks.map(({ week }) => week), days.map(mondayOf)]);
      return { items };
    });
  }
}

/** Of these courses the ones whose citizen the asker may see. */
async function openCourses(tx: Tx, actor: Actor, courseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const courses = await tx.rows<{ id: string; citizenId: string }>('select id, citizen_id as "citizenId" from course where id = any ($1::uuid[])', [courseIds]);
  const open = await citizensOpenTo(tx, actor, courses.map(({ citizenId }) => citizenId));
  return new Set(courses.flatMap(({ id, citizenId }) => (open.has(citizenId) ? [id] : [])));
}
