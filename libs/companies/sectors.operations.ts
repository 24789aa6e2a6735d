import { z } from 'zod';
import { day, operation } from '#platform';
import { version } from './company.shapes.js';

const read = { tag: 'Lists', permission: 'settings.read' } as const;
const write = { tag: 'Lists', permission: 'settings.administer' } as const;
const names = {
  nameDa: z.string().trim().min(1).max(80),
  nameEn: z.string().trim().min(1).max(80),
  position: z.number().int().min(1).max(1000),
};
const division = z.strictObject({ scheme: z.enum(['DB25', 'DB07']), division: z.string().length(2) });
const sector = z.object({ id: z.uuid(), key: z.string().max(60), ...names, divisions: z.array(division).max(300), version });
const consideration = z.object({ id: z.uuid(), ...names, retiredOn: day.nullable(), version });
const sectorId = z.strictObject({ sectorId: z.uuid() });

export const listSectors = operation({
  ...read,
  id: 'listSectors',
  method: 'get',
  path: '/sectors',
  summary: "The organisation's own friendly sectors with the divisions under each",
  answer: z.object({ items: z.array(sector).max(100) }),
});

export const createSector = operation({
  ...write,
  id: 'createSector',
  method: 'post',
  path: '/sectors',
  summary: 'Add a friendly sector',
  body: z.strictObject(names),
  answer: sector,
  status: 201,
});

export const updateSector = operation({
  ...write,
  id: 'updateSector',
  method: 'put',
  path: '/sectors/:sectorId',
  summary: "Change a sector's names and place in the list",
  params: sectorId,
  body: z.strictObject({ ...names, version }),
  answer: sector,
  refuses: ['edit.stale'],
});

export const mapDivisions = operation({
  ...write,
  id: 'mapDivisions',
  method: 'put',
  path: '/sectors/:sectorId/divisions',
  summary: 'Say which divisions fall under a sector; workplaces with such codes follow',
  params: sectorId,
  body: z.strictObject({ divisions: z.array(division).max(300), version }),
  answer: sector,
  refuses: ['edit.stale'],
});

export const listConsiderations = operation({
  ...read,
  id: 'listConsiderations',
  method: 'get',
  path: '/considerations',
  summary: 'What workplaces can offer, as the organisation words it',
  answer: z.object({ items: z.array(consideration).max(100) }),
});

export const createConsideration = operation({
  ...write,
  id: 'createConsideration',
  method: 'post',
  path: '/considerations',
  summary: 'Add something workplaces can offer',
  body: z.strictObject(names),
  answer: consideration,
  status: 201,
});

export const updateConsideration = operation({
  ...write,
  id: 'updateConsideration',
  method: 'put',
  path: '/considerations/:considerationId',
  summary: 'Change or retire something workplaces can offer; what has it keeps it',
  params: z.strictObject({ considerationId: z.uuid() }),
  body: z.strictObject({ ...names, retiredOn: day.nullable(), version }),
  answer: consideration,
  refuses: ['edit.stale'],
});
