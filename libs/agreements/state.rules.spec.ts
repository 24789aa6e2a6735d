import { agreementState, type StateFacts } from './state.rules.js';

const today = '2026-11-23';
const soon = '2026-12-23';
const activated = new Date('2026-10-01T08:00:00Z');
const draft: StateFacts = { startsOn: '2026-10-01', endsOn: null, activatedAt: null, endedAt: null, awaiting: false, pauses: [] };
const inForce: StateFacts = { ...draft, activatedAt: activated };
const resting = (from: string, until: string) => ({ pauses: [{ from, until }] });

describe('the status of an agreement on 23 November', () => {
  it.each<[string, StateFacts, string]>([
    ['just written', draft, 'draft'],
    ['a draft whose first day has come', { ...draft, startsOn: today }, 'draft'],
    ['sent for acceptance', { ...draft, awaiting: true }, 'awaiting'],
    ['a draft given up', { ...draft, endedAt: activated, endsOn: today }, 'ended'],
    ['sent for acceptance and given up', { ...draft, awaiting: true, endedAt: activated }, 'ended'],
    ['in force', inForce, 'active'],
    ['in force, asked to accept a later version', { ...inForce, awaiting: true }, 'active'],
    ['in force from tomorrow', { ...inForce, startsOn: '2026-11-24' }, 'coming'],
    ['in force from today', { ...inForce, startsOn: today }, 'active'],
    ['on pause from today', { ...inForce, ...resting(today, '2026-11-30') }, 'paused'],
    ['on pause until today', { ...inForce, ...resting('2026-11-01', today) }, 'active'],
    ['on pause until tomorrow', { ...inForce, ...resting('2026-11-01', '2026-11-24') }, 'paused'],
    ['on pause next week', { ...inForce, ...resting('2026-11-30', '2026-12-07') }, 'active'],
    ['not begun, and a pause already', { ...inForce, startsOn: '2026-12-01', ...resting('2026-12-01', '2026-12-08') }, 'coming'],
    ['ending within the month', { ...inForce, endsOn: soon }, 'ending'],
    ['ending a day later than that', { ...inForce, endsOn: '2026-12-24' }, 'active'],
    ['on pause and ending next week', { ...inForce, endsOn: '2026-11-30', ...resting('2026-11-20', '2026-11-29') }, 'paused'],
    ['its last day was yesterday', { ...inForce, endsOn: today }, 'ended'],
    ['ended on a day to come', { ...inForce, endsOn: '2026-11-24', endedAt: activated }, 'ending'],
    ['ended, whatever pause it had', { ...inForce, endsOn: '2026-11-20', ...resting('2026-11-01', '2026-12-01') }, 'ended'],
  ])('%s', (_, facts, expected) => expect(agreementState(facts, today, soon)).toBe(expected));
});
