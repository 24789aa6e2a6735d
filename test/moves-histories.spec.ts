/** Random histories of placements, moves, rotations, extensions and early stops: calendar, openings and constraint agree, and a preview keeps its word. */
import fc from 'fast-check';
import { CalendarQueries, PreviewQueries, type CalendarBar, type CalendarSlot } from '#calendar';
import { ReserveOpening } from '#openings';
import { AcceptReservation, ExtendPlacement, MovePlacement, RotatePlacement, StopPlacement, TakeBackMove, type Wish } from '#placements';
import { addDays, refusalOf, type Actor } from '#platform';
import { startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { makeCluster } from './support/clusters.js';
import { forCitizen, makeMentor, makePlace, makeSlots, type TestPlace } from './support/pool.js';

const today = '2026-11-22';
const day = (days: number): string => addDays(today, days);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date(`${today}T10:00:00Z`));
});
afterAll(() => app.close());

interface World {
  readonly organisation: TestOrganisation;
  readonly actor: Actor;
  readonly slots: readonly string[];
  readonly workplaces: readonly string[];
  /** Every placement ever made, the newest segment last. */
  readonly placements: string[];
}

async function makeWorld(): Promise<World> {
  const organisation = await app.makeOrganisation();
  const places: TestPlace[] = [];
  for (const name of ['Bageren', 'Boghandleren', 'Blomsten']) places.push(await makePlace(app, organisation, { name }));
  for (const place of places) await makeMentor(app, organisation, place, null, 9);
  const pooled = await makeCluster(app, organisation, places, { slots: 2, cap: 1 });
  const fixed = await makeSlots(app, organisation, places[0] as TestPlace, 'fixed_slots', 2);
  const user = organisation.users.consultant;
  const actor: Actor = { organisationId: organisation.id, kind: 'user', userId: user?.id ?? null, name: user?.name ?? null, roles: ['consultant'], teamId: null, language: 'da' };
  return { organisation, actor, slots: [...pooled.slots, ...fixed], workplaces: places.map(({ workplaceId }) => workplaceId), placements: [] };
}

const of = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
const get = <T>(part: abstract new (...needs: never[]) => T): T => app.nest.get<T>(part as never, { strict: false });

/** What happened: the new placement's id, nothing, or the refusal's code. Anything else is a fault of ours. */
async function tried(work: () => Promise<string | undefined>): Promise<{ readonly id?: string; readonly refused?: string }> {
  try {
    return { id: await work() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || refusal.status >= 500) throw error;
    return { refused: refusal.code };
  }
}

type Step = readonly [what: 'place' | 'extend' | 'move' | 'rotate' | 'back' | 'stop', a: number, b: number, from: number, days: number];

async function versionOf({ actor }: World, id: string): Promise<number> {
  return (await app.db.read(actor, (tx) => tx.one<{ version: number }>('select version from placement where id = $1', [id]))).version;
}

async function place(world: World, slot: string, from: number, days: number): Promise<void> {
  const made = await tried(async () => {
    const asked = forCitizen({ from: day(Math.max(from, 0)), until: day(Math.max(from, 0) + days) }) as { citizenRef: string; targetGroup: string; reason: string };
    const { id, position } = await get(ReserveOpening).run(world.actor, { openingId: slot, ...asked });
    if (position > 0) return undefined;
    return (await get(AcceptReservation).run(world.actor, { id })).id;
  });
  if (made.id) world.placements.push(made.id);
}

/** Asks first, then does it; a preview that says yes is never refused, and one that says no is refused with that code. */
async function change(world: World, id: string, wish: Wish, work: (version: number) => Promise<string | undefined>): Promise<void> {
  const { possible, checks } = await get(PreviewQueries).preview(world.actor, { id, ...wish });
  const version = await versionOf(world, id);
  const { id: made, refused } = await tried(() => work(version));
  expect({ wish, refused }).toEqual({ wish, refused: possible ? undefined : checks.find(({ level }) => level === 'conflict')?.code });
  if (made) world.placements.push(made);
}

async function happen(world: World, [what, a, b, from, days]: Step): Promise<void> {
  const slot = of(world.slots, b);
  if (what === 'place') return slot ? place(world, slot, from, days) : undefined;
  const id = of(world.placements, a);
  const workplaceId = of(world.workplaces, b);
  if (!id || !slot || !workplaceId) return;
  if (what === 'extend') return change(world, id, { verb: 'extend', until: day(from + days) }, (version) => get(ExtendPlacement).run(world.actor, { id, until: day(from + days), version }).then(() => undefined));
  if (what === 'stop') return change(world, id, { verb: 'end', from: day(from) }, () => get(StopPlacement).run(world.actor, { id, on: day(from), reason: 'prøve' }).then(() => undefined));
  if (what === 'back') return change(world, id, { verb: 'take-back' }, (version) => get(TakeBackMove).run(world.actor, { id, version }).then(() => undefined));
  if (what === 'rotate') return change(world, id, { verb: 'rotate', workplaceId, from: day(from) }, (version) => get(RotatePlacement).run(world.actor, { id, workplaceId, from: day(from), version }).then((moved) => moved.id));
  return change(world, id, { verb: 'move', slotId: slot, from: day(from) }, (version) => get(MovePlacement).run(world.actor, { id, slotId: slot, from: day(from), version }).then((moved) => moved.id));
}

const meets = (a: { from: string; until: string }, b: { from: string; until: string | null }): boolean => a.from < (b.until ?? '9999-12-31') && b.from < a.until;
const placed = ({ bars }: CalendarSlot): CalendarBar[] => bars.filter(({ kind }) => kind === 'placement');

/** No day of a slot is two citizens', and what the pool offers is what the calendar leaves. */
function expectSlotSound(slot: CalendarSlot): void {
  const bars = placed(slot);
  for (const [n, bar] of bars.entries()) expect(bars.slice(n + 1).filter((other) => meets(bar, other))).toEqual([]);
  if (!slot.freeFrom) return;
  const free = { from: slot.freeFrom, until: slot.freeUntil };
  expect(bars.filter((bar) => meets(bar, free))).toEqual([]);
  expect([slot.from, ...bars.map(({ until }) => until)]).toContain(free.from);
  expect([slot.until, ...bars.map(({ from }) => from)]).toContain(free.until);
}

/** Counted again from the rows themselves. */
async function expectSameAsRows({ actor }: World, slots: readonly CalendarSlot[]): Promise<void> {
  const rows = await app.db.read(actor, (tx) =>
    tx.rows<{ id: string; slot: string; from: string; until: string }>(`select id, slot_id as slot, lower(period) as "from", upper(period) as "until" from placement where cancelled_at is null and slot_id is not null order by id`),
  );
  const shown = slots.flatMap((slot) => placed(slot).map(({ id, from, until }) => ({ id, slot: slot.id, from, until }))).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(shown).toEqual(rows);
}

/** A move leaves neither a day without a place nor a day at two: the next segment begins where the last one ended, in the same course. */
async function expectUnbroken({ actor }: World): Promise<void> {
  const broken = await app.db.read(actor, (tx) =>
    tx.rows(`select n.id from placement n join placement o on o.id = n.continues_id
              where n.course_id is distinct from o.course_id or (o.cancelled_at is null and n.cancelled_at is null and o.ends_on <> n.starts_on)`),
  );
  expect(broken).toEqual([]);
}

const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom('place', 'place', 'extend', 'move', 'rotate', 'back', 'stop'), fc.nat(20), fc.nat(20), fc.integer({ min: -3, max: 80 }), fc.integer({ min: 1, max: 60 }));
const history = fc.array(step, { minLength: 10, maxLength: 25 }).map((steps): Step[] => [['place', 0, 0, 0, 70], ['place', 0, 1, 0, 70], ['place', 0, 2, 10, 40], ...steps]);

it('never contradict each other, whatever happens', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const world = await makeWorld();
      for (const each of steps) await happen(world, each);
      seen.set('segments', (seen.get('segments') ?? 0) + world.placements.length);
      const { items } = await get(CalendarQueries).calendar(world.actor, { week: '2026-W40', weeks: 53 });
      expect(items).toHaveLength(world.slots.length);
      for (const slot of items) expectSlotSound(slot);
      await expectSameAsRows(world, items);
      await expectUnbroken(world);
    }),
    { numRuns: 20, seed: 53 },
  );
  expect(seen.get('segments')).toBeGreaterThan(100);
}, 240_000);
