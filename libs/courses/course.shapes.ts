import { z } from 'zod';
import { day } from '#platform';
import { outcomes } from './close-course.js';

/** Shapes that several operations of courses share. */
export const text = (max: number) => z.string().trim().min(1).max(max);
export const name = z.string().max(200);
export const minutes = z.int().min(0).max(3600).describe('Minutes a week');
export const version = z.number().int().min(1).max(2_147_483_647);
export const courseId = z.strictObject({ courseId: z.uuid() });
export const placed = z.strictObject({ courseId: z.uuid(), placementId: z.uuid() });
export const made = z.object({ id: z.uuid() });

export const read = { permission: 'courses.read', tag: 'Courses' } as const;
export const write = { permission: 'courses.write', tag: 'Courses', aboutCitizen: true } as const;
/** Every change of a course may be refused so. */
export const refusesChange = ['course.closed', 'citizen.look-only'] as const;

export const course = {
  id: z.uuid(),
  citizenId: z.uuid(),
  caseRef: z.string().max(40),
  pseudonym: z.string().max(40),
  openedOn: day,
  ownerUserId: z.uuid().nullable(),
  ownerName: z.string().max(120).nullable(),
  closedOn: day.nullable(),
  outcome: z.enum(outcomes).nullable(),
  outcomeNote: z.string().max(1000).nullable(),
  cvUpdatedOn: day.nullable(),
  cvWaivedReason: z.string().max(500).nullable(),
  nextFollowUpOn: day.nullable().describe('Always set while the course is open'),
  overdue: z.boolean(),
  version,
};

const model = z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster', 'open']);

export const ramp = z.array(z.object({ from: day, minutesPerWeek: minutes })).max(100).describe('From a day, until the next; none: minutesPerWeek all along');

export const segment = z.object({
  id: z.uuid(),
  companyId: z.uuid(),
  companyName: name,
  workplaceId: z.uuid(),
  workplaceName: name,
  mentorId: z.uuid().nullable(),
  mentorName: z.string().max(120).nullable(),
  model,
  measureDa: name,
  measureEn: name,
  minutesPerWeek: minutes.describe('What it began with, or was planned with'),
  hours: ramp,
  from: day,
  until: day,
  startedOn: day.nullable(),
  noShowReason: z.string().max(500).nullable(),
  stopReason: z.string().max(500).nullable(),
  termsId: z.uuid().nullable(),
  agreedOn: day.nullable().describe('When it was agreed with the later of the two sides; no start is earlier'),
  continuesId: z.uuid().nullable().describe('The placement it goes on from, after a move'),
  grantNumber: z.string().max(40).nullable(),
  grantFrom: day.nullable(),
  grantUntil: day.nullable().describe('First day after'),
  grantStanding: z.enum(['not-needed', 'missing', 'short', 'covers']).describe('`short`: the grant leaves out some of the days; advice'),
  pauses: z.array(z.object({ from: day, to: day.describe('First day back') })).max(100),
  state: z.enum(['planned', 'awaiting', 'running', 'ended', 'stopped', 'cancelled', 'no-show']),
});

const criterionVersion = { criterion: z.string().max(300), reviewOn: day, metOn: day.nullable() };
export const criterion = z.object({
  id: z.uuid(),
  ...criterionVersion,
  version,
  earlier: z
    .array(z.object({ number: z.int(), ...criterionVersion, writtenOn: day, by: z.string().max(120).nullable() }))
    .max(1000)
    .describe('How it stood before, newest first'),
});

export const terms = z.object({
  id: z.uuid(),
  purpose: z.string().max(1000),
  agreedWithCitizenOn: day,
  agreedWithCompanyOn: day,
  hoursOutcome: z.enum(['agreed', 'not_yet', 'refused']),
  hoursMinutes: minutes.nullable(),
  hoursFrom: day.nullable(),
  refusedReason: z.string().max(500).nullable(),
  criteria: z.array(criterion).max(20),
  inForce: z.boolean().describe('Whether a placement goes by it'),
  by: z.string().max(120).nullable(),
});

const untrained = z.object({ role: z.enum(['mentor', 'coordinator']), id: z.uuid().nullable().describe('Empty: nobody is named'), name: z.string().max(120).nullable() });
const overLimit = z.enum(['placement.mentor-full', 'placement.mentor-away']);
export const startWarnings = z.array(z.enum([...overLimit.options, 'placement.grant-missing', 'placement.grant-short'])).max(2);
/** Of a placement that has not begun: who lacks training by its first day, or should be named and is not, and whether that holds the start back. */
export const training = z.object({
  placementId: z.uuid(),
  missing: z.array(untrained).max(2),
  blocked: z.boolean(),
  overLimit: overLimit.nullable().describe('Whoever becomes mentor in the stead of another has no room, or is away'),
  agreementId: z.uuid().nullable().describe('Where a mentor or coordinator is named'),
});

const run = z.object({ from: day, to: day.describe('First day after'), days: z.int(), reachedOn: day.nullable() });
export const counted = z.object({
  current: run.nullable().describe('The run that today belongs to, or that can still go on'),
  longest: run.nullable(),
  reachedOn: day.nullable(),
  expectedOn: day.nullable().describe('If what is planned goes as planned'),
});
export const standing = z.object({ model, phase: z.enum(['before-start', 'first-weeks', 'running', 'between']) });

/** What is agreed about ordinary hours before a start: some, not yet and what it takes, or a refusal with its reason. */
export const hoursOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('agreed'), minutes: z.int().min(30).max(2220), from: day }),
  z.strictObject({ outcome: z.literal('not_yet'), criteria: z.array(z.strictObject({ criterion: text(300), reviewOn: day })).min(1, 'fault.terms.criteria').max(20) }),
  z.strictObject({ outcome: z.literal('refused'), reason: text(500) }),
]);
