import { Injectable } from '@nestjs/common';
import { seeCitizens } from '#citizens';
import { grantStanding, type GrantStanding } from '#courses';
import { addDays, Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { durationAdvice, type DurationAdvice } from './duration.rules.js';
import { earlierDays, type EarlierDays } from './earlier-days.rules.js';
import { rampOf, type HoursRamp, type HoursStep } from './hours-ramp.rules.js';
import { companyAdditionality, limitsOf, type CompanyAdditionality, type WorkplaceLimits } from './limits.queries.js';
import { staysBefore } from './plan-advice.queries.js';

/** What an application in VITAS asks for, gathered: to copy from or print. What is null the company fills in itself. */
export interface VitasSheet {
  readonly of: 'reservation' | 'placement';
  readonly id: string;
  readonly openingId: string | null;
  readonly companyName: string;
  readonly cvr: string | null;
  readonly workplaceName: string;
  readonly pNumber: string | null;
  readonly address: string | null;
  readonly employer: { readonly name: string; readonly email: string | null; readonly phone: string | null } | null;
  readonly mentorName: string | null;
  readonly measureType: string;
  readonly measureName: string;
  readonly targetGroupName: string | null;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly hours: HoursRamp;
  /** When in the week, from the work agreement. */
  readonly attendance: string | null;
  readonly tasks: string | null;
  /** Agreed with both sides before the start; null: not yet, or not for this reader. */
  readonly purpose: string | null;
  /** The case reference: only for those who may see the citizen, or who reserved. */
  readonly citizenRef: string | null;
  readonly limits: WorkplaceLimits;
  /** Whether the measure must itself fit into the ratio rule. */
  readonly checked: boolean;
  readonly duration: DurationAdvice;
  /** Days the same citizen has been at the workplace before in the same measure: of one purpose they count together. */
  readonly earlier: EarlierDays;
  /** Null: the measure does not ask for it. */
  readonly additionality: CompanyAdditionality | null;
  readonly grant: Grant | null;
  /** Without it there is nothing to apply for. */
  readonly needsGrant: boolean;
  /** Null: of a reservation, or not for this reader. */
  readonly grantStanding: GrantStanding | null;
  /** False: the citizen is known and the reader may not see them; purpose, reference, attendance and grant are left out. */
  readonly seesCitizen: boolean;
  /** Of the placement, to write its grant. */
  readonly version: number;
}

export interface Grant {
  readonly number: string;
  readonly from: string | null;
  /** First day after. */
  readonly until: string | null;
  readonly exempt: boolean;
}

interface Row extends Omit<VitasSheet, 'measureName' | 'targetGroupName' | 'hours' | 'limits' | 'checked' | 'duration' | 'earlier' | 'additionality' | 'grant' | 'needsGrant' | 'grantStanding' | 'seesCitizen'> {
  readonly startedOn: string | null;
  readonly workplaceId: string;
  readonly citizenId: string | null;
  readonly mine: boolean;
  readonly targetGroup: string | null;
  readonly minutesPerWeek: number;
  readonly steps: readonly HoursStep[];
  readonly grantNumber: string | null;
  readonly grantFrom: string | null;
  readonly grantUntil: string | null;
  readonly ratioExempt: boolean;
}

/** What every colleague may see of it: the company, the measure, the period and the hours. */
const withoutCitizen = (row: Row): Row => ({ ...row, purpose: null, citizenRef: null, attendance: null, grantNumber: row.citizenId === null ? row.grantNumber : null });

/** Reads that show a citizen's purpose are noted in the access log, so `touch`. */
@Injectable()
export class VitasSheetQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** The company's half for every colleague; what is the citizen's only for those who may see the citizen. Refuses 404. */
  placement(actor: Actor, { id }: { readonly id: string }): Promise<VitasSheet> {
    return this.sheet(actor, placementSql, id);
  }

  /** Refuses 404. */
  reservation(actor: Actor, { id }: { readonly id: string }): Promise<VitasSheet> {
    return this.sheet(actor, reservationSql, id);
  }

  private sheet(actor: Actor, sql: string, id: string): Promise<VitasSheet> {
    return this.db.touch(actor, async (tx) => {
      const row = await tx.one<Row>(sql, [id, actor.userId]);
      const seesCitizen = row.citizenId === null || (await seeCitizens(tx, actor, [row.citizenId], 'placement')).size > 0;
      const whole = row.citizenId === null ? row.mine : seesCitizen;
      const sheet = await this.gathered(tx, actor, whole ? row : withoutCitizen(row), seesCitizen ? row.citizenRef : null);
      return { ...sheet, grantStanding: row.of === 'placement' && seesCitizen ? grantStanding({ ...row, needsGrant: sheet.needsGrant, from: row.startedOn ?? row.from }) : null, seesCitizen };
    });
  }

  /** `earlierOf`: whose earlier days there count together; null: not for this reader. */
  private async gathered(tx: Tx, actor: Actor, row: Row, earlierOf: string | null): Promise<Omit<VitasSheet, 'grantStanding' | 'seesCitizen'>> {
    const { workplaceId, citizenId: _, mine: __, targetGroup, minutesPerWeek, steps, grantNumber, grantFrom, grantUntil, ratioExempt, startedOn: ___, ...shown } = row;
    const reference = await this.reference.current(tx);
    const rule = reference.ratioRule(row.from);
    const rules = reference.durationRules(row.measureType, targetGroup ?? '', row.from);
    const [limits, stays] = await Promise.all([
      limitsOf(tx, rule, workplaceId, row.from),
      earlierOf ? staysBefore(tx, { workplaceId, citizenRef: earlierOf, measureType: row.measureType, from: row.from, except: row.id }) : [],
    ]);
    const earlier = earlierDays(stays, row.from, row.purpose);
    const additional = reference.additionalityRule(row.from);
    const measures = reference.measureTypes(row.from);
    const name = (types: readonly { code: string; nameDa: string; nameEn: string }[], code: string | null): string | null => {
      const type = types.find((each) => each.code === code);
      return type ? (actor.language === 'en' ? type.nameEn : type.nameDa) : code;
    };
    return {
      ...shown,
      measureName: name(measures, row.measureType) ?? row.measureType,
      targetGroupName: name(reference.targetGroups(row.from), targetGroup),
      hours: rampOf(minutesPerWeek, row.from, row.until, steps),
      limits,
      checked: rule?.measuresChecked.includes(row.measureType) ?? false,
      duration: durationAdvice(rules, addDays(row.from, -earlier.together), row.until),
      earlier,
      additionality: additional?.measures.includes(row.measureType) ? await companyAdditionality(tx, additional, limits.companyId) : null,
      grant: grantNumber === null ? null : { number: grantNumber, from: grantFrom, until: grantUntil, exempt: ratioExempt },
      needsGrant: measures.find(({ code }) => code === row.measureType)?.needsGrant ?? true,
    };
  }
}

const place = `c.name as "companyName", c.cvr, w.id as "workplaceId", w.name as "workplaceName", w.p_number as "pNumber",
       nullif(concat_ws(', ', w.street, concat_ws(' ', w.postal_code, w.town)), '') as address,
       (select json_build_object('name', k.name, 'email', k.email, 'phone', k.phone) from contact_person k
         where k.organisation_id = w.organisation_id and k.company_id = c.id and (k.workplace_id is null or k.workplace_id = w.id)
         order by k.workplace_id is null, k.email is null, k.id limit 1) as employer`;
const joined = (row: string): string => `
  join workplace w on w.organisation_id = ${row}.organisation_id and w.id = ${row}.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id`;
const placementSql = `
select 'placement' as of, p.id, coalesce(p.opening_id, p.slot_id) as "openingId", ${place}, m.name as "mentorName", p.measure_type_code as "measureType",
       lower(p.period) as "from", upper(p.period) as "until", p.minutes_per_week as "minutesPerWeek",
       (select coalesce(json_agg(json_build_object('from', h.from_on, 'minutesPerWeek', h.minutes_per_week) order by h.from_on), '[]')
          from placement_hours h where h.organisation_id = p.organisation_id and h.placement_id = p.id) as steps,
       (select g.attendance from work_agreement g where g.organisation_id = p.organisation_id and g.placement_id = p.id order by g.number desc limit 1) as attendance,
       coalesce(s.tasks, o.tasks) as tasks, t.purpose, p.citizen_ref as "citizenRef", k.citizen_id as "citizenId",
       coalesce(r.reserved_by, k.owner_user_id) is not distinct from $2 as mine,
       coalesce((select z.target_group_code from citizen_target_group z
                  where z.organisation_id = k.organisation_id and z.citizen_id = k.citizen_id and z.valid @> lower(p.period)), r.target_group_code) as "targetGroup",
       p.grant_number as "grantNumber", p.grant_from as "grantFrom", p.grant_until as "grantUntil", p.ratio_exempt as "ratioExempt", p.version,
       p.started_on as "startedOn"
  from placement p ${joined('p')}
  left join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
  left join opening o on o.organisation_id = p.organisation_id and o.id = p.opening_id
  left join mentor m on m.organisation_id = p.organisation_id and m.id = p.mentor_id
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
  left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
  left join start_terms t on t.organisation_id = p.organisation_id and t.id = p.start_terms_id
 where p.id = $1 and p.cancelled_at is null`;

const reservationSql = `
select 'reservation' as of, r.id, r.opening_id as "openingId", ${place}, m.name as "mentorName", r.measure_type_code as "measureType",
       r.from_date as "from", r.until_date as "until", r.minutes_per_week as "minutesPerWeek", '[]'::json as steps, null as attendance,
       o.tasks, null as purpose, r.citizen_ref as "citizenRef", null as "citizenId", r.reserved_by = $2 as mine, r.target_group_code as "targetGroup",
       null as "grantNumber", null as "grantFrom", null as "grantUntil", false as "ratioExempt", r.version,
       null as "startedOn"
  from reservation r ${joined('r')}
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  left join mentor m on m.organisation_id = o.organisation_id and m.id = o.mentor_id
 where r.id = $1`;
