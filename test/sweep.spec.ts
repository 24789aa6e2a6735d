/** What only had to live for a while is gone in time; history stays. */
import { SweepOldRows } from '../apps/worker/sweep-old-rows.js';
import { WorkerModule } from '../apps/worker/worker.module.js';
import { Db, Jobs, systemActor } from '#platform';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('old requests, sessions, news and change notes go; new ones and the journal stay', async () => {
  const organisation = await app.makeOrganisation();
  const actor = systemActor(organisation.id);
  const sweep = new SweepOldRows(app.nest.get(Db, { strict: false }), app.nest.get(Jobs, { strict: false }));
  expect(Reflect.getMetadata('providers', WorkerModule)).toContain(SweepOldRows);
  await app.db.write(actor, async (tx) => {
    for (const days of [0, 100]) {
      const at = new Date(tx.now.getTime() - days * 86_400_000);
      await tx.run(`insert into idempotency_key values (app_organisation(), 'a', 'o', $1, 'f', null, $2)`, [`k${days}`, at]);
      await tx.run(`insert into outbox values (app_organisation(), $1, 't', $1, '{}', $2, $2, $2)`, [tx.newId(), at]);
      await tx.run(`insert into capacity_change values (app_organisation(), pg_current_xact_id(), $1, null, null, $2)`, [tx.newId(), at]);
      await tx.run(`insert into journal_entry (organisation_id, id, at, actor_kind, action, subject_type, subject_id) values (app_organisation(), $1, $2, 'system', 'x', 'x', $1)`, [tx.newId(), at]);
    }
  });
  expect(await sweep.run(actor)).toBe(3);
  const left = await app.db.read(actor, (tx) =>
    tx.one(`select (select count(*) from idempotency_key) as keys, (select count(*) from outbox) as news, (select count(*) from capacity_change) as changes, (select count(*) from journal_entry) as history`),
  );
  expect(left).toEqual({ keys: 1, news: 1, changes: 1, history: 2 });
});
