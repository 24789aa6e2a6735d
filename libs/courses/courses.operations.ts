import { z } from 'zod';
import { timelinePage } from '#journal';
import { day, operation, pageOf, pageQuery } from '#platform';
import { outcomes } from './close-course.js';
import { counted, course, courseId, criterion, hoursOutcome, made, minutes, name, placed, read, refusesChange, segment, standing, startWarnings, terms, text, training, version, write } from './course.shapes.js';

export const listCourses = operation({
  ...read,
  id: 'listCourses',
  method: 'get',
  path: '/courses',
  summary: 'Open courses of the citizens the asker may see, the most overdue follow-up first',
  query: z.strictObject({ overdue: z.stringbool().optional(), mine: z.stringbool().optional(), owner: z.uuid().optional().describe('Who is responsible for the course'), ...pageQuery }),
  answer: pageOf(
    z.object({ ...course, workplaceName: name.nullable(), companyName: name.nullable(), from: day.nullable(), until: day.nullable(), startedOn: day.nullable() }),
  ),
});

export const countOverdueFollowUps = operation({
  id: 'countOverdueFollowUps',
  method: 'get',
  path: '/overdue-follow-ups',
  summary: 'How many open courses wait for a follow-up, by who is responsible: numbers, never whose course',
  permission: 'caseloads.read',
  tag: 'Courses',
  answer: z.object({
    items: z.array(z.object({ userId: z.uuid().nullable(), name: z.string().max(120).nullable(), open: z.int(), overdue: z.int(), oldestOn: day })).max(1000),
  }),
});

const view = z.object({
  ...course,
  segments: z.array(segment).max(200),
  training: z.array(training).max(200).describe('Placements that have not begun and whose mentor or coordinator lacks training, or is not named'),
  terms: z.array(terms).max(50),
  thirteenWeeks: counted,
  gapDays: z.int().describe('A break of at most so many calendar days does not break the 13 weeks'),
  standing,
  followUpByCadence: day,
});

export const readCourse = operation({
  ...read,
  id: 'readCourse',
  method: 'get',
  path: '/courses/:courseId',
  summary: 'A course: its placements, what was agreed before each start, and the 13 consecutive weeks so far',
  params: courseId,
  answer: view,
});

export const writeStartTerms = operation({
  ...write,
  id: 'writeStartTerms',
  method: 'post',
  path: '/courses/:courseId/placements/:placementId/terms',
  summary: 'Write down what both sides agreed before a start: the purpose, and ordinary hours',
  params: placed,
  body: z.strictObject({ purpose: text(1000), agreedWithCitizenOn: day, agreedWithCompanyOn: day, hours: hoursOutcome }),
  answer: made,
  status: 201,
  refuses: [...refusesChange, 'placement.over'],
});

export const reviewCriterion = operation({
  ...write,
  id: 'reviewCriterion',
  method: 'put',
  path: '/courses/:courseId/criteria/:criterionId',
  summary: 'Look at a what-it-takes criterion: met on a day, or looked at again on another; every version stays',
  params: z.strictObject({ courseId: z.uuid(), criterionId: z.uuid() }),
  body: z.strictObject({ metOn: day.optional(), reviewOn: day.optional(), criterion: text(300).optional().describe('Worded anew; as it was unless said'), version }),
  answer: criterion,
  refuses: [...refusesChange, 'edit.stale'],
});

export const confirmStart = operation({
  ...write,
  id: 'confirmStart',
  method: 'put',
  path: '/courses/:courseId/placements/:placementId/start',
  summary: 'The citizen came: only after purpose and ordinary hours were written down',
  params: placed,
  body: z.strictObject({ startedOn: day.optional().describe('Today unless said') }),
  answer: z.object({ placementId: z.uuid(), startedOn: day, ownerUserId: z.uuid().nullable(), nextFollowUpOn: day, warnings: startWarnings }),
  refuses: [
    ...refusesChange,
    'placement.terms-needed',
    'training.gates-start',
    'training.no-mentor',
    'training.no-coordinator',
    'placement.started',
    'placement.over',
    'placement.start-ahead',
    'placement.start-before-plan',
    'placement.start-after-end',
    'placement.start-before-terms',
  ],
});

export const recordNoShow = operation({
  ...write,
  id: 'recordNoShow',
  method: 'put',
  path: '/courses/:courseId/placements/:placementId/no-show',
  summary: 'The citizen did not come: the place is free at once and the next in the queue moves up',
  params: placed,
  body: z.strictObject({ reason: text(500) }),
  status: 204,
  refuses: [...refusesChange, 'placement.started', 'placement.over', 'placement.no-show-early'],
});

export const closeCourse = operation({
  ...write,
  id: 'closeCourse',
  method: 'put',
  path: '/courses/:courseId/closing',
  summary: 'Close a course with its outcome, after the CV was brought up to date or waived with a reason',
  params: courseId,
  body: z.strictObject({
    outcome: z.enum(outcomes),
    outcomeNote: text(1000).optional(),
    cv: z.union([z.strictObject({ updatedOn: day }), z.strictObject({ waivedReason: text(500) })]),
    version,
  }),
  status: 204,
  refuses: [...refusesChange, 'course.placement-running', 'course.cv-ahead', 'course.cv-before-end', 'edit.stale'],
});

export const readCourseHistory = operation({
  ...read,
  id: 'readCourseHistory',
  method: 'get',
  path: '/courses/:courseId/timeline',
  summary: 'What has happened on a course and to its placements, newest first',
  params: courseId,
  query: z.strictObject(pageQuery),
  answer: timelinePage,
});

const week = z.object({ year: z.int(), week: z.int().min(1).max(53), minutes });

export const readHours = operation({
  ...read,
  id: 'readHours',
  method: 'get',
  path: '/courses/:courseId/hours',
  summary: 'Ordinary hours by ISO week, and their spells',
  params: courseId,
  answer: z.object({
    weeks: z.array(week).max(520),
    spells: z.array(z.object({ from: day, to: day, weeks: z.int(), minutesPerWeek: minutes, end: z.enum(['running', 'lost', 'unwritten']) })).max(520),
  }),
});

export const writeHours = operation({
  ...write,
  id: 'writeHours',
  method: 'put',
  path: '/courses/:courseId/hours/:week',
  summary: 'Write down the ordinary hours of an ISO week; 0 when there were none',
  params: z.strictObject({
    courseId: z.uuid(),
    week: z
      .string()
      .max(8)
      .regex(/^\d{4}-W\d{2}$/)
      .describe("An ISO week: '2026-W53'"),
  }),
  body: z.strictObject({ minutes }),
  answer: week,
  refuses: [...refusesChange],
});

const followUp = {
  heldOn: day,
  how: z.enum(['visit', 'call', 'meeting']),
  paidHours: z.enum(['yes', 'no', 'later']).describe('Whether paid hours were raised'),
  nextStep: text(500),
};

export const listFollowUps = operation({
  ...read,
  id: 'listFollowUps',
  method: 'get',
  path: '/courses/:courseId/follow-ups',
  summary: 'A course\'s follow-ups, newest first',
  params: courseId,
  answer: z.object({
    items: z
      .array(z.object({ id: z.uuid(), ...followUp, citizenPresent: z.boolean(), absentReason: z.string().max(500).nullable(), nextOn: day, by: z.string().max(120).nullable() }))
      .max(200),
  }),
});

export const writeFollowUp = operation({
  ...write,
  id: 'writeFollowUp',
  method: 'post',
  path: '/courses/:courseId/follow-ups',
  summary: 'Write down a follow-up, and when the next one is',
  params: courseId,
  body: z.strictObject({
    ...followUp,
    absentReason: text(500).optional().describe('Why the citizen was not there; left out: the citizen was'),
    nextOn: day.optional().describe('By the cadence of the model and phase unless said'),
  }),
  answer: z.object({ id: z.uuid(), nextOn: day }),
  status: 201,
  refuses: [...refusesChange],
});
