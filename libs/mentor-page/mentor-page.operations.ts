import { z } from 'zod';
import { day, operation } from '#platform';
import { moods } from './pulse.rules.js';

const tag = 'Mentor page';
const open = { tag, permission: 'public' } as const;
const own = { tag, permission: 'mentor.own' } as const;
const text = (max: number) => z.string().max(max);
const version = z.number().int().min(1).max(2_147_483_647);
const count = z.number().int().min(0).max(1_000_000);
const minutes = z.number().int().min(0).max(10_080);
const token = z.string().min(1).max(200);
const mood = z.enum(moods);
const weekdays = z.array(z.number().int().min(1).max(7)).max(7);
const language = z.enum(['da', 'en']).describe('Of mails');
const pauseKind = z.enum(['holiday', 'overload', 'other']);
const pause = z.object({ id: z.uuid(), kind: pauseKind, note: text(500).nullable(), from: day, until: day.nullable().describe('The first day back'), version });
const enrolmentState = z.enum(['invited', 'seated', 'waiting', 'declined', 'came', 'absent']);

export const requestMentorLink = operation({
  ...open,
  id: 'requestMentorLink',
  method: 'post',
  path: '/mentor-page/links',
  summary: 'A mail with a link to the mentor\'s own page; the same answer for an address nobody has',
  body: z.strictObject({ email: z.string().min(3).max(254) }),
  refuses: ['sign-in.wait'],
});
export const renewMentorLink = operation({
  ...open,
  id: 'renewMentorLink',
  method: 'post',
  path: '/mentor-page/links/renewal',
  summary: 'A new mail in place of a link that is used or too old',
  body: z.strictObject({ token }),
  refuses: ['mentor-page-link.unknown', 'sign-in.wait'],
});
export const openMentorSession = operation({
  ...open,
  id: 'openMentorSession',
  method: 'post',
  path: '/mentor-page/session',
  summary: 'Uses a link up and opens a session of 8 hours; the token also comes as a cookie',
  body: z.strictObject({ token }),
  answer: z.object({ token: text(100), mentorId: z.uuid(), name: text(120) }),
  status: 201,
  also: [410],
  refuses: ['mentor-page-link.unknown', 'mentor-page-link.used', 'mentor-page-link.expired', 'mentor-page.no-mentor'],
});
export const closeMentorSession = operation({ ...own, id: 'closeMentorSession', method: 'delete', path: '/mentor-page/session', summary: 'Sign out of the mentor\'s own page' });

const request = z.object({
  reservationId: z.uuid(),
  workplaceName: text(200),
  tasks: text(1000),
  from: day,
  until: day.describe('First day after'),
  minutesPerWeek: minutes,
  considerations: z.array(text(80)).max(50),
  contactName: text(120),
  contactPhone: text(16).nullable(),
  contactEmail: text(254),
  callbackAt: z.iso.datetime().nullable(),
});
const answer = z.object({ mood, daysAttended: z.number().int().min(0).max(7), callMe: z.boolean() });
const trainee = z.object({
  placementId: z.uuid(),
  pseudonym: text(40).nullable(),
  workplace: text(200),
  from: day,
  until: day.describe('First day after'),
  minutesPerWeek: minutes,
  tasks: text(1000).nullable(),
  goals: z
    .object({
      goal: text(1000),
      attendance: text(500),
      mentorTasks: text(1000).nullable(),
      milestones: z.array(z.object({ milestone: text(300), dueOn: day.nullable() })).max(100),
    })
    .nullable(),
  contactName: text(120).nullable(),
  contactPhone: text(16).nullable(),
  contactEmail: text(254).nullable(),
  pulse: z.object({ week: text(8), state: z.enum(['open', 'answered', 'closed', 'none']), possibleDays: z.number().int().min(0).max(7), answer: answer.nullable() }),
});

export const readMentorPage = operation({
  ...own,
  id: 'readMentorPage',
  method: 'get',
  path: '/mentor-page',
  summary: 'The mentor\'s own page: requests that wait, and own trainees until 14 days after the end',
  answer: z.object({
    whose: z.object({ name: text(120), company: text(200), workplace: text(200), organisation: text(200), organisationPhone: text(40).nullable(), organisationEmail: text(254).nullable() }),
    requests: z.array(request).max(20),
    trainees: z.array(trainee).max(50),
  }),
});
export const answerOwnRequest = operation({
  ...own,
  id: 'answerOwnRequest',
  method: 'put',
  path: '/mentor-page/requests/:reservationId/answer',
  summary: 'Yes, not now (with a reason), or ring me',
  params: z.strictObject({ reservationId: z.uuid() }),
  body: z.strictObject({ answer: z.enum(['accept', 'decline', 'call']), reason: z.string().trim().min(1).max(500).optional() }),
  answer: z.object({ answer: z.enum(['accept', 'decline', 'call']) }),
  refuses: ['mentor-link.used', 'mentor-link.ended'],
});
export const answerPulse = operation({
  ...own,
  id: 'answerPulse',
  method: 'put',
  path: '/mentor-page/trainees/:placementId/pulse',
  summary: 'This week with a trainee; can be put right the same day',
  params: z.strictObject({ placementId: z.uuid() }),
  body: z.strictObject({ mood, daysAttended: z.number().int().min(0).max(7), callMe: z.boolean() }),
  answer: z.object({ id: z.uuid(), placementId: z.uuid(), ...answer.shape, answeredOn: day, version }),
  refuses: ['pulse.closed', 'pulse.not-there'],
});
export const readOwnLimits = operation({
  ...own,
  id: 'readOwnLimits',
  method: 'get',
  path: '/mentor-page/limits',
  summary: 'How many at once, which days, which language, which pauses',
  answer: z.object({ accepts: z.number().int().min(0).max(20), weekdays, language, trainees: count, away: z.boolean(), version, pauses: z.array(pause).max(50) }),
});
export const changeOwnLimits = operation({
  ...own,
  id: 'changeOwnLimits',
  method: 'put',
  path: '/mentor-page/limits',
  summary: 'Say how many trainees at once, which weekdays, and the language of mails',
  body: z.strictObject({ accepts: z.number().int().min(0).max(20), weekdays, language: language.optional(), version }),
  answer: z.object({ accepts: z.number().int().min(0).max(20), weekdays, language, version }),
  refuses: ['edit.stale'],
});
export const beginOwnPause = operation({
  ...own,
  id: 'beginOwnPause',
  method: 'post',
  path: '/mentor-page/pauses',
  summary: 'Take in nobody from a day, until a day when it is known',
  body: z.strictObject({ kind: pauseKind, from: day, until: day.nullable().optional() }),
  answer: pause,
  status: 201,
  refuses: ['mentor.pause-overlaps'],
});
export const endOwnPause = operation({
  ...own,
  id: 'endOwnPause',
  method: 'put',
  path: '/mentor-page/pauses/:pauseId/end',
  summary: 'Back from a day',
  params: z.strictObject({ pauseId: z.uuid() }),
  body: z.strictObject({ until: day, version }),
  answer: pause,
  refuses: ['edit.stale', 'mentor.pause-is-over'],
});
export const readOwnTraining = operation({
  ...own,
  id: 'readOwnTraining',
  method: 'get',
  path: '/mentor-page/training',
  summary: 'What the mentor should take part in, is asked to and can sign up for, and certificates',
  answer: z.object({
    need: z.object({ kind: z.enum(['first', 'refresher']), since: day }).nullable(),
    sessions: z
      .array(
        z.object({
          enrolmentId: z.uuid(),
          course: text(120),
          kind: z.enum(['first', 'refresher', 'network']),
          day,
          from: text(5),
          to: text(5),
          place: text(200).nullable(),
          videoUrl: text(500).nullable(),
          state: enrolmentState,
          position: count.nullable(),
          cancelled: z.boolean(),
          open: z.boolean(),
        }),
      )
      .max(20),
    open: z
      .array(z.object({ sessionId: z.uuid(), course: text(120), kind: z.enum(['first', 'refresher', 'network']), day, from: text(5), to: text(5), place: text(200).nullable(), video: z.boolean(), freeSeats: count, waiting: count }))
      .max(20),
    certificates: z.array(z.object({ id: z.uuid(), course: text(120), issuedOn: day, expiresOn: day })).max(20),
  }),
});
