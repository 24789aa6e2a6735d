import { byFit, fitOf, reachOf, type Offered, type Seeker } from './fit.rules.js';

const seeker: Seeker = { sectorIds: ['bakery', 'shop'], minutesPossible: 600, considerationIds: ['quiet', 'seated'], travelMinutes: 30, transport: 'bicycle' };
const place: Offered = { sectorId: 'shop', minutesPerWeek: 600, considerationIds: ['seated', 'quiet', 'other'], km: 5.4 };

it('everything fits: nothing is missing, a trade wished for, near enough, hours as they can', () => {
  expect(fitOf(seeker, place)).toEqual({ missing: [], sector: 'wished', hours: 'fits', distance: 'near', km: 5, rank: 0 });
});

it.each<[string, Partial<Seeker>, Partial<Offered>, object]>([
  ['a consideration missing', {}, { considerationIds: ['quiet'] }, { missing: ['seated'], rank: 8 }],
  ['too far by bicycle', {}, { km: 6.1 }, { distance: 'far', rank: 4 }],
  ['the same by car', { transport: 'car' }, { km: 6.1 }, { distance: 'near', rank: 0 }],
  ['a place that is not on the map', {}, { km: null }, { distance: 'unknown', km: null, rank: 0 }],
  ['a citizen who has not said how long', { travelMinutes: null }, { km: 90 }, { distance: 'unknown', km: 90, rank: 0 }],
  ['another trade', {}, { sectorId: 'garden' }, { sector: 'other', rank: 2 }],
  ['a place without a trade', {}, { sectorId: null }, { sector: 'other', rank: 2 }],
  ['no wish', { sectorIds: [] }, {}, { sector: 'any', rank: 0 }],
  ['more hours than they can', {}, { minutesPerWeek: 1200 }, { hours: 'more', rank: 1 }],
  ['hours not said', { minutesPossible: null }, { minutesPerWeek: 1200 }, { hours: 'unknown', rank: 0 }],
])('%s', (_name, of, at, expected) => {
  expect(fitOf({ ...seeker, ...of }, { ...place, ...at })).toMatchObject(expected);
});

it('the best come first, and of equals the nearer', () => {
  const [far, near, unknown, worse] = [{ rank: 0, km: 9 }, { rank: 0, km: 2 }, { rank: 0, km: null }, { rank: 1, km: 1 }];
  expect([worse, unknown, far, near].toSorted(byFit)).toEqual([near, far, unknown, worse]);
});

it.each([
  [null, 'car', null],
  [30, null, 11],
  [60, 'foot', 4],
] as const)('%s minutes %s: %s km', (travelMinutes, transport, km) => {
  expect(reachOf({ travelMinutes, transport })).toBe(km);
});
