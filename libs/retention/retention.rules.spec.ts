import { bounds, changeFault, kinds, ruleOn, spansOf, type Kind } from './retention.rules.js';

const today = '2026-11-23';

it('the usual holds until something else was said, and a later word ends an earlier one', () => {
  expect(spansOf('citizen', [])).toEqual([{ months: 6, from: '1900-01-01', until: null }]);
  const spans = spansOf('citizen', [
    { months: 3, from: '2027-06-01' },
    { months: 12, from: '2027-01-01' },
  ]);
  expect(spans.map(({ months, until }) => [months, until])).toEqual([
    [6, '2027-01-01'],
    [12, '2027-06-01'],
    [3, null],
  ]);
  expect(['2026-12-31', '2027-01-01', '2027-05-31', '2027-06-01'].map((day) => ruleOn(spans, day)?.months)).toEqual([6, 12, 12, 3]);
});

it.each(kinds)('%s: what is usual lies within what can be chosen', (kind) => {
  const { usual, least, most } = bounds[kind];
  expect(least <= usual && usual <= most).toBe(true);
});

it.each<[string, Kind, number, string, string | undefined]>([
  ['longer, from tomorrow', 'citizen', 12, '2026-11-24', undefined],
  ['longer, today', 'citizen', 12, '2026-11-23', 'fault.retention.past'],
  ['in the past', 'citizen', 12, '2026-11-01', 'fault.retention.past'],
  ['shorter, within a fortnight', 'citizen', 3, '2026-12-06', 'fault.retention.soon'],
  ['shorter, after a fortnight', 'citizen', 3, '2026-12-07', undefined],
  ['too short', 'access-log', 5, '2027-01-01', 'fault.retention.months'],
  ['too long', 'citizen', 25, '2027-01-01', 'fault.retention.months'],
])('%s', (_name, kind, months, from, fault) => {
  expect(changeFault(kind, spansOf(kind, []), { months, from }, today)).toBe(fault);
});

it('shorter is measured against what holds the day before, not today', () => {
  const spans = spansOf('citizen', [{ months: 12, from: '2026-11-25' }]);
  expect(changeFault('citizen', spans, { months: 6, from: '2026-12-01' }, today)).toBe('fault.retention.soon');
  expect(changeFault('citizen', spans, { months: 6, from: '2026-12-08' }, today)).toBeUndefined();
});
