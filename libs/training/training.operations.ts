import { z } from 'zod';
import { version } from '#companies';
import { day, operation, pageOf, pageQuery } from '#platform';
import { courseKinds } from './course-row.js';
import { enrolmentStates } from './session.rules.js';

const read = { tag: 'Training', permission: 'training.read' } as const;
const write = { tag: 'Training', permission: 'training.write' } as const;
const byLink = { tag: 'Training', permission: 'public' } as const;

const instant = z.iso.datetime({ offset: true });
const named = z.string().max(200);
const count = z.number().int().min(0).max(1_000_000);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'fault.clock');
const courseParam = z.strictObject({ courseId: z.uuid() });
const sessionParam = z.strictObject({ sessionId: z.uuid() });
const token = z.strictObject({ token: z.string().max(200) });

const courseFacts = {
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(2000).nullable().optional(),
  validMonths: z.number().int().min(1).max(120).nullable().optional(),
};
const course = z.object({
  id: z.uuid(),
  kind: z.enum(courseKinds),
  name: z.string().max(120),
  description: z.string().max(2000).nullable(),
  validMonths: z.number().int().min(1).max(120).nullable(),
  retiredOn: day.nullable(),
  version,
});

const place = z.string().trim().max(200).nullable().optional();
const videoUrl = z.string().trim().max(500).regex(/^https:\/\/[^\s"<>]+$/, 'fault.training.video').nullable().optional();
const people = { mentorIds: z.array(z.uuid()).max(200).optional(), userIds: z.array(z.uuid()).max(200).optional() };
const seats = z.number().int().min(1).max(500);
const session = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  courseName: z.string().max(120),
  courseKind: z.enum(courseKinds),
  startsAt: instant,
  endsAt: instant,
  day,
  from: z.string().max(5),
  to: z.string().max(5),
  seats,
  place: named.nullable(),
  videoUrl: z.string().max(500).nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().max(500).nullable(),
  seated: count,
  waiting: count,
  invited: count,
  state: z.enum(['open', 'begun', 'over', 'cancelled']),
  version,
});
const enrolment = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  mentorId: z.uuid().nullable(),
  userId: z.uuid().nullable(),
  name: z.string().max(120),
  email: z.string().max(254).nullable(),
  phone: z.string().max(20).nullable(),
  company: named.nullable(),
  state: z.enum(enrolmentStates),
  position: count.nullable(),
  declineReason: z.string().max(500).nullable(),
  certificateId: z.uuid().nullable(),
  version,
});
const enrolments = z.array(enrolment).max(500);

export const listCourses = operation({ ...read, id: 'listTrainingCourses', method: 'get', path: '/training-courses', summary: 'Courses for mentors', answer: z.object({ items: z.array(course).max(200) }) });

export const createCourse = operation({
  ...write,
  id: 'createTrainingCourse',
  method: 'post',
  path: '/training-courses',
  summary: 'Add a course: first course, refresher or network meeting',
  body: z.strictObject({ kind: z.enum(courseKinds), ...courseFacts }),
  answer: course,
  status: 201,
});

export const changeCourse = operation({
  ...write,
  id: 'changeTrainingCourse',
  method: 'patch',
  path: '/training-courses/:courseId',
  summary: 'Change a course; what is left out stays',
  params: courseParam,
  body: z.strictObject({ ...courseFacts, name: courseFacts.name.optional(), retiredOn: day.nullable().optional(), version }),
  answer: course,
  refuses: ['edit.stale'],
});

export const listSessions = operation({
  ...read,
  id: 'listTrainingSessions',
  method: 'get',
  path: '/training-sessions',
  summary: 'Sessions to come, or those that are over',
  query: z.strictObject({ courseId: z.uuid().optional(), past: z.stringbool().optional(), ...pageQuery }),
  answer: pageOf(session),
});

export const readSession = operation({
  ...read,
  id: 'readTrainingSession',
  method: 'get',
  path: '/training-sessions/:sessionId',
  summary: 'A session with everybody asked to it',
  params: sessionParam,
  answer: z.object({ session, enrolments }),
});

export const scheduleSession = operation({
  ...write,
  id: 'scheduleTrainingSession',
  method: 'post',
  path: '/training-courses/:courseId/sessions',
  summary: 'Set a date for a course (Danish day and times)',
  params: courseParam,
  body: z.strictObject({ day, from: clockTime, to: clockTime, seats, place, videoUrl, ...people }),
  answer: session,
  status: 201,
  refuses: ['training.course-retired'],
});

export const changeSession = operation({
  ...write,
  id: 'changeTrainingSession',
  method: 'patch',
  path: '/training-sessions/:sessionId',
  summary: 'Move a session or change its seats; those asked are told',
  params: sessionParam,
  body: z.strictObject({ day: day.optional(), from: clockTime.optional(), to: clockTime.optional(), seats: seats.optional(), place, videoUrl, version }),
  answer: session,
  refuses: ['edit.stale', 'training.seats-taken', 'training.session-begun', 'training.session-cancelled'],
});

export const cancelSession = operation({
  ...write,
  id: 'cancelTrainingSession',
  method: 'put',
  path: '/training-sessions/:sessionId/cancellation',
  summary: 'Call a session off, with a reason those asked are told',
  params: sessionParam,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500), version }),
  answer: session,
  refuses: ['edit.stale', 'training.session-begun', 'training.session-cancelled', 'training.session-attended'],
});

export const inviteToSession = operation({
  ...write,
  id: 'inviteToTrainingSession',
  method: 'post',
  path: '/training-sessions/:sessionId/invitations',
  summary: 'Ask mentors and coordinators to a session, each by mail with a link to answer by',
  params: sessionParam,
  body: z.strictObject(people),
  answer: z.object({ invited: count, already: count, withoutAddress: z.array(z.string().max(120)).max(200) }),
  status: 201,
  refuses: ['training.session-begun', 'training.session-cancelled'],
});

const answer = { answer: z.enum(['yes', 'no']), reason: z.string().trim().max(500).nullable().optional() };

export const answerEnrolment = operation({
  ...write,
  id: 'answerTrainingEnrolment',
  method: 'put',
  path: '/training-enrolments/:enrolmentId/answer',
  summary: 'Answer for somebody who rang',
  params: z.strictObject({ enrolmentId: z.uuid() }),
  body: z.strictObject(answer),
  answer: enrolment,
  refuses: ['training.session-begun', 'training.session-cancelled'],
});

export const recordAttendance = operation({
  ...write,
  id: 'recordTrainingAttendance',
  method: 'put',
  path: '/training-sessions/:sessionId/attendance',
  summary: 'Write down who came; certificates follow',
  params: sessionParam,
  body: z.strictObject({ marks: z.array(z.strictObject({ enrolmentId: z.uuid(), came: z.boolean().nullable() })).min(1).max(500) }),
  answer: z.object({ items: enrolments }),
  refuses: ['training.session-cancelled', 'training.session-not-begun'],
});

export const readCertificate = operation({
  ...read,
  id: 'readTrainingCertificate',
  method: 'get',
  path: '/training-certificates/:certificateId',
  summary: 'A certificate as PDF',
  params: z.strictObject({ certificateId: z.uuid() }),
  produces: 'application/pdf',
});

const invitation = z.object({
  session: session.omit({ seated: true, waiting: true, invited: true }),
  name: z.string().max(120),
  state: z.enum(enrolmentStates),
  position: count.nullable(),
  freeSeats: count,
  organisation: named,
  contact: z.string().max(254).nullable(),
});

export const readInvitation = operation({ ...byLink, id: 'readTrainingInvitation', method: 'get', path: '/training-invitations/:token', summary: 'What the link of an invitation shows', params: token, answer: invitation, refuses: ['training-link.unknown'] });

export const answerInvitation = operation({
  ...byLink,
  id: 'answerTrainingInvitation',
  method: 'post',
  path: '/training-invitations/:token/answer',
  summary: 'Answer an invitation by its link, until the session begins',
  params: token,
  body: z.strictObject(answer),
  answer: z.object({ state: z.enum(enrolmentStates), position: count.nullable() }),
  refuses: ['training-link.unknown', 'training.session-begun', 'training.session-cancelled'],
});

export const readInvitationCalendar = operation({ ...byLink, id: 'readTrainingInvitationCalendar', method: 'get', path: '/training-invitations/:token/calendar', summary: 'The appointment as a calendar file (RFC 5545)', params: token, produces: 'text/calendar', refuses: ['training-link.unknown'] });

const need = z.object({
  role: z.enum(['mentor', 'coordinator']),
  kind: z.enum(['first', 'refresher']),
  since: day,
  gates: z.boolean(),
  mentorId: z.uuid().nullable(),
  userId: z.uuid().nullable(),
  name: z.string().max(120),
  companyId: z.uuid().nullable(),
  company: named.nullable(),
  workplaceId: z.uuid().nullable(),
  agreementId: z.uuid(),
  agreementTitle: named,
  model: z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']),
  contactUserId: z.uuid().nullable(),
  sessionId: z.uuid().nullable().describe('Asked to this session already'),
});

export const listNeeds = operation({ ...read, id: 'listTrainingNeeds', method: 'get', path: '/training-needs', summary: 'Who should be trained by now, by the rule of each model', answer: z.object({ items: z.array(need).max(500) }) });

const lost = { unnamed: count, full: count, away: count, untrained: count, lost: count };

export const listBottlenecks = operation({
  ...read,
  id: 'listMentorBottlenecks',
  method: 'get',
  path: '/mentor-bottlenecks',
  summary: 'Places lost today because a mentor is not named, full, away or untrained, by workplace',
  query: z.strictObject({ municipalityCode: z.string().regex(/^\d{4}$/).optional() }),
  answer: z.object({
    on: day,
    ...lost,
    items: z
      .array(
        z.object({
          workplaceId: z.uuid(),
          workplace: named,
          companyId: z.uuid(),
          company: named,
          town: z.string().max(100).nullable(),
          municipalityCode: z.string().max(4).nullable(),
          free: count,
          headroom: z.number().int().min(-10_000).max(20_000),
          ...lost,
          mentors: z
            .array(z.object({ id: z.uuid(), name: z.string().max(120), away: z.boolean(), full: z.boolean(), untrained: z.boolean(), sessionId: z.uuid().nullable() }))
            .max(50),
        }),
      )
      .max(200),
  }),
});
