import { earlierDays } from './earlier-days.rules.js';

const stay = (from: string, until: string, purpose: string | null = null) => ({ from, until, purpose });
const kitchen = 'Prøve køkkenet';

test.each([
  ['never here before', [], kitchen, 0, 0],
  ['four weeks for the same purpose', [stay('2026-08-03', '2026-08-31', kitchen)], kitchen, 28, 0],
  ['the same in other spelling', [stay('2026-08-03', '2026-08-31', ' prøve  KØKKENET. ')], kitchen, 28, 0],
  ['another purpose is told by itself', [stay('2026-08-03', '2026-08-31', 'Prøve butikken')], kitchen, 0, 28],
  ['a purpose nobody wrote counts, to be safe', [stay('2026-08-03', '2026-08-31')], kitchen, 28, 0],
  ['before the purpose is agreed all count', [stay('2026-08-03', '2026-08-31', 'Prøve butikken')], null, 28, 0],
  ['some of each', [stay('2026-08-03', '2026-08-31', 'Prøve butikken'), stay('2026-09-07', '2026-09-14', kitchen)], kitchen, 7, 28],
  ['two stays of the same days count once', [stay('2026-08-03', '2026-08-31', kitchen), stay('2026-08-10', '2026-09-07', kitchen)], kitchen, 35, 0],
  ['one that still runs counts until the first day', [stay('2026-11-02', '2027-02-01', kitchen)], kitchen, 28, 0],
  ['one that begins later does not', [stay('2026-12-01', '2027-02-01', kitchen)], kitchen, 0, 0],
] as const)('before 30 November: %s', (_, stays, purpose, together, apart) => {
  expect(earlierDays(stays, '2026-11-30', purpose)).toMatchObject({ together, apart });
});
