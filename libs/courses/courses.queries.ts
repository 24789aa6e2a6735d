import { Injectable } from '@nestjs/common';
import { citizensOpenTo, noteSeen } from '#citizens';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { trainingGate, type TrainingGate } from '#training';
import { z } from 'zod';
import { courseSelect, seeCourse, type CourseRow } from './course-row.js';
import { nextFollowUp, standingOn, type Standing } from './follow-up.rules.js';
import { segmentsOf, staysOf, type Segment } from './segments.js';
import type { WeekOfHours } from './spells.rules.js';
import { termsOf, type Terms } from './terms.queries.js';
import { segmentsThatCount, thirteenWeeks, type ThirteenWeeks } from './thirteen-weeks.rules.js';

export interface CourseListRow extends CourseRow {
  /** Where the citizen is or will be; null: nowhere planned. */
  readonly workplaceName: string | null;
  readonly companyName: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly startedOn: string | null;
  readonly overdue: boolean;
}

/** One course, with what its page shows first. */
export interface CourseView extends CourseRow {
  readonly overdue: boolean;
  readonly segments: readonly Segment[];
  /** Placements that have not begun and whose mentor or coordinator lacks training, or has no room: a warning, or what holds the start back. */
  readonly training: readonly TrainingMissing[];
  /** What was agreed before a start, newest first. */
  readonly terms: readonly Terms[];
  readonly thirteenWeeks: ThirteenWeeks;
  /** The gap rule: a break of at most so many days does not break the 13 weeks. */
  readonly gapDays: number;
  readonly standing: Standing;
  /** When the next follow-up would be by the cadence, were there one today. */
  readonly followUpByCadence: string;
}

export interface TrainingMissing extends Omit<TrainingGate, 'mentorId'> {
  readonly placementId: string;
}

export interface CourseFilter {
  /** Only those whose next follow-up is overdue. */
  readonly overdue?: boolean;
  /** Only the asker's own, as owner of the course. */
  readonly mine?: boolean;
  /** Only those somebody else is responsible for. */
  readonly owner?: string;
  readonly cursor?: string;
  readonly limit: number;
}

const listSql = `
select x.*, w.name as "workplaceName", co.name as "companyName", p.starts_on as "from", p.ends_on as "until", p.started_on as "startedOn",
       x."nextFollowUpOn" < $1::date as overdue
  from (${courseSelect}
         where k.closed_on is null and k.citizen_id = any ($2) and (not $3 or k.next_follow_up_on < $1::date)
           and ($4::uuid is null or k.owner_user_id = $4) and ($5::date is null or (k.next_follow_up_on, k.id) > ($5::date, $6::uuid))
         order by k.next_follow_up_on, k.id limit $7) x
  left join lateral (select * from placement p
                      where p.course_id = x.id and p.cancelled_at is null and p.ends_on > $1::date
                      order by p.starts_on limit 1) p on true
  left join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  left join company co on co.organisation_id = w.organisation_id and co.id = w.company_id
 order by x."nextFollowUpOn", x.id`;

/** One person's open courses, and those of them whose follow-up should have been. */
export interface OverdueCount {
  /** Null: courses nobody is responsible for. */
  readonly userId: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly overdue: number;
  /** The follow-up that has waited longest. */
  readonly oldestOn: string;
}

const overdueByOwnerSql = `
select k.owner_user_id as "userId", u.name, count(*) as open, count(*) filter (where k.next_follow_up_on < $1::date) as overdue, min(k.next_follow_up_on) as "oldestOn"
  from course k
  left join app_user u on u.organisation_id = k.organisation_id and u.id = k.owner_user_id
 where k.closed_on is null
 group by k.owner_user_id, u.name
having min(k.next_follow_up_on) < $1::date
 order by overdue desc, u.name, k.owner_user_id limit 1000`;

/** Reads that show a citizen write it in the access log, in their own transaction: `touch`, not `read`. */
@Injectable()
export class CoursesQueries {
  constructor(private readonly db: Db) {}

  /** Open courses of the citizens the asker may see, the one whose follow-up is most overdue first. */
  list(actor: Actor, { overdue = false, mine = false, owner, cursor, limit }: CourseFilter): Promise<Page<CourseListRow>> {
    const [on, id] = readCursor(cursor, z.tuple([z.iso.date(), z.uuid()])) ?? [null, null];
    return this.db.touch(actor, async (tx) => {
      const open = await citizensOpenTo(tx, actor);
      const rows = await tx.rows<CourseListRow>(listSql, [tx.today, [...open.keys()], overdue, (mine ? actor.userId : owner) ?? null, on, id, limit + 1]);
      const page = cutPage(rows, limit, (last) => writeCursor([last.nextFollowUpOn, last.id]));
      const shown = new Set(page.items.map(({ citizenId }) => citizenId));
      await noteSeen(tx, actor, new Map([...open].filter(([citizen]) => shown.has(citizen))), 'course');
      return page;
    });
  }

  /** How many open courses wait for a follow-up, by who is responsible, the most first. Numbers, never whose course. */
  overdueByOwner(actor: Actor): Promise<OverdueCount[]> {
    return this.db.read(actor, (tx) => tx.rows<OverdueCount>(overdueByOwnerSql, [tx.today]));
  }

  one(actor: Actor, courseId: string): Promise<CourseView> {
    return this.db.touch(actor, async (tx) => viewOf(tx, await seeCourse(tx, actor, courseId)));
  }
}

export async function viewOf(tx: Tx, course: CourseRow): Promise<CourseView> {
  const [gapDays, segments, terms, weeks] = await Promise.all([gapDaysOf(tx), segmentsOf(tx, course.id), termsOf(tx, course.id), weeksOf(tx, course.id)]);
  const stays = staysOf(segments);
  const standing = standingOn(stays, tx.today);
  return {
    ...course,
    overdue: course.nextFollowUpOn !== null && course.nextFollowUpOn < tx.today,
    segments,
    training: await trainingMissing(tx, segments),
    terms,
    thirteenWeeks: thirteenWeeks({ segments: segmentsThatCount(stays, weeks, tx.today), gapDays, today: tx.today }),
    gapDays,
    standing,
    followUpByCadence: nextFollowUp(standing, tx.today),
  };
}

async function trainingMissing(tx: Tx, segments: readonly Segment[]): Promise<TrainingMissing[]> {
  const toBegin = segments.filter(({ state }) => state === 'planned' || state === 'awaiting');
  const gates = await Promise.all(toBegin.map(async ({ id, from }) => {
    const { missing, blocked, overLimit, agreementId } = await trainingGate(tx, { placementId: id, on: from });
    return { placementId: id, missing, blocked, overLimit, agreementId };
  }));
  return gates.filter(({ missing, overLimit }) => missing.length > 0 || overLimit);
}

/** A break of at most so many days does not break the 13 weeks. */
export const gapDaysOf = async (tx: Tx): Promise<number> =>
  (await tx.one<{ gapDays: number }>('select course_gap_days as "gapDays" from organisation where organisation_id = app_organisation()')).gapDays;

/** The weeks somebody wrote ordinary hours down for, newest first. */
export const weeksOf = (tx: Tx, courseId: string): Promise<WeekOfHours[]> =>
  tx.rows<WeekOfHours>(
    'select iso_year as year, iso_week as week, minutes from ordinary_hours where course_id = $1 order by iso_year desc, iso_week desc limit 520',
    [courseId],
  );
