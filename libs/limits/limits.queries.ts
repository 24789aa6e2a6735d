import { Injectable } from '@nestjs/common';
import { headroomAt } from '#mentors';
import { Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries, type AdditionalityRule, type RatioRule } from '#reference';
import { additionalityOf, type Additionality, type CompanyMonth } from './additionality.rules.js';
import { capOf, employeesBefore, minutesLeft, peopleWithin, type EmployeesUsed, type StatedMonth } from './ratio.rules.js';

/** A month as stated, to be corrected with its version. */
export interface StatedEmployees extends StatedMonth {
  readonly id: string;
  readonly version: number;
}

/** Somebody who counts on the used side that day: no citizen, only hours and days. */
export interface CountedPlacement {
  readonly id: string;
  readonly measureType: string;
  readonly minutesPerWeek: number;
  readonly from: string;
  /** First day after. */
  readonly until: string;
}

/** What the ratio rule (rimelighedskrav) leaves at a workplace on a day, with everything it was worked out from. Advice. */
export interface WorkplaceLimits {
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly pNumber: string | null;
  readonly on: string;
  /** Null: no rule held that day. */
  readonly rule: RatioRule | null;
  /** Null: nobody has said how many employees there are, so the rule's answer is unknown and limits nothing. */
  readonly employees: EmployeesUsed | null;
  /** Full-time places; null when unknown. */
  readonly cap: number | null;
  readonly counted: readonly CountedPlacement[];
  readonly usedMinutes: number;
  /** Below zero: there are more than the rule allows. Null when unknown. */
  readonly leftMinutes: number | null;
  /** The hours one more would have: the mean of the places agreed there, else full time. */
  readonly minutesEach: number;
  /** People more at those hours; null when unknown. */
  readonly people: number | null;
  /** Trainees more that the mentors there can carry; below zero when they are overfull. */
  readonly mentorHeadroom: number;
  readonly stated: readonly StatedEmployees[];
}

/** In short, for a list. */
export interface WorkplaceLeft {
  readonly workplaceId: string;
  /** Full-time places by the ratio rule, and the weekly minutes that count; null when the number of employees is unknown. */
  readonly cap: number | null;
  readonly usedMinutes: number | null;
  readonly leftMinutes: number | null;
  readonly mentorHeadroom: number;
}

export interface CompanyAdditionality extends Additionality {
  /** Null: no rule held that day, so nothing is asked. */
  readonly rule: AdditionalityRule | null;
  /** Open workplaces, and those of them that have stated any month. */
  readonly workplaces: number;
  readonly stating: number;
}

interface Workplace {
  readonly name: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly pNumber: string | null;
  readonly fte: number | null;
  readonly fteOn: string | null;
}

@Injectable()
export class LimitsQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** A workplace's limits on a day, today unless said. Refuses 404. */
  workplace(actor: Actor, { workplaceId, on }: { readonly workplaceId: string; readonly on?: string }): Promise<WorkplaceLimits> {
    return this.db.read(actor, async (tx) => limitsOf(tx, (await this.reference.current(tx)).ratioRule(on ?? tx.today), workplaceId, on ?? tx.today));
  }

  /** A company's open workplaces with what law and mentors leave today, by name; at most 100. Refuses 404. */
  company(actor: Actor, { companyId }: { readonly companyId: string }): Promise<WorkplaceLeft[]> {
    return this.db.read(actor, async (tx) => {
      await tx.one('select 1 from company where id = $1', [companyId]);
      return tx.rows<WorkplaceLeft>(leftSql, [companyId, tx.today]);
    });
  }

  /** Additionality (merbeskæftigelse) of a company, over the workplaces it has stated months for. Refuses 404. */
  additionality(actor: Actor, { companyId }: { readonly companyId: string }): Promise<CompanyAdditionality> {
    return this.db.read(actor, async (tx) => {
      await tx.one('select 1 from company where id = $1', [companyId]);
      return companyAdditionality(tx, (await this.reference.current(tx)).additionalityRule(tx.today), companyId);
    });
  }
}

/** As of today; `rule` is the one of the day that is asked about. */
export async function companyAdditionality(tx: Tx, rule: AdditionalityRule | undefined, companyId: string): Promise<CompanyAdditionality> {
  const [months, open] = await Promise.all([tx.rows<CompanyMonth>(companyMonths, [companyId, tx.today]), tx.one<{ workplaces: number; stating: number }>(statingSql, [companyId, tx.today])]);
  const outcome = rule ? additionalityOf(months, open.stating, rule) : ({ outcome: 'unknown', latest: null, mean: null, known: 0 } as const);
  return { rule: rule ?? null, ...outcome, ...open };
}

/** In the transaction of a change, or of a page that shows more. */
export async function limitsOf(tx: Tx, rule: RatioRule | undefined, workplaceId: string, on: string): Promise<WorkplaceLimits> {
  const [workplace, stated, counted, agreed, mentors] = await Promise.all([
    tx.one<Workplace>(workplaceSql, [workplaceId]),
    tx.rows<StatedEmployees>(statedSql, [workplaceId]),
    tx.rows<CountedPlacement>(countedSql, [workplaceId, on]),
    tx.one<{ minutes: number | null }>(agreedMinutes, [workplaceId, on]),
    headroomAt(tx, workplaceId, on),
  ]);
  const { fte, fteOn, name: workplaceName, ...of } = workplace;
  const usedMinutes = counted.reduce((sum, { minutesPerWeek }) => sum + minutesPerWeek, 0);
  const employees = rule ? employeesBefore(on, stated, { fte, on: fteOn }, rule) : null;
  const minutesEach = agreed.minutes ?? rule?.fullTimeMinutes ?? 2220;
  const cap = rule && employees ? capOf(employees.fte, rule) : null;
  const leftMinutes = rule && cap !== null ? minutesLeft(cap, usedMinutes, rule) : null;
  const people = leftMinutes === null ? null : peopleWithin(leftMinutes, minutesEach);
  return { workplaceId, workplaceName, ...of, on, rule: rule ?? null, employees, cap, counted, usedMinutes, leftMinutes, minutesEach, people, mentorHeadroom: mentors.headroom, stated };
}

const workplaceSql = `
select w.name, w.company_id as "companyId", c.name as "companyName", w.p_number as "pNumber", w.employees_fte::float8 as fte, w.employees_on as "fteOn"
  from workplace w join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where w.id = $1`;

const statedSql = 'select id, month, fte::float8 as fte, version from workplace_employees where workplace_id = $1 order by month desc limit 24';

/** As legal_room counts them. */
const countedSql = `
select p.id, p.measure_type_code as "measureType", p.starts_on as "from", p.ends_on as "until",
       coalesce((select h.minutes_per_week from placement_hours h
                  where h.organisation_id = p.organisation_id and h.placement_id = p.id and h.from_on <= $2::date
                  order by h.from_on desc limit 1), p.minutes_per_week) as "minutesPerWeek"
  from placement p
  join ratio_rule r on r.valid @> $2::date
 where p.workplace_id = $1 and p.cancelled_at is null and p.starts_on <= $2::date and p.ends_on > $2::date and not p.ratio_exempt
   and (p.measure_type_code = any (r.measures)
        or (p.measure_type_code = any (r.measures_by_choice) and (select o.ratio_counts_by_choice from organisation o where o.organisation_id = app_organisation())))
 order by p.starts_on, p.id`;

const agreedMinutes = `
select avg(s.minutes_per_week)::float8 as minutes
  from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
 where s.workplace_id = $1 and a.activated_at is not null and s.starts_on <= $2::date and (s.ends_on is null or s.ends_on > $2::date)
   and a.starts_on <= $2::date and (a.ends_on is null or a.ends_on > $2::date)`;

const leftSql = `
select w.id as "workplaceId", l.cap, l.used_minutes as "usedMinutes", l.cap * l.full_time_minutes - l.used_minutes as "leftMinutes",
       mentor_headroom(w.id, $2::date) as "mentorHeadroom"
  from workplace w
  left join lateral legal_room(w.id, $2::date) l on true
 where w.company_id = $1 and (w.closed_on is null or w.closed_on > $2::date)
 order by w.name, w.id limit 100`;

const companyMonths = `
select e.month, sum(e.fte)::float8 as fte, count(*)::int as workplaces
  from workplace_employees e join workplace w on w.organisation_id = e.organisation_id and w.id = e.workplace_id
 where w.company_id = $1 and (w.closed_on is null or w.closed_on > $2::date) and e.month < date_trunc('month', $2::date)
 group by e.month order by e.month desc limit 24`;

const statingSql = `
select count(*)::int as workplaces,
       (count(*) filter (where exists (select from workplace_employees e where e.organisation_id = w.organisation_id and e.workplace_id = w.id)))::int as stating
  from workplace w where w.company_id = $1 and (w.closed_on is null or w.closed_on > $2::date)`;
