import { checksOf, conflictIn, type ChangeFacts, type MentorFacts, type PlaceFacts, type SlotFacts, type Verb } from './change.rules.js';

/** A placement of 1 to 29 March (half-open until the 30th); it is wished from the 15th to 12 April. */
const segment: ChangeFacts['segment'] = { from: '2027-03-01', until: '2027-03-30', over: false, started: true, continuedOn: null };
const slot: SlotFacts = { inForce: true, from: '2027-01-01', until: null, occupied: [], reserved: [] };
const mentor: MentorFacts = { name: 'Mia', trained: true, away: false, load: 0, accepts: 2, activeUntil: null };
const place: PlaceFacts = {
  same: false,
  otherWorkplace: false,
  member: true,
  slot,
  workplaceClosedOn: null,
  closures: [],
  elsewhere: [],
  cap: null,
  carried: 0,
  mentor,
  mentorNeeded: true,
};
const wished = (verb: Verb, more: Partial<ChangeFacts> = {}): ChangeFacts => ({ verb, today: '2027-02-01', segment, from: '2027-03-15', until: '2027-04-12', place, ...more });
const at = (more: Partial<PlaceFacts>): Partial<ChangeFacts> => ({ place: { ...place, ...more } });
const on = (more: Partial<SlotFacts>): Partial<ChangeFacts> => at({ slot: { ...slot, ...more } });
const by = (more: Partial<MentorFacts>): Partial<ChangeFacts> => at({ mentor: { ...mentor, ...more } });
const stay = (more: Partial<ChangeFacts['segment']>): Partial<ChangeFacts> => ({ segment: { ...segment, ...more } });

const made = (more: Partial<NonNullable<ChangeFacts['move']>> = {}): Partial<ChangeFacts> => ({ move: { late: false, builtOn: false, ...more } });

const refused: readonly (readonly [string, Verb, Partial<ChangeFacts>, string])[] = [
  ['over', 'extend', stay({ over: true }), 'placement.over'],
  ['over', 'hours', stay({ over: true }), 'placement.over'],
  ['continued elsewhere', 'extend', stay({ continuedOn: '2027-03-30' }), 'placement.continued'],
  ['continued elsewhere', 'move', stay({ continuedOn: '2027-03-30' }), 'placement.continued'],
  ['continued elsewhere', 'end', stay({ continuedOn: '2027-03-30' }), 'placement.continued'],
  ['after it has ended', 'end', { from: '2027-03-30' }, 'placement.stop-after-end'],
  ['on the day the citizen came', 'end', { from: '2027-03-02', ...stay({ cameOn: '2027-03-02' }) }, 'placement.end-before-start'],
  ['on a day gone by before it begins', 'end', { from: '2026-03-15', ...stay({ started: false }) }, 'placement.stop-too-early'],
  ['on a day before it began, and nobody came', 'end', { from: '2027-02-28', today: '2027-03-08', ...stay({ started: false }) }, 'placement.stop-too-early'],
  ['before it begins', 'move', { from: '2027-02-28' }, 'placement.before-start'],
  ['on the first day, when the citizen came', 'rotate', { from: '2027-03-01' }, 'placement.before-start'],
  ['before it begins', 'pause', { from: '2027-02-28' }, 'placement.before-start'],
  ['before it begins', 'hours', { from: '2027-02-28', steps: ['2027-02-28'] }, 'placement.before-start'],
  ['on its end', 'rotate', { from: '2027-03-30' }, 'placement.after-end'],
  ['with a later step after its end', 'hours', { steps: ['2027-03-15', '2027-03-30'] }, 'placement.after-end'],
  ['to the day it ends now', 'extend', { from: '2027-03-30', until: '2027-03-30' }, 'placement.not-longer'],
  ['to a day before', 'extend', { from: '2027-03-30', until: '2027-03-20' }, 'placement.not-longer'],
  ['for no day', 'move', { until: '2027-03-15' }, 'placement.end-before-start'],
  ['backwards', 'pause', { until: '2027-03-10' }, 'placement.end-before-start'],
  ['two steps on one day', 'hours', { steps: ['2027-03-15', '2027-03-15'] }, 'placement.hours-twice'],
  ['longer than the placement', 'pause', { until: '2027-03-31' }, 'placement.pause-too-long'],
  ['over another pause', 'pause', { until: '2027-03-20', pauses: [{ from: '2027-03-19', until: '2027-03-22' }] }, 'placement.pause-twice'],
  ['what was never moved', 'take-back', {}, 'placement.not-moved'],
  ['after the citizen has been there', 'take-back', made({ late: true }), 'placement.move-late'],
  ['when something was built on it', 'take-back', made({ builtOn: true }), 'placement.move-built-on'],
  ['when it is continued', 'take-back', { ...made(), ...stay({ continuedOn: '2027-03-20' }) }, 'placement.continued'],
  ['when it is taken back already', 'take-back', { ...made(), ...stay({ over: true }) }, 'placement.over'],
  ['to a place that was given away', 'take-back', { ...made(), ...on({ occupied: [{ from: '2027-03-20', until: '2027-03-25' }] }) }, 'placement.overlap'],
  ['to a workplace that is full by now', 'take-back', { ...made(), ...at({ cap: 1, carried: 1 }) }, 'placement.cap-reached'],
  ['to a workplace outside the cluster', 'rotate', at({ member: false, slot: null }), 'placement.not-a-member'],
  ['to where the citizen is', 'move', at({ same: true }), 'placement.same-place'],
  ['to a member without a free place', 'rotate', at({ slot: null }), 'placement.no-slot-there'],
  ['to a draft', 'move', on({ inForce: false }), 'placement.not-in-force'],
  ['before the agreement begins', 'move', on({ from: '2027-03-16' }), 'placement.before-agreement'],
  ['past the agreement', 'extend', on({ until: '2027-04-11' }), 'placement.after-agreement'],
  ['on a place with somebody', 'move', on({ occupied: [{ from: '2027-04-11', until: '2027-05-01' }] }), 'placement.overlap'],
  ['on a place that is reserved', 'extend', on({ reserved: [{ from: '2027-04-01', until: '2027-05-01' }] }), 'placement.reserved-there'],
  ['at a workplace that closes for good', 'move', at({ workplaceClosedOn: '2027-04-01' }), 'placement.workplace-closed'],
  ['one more than the agreement allows there', 'rotate', at({ cap: 2, carried: 2 }), 'placement.cap-reached'],
  ['without a mentor where one is needed', 'rotate', at({ mentor: null }), 'agreement.mentor-needed'],
];

const minded: readonly (readonly [string, Verb, Partial<ChangeFacts>, string])[] = [
  ['without a mentor where none is needed', 'move', at({ mentor: null, mentorNeeded: false }), 'placement.mentor-none'],
  ['before it begins, when nobody has come yet', 'end', { from: '2027-02-01', ...stay({ started: false }) }, 'placement.never-begins'],
  ['to an untrained mentor', 'rotate', by({ trained: false }), 'placement.mentor-untrained'],
  ['with a mentor who got another one', 'extend', by({ load: 2 }), 'placement.mentor-full'],
  ['to a mentor who is away by now', 'take-back', { ...made(), ...by({ away: true }) }, 'placement.mentor-away'],
  ['past the mentor', 'extend', by({ activeUntil: '2027-04-01' }), 'placement.mentor-leaves'],
  ['while the citizen is somewhere else, too', 'rotate', at({ elsewhere: [{ from: '2027-03-29', until: '2027-04-05' }] }), 'placement.citizen-elsewhere'],
  ['over a holiday', 'move', at({ closures: [{ from: '2027-03-29', until: '2027-04-05' }] }), 'placement.closure'],
  ['to another workplace', 'rotate', at({ otherWorkplace: true }), 'placement.new-workplace'],
];

const argued: readonly (readonly [string, Verb, Partial<ChangeFacts>, string])[] = [
  ['to a full mentor', 'rotate', by({ load: 2 }), 'placement.mentor-full'],
  ['to a full mentor', 'move', by({ load: 3 }), 'placement.mentor-full'],
  ['to a mentor who is away', 'move', by({ away: true }), 'placement.mentor-away'],
];

const fine: readonly (readonly [string, Verb, Partial<ChangeFacts>])[] = [
  ['longer', 'extend', { from: '2027-03-30' }],
  ['a day early', 'end', { from: '2027-03-29' }],
  ['to another place', 'move', {}],
  ['on the first day, when nobody has come yet', 'move', { from: '2027-03-01', ...stay({ started: false }) }],
  ['beside what ends when it begins', 'move', on({ occupied: [{ from: '2027-03-01', until: '2027-03-15' }] })],
  ['beside what begins when it ends', 'move', on({ reserved: [{ from: '2027-04-12', until: '2027-05-01' }] })],
  ['to the last day of the agreement', 'move', on({ until: '2027-04-12' })],
  ['the last of what is allowed there', 'rotate', at({ cap: 2, carried: 1 })],
  ['to a workplace outside any agreement', 'move', at({ slot: null, member: false, mentorNeeded: false })],
  ['just made', 'take-back', made()],
  ['a week', 'pause', { until: '2027-03-22' }],
  ['next to another pause', 'pause', { until: '2027-03-19', pauses: [{ from: '2027-03-19', until: '2027-03-22' }] }],
  ['in two steps', 'hours', { steps: ['2027-03-15', '2027-03-22'] }],
];

describe('a change of a placement', () => {
  it.each(refused)('%s: %s is refused', (_, verb, facts, code) => expect(conflictIn(checksOf(wished(verb, facts)))?.code).toBe(code));

  it.each(argued)('%s: %s is refused unless it is said why', (_, verb, facts, code) => {
    const checks = checksOf(wished(verb, facts));
    expect(conflictIn(checks)?.code).toBe(code);
    expect(conflictIn(checks, 'Aftalt med mentoren')).toBeUndefined();
  });

  it.each(minded)('%s: %s is warned of, not refused', (_, verb, facts, code) => {
    const checks = checksOf(wished(verb, facts));
    expect(conflictIn(checks)).toBeUndefined();
    expect(checks).toContainEqual(expect.objectContaining({ code, level: 'warning' }));
  });

  it.each(fine)('%s: %s may be saved', (_, verb, facts) => {
    expect(checksOf(wished(verb, facts)).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  it('on a day after the placement says that alone', () => {
    const checks = checksOf(wished('rotate', { from: '2027-04-30', ...at({ slot: null, member: false, mentor: null, workplaceClosedOn: '2027-04-01' }) }));
    expect(checks).toEqual([{ code: 'placement.after-end', level: 'conflict', params: { until: '2027-03-30' } }]);
  });

  it('says what was looked at, with its numbers', () => {
    const checks = checksOf(wished('rotate', at({ cap: 3, carried: 1 })));
    expect(checks.map(({ code, params }) => [code, params])).toEqual([
      ['placement.after-agreement', {}],
      ['placement.overlap', {}],
      ['placement.cap-reached', { n: 2, cap: 3 }],
      ['agreement.mentor-needed', {}],
      ['placement.mentor-untrained', {}],
      ['placement.mentor-full', { n: 1, accepts: 2 }],
    ]);
  });
});
