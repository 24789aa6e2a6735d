import type { Tx } from '#platform';

/** What was agreed before a start. */
export interface Terms {
  readonly id: string;
  readonly purpose: string;
  readonly agreedWithCitizenOn: string;
  readonly agreedWithCompanyOn: string;
  readonly hoursOutcome: 'agreed' | 'not_yet' | 'refused';
  /** Minutes a week from that day on, when they are agreed. */
  readonly hoursMinutes: number | null;
  readonly hoursFrom: string | null;
  readonly refusedReason: string | null;
  /** What it takes (hvad der skal til), when the answer is "not yet". */
  readonly criteria: readonly { readonly id: string; readonly criterion: string; readonly reviewOn: string; readonly metOn: string | null }[];
  /** Whether a placement goes by it; what was agreed before and then agreed anew stays, but goes for nothing. */
  readonly inForce: boolean;
  readonly by: string | null;
}

const termsSql = `
select t.id, t.purpose, t.agreed_with_citizen_on as "agreedWithCitizenOn", t.agreed_with_company_on as "agreedWithCompanyOn",
       t.hours_outcome as "hoursOutcome", t.hours_minutes as "hoursMinutes", t.hours_from as "hoursFrom", t.refused_reason as "refusedReason",
       coalesce((select json_agg(json_build_object('id', w.id, 'criterion', w.criterion, 'reviewOn', w.review_on, 'metOn', w.met_on) order by w.id)
                   from what_it_takes w where w.organisation_id = t.organisation_id and w.start_terms_id = t.id), '[]') as criteria,
       exists (select from placement p where p.course_id = t.course_id and p.start_terms_id = t.id) as "inForce", u.name as by
  from start_terms t
  left join app_user u on u.organisation_id = t.organisation_id and u.id = t.created_by
 where t.course_id = $1
 order by t.id desc limit 50`;

/** What was agreed before the starts of a course, newest first. */
export const termsOf = (tx: Tx, courseId: string): Promise<Terms[]> => tx.rows<Terms>(termsSql, [courseId]);
