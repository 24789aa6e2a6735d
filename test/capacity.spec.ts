/** The board over random histories: every number equals the rows behind it, and what is remembered equals a fresh count. */
import fc from 'fast-check';
import { BoardMemory, BoardQueries, CellRowsQueries, capacityOperations, figures, type Board, type BoardCell, type Figure } from '#capacity';
import { addDays, Db, systemActor, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';

let app: TestApp;
let db: Db;
let boards: BoardQueries;
let rows: CellRowsQueries;
const today = '2026-11-23';

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date(`${today}T10:00:00Z`));
  db = app.nest.get(Db, { strict: false });
  boards = app.nest.get(BoardQueries, { strict: false });
  rows = app.nest.get(CellRowsQueries, { strict: false });
});
afterAll(() => app.close());

interface World {
  readonly actor: Actor;
  readonly organisation: TestOrganisation;
  readonly userId: string;
  readonly sectors: readonly string[];
  readonly workplaces: readonly string[];
  readonly agreements: Readonly<Record<string, string>>;
  readonly slots: string[];
  readonly openings: string[];
}

const municipalities = ['0450', '0461', null];

/** An organisation with five workplaces (some without a sector; the last has no slots at first) and a live agreement of each model that promises places. */
async function makeWorld(): Promise<World> {
  const organisation = await app.makeOrganisation();
  const actor = systemActor(organisation.id);
  const userId = organisation.users.consultant?.id ?? '';
  return db.write(actor, async (tx) => {
    const [sectors, workplaces, company] = [[tx.newId(), tx.newId()], [0, 1, 2, 3, 4].map(() => tx.newId()), tx.newId()];
    for (const [n, id] of sectors.entries()) await tx.run(`insert into sector values (app_organisation(), $1, $2, $2, $2, $3)`, [id, `s${n}`, n]);
    await tx.run(`insert into company (organisation_id, id, name, name_key, created_at) values (app_organisation(), $1, 'Prøve', 'proeve', $2)`, [company, tx.now]);
    for (const [n, id] of workplaces.entries()) {
      await tx.run(
        `insert into workplace (organisation_id, id, company_id, name, municipality_code, sector_id, created_at) values (app_organisation(), $1, $2, $3, $4, $5, $6)`,
        [id, company, `Sted ${n}`, municipalities[n % 3], sectors[n] ?? null, tx.now],
      );
    }
    const cluster = tx.newId();
    await tx.run(`insert into cluster (organisation_id, id, name, kind, created_at) values (app_organisation(), $1, 'Klynge', 'geographic', $2)`, [cluster, tx.now]);
    const agreements = { fixed_slots: tx.newId(), standing: tx.newId(), cluster: tx.newId() };
    for (const [model, id] of Object.entries(agreements)) {
      const inCluster = model === 'cluster';
      await tx.run(
        `insert into agreement (organisation_id, id, model, title, company_id, cluster_id, starts_on, refill, slot_pooling, coordinator_user_id, activated_at, created_at)
         values (app_organisation(), $1, $2, 'Aftale', $3, $4, $5, false, $6, $7, $8, $8)`,
        [id, model, inCluster ? null : company, inCluster ? cluster : null, addDays(today, -300), inCluster ? 'pooled' : null, inCluster ? userId : null, tx.now],
      );
      await tx.run('insert into agreement_workplace (organisation_id, agreement_id, workplace_id) select app_organisation(), $1, unnest($2::uuid[])', [id, workplaces]);
    }
    return { actor, organisation, userId, sectors, workplaces, agreements, slots: [], openings: [] };
  });
}

/** One thing that happens; numbers pick among what there is. Anything the database refuses has not happened. */
type Step = readonly [what: keyof typeof happenings, which: number, day: number, length: number];
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

const happenings = {
  async slot(tx: Tx, world: World, n: number, day: number): Promise<void> {
    const [model, workplace, id] = [pick(Object.keys(world.agreements), n) ?? '', pick(world.workplaces.slice(0, 4), n + 1), tx.newId()];
    await tx.run(
      `insert into slot (organisation_id, id, agreement_id, workplace_id, model, number, tasks, minutes_per_week, path_to_hours, sector_id, municipality_code, starts_on, created_at)
       select organisation_id, $1, $2, id, $3, $4, 'Opgaver', 600, 'Vej', sector_id, municipality_code, $5, $6 from workplace where id = $7`,
      [id, world.agreements[model], model, world.slots.length + 1, addDays(today, day - 60), tx.now, workplace],
    );
    await tx.run('select refresh_slot_opening(array[$1::uuid], $2, $3)', [id, today, tx.now]);
    world.slots.push(id);
  },
  async closeSlot(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update slot set ends_on = greatest(starts_on, $2::date) where id = $1', [pick(world.slots, n), addDays(today, day + 40)]);
  },
  async moveSlot(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run(`update slot s set workplace_id = w.id, sector_id = w.sector_id, municipality_code = w.municipality_code from workplace w where s.id = $1 and w.id = $2`, [pick(world.slots, n), pick(world.workplaces, Math.abs(day))]);
  },
  async place(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const from = addDays(today, day);
    await tx.run(
      `insert into placement (organisation_id, id, slot_id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       select organisation_id, $2, id, workplace_id, 'B-1', 'WORK_PLACEMENT', 600, daterange($3::date, $4::date), $4::date, $5 from slot where id = $1`,
      [pick(world.slots, n), tx.newId(), from, addDays(from, length), tx.now],
    );
  },
  async placeElsewhere(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const from = addDays(today, day);
    await tx.run(
      `insert into placement (organisation_id, id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       values (app_organisation(), $1, $2, 'B-2', 'WORK_PLACEMENT', 600, daterange($3::date, $4::date), $4::date, $5)`,
      [tx.newId(), pick(world.workplaces, n), from, addDays(from, length), tx.now],
    );
  },
  async stop(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run(
      `update placement set period = daterange(lower(period), greatest(lower(period) + 1, $2::date)), stopped_at = $3, stop_reason = 'Stop' where slot_id = $1 and upper(period) > $2::date`,
      [pick(world.slots, n), addDays(today, day), tx.now],
    );
  },
  async cancel(tx: Tx, world: World, n: number): Promise<void> {
    await tx.run('update placement set cancelled_at = $2 where slot_id = $1', [pick(world.slots, n), tx.now]);
  },
  async reserve(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const from = addDays(today, Math.abs(day));
    await tx.run(
      `insert into reservation (organisation_id, id, opening_id, workplace_id, slot_id, citizen_ref, target_group_code, reason, from_date, until_date, minutes_per_week, measure_type_code, seat, first_at, reserved_by, created_at, expires_at)
       select organisation_id, $2, id, workplace_id, id, $2::uuid::text, 'LAB6-02', 'Prøve', $3, $4, 600, 'WORK_PLACEMENT', 1, $5, $6, $5, $5 from slot where id = $1`,
      [pick(world.slots, n), tx.newId(), from, addDays(from, length), tx.now, world.userId],
    );
  },
  async withdraw(tx: Tx, world: World, n: number): Promise<void> {
    await tx.run(`update reservation set withdrawn_at = $2, withdrawn_reason = 'Prøve' where slot_id = $1 and ended_at is null`, [pick(world.slots, n), tx.now]);
  },
  async share(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const id = tx.newId();
    await tx.run(
      `insert into opening (organisation_id, id, workplace_id, tasks, places, minutes_per_week, free_from, expires_on, shared_by, published_at, sector_id, municipality_code, created_at)
       select organisation_id, $2, id, 'Delt', $3, 600, $4, $5, $6, $7, sector_id, municipality_code, $7 from workplace where id = $1`,
      [pick(world.workplaces, n), id, 1 + (n % 3), addDays(today, day), addDays(today, Math.abs(day) + length), world.userId, tx.now],
    );
    world.openings.push(id);
  },
  async take(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update opening set taken = least(places, taken + 1), withdrawn_at = case when $2 > 60 then $3::timestamptz end where id = $1', [pick(world.openings, n), day, tx.now]);
  },
  async nameMentor(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run(`insert into mentor (organisation_id, id, workplace_id, name, accepts, active_from, created_at) values (app_organisation(), $1, $2, 'Mentor', $3, $4, $5)`, [tx.newId(), pick(world.workplaces, n), 1 + (n % 3), addDays(today, day), tx.now]);
  },
  async endMentor(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update mentor set active_until = greatest(active_from + 1, $2::date) where workplace_id = $1', [pick(world.workplaces, n), addDays(today, day)]);
  },
  async moveWorkplace(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update workplace set sector_id = $2, municipality_code = $3 where id = $1', [pick(world.workplaces, n), world.sectors[Math.abs(day) % 3] ?? null, pick(municipalities, n)]);
  },
  async endAgreement(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update agreement set ends_on = $2 where id = $1', [pick(Object.values(world.agreements), n), day > 70 ? addDays(today, day) : null]);
  },
} as const;

/** True when it happened. An overlap or a second reservation is refused by the database, as it should be. */
async function happen(world: World, [what, n, day, length]: Step): Promise<void> {
  await db.write(world.actor, (tx) => happenings[what](tx, world, n, day, length)).catch((refused: { code?: string }) => {
    if (!['23P01', '23505', '23514'].includes(refused.code ?? '')) throw refused;
  });
}

const fresh = (): BoardQueries => new BoardQueries(db, new BoardMemory(), app.nest.get(ReferenceQueries, { strict: false }));
const inOrder = (board: Board): Board => ({ ...board, cells: [...board.cells].sort((a, b) => (cellName(a) < cellName(b) ? -1 : 1)).filter((cell) => JSON.stringify(numbersOf(cell)) !== nothing || cell.ahead.some((later) => later.committedFree || later.callableFree)) });
const cellName = (cell: BoardCell): string => `${cell.sectorId} ${cell.place}`;
const numbersOf = (cell: Pick<BoardCell, 'committed' | 'callable' | 'open' | 'mentorHeadroom'>): Record<Figure, number> => ({
  committed: cell.committed.agreed,
  'committed-occupied': cell.committed.occupied,
  'committed-reserved': cell.committed.reserved,
  'committed-free': cell.committed.free,
  callable: cell.callable.agreed,
  'callable-occupied': cell.callable.occupied,
  'callable-reserved': cell.callable.reserved,
  'callable-free': cell.callable.free,
  open: cell.open,
  'mentor-headroom': cell.mentorHeadroom,
});
const nothing = JSON.stringify(Object.fromEntries(figures.map((figure) => [figure, 0])));

async function sumOfRows(world: World, question: { figure: Figure; date: string; by: 'municipality' | 'region'; sector?: string; place?: string }): Promise<number> {
  let [sum, cursor] = [0, undefined as string | undefined];
  do {
    const page = await rows.rows(world.actor, { ...question, cursor, limit: 3 });
    sum += page.items.reduce((total, { count }) => total + count, 0);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return sum;
}

const step = fc.tuple(fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[])), fc.nat(40), fc.integer({ min: -80, max: 110 }), fc.integer({ min: 1, max: 100 }));
/** Something to begin with in every workplace, so that whatever happens, happens to something. */
const beginning: readonly Step[] = [0, 1, 2, 3, 4].flatMap((n): Step[] => [
  ['slot', n, -20, 0],
  ['slot', n + 4, -20, 0],
  ['nameMentor', n + 15, -30, 0],
  ['share', n % 4, -3, 90],
  ['place', n, -20, 60],
  ['reserve', n + 4, 20, 40],
]);
const history = fc.array(step, { minLength: 10, maxLength: 30 }).map((steps): Step[] => [...beginning, ...steps]);

const seen = async (world: World, by: BoardQueries): Promise<string> => JSON.stringify(inOrder(await by.board(world.actor, {})));

test.each([
  ['slot', -20], ['closeSlot', -60], ['moveSlot', 1], ['place', -5], ['placeElsewhere', -5], ['stop', -3], ['cancel', 0], ['reserve', 5],
  ['withdraw', 0], ['share', -2], ['take', 0], ['nameMentor', -5], ['endMentor', -3], ['moveWorkplace', 1], ['endAgreement', 80],
] as const)('%s changes the board at once', async (what, day) => {
  const world = await makeWorld();
  for (const each of beginning) await happen(world, each);
  let changed = false;
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    const before = await seen(world, boards);
    await happen(world, [what, n, day, 40]);
    const after = await seen(world, boards);
    expect(after).toBe(await seen(world, fresh()));
    changed ||= before !== after;
  }
  expect(changed).toBe(true);
});

test('what is remembered equals a fresh count after every change', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const world = await makeWorld();
      for (const [n, each] of steps.entries()) {
        await happen(world, each);
        if (n >= beginning.length - 1) expect(inOrder(await boards.board(world.actor, {}))).toEqual(inOrder(await fresh().board(world.actor, {})));
      }
    }),
    { numRuns: 8, seed: 20261122 },
  );
}, 120_000);

test('the rows behind a number add up to it: every cell, every figure, any date, by municipality and region', async () => {
  const question = fc.record({ date: fc.integer({ min: -70, max: 100 }).map((day) => addDays(today, day)), by: fc.constantFrom('municipality', 'region') });
  await fc.assert(
    fc.asyncProperty(history, question, async (steps, asked) => {
      const world = await makeWorld();
      for (const each of steps) await happen(world, each);
      const board = await boards.board(world.actor, asked);
      for (const cell of board.cells) {
        for (const figure of figures) {
          const sum = await sumOfRows(world, { ...asked, figure, sector: cell.sectorId ?? 'none', place: cell.place ?? 'none' });
          expect([cellName(cell), figure, sum]).toEqual([cellName(cell), figure, numbersOf(cell)[figure]]);
        }
        expect(cell.committed.free).toBe(cell.committed.agreed - cell.committed.occupied - cell.committed.reserved);
      }
      for (const figure of figures) expect(await sumOfRows(world, { ...asked, figure })).toBe(numbersOf(board.total)[figure]);
    }),
    { numRuns: 8, seed: 7 },
  );
}, 120_000);

test('writers side by side leave nothing stale', async () => {
  const world = await makeWorld();
  for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) await happen(world, ['slot', n, -20, 0]);
  const steps = fc.sample(step, { numRuns: 120, seed: 11 });
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (writer) => {
      for (const each of steps.filter((_, n) => n % 5 === writer)) {
        await happen(world, each).catch((error: { code?: string }) => expect(['55P03', '40P01', '40001']).toContain(error.code));
        await boards.board(world.actor, {});
      }
    }),
  );
  expect(inOrder(await boards.board(world.actor, {}))).toEqual(inOrder(await fresh().board(world.actor, {})));
});

describe('what the board says', () => {
  let world: World;
  let client: Client;
  const board = async (query = ''): Promise<Board> => {
    const answer = await client.get<Board>(`/capacity/board${query}`);
    expect(answer.status).toBe(200);
    return capacityOperations.readBoard.answer?.parse(answer.body) as Board;
  };

  beforeAll(async () => {
    world = await makeWorld();
    client = await world.organisation.signIn('manager');
    for (const n of [0, 1, 2]) await happen(world, ['slot', n, -20, 0]);
  });

  test('a place given away from next week is reserved today, occupied then, and free after', async () => {
    await happen(world, ['place', 0, 7, 28]);
    expect((await board()).total.committed).toEqual({ agreed: 2, occupied: 0, reserved: 1, free: 1 });
    expect((await board(`?date=${addDays(today, 10)}`)).total.committed).toEqual({ agreed: 2, occupied: 1, reserved: 0, free: 1 });
    expect((await board(`?date=${addDays(today, 35)}`)).total.committed).toEqual({ agreed: 2, occupied: 0, reserved: 0, free: 2 });
  });

  test('callable places stand by themselves, and match-driven agreements promise none', async () => {
    const { total } = await board();
    expect(total.callable).toEqual({ agreed: 1, occupied: 0, reserved: 0, free: 1 });
    expect(total.legalHeadroom).toBeNull();
    expect((await board('?model=match_driven')).total).toMatchObject({ committed: { agreed: 0, free: 0 }, callable: { agreed: 0, free: 0 } });
    expect((await board('?model=cluster')).total.committed.agreed).toBe(1);
  });

  test('files: Danish CSV and a workbook', async () => {
    const csv = await client.get('/capacity/board.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text).toContain('Branche;Kommune;Faste pladser: aftalt');
    const workbook = await client.get('/capacity/board.xlsx');
    expect([workbook.status, workbook.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="kapacitet.xlsx"']);
  });

  test.each(['date=2026-02-30', 'date=x', 'by=parish', 'model=five', 'weeks=4'])('refuses %s', async (query) => {
    expect((await client.get(`/capacity/board?${query}`)).status).toBe(400);
  });
});
