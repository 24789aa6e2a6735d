import { invalid, type Tx } from '#platform';
import type { Citizen, Goal } from './citizen-row.js';

/** The facts of a citizen that can be written; what is left out stays. */
export interface CitizenFacts {
  readonly pseudonym?: string;
  readonly goals?: readonly Goal[];
  readonly minutesPossible?: number | null;
  readonly nearPostalCode?: string | null;
  readonly travelMinutes?: number | null;
  readonly transport?: Citizen['transport'];
  readonly considerationIds?: readonly string[];
}

/** The lists that belong to a citizen, replaced as a whole where they are given. */
export async function writeLists(tx: Tx, citizenId: string, { goals, considerationIds }: CitizenFacts): Promise<void> {
  if (goals) {
    await tx.run('delete from citizen_job_goal where citizen_id = $1', [citizenId]);
    await tx.run(
      `insert into citizen_job_goal (organisation_id, id, citizen_id, sector_id, tasks, position)
       select app_organisation(), g.id, $1, g.sector, g.tasks, g.position
         from unnest($2::uuid[], $3::uuid[], $4::text[]) with ordinality g (id, sector, tasks, position)`,
      [citizenId, goals.map(() => tx.newId()), goals.map(({ sectorId }) => sectorId), goals.map(({ tasks }) => tasks)],
    );
  }
  if (!considerationIds) return;
  await tx.run('delete from citizen_consideration where citizen_id = $1 and consideration_id <> all ($2::uuid[])', [citizenId, considerationIds]);
  await tx.run(
    `insert into citizen_consideration (organisation_id, citizen_id, consideration_id)
     select app_organisation(), $1, unnest($2::uuid[]) on conflict do nothing`,
    [citizenId, considerationIds],
  );
}

/** 422 where a postal district does not exist. */
export async function checkPostalCode(tx: Tx, code: string | null | undefined): Promise<void> {
  if (!code || (await tx.row('select from postal_code where code = $1', [code]))) return;
  throw invalid({ field: 'nearPostalCode', code: 'fault.citizen.postal-code' });
}

/** The target group from a day on; one at a time, and never back before the one that holds now began. */
export async function writeTargetGroup(tx: Tx, citizenId: string, code: string, from: string): Promise<void> {
  const later = await tx.row('select from citizen_target_group where citizen_id = $1 and lower(valid) > $2::date', [citizenId, from]);
  if (later) throw invalid({ field: 'targetGroupFrom', code: 'fault.citizen.target-group-earlier' });
  await tx.run('delete from citizen_target_group where citizen_id = $1 and lower(valid) = $2::date', [citizenId, from]);
  await tx.run('update citizen_target_group set valid = daterange(lower(valid), $2::date) where citizen_id = $1 and valid @> $2::date', [citizenId, from]);
  await tx.run(
    `insert into citizen_target_group (organisation_id, citizen_id, target_group_code, valid)
     values (app_organisation(), $1, $2, daterange($3::date, null))`,
    [citizenId, code, from],
  );
}
