import { z } from 'zod';
import { day, operation, pageOf, pageQuery } from '#platform';
import { moods } from './pulse.rules.js';

const tag = 'Mentor page';
const own = { tag, permission: 'mentor.own' } as const;
const text = (max: number) => z.string().max(max);
const count = z.number().int().min(0).max(1_000_000);
const enrolmentId = z.strictObject({ enrolmentId: z.uuid() });

export const answerOwnInvitation = operation({
  ...own,
  id: 'answerOwnInvitation',
  method: 'put',
  path: '/mentor-page/training/:enrolmentId/answer',
  summary: 'Come to a session, or not',
  params: enrolmentId,
  body: z.strictObject({ answer: z.enum(['yes', 'no']), reason: z.string().trim().max(500).nullable().optional() }),
  answer: z.object({ state: z.enum(['invited', 'seated', 'waiting', 'declined', 'came', 'absent']), position: count.nullable() }),
  refuses: ['training.session-begun', 'training.session-cancelled'],
});
export const signUpForSession = operation({
  ...own,
  id: 'signUpForSession',
  method: 'post',
  path: '/mentor-page/training-sessions/:sessionId/enrolment',
  summary: 'Take a seat of a session, or a place on its waiting list, without having been asked',
  params: z.strictObject({ sessionId: z.uuid() }),
  answer: z.object({ enrolmentId: z.uuid(), state: z.enum(['seated', 'waiting']), position: count.nullable() }),
  status: 201,
  refuses: ['training.session-begun', 'training.session-cancelled'],
});
export const readOwnCalendar = operation({
  ...own,
  id: 'readOwnCalendar',
  method: 'get',
  path: '/mentor-page/training/:enrolmentId/calendar',
  summary: 'A session as a calendar file (RFC 5545)',
  params: enrolmentId,
  produces: 'text/calendar',
});
export const readOwnCertificate = operation({
  ...own,
  id: 'readOwnCertificate',
  method: 'get',
  path: '/mentor-page/certificates/:certificateId',
  summary: 'A certificate of one\'s own as PDF',
  params: z.strictObject({ certificateId: z.uuid() }),
  produces: 'application/pdf',
});
export const readOwnAgreements = operation({
  ...own,
  id: 'readOwnAgreements',
  method: 'get',
  path: '/mentor-page/agreements',
  summary: 'What is agreed with the mentor\'s company, where the mentor is named',
  answer: z.object({ items: z.array(z.object({ id: z.uuid(), content: z.record(z.string().max(60), z.unknown()), mayPause: z.boolean(), pauses: z.array(z.object({ id: z.uuid(), from: day, until: day.describe('First day after'), reason: text(500), byCompany: z.boolean() })).max(100) })).max(10) }),
});

export const pauseOwnAgreement = operation({
  ...own,
  id: 'pauseOwnAgreement',
  method: 'post',
  path: '/mentor-page/agreements/:agreementId/pauses',
  summary: 'The company pauses the whole agreement for some days; the fixed contact person is told',
  params: z.strictObject({ agreementId: z.uuid() }),
  body: z.strictObject({ from: day, until: day.describe('First day after'), reason: z.string().trim().min(1).max(300) }),
  answer: z.object({ id: z.uuid() }),
  status: 201,
  refuses: ['agreement.pause-overlap', 'agreement.not-in-force', 'agreement.ended', 'mentor-page.not-one-company'],
});
export const endOwnAgreementPause = operation({
  ...own,
  id: 'endOwnAgreementPause',
  method: 'put',
  path: '/mentor-page/agreement-pauses/:pauseId/end',
  summary: 'The company is back from a day, before the pause is over',
  params: z.strictObject({ pauseId: z.uuid() }),
  body: z.strictObject({ on: day }),
  refuses: ['agreement.pause-over', 'agreement.ended', 'mentor-page.not-one-company'],
});

const rows = <T extends z.ZodRawShape>(shape: T) => z.array(z.object(shape)).max(500);
export const exportOwnData = operation({
  ...own,
  id: 'exportOwnData',
  method: 'get',
  path: '/mentor-page/stored',
  summary: 'Everything that is kept about the mentor',
  answer: z.object({
    mentor: z.object({
      name: text(120),
      email: text(254).nullable(),
      phone: text(16).nullable(),
      company: text(200),
      workplaces: z.array(text(200)).max(500),
      accepts: count,
      weekdays: z.array(z.number().int().min(1).max(7)).max(7),
      language: z.enum(['da', 'en']),
      activeFrom: day,
      activeUntil: day.nullable(),
      trainedOn: day.nullable(),
      trainedUntil: day.nullable(),
      experience: text(1000).nullable(),
      strengths: text(1000).nullable(),
      suits: text(1000).nullable(),
    }),
    pauses: rows({ kind: text(20), note: text(500).nullable(), from: day, until: day.nullable(), cancelled: z.boolean() }),
    training: rows({ course: text(120), day, attended: z.boolean() }),
    trainees: rows({ from: day, until: day, minutesPerWeek: count }),
    requests: rows({ askedAt: text(40), answered: text(3).nullable() }),
    pulses: rows({ year: count, week: count, mood: z.enum(moods), daysAttended: count, callMe: z.boolean() }),
    sessions: rows({ openedAt: text(40), expiresAt: text(40) }),
    journal: rows({ at: text(40), action: text(100) }),
  }),
});

export const listPulses = operation({
  tag,
  permission: 'pulses.read',
  id: 'listPulses',
  method: 'get',
  path: '/pulses',
  summary: 'Mentors\' weekly answers about placements one is fixed contact or owner of, the newest first',
  query: z.strictObject({ ...pageQuery, companyId: z.uuid().optional(), placementId: z.uuid().optional() }),
  answer: pageOf(
    z.object({
      id: z.uuid(),
      placementId: z.uuid(),
      courseId: z.uuid().nullable(),
      companyId: z.uuid(),
      companyName: text(200),
      workplaceName: text(200),
      mentorId: z.uuid(),
      mentorName: text(120),
      mentorPhone: text(16).nullable(),
      year: count,
      week: count,
      mood: z.enum(moods),
      daysAttended: count,
      callMe: z.boolean(),
      answeredOn: day,
    }),
  ),
});
export const readPulseFigures = operation({
  tag,
  permission: 'pulses.figures',
  id: 'readPulseFigures',
  method: 'get',
  path: '/pulse-figures',
  summary: 'Mentors\' weekly answers in figures, the last 13 ISO weeks',
  answer: z.object({ items: z.array(z.object({ year: count, week: count, trainees: count, answered: count, good: count, okay: count, hard: count, calls: count })).max(13) }),
});
