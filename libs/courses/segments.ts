import { agreementOfPlacement } from '#agreements';
import type { DayRange, Tx } from '#platform';
import type { PlaceModel, Stay } from './follow-up.rules.js';
import { grantStanding, type GrantFacts, type GrantStanding } from './grant.rules.js';
import type { CountedStay } from './thirteen-weeks.rules.js';

/** Weekly hours from a day on. */
export interface HoursFrom {
  readonly from: string;
  readonly minutesPerWeek: number;
}

/** A placement as a segment of its course. Days half-open. */
export interface Segment {
  readonly id: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  readonly model: PlaceModel;
  readonly measureDa: string;
  readonly measureEn: string;
  /** What it began with, or was planned with. */
  readonly minutesPerWeek: number;
  /** From a day, so many minutes a week, until the next; none: `minutesPerWeek` all along. */
  readonly hours: readonly HoursFrom[];
  readonly from: string;
  readonly until: string;
  readonly startedOn: string | null;
  readonly noShowReason: string | null;
  readonly stopReason: string | null;
  /** What was agreed before the start; null: nothing yet. */
  readonly termsId: string | null;
  /** The day it was agreed with the later of the two sides. */
  readonly agreedOn: string | null;
  /** The placement it goes on from, after a move; null: it begins by itself. */
  readonly continuesId: string | null;
  /** The grant (bevilling) as VITAS gave it; null: not written back yet. */
  readonly grantNumber: string | null;
  readonly grantFrom: string | null;
  /** First day after. */
  readonly grantUntil: string | null;
  readonly grantStanding: GrantStanding;
  /** Days the citizen is away; `to` is the first day back. */
  readonly pauses: readonly DayRange[];
  /** `awaiting`: its first day has come, and nobody has said whether the citizen has. */
  readonly state: 'planned' | 'awaiting' | 'running' | 'ended' | 'stopped' | 'cancelled' | 'no-show';
}

type Row = Omit<Segment, 'grantStanding'> & Pick<GrantFacts, 'needsGrant'>;

/** The weekly hours of placement `p` that ramp. */
export const hoursOfPlacement = `
       coalesce((select json_agg(json_build_object('from', h.from_on, 'minutesPerWeek', h.minutes_per_week) order by h.from_on) from placement_hours h
                  where h.organisation_id = p.organisation_id and h.placement_id = p.id), '[]')`;

const segmentSql = `
select p.id, c.id as "companyId", c.name as "companyName", w.id as "workplaceId", w.name as "workplaceName", p.mentor_id as "mentorId",
       m.name as "mentorName", coalesce(s.model, case when a.id is not null then 'match_driven' end, 'open') as model,
       coalesce(t.name_da, p.measure_type_code) as "measureDa", coalesce(t.name_en, p.measure_type_code) as "measureEn",
       p.minutes_per_week as "minutesPerWeek", p.starts_on as "from", p.ends_on as "until", p.started_on as "startedOn",
       p.continues_id as "continuesId", p.grant_number as "grantNumber",
       p.grant_from as "grantFrom", p.grant_until as "grantUntil", coalesce(t.needs_grant, true) as "needsGrant",
       ${hoursOfPlacement} as hours,
       p.no_show_reason as "noShowReason", p.stop_reason as "stopReason", p.start_terms_id as "termsId",
       (select greatest(g.agreed_with_citizen_on, g.agreed_with_company_on) from start_terms g
         where g.organisation_id = p.organisation_id and g.id = p.start_terms_id) as "agreedOn",
       coalesce((select json_agg(json_build_object('from', z.starts_on, 'to', z.ends_on) order by z.starts_on) from placement_pause z
                  where z.organisation_id = p.organisation_id and z.placement_id = p.id and z.cancelled_at is null), '[]') as pauses,
       case when p.no_show_reason is not null then 'no-show' when p.cancelled_at is not null then 'cancelled'
            when p.ends_on <= $2::date then case when p.stopped_at is null then 'ended' else 'stopped' end
            when p.started_on <= $2::date then 'running' when p.starts_on <= $2::date then 'awaiting' else 'planned' end as state
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join mentor m on m.organisation_id = p.organisation_id and m.id = p.mentor_id
  left join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
  left join agreement a on p.slot_id is null and a.organisation_id = p.organisation_id and a.id = ${agreementOfPlacement}
  left join measure_type t on t.code = p.measure_type_code and t.valid @> p.starts_on
 where p.course_id = $1
 order by p.starts_on, p.id`;

/** A course's placements in the order of time, cancelled ones too. */
export async function segmentsOf(tx: Tx, courseId: string): Promise<Segment[]> {
  const rows = await tx.rows<Row>(segmentSql, [courseId, tx.today]);
  return rows.map(({ needsGrant, ...row }) => ({ ...row, grantStanding: grantStanding({ ...row, needsGrant, from: row.startedOn ?? row.from }) }));
}

/** Those that are not cancelled, as the rules count them. */
export const staysOf = (segments: readonly Segment[]): (Stay & CountedStay)[] =>
  segments
    .filter(({ state }) => state !== 'cancelled' && state !== 'no-show')
    .map(({ from, until, startedOn, model, pauses }) => ({ from, to: until, startedOn, model, pauses }));
