import { isTrained, mentorStatesOf, type MentorStanding } from './mentor-state.rules.js';

const today = '2026-11-23';
const ready: MentorStanding = { today, activeFrom: '2026-01-01', activeUntil: null, trainedOn: '2026-02-01', trainedUntil: '2028-02-01', away: false, accepts: 2, trainees: 1 };

describe('what stands in the way of one more trainee', () => {
  test.each<[string, Partial<MentorStanding>, string[]]>([
    ['nothing', {}, ['ready']],
    ['never trained', { trainedOn: null, trainedUntil: null }, ['untrained']],
    ['trained later', { trainedOn: '2026-12-01', trainedUntil: null }, ['untrained']],
    ['lapsed today', { trainedUntil: today }, ['untrained']],
    ['counts its last day today', { trainedUntil: '2026-11-24' }, ['ready']],
    ['trained, no end known', { trainedUntil: null }, ['ready']],
    ['full', { trainees: 2 }, ['full']],
    ['overfull', { trainees: 3 }, ['full']],
    ['takes nobody', { accepts: 0, trainees: 0 }, ['full']],
    ['away', { away: true }, ['away']],
    ['all of it', { away: true, trainees: 2, trainedOn: null, trainedUntil: null }, ['untrained', 'full', 'away']],
    ['not yet a mentor', { activeFrom: '2026-11-24' }, []],
    ['from today', { activeFrom: today }, ['ready']],
    ['no longer', { activeUntil: today }, []],
    ['last day', { activeUntil: '2026-11-24' }, ['ready']],
  ])('%s', (_, change, states) => expect(mentorStatesOf({ ...ready, ...change })).toEqual(states));

  test('training of tomorrow does not count today', () => expect(isTrained({ today, trainedOn: '2026-11-24', trainedUntil: null })).toBe(false));
});
