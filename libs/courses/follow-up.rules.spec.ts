import { cadence, followUpFault, nextFollowUp, standingOn, type CoursePhase, type PlaceModel, type Stay } from './follow-up.rules.js';

const stay = (from: string, to: string, startedOn: string | null, model: PlaceModel = 'fixed_slots'): Stay => ({ from, to, startedOn, model });

describe('where a course is', () => {
  it.each<[string, Stay[], string, CoursePhase]>([
    ['nothing yet', [], '2026-11-02', 'between'],
    ['planned', [stay('2026-11-09', '2027-02-08', null)], '2026-11-02', 'before-start'],
    ['the first day has come, and nobody has said whether the citizen has', [stay('2026-11-02', '2027-02-01', null)], '2026-11-10', 'before-start'],
    ['just begun', [stay('2026-11-02', '2027-02-01', '2026-11-02')], '2026-11-29', 'first-weeks'],
    ['four weeks in', [stay('2026-11-02', '2027-02-01', '2026-11-02')], '2026-11-30', 'running'],
    ['ended', [stay('2026-11-02', '2026-11-30', '2026-11-02')], '2026-11-30', 'between'],
    ['moved to a new workplace', [stay('2026-09-07', '2026-11-02', '2026-09-07'), stay('2026-11-02', '2027-01-04', '2026-11-02')], '2026-11-05', 'first-weeks'],
  ])('%s', (_, stays, day, phase) => expect(standingOn(stays, day).phase).toBe(phase));
});

describe('the next follow-up', () => {
  const phases: readonly CoursePhase[] = ['before-start', 'first-weeks', 'running', 'between'];
  it.each(Object.entries(cadence))('under %s comes within the cadence, on a weekday', (model, byPhase) => {
    for (const phase of phases) {
      const next = nextFollowUp({ model: model as PlaceModel, phase }, '2026-11-02');
      const days = (Date.parse(next) - Date.parse('2026-11-02')) / 86_400_000;
      expect(days).toBeLessThanOrEqual(byPhase[phase]);
      expect([6, 0]).not.toContain(new Date(next).getUTCDay());
    }
  });

  test('one that would fall on a Sunday is on the Friday before', () => {
    expect(nextFollowUp({ model: 'open', phase: 'between' }, '2026-11-01')).toBe('2026-11-06');
  });

  test('model 3 asks for close follow-up all along, and never seldomer than the others', () => {
    for (const phase of phases) for (const other of Object.values(cadence)) expect(cadence.match_driven[phase]).toBeLessThanOrEqual(other[phase]);
  });
});

describe('the days of a follow-up', () => {
  const days = { heldOn: '2026-11-02', nextOn: '2026-11-09', openedOn: '2026-10-01', today: '2026-11-02' };
  it.each([
    ['held today', {}, undefined],
    ['held tomorrow', { heldOn: '2026-11-03' }, 'fault.follow-up.ahead'],
    ['held before the course', { heldOn: '2026-09-30' }, 'fault.follow-up.before-course'],
    ['next on the same day', { nextOn: '2026-11-02' }, 'fault.follow-up.next-past'],
    ['written late, and the next is past already', { heldOn: '2026-10-05', nextOn: '2026-10-12' }, 'fault.follow-up.next-past'],
    ['written late, the next is today', { heldOn: '2026-10-05', nextOn: '2026-11-02' }, undefined],
    ['13 weeks ahead', { nextOn: '2027-02-01' }, undefined],
    ['further ahead', { nextOn: '2027-02-02' }, 'fault.follow-up.next-far'],
  ])('%s', (_, change, code) => expect(followUpFault({ ...days, ...change })?.code).toBe(code));
});
