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
  expect(figuresOf(both, model)).toMatchObject({ committed, callable, legalHeadroom: null });
});

test('what is free later is said for committed and callable apart', () => {
  expect(figuresOf(both).ahead).toEqual([
    { weeks: 4, committedFree: 3, callableFree: 4 },
    { weeks: 8, committedFree: 4, callableFree: 4 },
    { weeks: 13, committedFree: 5, callableFree: 4 },
  ]);
});

test('cells add up number by number', () => {
  const sum = addCells(both, cell({ standing: count(1, [1, 1, 1, 1], [0, 0, 0, 0]) }, [2, 2, 1, 0]));
  expect(figuresOf(sum)).toMatchObject({ callable: { agreed: 5, occupied: 2, free: 3 }, committed: { agreed: 5 }, open: 2 });
});
