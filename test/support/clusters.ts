import { Ids } from '#platform';
import type { TestApp, TestOrganisation } from './app.js';
import type { TestPlace } from './pool.js';

const ids = new Ids();

export interface TestCluster {
  readonly agreementId: string;
  readonly clusterId: string;
  /** One a workplace, in their order; the openings' ids too. */
  readonly slots: readonly string[];
}

/** A cluster in force over these workplaces, with one slot at each of the first `slots` of them. */
export async function makeCluster(
  app: TestApp,
  organisation: TestOrganisation,
  places: readonly TestPlace[],
  { slots = places.length, pooled = true, cap = null as number | null } = {},
): Promise<TestCluster> {
  const [agreementId, clusterId] = [ids.next(), ids.next()];
  const made = places.slice(0, slots).map((place) => ({ id: ids.next(), place }));
  await app.db.touch({ organisationId: organisation.id }, async (tx) => {
    await tx.run(`insert into cluster (organisation_id, id, name, kind, created_at) values (app_organisation(), $1, 'Prøvetorvet', 'geographic', $2)`, [clusterId, tx.now]);
    await tx.run(
      `insert into agreement (organisation_id, id, model, title, cluster_id, contact_user_id, coordinator_user_id, slot_pooling, starts_on, refill, activated_at, created_at)
       values (app_organisation(), $1, 'cluster', 'Prøveklynge', $2, $3, $3, $4, $5::date - 60, true, $6, $6)`,
      [agreementId, clusterId, organisation.users.consultant?.id, pooled ? 'pooled' : 'per_workplace', tx.today, tx.now],
    );
    for (const { workplaceId } of places) {
      await tx.run('insert into agreement_workplace (organisation_id, agreement_id, workplace_id, slot_cap) values (app_organisation(), $1, $2, $3)', [agreementId, workplaceId, cap]);
    }
    for (const [index, { id, place }] of made.entries()) {
      await tx.run(
        `insert into slot (organisation_id, id, agreement_id, workplace_id, model, number, tasks, minutes_per_week, path_to_hours, starts_on, created_at)
         values (app_organisation(), $1, $2, $3, 'cluster', $4, 'hjælpe i butikken', 900, 'to timer om ugen fra uge 6', $5::date - 60, $6)`,
        [id, agreementId, place.workplaceId, index + 1, tx.today, tx.now],
      );
    }
    await tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [made.map(({ id }) => id), tx.today, tx.now]);
  });
  return { agreementId, clusterId, slots: made.map(({ id }) => id) };
}
