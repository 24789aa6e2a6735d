import { Injectable } from '@nestjs/common';
import { citizensOpenTo, noteSeen } from '#citizens';
import { addDays, Db, Refusal, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { durationAdvice, type DurationAdvice } from './duration.rules.js';
import { earlierDays, type EarlierDays, type EarlierStay } from './earlier-days.rules.js';
import { companyAdditionality, limitsOf, type CompanyAdditionality, type WorkplaceLimits } from './limits.queries.js';

/** A stay somebody thinks of: a measure from a day to a day at a workplace. */
export interface Plan {
  readonly workplaceId: string;
  readonly measureType: string;
  readonly targetGroup?: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  /** Unless said, as many as are usual there. */
  readonly minutesPerWeek?: number;
  /** Days the citizen has been there before count together, for those who may see the citizen. */
  readonly citizenRef?: string;
}

/** What the rules of its first day say about a plan, with everything it was worked out from. Advice. */
export interface PlanAdvice {
  readonly measureType: string;
  readonly from: string;
  readonly until: string;
  readonly minutesPerWeek: number;
  readonly duration: DurationAdvice;
  readonly earlier: EarlierDays;
  /** Where else the citizen is to be on some of the days. */
  readonly elsewhere: readonly Elsewhere[];
  readonly limits: WorkplaceLimits;
  /** Whether the measure must itself fit into the ratio rule. */
  readonly checked: boolean;
  /** Null: the measure does not ask for it. */
  readonly additionality: CompanyAdditionality | null;
}

/** Another stay of the citizen's. Half-open days. */
export interface Elsewhere {
  readonly companyName: string;
  readonly from: string;
  readonly until: string;
}

export interface ExtensionAdvice extends PlanAdvice {
  /** Nobody has said for whom it is, which the length depends on. */
  readonly needsTargetGroup: boolean;
}

/** `touch`, because earlier days of a citizen are noted in the access log when they are shown. */
@Injectable()
export class PlanAdviceQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** Refuses `duration.end-before-start` (422), 404. */
  advice(actor: Actor, { workplaceId, measureType, targetGroup = '', from, until, minutesPerWeek, citizenRef }: Plan): Promise<PlanAdvice> {
    if (until <= from) throw new Refusal('duration.end-before-start', { status: 422 });
    return this.db.touch(actor, async (tx) => this.of(tx, actor, { workplaceId, measureType, targetGroup, from, until, minutesPerWeek, citizenRef }));
  }

  /**
   * Of a placement that is to last longer: how long from its first day on, and the room there is on the first day more,
   * when the citizen is not counted there already. Refuses 404.
   */
  extension(actor: Actor, { placementId, until }: { readonly placementId: string; readonly until: string }): Promise<ExtensionAdvice> {
    return this.db.touch(actor, async (tx) => {
      const { ends, ...standing } = await tx.one<Plan & { readonly ends: string }>(standingSql, [placementId]);
      return { ...(await this.of(tx, actor, { ...standing, until }, { roomOn: ends, except: placementId })), needsTargetGroup: !standing.targetGroup };
    });
  }

  /** `roomOn`: the first of the days whose ratio rule, room and other stays are asked for; `except`: the stay that is to last longer. */
  private async of(tx: Tx, actor: Actor, { workplaceId, measureType, targetGroup = '', from, until, minutesPerWeek, citizenRef }: Plan, { roomOn = from, except }: { roomOn?: string; except?: string } = {}): Promise<PlanAdvice> {
    const reference = await this.reference.current(tx);
    const rule = reference.ratioRule(roomOn);
    const [limits, stays, elsewhere] = await Promise.all([
      limitsOf(tx, rule, workplaceId, roomOn),
      citizenRef ? openStays(tx, actor, staysBefore(tx, { workplaceId, citizenRef, measureType, from })) : [],
      citizenRef ? openStays(tx, actor, tx.rows<Stay & Elsewhere>(elsewhereSql, [citizenRef, roomOn, until, except ?? null])) : [],
    ]);
    const additionality = reference.additionalityRule(roomOn);
    const earlier = earlierDays(stays, from, null);
    return {
      measureType,
      from,
      until,
      minutesPerWeek: minutesPerWeek ?? Math.round(limits.minutesEach),
      duration: durationAdvice(reference.durationRules(measureType, targetGroup, from), addDays(from, -earlier.together), until),
      earlier,
      elsewhere: elsewhere.map(({ companyName, from, until }) => ({ companyName, from, until })),
      limits,
      checked: rule?.measuresChecked.includes(measureType) ?? false,
      additionality: additionality?.measures.includes(measureType) ? await companyAdditionality(tx, additionality, limits.companyId) : null,
    };
  }
}

interface Before {
  readonly workplaceId: string;
  readonly citizenRef: string;
  readonly measureType: string;
  readonly from: string;
  /** The stay that is itself asked about. */
  readonly except?: string;
}

interface Stay {
  readonly citizenId: string | null;
  readonly reservedBy: string | null;
}

/** Stays of a citizen at a workplace in a measure that began before a day; no-shows never were. */
export const staysBefore = (tx: Tx, { workplaceId, citizenRef, measureType, from, except }: Before): Promise<(EarlierStay & Stay)[]> =>
  tx.rows<EarlierStay & Stay>(staysSql, [workplaceId, citizenRef, measureType, from, except ?? null]);

/** Those of them the reader may know of: of a citizen open to them, or that they reserved themselves. */
async function openStays<T extends Stay>(tx: Tx, actor: Actor, asked: Promise<T[]>): Promise<T[]> {
  const stays = await asked;
  const open = await citizensOpenTo(tx, actor, [...new Set(stays.flatMap(({ citizenId }) => citizenId ?? []))]);
  await noteSeen(tx, actor, open, 'placement');
  return stays.filter(({ citizenId, reservedBy }) => (citizenId !== null && open.has(citizenId)) || (reservedBy !== null && reservedBy === actor.userId));
}

const staysSql = `
select p.starts_on as "from", p.ends_on as "until", t.purpose, k.citizen_id as "citizenId", r.reserved_by as "reservedBy"
  from placement p
  left join start_terms t on t.organisation_id = p.organisation_id and t.id = p.start_terms_id
  left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
 where p.workplace_id = $1 and p.citizen_ref = $2 and p.measure_type_code = $3 and p.starts_on < $4::date and p.ends_on > p.starts_on
   and p.cancelled_at is null and p.no_show_reason is null and ($5::uuid is null or p.id <> $5)
 order by p.starts_on`;

const elsewhereSql = `
select c.name as "companyName", p.starts_on as "from", p.ends_on as "until", z.id as "citizenId", r.reserved_by as "reservedBy"
  from citizen z
  join course k on k.organisation_id = z.organisation_id and k.citizen_id = z.id
  join placement p on p.organisation_id = k.organisation_id and p.course_id = k.id
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
 where z.case_ref = $1 and p.starts_on < $3::date and p.ends_on > $2::date and p.ends_on > p.starts_on
   and p.cancelled_at is null and p.no_show_reason is null and ($4::uuid is null or p.id <> $4)
 order by p.starts_on, p.id limit 5`;

const standingSql = `
select p.workplace_id as "workplaceId", p.measure_type_code as "measureType", p.citizen_ref as "citizenRef", p.starts_on as "from", p.ends_on as ends,
       coalesce((select h.minutes_per_week from placement_hours h
                  where h.organisation_id = p.organisation_id and h.placement_id = p.id order by h.from_on desc limit 1), p.minutes_per_week) as "minutesPerWeek",
       coalesce((select z.target_group_code from citizen_target_group z join course k on k.organisation_id = z.organisation_id and k.citizen_id = z.citizen_id
                  where z.organisation_id = p.organisation_id and k.id = p.course_id and z.valid @> p.starts_on), r.target_group_code) as "targetGroup"
  from placement p
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
 where p.id = $1`;
