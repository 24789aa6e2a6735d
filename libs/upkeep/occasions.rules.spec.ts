import { occasions, raisedBy, type Occasion, type PromiseOf, type UpkeepKind } from './occasions.rules.js';

const promises: Readonly<Record<string, PromiseOf>> = {
  'model 1': { model: 'fixed_slots', refill: true },
  'model 2': { model: 'standing', refill: false },
  'model 3': { model: 'match_driven', refill: false },
  'model 4, refilled': { model: 'cluster', refill: true },
  'model 4, not refilled': { model: 'cluster', refill: false },
  'no agreement': { model: null, refill: false },
};

/** Every model × every event: what is raised. Nothing where nothing stands. */
const raised: Readonly<Record<string, Partial<Record<Occasion, UpkeepKind>>>> = {
  'model 1': { 'runs-free': 'refill', 'stopped-early': 'refill', 'fell-through': 'refill' },
  'model 2': { 'first-reserved': 'call-slot', 'offer-time': 'offer-question' },
  'model 3': { 'match-over': 'match-over' },
  'model 4, refilled': { 'runs-free': 'refill', 'stopped-early': 'refill', 'fell-through': 'refill' },
  'model 4, not refilled': {},
  'no agreement': {},
};

const cases = Object.entries(promises).flatMap(([name, promise]) => occasions.map((occasion) => ({ name, promise, occasion, kind: raised[name]?.[occasion] ?? null })));

test.each(cases)('$name, $occasion: $kind', ({ promise, occasion, kind }) => {
  expect(raisedBy(occasion, promise)).toBe(kind);
});

test.each(occasions)('a model 2 or 3 agreement is never asked for a refill, whatever its setting says: %s', (occasion) => {
  for (const model of ['standing', 'match_driven'] as const) expect(raisedBy(occasion, { model, refill: true })).not.toBe('refill');
});
