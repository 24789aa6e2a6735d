import { possibleDays, pulseState, whyFollowUp, type Mood } from './pulse.rules.js';

describe('the days of a week on which a trainee can have been there', () => {
  it.each([
    ['on Monday: one', '2026-11-23', '2026-10-01', '2027-01-01', 1],
    ['on Friday: five', '2026-11-27', '2026-10-01', '2027-01-01', 5],
    ['on Sunday: seven', '2026-11-29', '2026-10-01', '2027-01-01', 7],
    ['begun on Wednesday, asked on Friday', '2026-11-27', '2026-11-25', '2027-01-01', 3],
    ['begins tomorrow', '2026-11-24', '2026-11-25', '2027-01-01', 0],
    ['over since Wednesday (exclusive), asked on Friday', '2026-11-27', '2026-10-01', '2026-11-25', 2],
    ['over since last week', '2026-11-27', '2026-10-01', '2026-11-20', 0],
    ['week 53, over new year', '2027-01-01', '2026-12-01', '2027-02-01', 5],
  ])('%s', (_, today, from, until, days) => expect(possibleDays({ today, from, until })).toBe(days));
});

describe("this week's pulse", () => {
  const week = { today: '2026-11-27', from: '2026-10-01', until: '2027-01-01' };
  it.each([
    ['is open', week, null, 'open'],
    ['was answered today', week, '2026-11-27', 'answered'],
    ['was answered on Tuesday', week, '2026-11-24', 'closed'],
    ['is not asked before the start', { ...week, from: '2026-11-30' }, null, 'none'],
    ['is not asked after the end', { ...week, until: '2026-11-23' }, null, 'none'],
  ])('%s', (_, facts, answeredOn, state) => expect(pulseState(facts, answeredOn)).toBe(state));
});

describe('a follow-up the same day', () => {
  it.each<[string, Mood, boolean, Mood[], string | undefined]>([
    ['good', 'good', false, [], undefined],
    ['good, but ring me', 'good', true, [], 'call'],
    ['hard for the first time', 'hard', false, ['okay'], undefined],
    ['hard twice in a row', 'hard', false, ['hard', 'good'], 'low'],
    ['hard for the third time', 'hard', false, ['hard', 'hard'], undefined],
    ['hard for the fourth time', 'hard', false, ['hard', 'hard', 'hard', 'good'], 'low'],
    ['hard, good, hard', 'hard', false, ['good', 'hard'], undefined],
    ['okay after hard', 'okay', false, ['hard', 'hard'], undefined],
    ['hard twice and ring me: one reason is enough', 'hard', true, ['hard'], 'call'],
  ])('%s', (_, mood, callMe, before, why) => expect(whyFollowUp({ mood, callMe, before })).toBe(why));
});
