import { holdsDiagnosis, type Tx } from '#platform';

export interface Goal {
  readonly sectorId: string | null;
  readonly tasks: string;
}

/** What Indgang knows of a citizen. Days half-open; minutes a week; travel one way. */
export interface Citizen {
  readonly id: string;
  readonly caseRef: string;
  readonly pseudonym: string;
  readonly targetGroup: string | null;
  readonly targetGroups: readonly { readonly code: string; readonly from: string; readonly until: string | null }[];
  readonly goals: readonly Goal[];
  readonly minutesPossible: number | null;
  readonly nearPostalCode: string | null;
  readonly travelMinutes: number | null;
  readonly transport: 'foot' | 'bicycle' | 'public' | 'car' | null;
  readonly considerationIds: readonly string[];
  /** The open course, when there is one. */
  readonly courseId: string | null;
  /** With the service today. */
  readonly isHere: boolean;
  /** First day no longer with the service: past, or still to come. */
  readonly awayFrom: string | null;
  /** `citizen.diagnosis-word`: a text seems to name a diagnosis. Found at each reading, kept nowhere. */
  readonly warnings: readonly 'citizen.diagnosis-word'[];
  readonly version: number;
}

const citizenSql = `
select c.id, c.case_ref as "caseRef", c.pseudonym, c.minutes_possible as "minutesPossible", c.near_postal_code as "nearPostalCode",
       c.travel_minutes as "travelMinutes", c.transport, c.version,
       (select g.target_group_code from citizen_target_group g
         where g.organisation_id = c.organisation_id and g.citizen_id = c.id and g.valid @> $2::date) as "targetGroup",
       (select coalesce(json_agg(json_build_object('code', g.target_group_code, 'from', lower(g.valid), 'until', upper(g.valid)) order by g.valid desc), '[]')
          from citizen_target_group g where g.organisation_id = c.organisation_id and g.citizen_id = c.id) as "targetGroups",
       (select coalesce(json_agg(json_build_object('sectorId', j.sector_id, 'tasks', j.tasks) order by j.position), '[]')
          from citizen_job_goal j where j.organisation_id = c.organisation_id and j.citizen_id = c.id) as goals,
       array(select n.consideration_id from citizen_consideration n join consideration k on k.organisation_id = n.organisation_id and k.id = n.consideration_id
              where n.organisation_id = c.organisation_id and n.citizen_id = c.id order by k.position, k.id) as "considerationIds",
       (select k.id from course k where k.organisation_id = c.organisation_id and k.citizen_id = c.id and k.closed_on is null) as "courseId",
       (select lower(a.during) from citizen_away a where a.organisation_id = c.organisation_id and a.citizen_id = c.id and upper_inf(a.during)) as "awayFrom",
       not exists (select from citizen_away a where a.organisation_id = c.organisation_id and a.citizen_id = c.id and a.during @> $2::date) as "isHere"
  from citizen c where c.id = $1`;

/** A citizen's record; only behind the gate (see-citizens.ts). */
export async function citizenRecord(tx: Tx, citizenId: string): Promise<Citizen> {
  const record = await tx.one<Omit<Citizen, 'warnings'>>(citizenSql, [citizenId, tx.today]);
  const texts = [record.pseudonym, ...record.goals.map(({ tasks }) => tasks)];
  return { ...record, warnings: texts.some(holdsDiagnosis) ? ['citizen.diagnosis-word'] : [] };
}
