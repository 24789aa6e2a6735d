import { z } from 'zod';
import { day, operation, pageOf, pageQuery } from '#platform';
import { figures } from './cell-rows.queries.js';

const read = { method: 'get', permission: 'capacity.read', tag: 'Capacity' } as const;
const count = z.int().min(0).max(100_000_000);
/** An agreed place may be given to two by old data; so free may fall below zero in principle. */
const places = z.object({
  agreed: count,
  occupied: count,
  reserved: count,
  free: z.int(),
  placeable: z.int().describe('By workplace the least of free, legal and mentor headroom'),
  heldByLaw: count.describe('Free, but the ratio rule leaves no room'),
  heldByMentor: count.describe('Free, but no mentor has time'),
});
const name = z.string().max(200);
const code = z.string().max(40);
const model = z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']);
const by = z.enum(['municipality', 'region']).default('municipality').describe('What the columns are; regions are those of the date');

const shown = {
  committed: places.describe('Models 1 and 4: free = agreed − occupied − reserved = placeable + heldByLaw + heldByMentor'),
  callable: places.describe('Model 2: may be called on; idle is as agreed, and never part of committed'),
  open: count.describe('Places in openings shared outside agreements'),
  mentorHeadroom: count.describe('Trainees the named mentors could still carry'),
  legalHeadroom: count.nullable().describe('People more by the ratio rule at workplaces with agreed places, at the hours agreed there; null: unknown at all of them'),
  legalUnknown: count.describe('Workplaces with agreed places whose number of employees is unknown: they do not limit'),
  ahead: z.array(z.object({ weeks: z.int(), committedFree: z.int(), callableFree: z.int(), committedPlaceable: z.int(), callablePlaceable: z.int() })).max(3),
};
const question = {
  date: day.optional().describe('The day shown; today in Denmark unless said'),
  by,
  model: model.optional().describe('Only this model\'s places; match_driven promises none'),
};

export const readBoard = operation({
  ...read,
  id: 'readCapacityBoard',
  path: '/capacity/board',
  summary: 'Capacity by sector and place on a date, and 4, 8 and 13 weeks ahead',
  query: z.strictObject(question),
  answer: z.object({
    date: day,
    today: day,
    by: z.enum(['municipality', 'region']),
    model: model.nullable(),
    classification: z.object({ sectors: z.literal('organisation'), scheme: code, places: code }),
    horizons: z.array(z.object({ weeks: z.int(), date: day })).max(4),
    sectors: z.array(z.object({ id: z.uuid(), name })).max(200),
    places: z.array(z.object({ code, name, region: code.nullable(), own: z.boolean().describe('Served by the organisation; those come first') })).max(200),
    cells: z.array(z.object({ sectorId: z.uuid().nullable(), place: code.nullable(), ...shown })).max(20_000),
    total: z.object(shown),
  }),
});

export const readCellRows = operation({
  ...read,
  id: 'listCapacityRows',
  path: '/capacity/rows',
  summary: 'The slots, openings or workplaces behind a number of the board; their counts add up to it',
  query: z.strictObject({
    ...question,
    figure: z.enum(figures).describe('Which number'),
    sector: z.union([z.uuid(), z.literal('none')]).optional().describe('A sector, or those without; all unless said'),
    place: z.string().regex(/^[0-9A-Za-z-]{1,20}$/).optional().describe('A municipality or region as the board shows it, or none'),
    ...pageQuery,
  }),
  answer: pageOf(
    z.object({
      kind: z.enum(['slot', 'opening', 'workplace']),
      id: z.uuid(),
      count,
      state: z.enum(['occupied', 'reserved', 'free']).nullable(),
      model: model.nullable(),
      tasks: z.string().max(1000).nullable(),
      agreementId: z.uuid().nullable(),
      agreementTitle: name.nullable(),
      companyId: z.uuid(),
      companyName: name,
      workplaceId: z.uuid(),
      workplaceName: name,
      town: name.nullable(),
      changesOn: day.nullable(),
      room: z.object({ free: z.int(), legal: count.nullable(), mentor: count, limitedBy: z.enum(['agreement', 'law', 'mentor']) }).nullable().describe('Of a workplace with agreed places: what limits what can be placed'),
    }),
  ),
});

export const exportBoardCsv = operation({
  ...read,
  id: 'exportCapacityCsv',
  path: '/capacity/board.csv',
  summary: 'The board for Danish Excel: semicolons, UTF-8 with BOM',
  query: z.strictObject(question),
  produces: 'text/csv',
});

export const exportBoardXlsx = operation({
  ...read,
  id: 'exportCapacityXlsx',
  path: '/capacity/board.xlsx',
  summary: 'The board as a workbook',
  query: z.strictObject(question),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
