import { z } from 'zod';
import { day, operation } from '#platform';
import { kinds } from './retention.rules.js';

const kind = z.enum(kinds).describe('citizen: what is known of one; course: case reference and texts; reference: of reservations without a citizen; mentor; the two logs');
const months = z.number().int().min(1).max(120).describe('After the last use');

export const readRetention = operation({
  id: 'readRetention',
  method: 'get',
  path: '/retention',
  summary: 'What is kept how long, what goes when in the next three months, and what has gone; numbers, never who',
  permission: 'settings.administer',
  tag: 'Retention',
  answer: z.object({
    on: day,
    items: z
      .array(
        z.object({
          kind,
          months,
          least: months,
          most: months,
          changes: z.array(z.object({ months, from: day })).max(100),
          going: z.array(z.object({ on: day, n: z.number().int().min(0).max(100_000_000) })).max(100),
        }),
      )
      .max(10),
    gone: z.array(z.object({ at: z.iso.datetime({ offset: true }), kind, n: z.number().int().min(0).max(100_000_000) })).max(20),
  }),
});

export const setRetention = operation({
  id: 'setRetention',
  method: 'put',
  path: '/retention/:kind',
  summary: 'Say how long a kind is kept from a day on; shorter at the earliest a fortnight ahead',
  permission: 'settings.administer',
  tag: 'Retention',
  params: z.strictObject({ kind }),
  body: z.strictObject({ months, from: day }),
  answer: z.object({ kind, months, from: day }),
});
