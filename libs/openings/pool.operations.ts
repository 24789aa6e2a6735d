import { z } from 'zod';
import { day, operation, parseWeek } from '#platform';
import { ids, instant, kind, minutes, name } from './openings.operations.js';

const poolFilter = {
  text: z.string().max(200).optional(),
  sector: z.uuid().optional(),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  region: z.string().max(20).optional(),
  near: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('A postal code to measure from'),
  km: z.coerce.number().min(1).max(300).optional().describe('How far from `near`; 25 unless said'),
  model: z
    .enum(['fixed_slots', 'standing', 'cluster', 'shared'])
    .optional()
    .describe('standing: callable; shared: outside any agreement'),
  kind: kind.optional(),
  fromWeek: z
    .string()
    .max(8)
    .refine((week) => parseWeek(week) !== undefined, 'fault.form')
    .optional()
    .describe('ISO week, 2026-W53'),
  consideration: z.union([z.uuid(), ids]).optional(),
  onlyFree: z.stringbool().optional(),
};

export const searchPool = operation({
  id: 'searchPool',
  method: 'get',
  path: '/pool',
  summary: 'The shared pool: every free or callable slot and every shared opening, once each',
  permission: 'pool.read',
  tag: 'Pool',
  query: z.strictObject({
    ...poolFilter,
    sort: z.enum(['newest', 'best']).optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  answer: z.object({
    items: z
      .array(
        z.object({
          id: z.uuid(),
          companyId: z.uuid(),
          companyName: name,
          workplaceId: z.uuid(),
          workplaceName: name,
          town: z.string().max(200).nullable(),
          municipalityCode: z.string().max(4).nullable(),
          municipalityName: z.string().max(60).nullable(),
          sectorId: z.uuid().nullable(),
          sectorName: z.string().max(80).nullable(),
          slotId: z.uuid().nullable(),
          model: z.enum(['fixed_slots', 'standing', 'cluster']).nullable(),
          kind,
          tasks: z.string().max(1000),
          minutesPerWeek: minutes,
          considerationIds: ids,
          places: z.int(),
          free: z.int(),
          capLeft: z.int().nullable().describe('So many the agreement still holds in all, whichever of its places; empty: no cap was agreed'),
          reserved: z.int(),
          queue: z.int(),
          freeFrom: day,
          freeUntil: day.nullable(),
          laterFrom: day.nullable().describe("First day of a slot's next gap after that"),
          laterUntil: day.nullable().describe('First day after'),
          expiresOn: day.nullable(),
          publishedAt: instant,
          sharedByName: z.string().max(120).nullable(),
          version: z.int(),
        }),
      )
      .max(100),
    next: z.string().max(500).nullable(),
    found: z.int().nullable().describe('On the first page: how many there are, at most 1000'),
    foundIsExact: z.boolean(),
  }),
});

export const poolNews = operation({
  id: 'poolNews',
  method: 'get',
  path: '/pool/news',
  summary: 'How many have come into the pool since an instant, through the same filter',
  permission: 'pool.read',
  tag: 'Pool',
  query: z.strictObject({ ...poolFilter, since: instant }),
  answer: z.object({ n: z.int().min(0).max(1000) }),
});

export const exportPool = operation({
  id: 'exportPool',
  method: 'get',
  path: '/pool/export.csv',
  summary:
    'The filtered pool as a spreadsheet (semicolons, UTF-8 with mark, formulas made harmless), at most 10,000 rows',
  permission: 'pool.read',
  tag: 'Pool',
  query: z.strictObject({ ...poolFilter, sort: z.enum(['newest', 'best']).optional() }),
  produces: 'text/csv; charset=utf-8',
});

export const watchPool = operation({
  id: 'watchPool',
  method: 'get',
  path: '/pool/stream',
  summary: 'Server-sent events: a message `opening` each time something comes into the pool',
  permission: 'pool.read',
  tag: 'Pool',
  produces: 'text/event-stream',
});
