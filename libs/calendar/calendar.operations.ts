import { z } from 'zod';
import { day, operation } from '#platform';

const name = z.string().max(200);
const week = z.string().max(10).optional().describe("The first ISO week, '2026-W53'; last week unless said");
const weeks = z.coerce.number().int().min(1).max(53).optional().describe('How many; 26 unless said');
const tag = 'Calendar';

const bar = z.object({
  kind: z.enum(['placement', 'reservation', 'pause', 'closure', 'hold', 'agreement_pause', 'cap_full']),
  id: z.uuid(),
  from: day,
  until: day.describe('First day after'),
  placementId: z.uuid().nullable(),
  elsewhere: name.nullable().describe('The workplace the citizen is at, when a pooled place went along'),
  mentorName: z.string().max(120).nullable(),
  citizenId: z.uuid().nullable().describe('Of a placement, only for those who may see the citizen; it is noted that they did'),
  citizenName: z.string().max(40).nullable(),
  citizenRef: z.string().max(40).nullable().describe('Of a reservation, only for the one who reserved'),
  minutesPerWeek: z.int().nullable().describe('Minutes a week'),
  note: z.string().max(500).nullable(),
});
const shownWeeks = z.array(z.object({ year: z.int(), week: z.int().min(1).max(53), key: z.string().max(10), from: day, until: day })).max(53);
const refuses = ['input.invalid'];

export const readCalendar = operation({
  id: 'readCalendar',
  method: 'get',
  path: '/calendar',
  summary: 'The slot calendar: slots by workplace, and what lies on each in which ISO weeks',
  permission: 'placements.read',
  tag,
  query: z.strictObject({
    week,
    weeks,
    text: z.string().trim().max(100).optional().describe('Of a company or workplace'),
    company: z.uuid().optional(),
    workplace: z.uuid().optional(),
    cluster: z.uuid().optional(),
    sector: z.uuid().optional(),
    municipality: z
      .string()
      .regex(/^\d{4}$/)
      .max(4)
      .optional(),
    cursor: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  answer: z.object({
    weeks: shownWeeks,
    items: z
      .array(
        z.object({
          id: z.uuid(),
          number: z.int(),
          tasks: z.string().max(1000),
          model: z.enum(['fixed_slots', 'standing', 'cluster']),
          agreementId: z.uuid(),
          clusterId: z.uuid().nullable(),
          totalCap: z.int().nullable().describe('So many at once on all places of the agreement; empty: one on each'),
          workplaceId: z.uuid(),
          workplaceName: name,
          town: name.nullable(),
          companyId: z.uuid(),
          companyName: name,
          from: day,
          until: day.nullable(),
          freeFrom: day.nullable(),
          freeUntil: day.nullable(),
          laterFrom: day.nullable().describe('Free again from this day, after that'),
          laterUntil: day.nullable(),
          bars: z.array(bar).max(500),
        }),
      )
      .max(500),
    next: z.string().max(1000).nullable(),
  }),
  refuses,
});

export const readLanes = operation({
  id: 'readLanes',
  method: 'get',
  path: '/clusters/:id/lanes',
  summary: "A cluster's lanes: who of it is at which member workplace in which ISO weeks",
  permission: 'placements.read',
  tag,
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ week, weeks }),
  answer: z.object({
    id: z.uuid(),
    name,
    kind: z.enum(['geographic', 'administrative']),
    weeks: shownWeeks,
    coordinators: z.array(z.object({ agreementId: z.uuid(), name: z.string().max(120), kind: z.enum(['user', 'mentor']), from: day, until: day.nullable() })).max(200),
    lanes: z
      .array(
        z.object({
          workplaceId: z.uuid(),
          workplaceName: name,
          companyId: z.uuid(),
          companyName: name,
          town: name.nullable(),
          agreementId: z.uuid(),
          slotCap: z.int().nullable(),
          mentors: z.array(z.string().max(120)).max(500),
          bars: z.array(bar).max(2000),
        }),
      )
      .max(200),
  }),
  refuses,
});

const closure = { workplaceId: z.uuid(), from: day, until: day.describe('First day open again'), reason: z.string().trim().min(1).max(200) };

export const closeWorkplace = operation({
  id: 'closeWorkplace',
  method: 'post',
  path: '/closures',
  summary: 'A workplace is shut for some days; those who plan see it, nobody loses a place',
  permission: 'companies.write',
  tag,
  body: z.strictObject(closure),
  answer: z.object({ id: z.uuid(), ...closure }),
  status: 201,
  refuses: ['closure.twice'],
});

export const cancelClosure = operation({
  id: 'cancelClosure',
  method: 'delete',
  path: '/closures/:id',
  summary: 'It will not be shut after all',
  permission: 'companies.write',
  tag,
  params: z.strictObject({ id: z.uuid() }),
  status: 204,
});

export const previewPlacement = operation({
  id: 'previewPlacement',
  method: 'get',
  path: '/placements/:id/preview',
  summary: 'What speaks for and against a change, by the same rule that saving refuses by, and what the law advises; nothing is saved',
  permission: 'placements.read',
  tag: 'Placements',
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({
    verb: z.enum(['extend', 'end', 'move', 'rotate', 'take-back', 'pause']),
    from: day.optional().describe('First day of it; today unless said'),
    until: day.optional().describe('First day after; as planned unless said'),
    slotId: z.uuid().optional(),
    workplaceId: z.uuid().optional(),
    mentorId: z.uuid().optional(),
  }),
  answer: z.object({
    from: day,
    until: day,
    slotId: z.uuid().nullable(),
    workplaceId: z.uuid().nullable(),
    mentorId: z.uuid().nullable(),
    mentorName: z.string().max(120).nullable(),
    possible: z.boolean(),
    checks: z.array(z.object({ code: z.string().max(60), level: z.enum(['ok', 'warning', 'reason', 'conflict']).describe('`reason`: refused unless it is said why (overLimitReason)'), text: z.string().max(500) })).max(40),
  }),
});
