import { enrolmentState, refusesAttendance, refusesPlanning, sessionState, type EnrolmentFacts, type EnrolmentState, type SessionFacts, type SessionState } from './session.rules.js';

const now = new Date('2026-11-23T12:00:00Z');
const blank: EnrolmentFacts = { seat: null, acceptedAt: null, declinedAt: null, attendedAt: null, absentAt: null };

describe('how somebody stands to a session', () => {
  test.each<[EnrolmentState, Partial<EnrolmentFacts>]>([
    ['invited', {}],
    ['seated', { acceptedAt: now, seat: 1 }],
    ['waiting', { acceptedAt: now }],
    ['declined', { declinedAt: now }],
    ['came', { acceptedAt: now, seat: 1, attendedAt: now }],
    ['came', { declinedAt: now, attendedAt: now }],
    ['absent', { acceptedAt: now, seat: 1, absentAt: now }],
  ])('%s', (state, change) => expect(enrolmentState({ ...blank, ...change })).toBe(state));
});

describe('how a session stands, and what may be done with it', () => {
  const hour = (n: number): Date => new Date(now.getTime() + n * 3_600_000);
  const ahead: SessionFacts = { now, startsAt: hour(1), endsAt: hour(3), cancelledAt: null };
  test.each<[SessionState, Partial<SessionFacts>]>([
    ['open', {}],
    ['begun', { startsAt: now }],
    ['begun', { startsAt: hour(-1), endsAt: hour(1) }],
    ['over', { startsAt: hour(-2), endsAt: now }],
    ['cancelled', { cancelledAt: now }],
    ['cancelled', { startsAt: hour(-2), endsAt: hour(-1), cancelledAt: hour(-5) }],
  ])('%s', (state, change) => expect(sessionState({ ...ahead, ...change })).toBe(state));

  test.each<[SessionState, string | undefined, string | undefined]>([
    ['open', undefined, 'training.session-not-begun'],
    ['begun', 'training.session-begun', undefined],
    ['over', 'training.session-begun', undefined],
    ['cancelled', 'training.session-cancelled', 'training.session-cancelled'],
  ])('%s', (state, planning, attendance) => expect([refusesPlanning(state), refusesAttendance(state)]).toEqual([planning, attendance]));
});
