import { holdDay, isMeetingTime, linkState, visitState, type LinkState, type VisitFacts, type VisitState } from './visit.rules.js';

const now = new Date('2026-11-23T09:00:00Z');
const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const times = [24, 48, 72].map((hours, index) => ({ number: index + 1, startsAt: at(hours) }));
const past = times.map(({ number }) => ({ number, startsAt: at(-number) }));
const visit: VisitFacts = { now, times, chosen: null, noneFitsAt: null, outcome: null, cancelledAt: null };

it.each<[string, Partial<VisitFacts>, VisitState]>([
  ['nobody has answered', {}, 'proposed'],
  ['one time is still to come', { times: [...past.slice(0, 2), ...times.slice(2)] }, 'proposed'],
  ['all times went by', { times: past }, 'late'],
  ['no time will do', { noneFitsAt: at(-1) }, 'none_fits'],
  ['a time is set', { chosen: 2 }, 'agreed'],
  ['set after all, though none did at first', { chosen: 2, noneFitsAt: at(-1) }, 'agreed'],
  ['that time has come', { times: past, chosen: 2 }, 'held'],
  ['with an outcome', { times: past, chosen: 2, outcome: 'match' }, 'done'],
  ['cancelled', { chosen: 2, cancelledAt: at(-1) }, 'cancelled'],
])('%s', (_name, facts, expected) => {
  expect(visitState({ ...visit, ...facts })).toBe(expected);
});

it.each<[VisitState, number, boolean, LinkState]>([
  ['proposed', 1, false, 'open'],
  ['proposed', 0, false, 'expired'],
  ['proposed', 1, true, 'renewed'],
  ['none_fits', 1, false, 'none-fits'],
  ['late', 1, false, 'late'],
  ['agreed', 1, false, 'agreed'],
  ['held', 1, false, 'agreed'],
  ['done', 1, false, 'over'],
  ['cancelled', -1, false, 'over'],
])('a link of a visit that is %s, %d hours left, renewed %s: %s', (state, hours, renewed, expected) => {
  expect(linkState({ now, expiresAt: at(hours), renewedAt: renewed ? at(-1) : null, visit: state })).toBe(expected);
});

it.each([
  [['2026-11-30'], '2026-12-02'],
  [['2026-12-04', '2026-11-30'], '2026-12-06'],
  [['2026-12-31'], '2027-01-02'],
])('%j is held to %s', (days, expected) => {
  expect(holdDay(days)).toBe(expected);
});

it.each([
  ['06:00', true],
  ['20:59', true],
  ['21:00', false],
  ['02:30', false],
  ['9:00', false],
  ['09:60', false],
  ['', false],
])('%s is a time to meet: %s', (time, expected) => {
  expect(isMeetingTime(time)).toBe(expected);
});
