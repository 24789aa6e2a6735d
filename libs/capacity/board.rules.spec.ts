import { addCells, type CountedCell, emptyCell, figuresOf, horizonsOf } from './board.rules.js';

const cell = (models: CountedCell['models'], open = [0, 0, 0, 0]): CountedCell => ({ ...emptyCell('s', '0450'), models, open });
const count = (agreed: number, occupied: number[], reserved: number[]) => ({ agreed: [agreed, agreed, agreed, agreed], occupied, reserved });

test('the board looks 4, 8 and 13 weeks past its date', () => {
  expect(horizonsOf('2026-11-23')).toEqual(['2026-11-23', '2026-12-21', '2027-01-18', '2027-02-22']);
});

const both = cell({
  fixed_slots: count(3, [2, 1, 0, 0], [0, 1, 1, 0]),
  cluster: count(2, [0, 0, 0, 0], [1, 0, 0, 0]),
  standing: count(4, [1, 0, 0, 0], [0, 0, 0, 0]),
});

test.each([
  ['all models', undefined, { agreed: 5, occupied: 2, reserved: 1, free: 2 }, { agreed: 4, occupied: 1, reserved: 0, free: 3 }],
  ['fixed slots only', 'fixed_slots', { agreed: 3, occupied: 2, reserved: 0, free: 1 }, { agreed: 0, occupied: 0, reserved: 0, free: 0 }],
  ['standing only', 'standing', { agreed: 0, occupied: 0, reserved: 0, free: 0 }, { agreed: 4, occupied: 1, reserved: 0, free: 3 }],
  ['match-driven promises nothing', 'match_driven', { agreed: 0, occupied: 0, reserved: 0, free: 0 }, { agreed: 0, occupied: 0, reserved: 0, free: 0 }],
])('%s', (_, model, committed, callable) => {
  expect(figuresOf(both, model)).toMatchObject({ committed, callable, legalHeadroom: null, legalUnknown: 0 });
});

test('what is free later is said for committed and callable apart', () => {
  expect(figuresOf(both).ahead).toEqual([
    { weeks: 4, committedFree: 3, callableFree: 4, committedPlaceable: 0, callablePlaceable: 0 },
    { weeks: 8, committedFree: 4, callableFree: 4, committedPlaceable: 0, callablePlaceable: 0 },
    { weeks: 13, committedFree: 5, callableFree: 4, committedPlaceable: 0, callablePlaceable: 0 },
  ]);
});

test('cells add up number by number', () => {
  const sum = addCells(both, cell({ standing: count(1, [1, 1, 1, 1], [0, 0, 0, 0]) }, [2, 2, 1, 0]));
  expect(figuresOf(sum)).toMatchObject({ callable: { agreed: 5, occupied: 2, free: 3 }, committed: { agreed: 5 }, open: 2 });
});

const room = (placeable: number, heldByLaw: number, heldByMentor: number) => ({ placeable: [placeable, 1, 1, 1], heldByLaw: [heldByLaw, 0, 0, 0], heldByMentor: [heldByMentor, 0, 0, 0] });

test.each([
  ['all models: the workplaces\' shared room', undefined, [2, 1, 0], [1, 0, 3]],
  ['one model: its own', 'fixed_slots', [1, 0, 0], [0, 0, 0]],
  ['callable only', 'standing', [0, 0, 0], [1, 0, 3]],
  ['no room for a model without places', 'match_driven', [0, 0, 0], [0, 0, 0]],
])('what can be placed, %s', (_, model, committed, callable) => {
  const counted = { ...both, room: { committed: room(2, 1, 0), fixed_slots: room(1, 0, 0), cluster: room(2, 0, 0), standing: room(1, 0, 3) } };
  const held = ({ placeable, heldByLaw, heldByMentor }: { placeable: number; heldByLaw: number; heldByMentor: number }) => [placeable, heldByLaw, heldByMentor];
  const figures = figuresOf(counted, model);
  expect([held(figures.committed), held(figures.callable)]).toEqual([committed, callable]);
});

test('legal headroom is a number as soon as one workplace\'s is known, and says at how many it is not', () => {
  const one = (known: number[], unknown: number[], places: number[]): CountedCell => ({ ...emptyCell('s', '0450'), legalKnown: known, legalUnknown: unknown, legalHeadroom: places });
  const [known, unknown] = [one([1, 1, 1, 1], [0, 0, 0, 0], [3, 3, 3, 3]), one([0, 0, 0, 0], [2, 2, 2, 2], [0, 0, 0, 0])];
  expect(figuresOf(unknown)).toMatchObject({ legalHeadroom: null, legalUnknown: 2 });
  expect(figuresOf(addCells(known, unknown))).toMatchObject({ legalHeadroom: 3, legalUnknown: 2 });
});
