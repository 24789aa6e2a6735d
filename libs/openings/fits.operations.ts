import { z } from 'zod';
import { day, operation } from '#platform';
import { ids, minutes } from './openings.operations.js';

const read = { tag: 'Fits', permission: 'citizens.read' } as const;
const fit = {
  missing: ids.describe('What the work must offer and the place does not'),
  sector: z.enum(['wished', 'other', 'any']),
  hours: z.enum(['fits', 'more', 'unknown']),
  distance: z.enum(['near', 'far', 'unknown']).describe("Against the citizen's own travel time, roughly"),
  km: z.int().nullable(),
  rank: z.int().min(0).max(1000).describe('The lower the better; 0: everything fits'),
};

export const listFittingPlaces = operation({
  ...read,
  id: 'listFittingPlaces',
  method: 'get',
  path: '/citizens/:citizenId/places',
  summary: 'Free places in the pool measured against a citizen, the best fit first; advice, no verdict',
  params: z.strictObject({ citizenId: z.uuid() }),
  answer: z.object({
    items: z
      .array(
        z.object({
          id: z.uuid(),
          companyName: z.string().max(200),
          workplaceName: z.string().max(200),
          town: z.string().max(200).nullable(),
          tasks: z.string().max(1000),
          minutesPerWeek: minutes,
          freeFrom: day,
          callable: z.boolean().describe('The company must be asked to call it'),
          ...fit,
        }),
      )
      .max(100),
  }),
});

export const listFittingCitizens = operation({
  ...read,
  id: 'listFittingCitizens',
  method: 'get',
  path: '/openings/:openingId/citizens',
  summary: "The asker's own citizens measured against a place, the best fit first",
  params: z.strictObject({ openingId: z.uuid() }),
  query: z.strictObject({ q: z.string().trim().min(1).max(100).optional() }),
  answer: z.object({
    items: z
      .array(z.object({ id: z.uuid(), caseRef: z.string().max(40), pseudonym: z.string().max(40), minutesPossible: minutes.nullable(), ...fit }))
      .max(100),
  }),
});
