import { additionalityOf } from './additionality.rules.js';

const year = (figures: readonly number[], workplaces = 1) =>
  figures.map((fte, n) => ({ month: `${n < 2 ? 2025 : 2026}-${String(((n + 10) % 12) + 1).padStart(2, '0')}-01`, fte, workplaces }));
const flat = Array.from({ length: 12 }, () => 10);

test.each([
  ['as many as the mean', year(flat), 1, 'met', 12],
  ['one fewer in the latest month', year([...flat.slice(1), 9]), 1, 'not_met', 12],
  ['one more', year([...flat.slice(1), 11]), 1, 'met', 12],
  ['eleven months are too few', year(flat.slice(1)), 1, 'unknown', 11],
  ['nothing stated', [], 0, 'unknown', 0],
  ['another workplace lacks every month', year(flat), 2, 'unknown', 0],
  ['two workplaces added up', year(flat, 2), 2, 'met', 12],
] as const)('%s: %s', (_, months, stating, outcome, known) => {
  expect(additionalityOf(months, stating, { months: 12 })).toMatchObject({ outcome, known });
});

test('a month that is not whole is passed over, and the year is counted back from the newest whole one', () => {
  const months = [...year(flat), { month: '2026-11-01', fte: 3, workplaces: 0 }];
  expect(additionalityOf(months, 1, { months: 12 })).toEqual({ outcome: 'met', latest: { month: '2026-10-01', fte: 10 }, mean: 10, known: 12 });
});
