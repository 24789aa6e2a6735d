import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { lockCourse } from './course-row.js';
import { segmentsOf } from './segments.js';
import { termsFaults, type HoursOutcome, type TermDays } from './start.rules.js';

export interface NewTerms extends TermDays {
  readonly courseId: string;
  readonly placementId: string;
  readonly purpose: string;
  readonly hours: HoursOutcome;
}

/**
 * Writes down what was agreed with both sides before a start: the purpose (R55), and ordinary hours (R61, R62). Agreed
 * anew, it is written anew; what was agreed before stays. Refuses `course.closed`, `placement.over`, 404 for a placement
 * of another course, and 422 for days that cannot be.
 */
@Injectable()
export class WriteStartTerms {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, placementId, ...terms }: NewTerms): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      await lockCourse(tx, actor, courseId);
      const segment = (await segmentsOf(tx, courseId)).find(({ id }) => id === placementId);
      if (!segment) throw new Refusal('not-found', { status: 404 });
      const past = segment.startedOn !== null && ['ended', 'stopped'].includes(segment.state);
      if (past || segment.state === 'cancelled' || segment.state === 'no-show') throw new Refusal('placement.over');
      const faults = termsFaults(terms, tx.today);
      if (faults.length > 0) throw invalid(...faults);
      const id = await insertTerms(tx, actor, courseId, terms);
      await tx.run('update placement set start_terms_id = $2, version = version + 1 where id = $1', [placementId, id]);
      const { companyId, workplaceId } = segment;
      await journal(tx, actor, { action: 'course.terms-agreed', subject: 'course', subjectId: courseId, companyId, workplaceId, after: { hoursOutcome: terms.hours.outcome } });
      return { id };
    });
  }
}

async function insertTerms(tx: Tx, actor: Actor, courseId: string, { purpose, agreedWithCitizenOn, agreedWithCompanyOn, hours }: Omit<NewTerms, 'courseId' | 'placementId'>): Promise<string> {
  const id = tx.newId();
  const [minutes, from] = hours.outcome === 'agreed' ? [hours.minutes, hours.from] : [null, null];
  await tx.run(
    `insert into start_terms (organisation_id, id, course_id, purpose, agreed_with_citizen_on, agreed_with_company_on, hours_outcome,
                              hours_minutes, hours_from, refused_reason, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, courseId, purpose, agreedWithCitizenOn, agreedWithCompanyOn, hours.outcome, minutes, from, hours.outcome === 'refused' ? hours.reason : null, tx.now, actor.userId],
  );
  const criteria = hours.outcome === 'not_yet' ? hours.criteria : [];
  await tx.run(
    `insert into what_it_takes (organisation_id, id, start_terms_id, criterion, review_on, written_at, written_by)
     select app_organisation(), c.id, $1, c.criterion, c.review_on, $5, $6 from unnest($2::uuid[], $3::text[], $4::date[]) c (id, criterion, review_on)`,
    [id, criteria.map(() => tx.newId()), criteria.map(({ criterion }) => criterion), criteria.map(({ reviewOn }) => reviewOn), tx.now, actor.userId],
  );
  return id;
}
