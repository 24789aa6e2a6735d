/** The board over random histories: every number equals the rows behind it, and what is remembered equals a fresh count. */
import fc from 'fast-check';
import { BoardMemory, BoardQueries, CellRowsQueries, capacityOperations, figures, type Board, type BoardCell, type BoardQuestion, type Figure } from '#capacity';
import { addDays, Db, refusalOf } from '#platform';
import { ReferenceQueries } from '#reference';
import { startApp, type Client, type TestApp } from './support/app.js';
import { happen, happenings, makeWorld, today, type Step, type World } from './support/capacity-world.js';

let app: TestApp;
let db: Db;
let boards: BoardQueries;
let rows: CellRowsQueries;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date(`${today}T10:00:00Z`));
  ({ db } = app);
  boards = app.nest.get(BoardQueries, { strict: false });
  rows = app.nest.get(CellRowsQueries, { strict: false });
});
afterAll(() => app.close());

const fresh = (): BoardQueries => new BoardQueries(db, new BoardMemory(), app.nest.get(ReferenceQueries, { strict: false }));
const inOrder = (board: Board): Board => ({ ...board, cells: [...board.cells].sort((a, b) => (cellName(a) < cellName(b) ? -1 : 1)).filter((cell) => JSON.stringify(numbersOf(cell)) !== nothing || cell.ahead.some((later) => later.committedFree || later.callableFree)) });
const cellName = (cell: BoardCell): string => `${cell.sectorId} ${cell.place}`;
const numbersOf = (cell: Pick<BoardCell, 'committed' | 'callable' | 'open' | 'mentorHeadroom' | 'legalHeadroom'>): Record<Figure, number> => ({
  committed: cell.committed.agreed,
  'committed-occupied': cell.committed.occupied,
  'committed-reserved': cell.committed.reserved,
  'committed-free': cell.committed.free,
  'committed-placeable': cell.committed.placeable,
  callable: cell.callable.agreed,
  'callable-occupied': cell.callable.occupied,
  'callable-reserved': cell.callable.reserved,
  'callable-free': cell.callable.free,
  'callable-placeable': cell.callable.placeable,
  open: cell.open,
  'mentor-headroom': cell.mentorHeadroom,
  'legal-headroom': cell.legalHeadroom ?? 0,
});
const nothing = JSON.stringify(Object.fromEntries(figures.map((figure) => [figure, 0])));

async function sumOfRows(world: World, question: { figure: Figure; date: string; by: 'municipality' | 'region'; model?: BoardQuestion['model']; sector?: string; place?: string }): Promise<number> {
  let [sum, cursor] = [0, undefined as string | undefined];
  do {
    const page = await rows.rows(world.actor, { ...question, cursor, limit: 3 });
    sum += page.items.reduce((total, { count }) => total + count, 0);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return sum;
}

/** What holds for every cell, and so for their sums. */
function expectNoContradiction({ committed, callable, mentorHeadroom, legalHeadroom, legalUnknown }: Omit<BoardCell, 'sectorId' | 'place'>): void {
  for (const places of [committed, callable]) {
    expect(places.free).toBe(places.agreed - places.occupied - places.reserved);
    expect(places.free).toBe(places.placeable + places.heldByLaw + places.heldByMentor);
    expect(Math.min(...Object.values(places))).toBeGreaterThanOrEqual(0);
    expect(places.placeable).toBeLessThanOrEqual(mentorHeadroom);
    if (legalUnknown === 0) expect(places.placeable).toBeLessThanOrEqual(legalHeadroom ?? 0);
  }
}

const capOf = async (world: World, model: string): Promise<number> =>
  (await db.read(world.actor, (tx) => tx.one<{ cap: number | null }>('select total_cap as cap from agreement where id = $1', [world.agreements[model]]))).cap ?? Infinity;

/** Places offered for today that nobody has later, either, and those free but for less than a week, which no pool offers. */
const offeredSql = `
select a.model, a.total_cap is not null as capped, count(*) filter (where o.in_pool and o.taken = 0 and o.free_from <= $1::date) as offered,
       count(*) filter (where ends.on_day - $1::date < 7) as short
  from slot s
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
  left join opening o on o.organisation_id = s.organisation_id and o.slot_id = s.id
 cross join lateral (select least(s.ends_on, a.ends_on, (select min(lower(q.period)) from agreement_pause q where q.agreement_id = a.id and q.cancelled_at is null and upper(q.period) > $1::date)) as on_day) ends
 where s.starts_on <= $1::date and a.starts_on <= $1::date and (ends.on_day is null or ends.on_day > $1::date)
   and not exists (select from placement p where p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $1::date)
   and not exists (select from reservation r where r.slot_id = s.id and r.ended_at is null)
 group by 1, 2`;

/** What the pool offers by itself is what the board says is free. Below a cap any of the places is offered, and fewer are free. */
async function expectPoolIsBoard(world: World): Promise<void> {
  const rows = await db.write(world.actor, async (tx) => {
    await tx.run('select refresh_slot_opening(array(select id from slot), $1, $2)', [today, tx.now]);
    return tx.rows<{ model: 'fixed_slots' | 'standing' | 'cluster'; capped: boolean; offered: number; short: number }>(offeredSql, [today]);
  });
  for (const { model, capped, offered, short } of rows) {
    const { committed, callable } = (await fresh().board(world.actor, { model })).total;
    const free = committed.free + callable.free - short;
    expect({ model, offered: capped ? Math.min(offered, free) : offered }).toEqual({ model, offered: free });
  }
}

const step = fc.tuple(fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[])), fc.nat(40), fc.integer({ min: -80, max: 110 }), fc.integer({ min: 1, max: 100 }));
/** Something to begin with in every workplace, so that whatever happens, happens to something. */
const beginning: readonly Step[] = [0, 1, 2, 3, 4].flatMap((n): Step[] => [
  ['slot', n, -20, 0],
  ['slot', n + 4, -20, 0],
  ['nameMentor', n + 15, -30, 0],
  ['share', n % 4, -3, 90],
  ['place', n, -20, 60],
  ['registerEmployees', n, n === 2 ? -80 : 0, 12 + 20 * n],
  ['reserve', n + 4, 20, 40],
]);
const history = fc.array(step, { minLength: 10, maxLength: 30 }).map((steps): Step[] => [...beginning, ...steps]);

const seen = async (world: World, by: BoardQueries): Promise<string> => JSON.stringify(inOrder(await by.board(world.actor, {})));

test.each([
  ['slot', -20], ['closeSlot', -60], ['moveSlot', 1], ['place', -5], ['placeElsewhere', -5], ['stop', -3], ['cancel', 0], ['reserve', 5],
  ['withdraw', 0], ['share', -2], ['take', 0], ['nameMentor', -5], ['endMentor', -3], ['pauseMentor', 10],
  ['registerEmployees', 1], ['stateEmployees', -20], ['rampHours', 10], ['otherMeasure', 2], ['chooseWhatCounts', 1], ['slotHours', 1], ['moveWorkplace', 1], ['endAgreement', 80],
  ['pauseAgreement', 0], ['capAgreement', 0],
] as const)('%s changes the board at once', async (what, day) => {
  const world = await makeWorld(app);
  for (const each of beginning) await happen(world, each);
  if (what === 'chooseWhatCounts') for (const n of [0, 1, 2, 3, 4]) await happen(world, ['otherMeasure', n, 1, 0]);
  let changed = false;
  for (let n = 0; n < 10 && !changed; n += 1) {
    const before = await seen(world, boards);
    await happen(world, [what, n, day, 40]);
    const after = await seen(world, boards);
    expect(after).toBe(await seen(world, fresh()));
    changed = before !== after;
  }
  expect(changed).toBe(true);
});

test('what is remembered equals a fresh count after every change', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const world = await makeWorld(app);
      for (const [n, each] of steps.entries()) {
        await happen(world, each);
        if (n >= beginning.length - 1) expect(inOrder(await boards.board(world.actor, {}))).toEqual(inOrder(await fresh().board(world.actor, {})));
      }
    }),
    { numRuns: 5, seed: 20261122 },
  );
}, 120_000);

test('the rows behind a number add up to it: every cell, every figure, any date, by municipality and region', async () => {
  const question = fc.record({ date: fc.integer({ min: -70, max: 100 }).map((day) => addDays(today, day)), by: fc.constantFrom('municipality', 'region') });
  await fc.assert(
    fc.asyncProperty(history, question, async (steps, asked) => {
      const world = await makeWorld(app);
      for (const each of steps) await happen(world, each);
      const board = await boards.board(world.actor, asked);
      for (const cell of board.cells) {
        const behind = { ...asked, sector: cell.sectorId ?? 'none', place: cell.place ?? 'none' };
        const sums = await Promise.all(figures.map(async (figure) => [figure, await sumOfRows(world, { ...behind, figure })]));
        expect([cellName(cell), Object.fromEntries(sums)]).toEqual([cellName(cell), numbersOf(cell)]);
        expectNoContradiction(cell);
      }
      for (const figure of figures) expect(await sumOfRows(world, { ...asked, figure })).toBe(numbersOf(board.total)[figure]);
      expectNoContradiction(board.total);
      for (const [model, group] of [['fixed_slots', 'committed'], ['cluster', 'committed'], ['standing', 'callable']] as const) {
        const one = (await boards.board(world.actor, { ...asked, model })).total;
        expectNoContradiction(one);
        expect(one[group].placeable).toBeLessThanOrEqual(board.total[group].placeable);
        // One agreement of each model: free places are never more than its cap leaves.
        expect(one[group].free).toBeLessThanOrEqual(Math.max(0, (await capOf(world, model)) - one[group].occupied - one[group].reserved));
        expect(await sumOfRows(world, { ...asked, model, figure: `${group}-placeable` })).toBe(one[group].placeable);
      }
      await expectPoolIsBoard(world);
    }),
    { numRuns: 5, seed: 7 },
  );
}, 120_000);

test('after more changes than are worth looking up, everything is counted again', async () => {
  const world = await makeWorld(app);
  await happen(world, ['slot', 0, -20, 0]);
  await boards.board(world.actor, {});
  await db.write(world.actor, (tx) => tx.run(`insert into capacity_change select app_organisation(), pg_current_xact_id(), app_organisation(), null, n::text, now() from generate_series(1, 600) n`));
  await happen(world, ['place', 0, -5, 40]);
  expect(await seen(world, boards)).toBe(await seen(world, fresh()));
});

/** Done, or told so; on a slow machine they wait too long for each other. */
const toldToComeBack = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => expect(refusalOf(error)?.status).toBe(503));

test('writers side by side leave nothing stale', async () => {
  const world = await makeWorld(app);
  for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) await happen(world, ['slot', n, -20, 0]);
  const steps = fc.sample(step, { numRuns: 120, seed: 11 });
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (writer) => {
      for (const each of steps.filter((_, n) => n % 5 === writer)) {
        await toldToComeBack(happen(world, each));
        await toldToComeBack(boards.board(world.actor, {}));
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
    world = await makeWorld(app);
    client = await world.organisation.signIn('manager');
    for (const n of [0, 1, 2]) await happen(world, ['slot', n, -20, 0]);
  });

  test('a place given away from next week is reserved today, occupied then, and free after', async () => {
    await happen(world, ['place', 0, 7, 28]);
    expect((await board()).total.committed).toEqual({ agreed: 2, occupied: 0, reserved: 1, free: 1, placeable: 0, heldByLaw: 0, heldByMentor: 1 });
    expect((await board(`?date=${addDays(today, 10)}`)).total.committed).toEqual({ agreed: 2, occupied: 1, reserved: 0, free: 1, placeable: 0, heldByLaw: 0, heldByMentor: 1 });
    expect((await board(`?date=${addDays(today, 35)}`)).total.committed).toEqual({ agreed: 2, occupied: 0, reserved: 0, free: 2, placeable: 0, heldByLaw: 0, heldByMentor: 2 });
  });

  test('callable places stand by themselves, and match-driven agreements promise none', async () => {
    const { total } = await board();
    expect(total.callable).toEqual({ agreed: 1, occupied: 0, reserved: 0, free: 1, placeable: 0, heldByLaw: 0, heldByMentor: 1 });
    expect(total.legalHeadroom).toBeNull();
    expect((await board('?model=match_driven')).total).toMatchObject({ committed: { agreed: 0, free: 0 }, callable: { agreed: 0, free: 0 } });
    expect((await board('?model=cluster')).total.committed.agreed).toBe(1);
  });

  test('files: Danish CSV and a workbook', async () => {
    const csv = await client.get('/capacity/board.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text).toContain('Branche;Kommune;Faste pladser: aftalt');
    expect((await client.get('/capacity/board.csv?model=cluster')).text).toContain('Kun modellen Klynge');
    const workbook = await client.get('/capacity/board.xlsx');
    const later = await client.get('/capacity/board.csv?date=2027-01-04');
    expect(later.headers.get('content-disposition')).toBe('attachment; filename="kapacitet-2027-01-04.csv"');
    expect([workbook.status, workbook.headers.get('content-disposition')]).toEqual([200, `attachment; filename="kapacitet-${app.clock.today()}.xlsx"`]);
  });

  test.each(['date=2026-02-30', 'date=x', 'by=parish', 'model=five', 'weeks=4'])('refuses %s', async (query) => {
    expect((await client.get(`/capacity/board?${query}`)).status).toBe(400);
  });
});
