import { z } from 'zod';
import { day, operation } from '#platform';
import { placement } from './placements.operations.js';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.strictObject({ id: z.uuid() });
const version = z.int().min(1).describe('As it was read; another answers 412 with how it is now');
const tag = 'Placements';
const places = [
  'placement.over',
  'placement.continued',
  'placement.overlap',
  'placement.reserved-there',
  'placement.not-in-force',
  'placement.before-agreement',
  'placement.after-agreement',
  'placement.workplace-closed',
  'placement.cap-reached',
  'edit.stale',
] as const;
const moves = [...places, 'placement.before-start', 'placement.after-end', 'placement.end-before-start', 'placement.same-place', 'placement.mentor-unknown', 'placement.mentor-full', 'placement.mentor-away', 'agreement.mentor-needed'] as const;

export const extendPlacement = operation({
  id: 'extendPlacement',
  method: 'post',
  path: '/placements/:id/extension',
  summary: 'A later planned end, as far as slot, agreement and reservations allow',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({ until: day.describe('The new first day after'), version }),
  answer: placement,
  status: 201,
  refuses: [...places, 'placement.not-longer'],
});

const moved = z.object({
  id: z.uuid().describe('The new segment'),
  continuesId: z.uuid(),
  courseId: z.uuid().nullable(),
  slotId: z.uuid().nullable(),
  workplaceId: z.uuid(),
  mentorId: z.uuid().nullable(),
  from: day,
  until: day,
  warnings: z.array(z.string().max(60)).max(10),
  version: z.int(),
});
const when = { from: day.describe('First day at the new place'), until: day.optional().describe('First day after; as planned unless said'), mentorId: z.uuid().optional(), overLimitReason: text(300).optional().describe('Why the mentor there gets more than the mentor accepts, or somebody while away'), version };

export const movePlacement = operation({
  id: 'movePlacement',
  method: 'post',
  path: '/placements/:id/move',
  summary: 'To another slot (or, without one, another workplace) from a date: the same course goes on as a new segment',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({ slotId: z.uuid().optional(), workplaceId: z.uuid().optional(), ...when }).refine(({ slotId, workplaceId }) => slotId ?? workplaceId, { error: 'fault.placement.where', path: ['slotId'] }),
  answer: moved,
  status: 201,
  refuses: [...moves],
});

export const rotatePlacement = operation({
  id: 'rotatePlacement',
  method: 'post',
  path: '/placements/:id/rotation',
  summary: 'To another member workplace of the cluster from a date; the slot is found, or goes along when slots are pooled',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({ workplaceId: z.uuid(), ...when }),
  answer: moved,
  status: 201,
  refuses: [...moves, 'placement.not-a-member', 'placement.no-slot-there'],
});

export const takeBackMove = operation({
  id: 'takeBackMove',
  method: 'post',
  path: '/placements/:id/withdrawal',
  summary: 'Take a just-made move back, while nothing has been built on it and the old place is free: the segment before goes on as it was',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({ version }),
  answer: placement,
  status: 201,
  refuses: [...places, 'placement.not-moved', 'placement.move-late', 'placement.move-built-on'],
});

const steps = z.array(z.strictObject({ from: day, minutesPerWeek: z.int().min(0).max(2220).describe('Minutes a week') })).max(20);

export const pausePlacement = operation({
  id: 'pausePlacement',
  method: 'post',
  path: '/placements/:id/pauses',
  summary: 'The citizen is away for some days; the slot stays occupied and the course goes on',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({ from: day, until: day.describe('First day back'), reason: text(500), version }),
  answer: placement,
  status: 201,
  refuses: ['placement.over', 'placement.before-start', 'placement.after-end', 'placement.end-before-start', 'placement.pause-too-long', 'placement.pause-twice', 'edit.stale'],
});

export const resumePlacement = operation({
  id: 'resumePlacement',
  method: 'post',
  path: '/placements/:id/pauses/:pauseId/end',
  summary: 'Back before the pause was to end; one that has not begun is cancelled',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: z.strictObject({ id: z.uuid(), pauseId: z.uuid() }),
  body: z.strictObject({ on: day.optional().describe('First day back; today unless said') }),
  answer: placement,
  status: 201,
  refuses: ['placement.not-paused'],
});

export const rampHours = operation({
  id: 'rampHours',
  method: 'put',
  path: '/placements/:id/hours',
  summary: 'Weekly hours that ramp: from a day, so many minutes a week, until the next step',
  permission: 'placements.write',
  aboutCitizen: true,
  tag,
  params: id,
  body: z.strictObject({ steps, version }),
  answer: placement,
  refuses: ['placement.over', 'placement.before-start', 'placement.after-end', 'placement.hours-twice', 'edit.stale'],
});
