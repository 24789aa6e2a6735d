import * as fc from 'fast-check';
import { addDays, daysBetween, systemActor } from '#platform';
import { startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { makePlace, makeSlots } from './support/pool.js';
import { until } from './support/until.js';

let app: TestApp;
let organisation: TestOrganisation;
let slot: string;
let today: string;
beforeAll(async () => {
  app = await startApp();
  today = app.clock.today();
  organisation = await app.makeOrganisation();
  [slot = ''] = await makeSlots(app, organisation, await makePlace(app, organisation), 'fixed_slots');
});
afterAll(() => app.close());

/** A stay of so many days, so many days after the one before it. */
type Stay = readonly [pause: number, days: number];
interface Gap {
  readonly from: string;
  readonly until: string | null;
}
interface Face extends Gap {
  readonly later: Gap | null;
}

const first = -30;

/** The first gap of the slot that is not over today, and the next; one of under a week only when no longer one follows, and never as the next. */
function expected(stays: readonly Stay[], slotDays: number | null): Face | null {
  const gaps: [number, number | null][] = [];
  let free = first;
  for (const [pause, days] of stays) {
    if (pause > 0) gaps.push([free, free + pause]);
    free += pause + days;
  }
  gaps.push([free, null]);
  const within = gaps
    .map(([from, until]): [number, number] => [from, Math.min(until ?? Infinity, slotDays ?? Infinity)])
    .filter(([from, until]) => from < until && until > 0);
  const long = within.filter(([from, until]) => until - Math.max(from, 0) >= 7);
  const gap = ([from, until]: [number, number]): Gap => ({ from: addDays(today, from), until: until === Infinity ? null : addDays(today, until) });
  const chosen = long[0] ?? within[0];
  return chosen ? { ...gap(chosen), later: long[1] ? gap(long[1]) : null } : null;
}

async function shown(stays: readonly Stay[], slotDays: number | null): Promise<Face | null> {
  return app.db.touch({ organisationId: organisation.id }, async (tx) => {
    await tx.run('delete from placement where slot_id = $1', [slot]);
    await tx.run('update slot set starts_on = $2, ends_on = $3 where id = $1', [slot, addDays(today, first), slotDays === null ? null : addDays(today, slotDays)]);
    let from = addDays(today, first);
    for (const [pause, days] of stays) {
      from = addDays(from, pause);
      await tx.run(
        `insert into placement (organisation_id, id, slot_id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
         select app_organisation(), $2, id, workplace_id, 'P-1', 'vp', 600, daterange($3::date, $4::date), $4::date, $5 from slot where id = $1`,
        [slot, tx.newId(), from, addDays(from, days), tx.now],
      );
      from = addDays(from, days);
    }
    await tx.run('select refresh_slot_opening(array[$1::uuid], $2, $3)', [slot, today, tx.now]);
    const { inPool, ...face } = await tx.one<Face & { inPool: boolean }>(
      `select in_pool as "inPool", free_from as "from", free_until as "until",
              case when later_from is not null then json_build_object('from', later_from, 'until', later_until) end as later from opening where slot_id = $1`,
      [slot],
    );
    return inPool ? face : null;
  });
}

const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 });
const slotDays = fc.option(fc.integer({ min: -29, max: 120 }));

it('shows the next gap of whatever has happened on the slot', async () => {
  expect(daysBetween(today, addDays(today, first))).toBe(first);
  await fc.assert(
    fc.asyncProperty(stays, slotDays, async (history, days) => {
      expect(await shown(history, days)).toEqual(expected(history, days));
    }),
    { numRuns: 150, seed: 7 },
  );
}, 60_000);

it('is there once, also when it has been away', async () => {
  expect(await shown([], null)).toEqual({ from: addDays(today, first), until: null, later: null });
  expect(await shown([], -1)).toBeNull();
  expect(await shown([], null)).toEqual({ from: addDays(today, first), until: null, later: null });
  const { n } = await app.db.read({ organisationId: organisation.id }, (tx) => tx.one<{ n: number }>('select count(*) as n from opening where slot_id = $1', [slot]));
  expect(n).toBe(1);
});

it('counts a placement that is being made while it waits for the opening', async () => {
  await shown([], null);
  const [from, to] = [addDays(today, first), addDays(today, 60)];
  let renewed: Promise<unknown> = Promise.resolve();
  await app.db.write(systemActor(organisation.id), async (tx) => {
    await tx.run('select from opening where slot_id = $1 for no key update', [slot]);
    await tx.run(
      `insert into placement (organisation_id, id, slot_id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       select app_organisation(), $2, id, workplace_id, 'P-1', 'vp', 600, daterange($3::date, $4::date), $4::date, $5 from slot where id = $1`,
      [slot, tx.newId(), from, to, tx.now],
    );
    await tx.run('select refresh_slot_opening(array[$1::uuid], $2, $3)', [slot, today, tx.now]);
    renewed = app.db.touch({ organisationId: organisation.id }, (other) => other.run('select refresh_slot_opening(array[$1::uuid], $2, $3)', [slot, today, other.now]));
    await until(async () => (await tx.rows('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))')).length > 0);
  }, 600_000);
  await renewed;
  const opening = await app.db.read({ organisationId: organisation.id }, (tx) => tx.one<{ from: string }>('select free_from as "from" from opening where slot_id = $1', [slot]));
  expect(opening.from).toBe(to);
});
