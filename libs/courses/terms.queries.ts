import type { Tx } from '#platform';

/** How a criterion was agreed at some time. */
export interface CriterionVersion {
  readonly criterion: string;
  readonly reviewOn: string;
  readonly metOn: string | null;
}

/** What it takes (hvad der skal til) to come to ordinary hours, as it stands now. */
export interface Criterion extends CriterionVersion {
  readonly id: string;
  readonly version: number;
  /** How it stood before, newest first. */
  readonly earlier: readonly (CriterionVersion & { readonly number: number; readonly writtenOn: string; readonly by: string | null })[];
}

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
  readonly criteria: readonly Criterion[];
  /** Whether a placement goes by it; what was agreed before and then agreed anew stays, but goes for nothing. */
  readonly inForce: boolean;
  readonly by: string | null;
}

/** The columns of a criterion `w`. */
export const criterionSelect = `
w.id, w.criterion, w.review_on as "reviewOn", w.met_on as "metOn", w.version,
coalesce((select json_agg(json_build_object('number', v.number, 'criterion', v.criterion, 'reviewOn', v.review_on, 'metOn', v.met_on,
                                            'writtenOn', (v.written_at at time zone 'Europe/Copenhagen')::date, 'by', a.name) order by v.number desc)
            from what_it_takes_version v
            left join app_user a on a.organisation_id = v.organisation_id and a.id = v.written_by
           where v.organisation_id = w.organisation_id and v.what_it_takes_id = w.id and v.number < w.version), '[]') as earlier`;

const termsSql = `
select t.id, t.purpose, t.agreed_with_citizen_on as "agreedWithCitizenOn", t.agreed_with_company_on as "agreedWithCompanyOn",
       t.hours_outcome as "hoursOutcome", t.hours_minutes as "hoursMinutes", t.hours_from as "hoursFrom", t.refused_reason as "refusedReason",
       coalesce((select json_agg(x order by x.id)
                   from (select ${criterionSelect} from what_it_takes w where w.organisation_id = t.organisation_id and w.start_terms_id = t.id) x), '[]') as criteria,
       exists (select from placement p where p.course_id = t.course_id and p.start_terms_id = t.id) as "inForce", u.name as by
  from start_terms t
  left join app_user u on u.organisation_id = t.organisation_id and u.id = t.created_by
 where t.course_id = $1
 order by t.id desc limit 50`;

/** What was agreed before the starts of a course, newest first. */
export const termsOf = (tx: Tx, courseId: string): Promise<Terms[]> => tx.rows<Terms>(termsSql, [courseId]);
