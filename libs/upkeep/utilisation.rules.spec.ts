import { addDays } from '#platform';
import { utilisationOf, vacancyOf, type UsedSlot } from './utilisation.rules.js';

const period = { from: '2026-10-01', to: '2026-10-31' };
const slot = (placements: UsedSlot['placements'] = [], from = '2026-01-01', to: string | null = null): UsedSlot => ({ id: 'a', from, to, placements });
const ten = { from: '2026-10-01', to: '2026-10-11' };

test.each([
  ['nothing promised', [], null, [], 0, 0, null],
  ['an empty place', [slot()], null, [], 30, 0, 0],
  ['a third of the days', [slot([ten])], null, [], 30, 10, 1 / 3],
  ['all of them, longer than the period', [slot([{ from: '2026-08-01', to: '2027-01-01' }])], null, [], 30, 30, 1],
  ['two places, one filled', [slot([{ from: '2026-08-01', to: '2027-01-01' }]), slot()], null, [], 60, 30, 0.5],
  ['a place from the middle of the period', [slot([], '2026-10-21')], null, [], 10, 0, 0],
  ['a place that ended before it', [slot([], '2026-01-01', '2026-10-01')], null, [], 0, 0, null],
  ['a placement outside what was promised', [slot([ten], '2026-10-11')], null, [], 20, 0, 0],
  ['a pause promises nothing', [slot([ten])], null, [ten], 20, 0, 0],
  ['a pause with somebody there', [slot([{ from: '2026-10-01', to: '2026-10-31' }])], null, [ten], 20, 20, 1],
  ['two at most, among three', [slot([ten]), slot(), slot()], 2, [], 60, 10, 1 / 6],
  ['a cap above the places', [slot([ten])], 5, [], 30, 10, 1 / 3],
] as const)('%s', (_, slots, cap, pauses, agreedDays, occupiedDays, share) => {
  expect(utilisationOf(slots, period, cap, pauses)).toEqual({ agreedDays, occupiedDays, share });
});

test.each([
  ['never used', slot(), 30, '2026-01-01'],
  ['emptied in the period', slot([ten]), 20, '2026-10-11'],
  ['emptied before it', slot([{ from: '2026-01-01', to: '2026-09-11' }]), 30, '2026-09-11'],
  ['filled on the last day', slot([{ from: '2026-10-30', to: '2026-12-01' }]), 29, null],
  ['no place any more', slot([ten], '2026-01-01', '2026-10-15'), 4, null],
  ['not yet one', slot([], '2026-11-15'), 0, null],
] as const)('vacancy: %s', (_, one, vacantDays, emptySince) => {
  expect(vacancyOf(one, period)).toEqual({ id: 'a', vacantDays, emptySince });
});

test('occupied and vacant days make up what was promised, whatever the placements', () => {
  for (let first = 0; first < 40; first += 1) {
    for (let length = 1; length < 12; length += 5) {
      const from = addDays('2026-09-25', first);
      const one = slot([{ from, to: addDays(from, length) }], '2026-10-03', '2026-10-28');
      const { agreedDays, occupiedDays } = utilisationOf([one], period);
      expect(occupiedDays + vacancyOf(one, period).vacantDays).toBe(agreedDays);
    }
  }
});
