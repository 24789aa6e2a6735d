import { z } from 'zod';
import { day, operation, pageOf, pageQuery } from '#platform';
import { basis, caseRef, citizen, citizenParam, citizenRow, facts, instant, pseudonym, roleName, version, why } from './citizen.shapes.js';

const read = { tag: 'Citizens', permission: 'citizens.read' } as const;
const write = { tag: 'Citizens', permission: 'citizens.write', aboutCitizen: true } as const;
const targetGroup = z.string().min(1).max(40).describe('Code of a target group in force');

export const listCitizens = operation({
  ...read,
  id: 'listCitizens',
  method: 'get',
  path: '/citizens',
  summary: 'The citizens the asker may see now: attached to, or covering for a time',
  query: z.strictObject({ q: z.string().trim().min(1).max(100).optional(), ...pageQuery }),
  answer: pageOf(citizenRow),
});

export const createCitizen = operation({
  ...write,
  id: 'createCitizen',
  method: 'post',
  path: '/citizens',
  summary: 'Write a citizen down: reference, first name or initials, what the work must offer',
  body: z.strictObject({
    caseRef,
    ...facts,
    pseudonym,
    targetGroup,
    targetGroupFrom: day.optional(),
    role: roleName.optional().describe("The asker's role around the citizen"),
  }),
  answer: citizen,
  status: 201,
  refuses: ['citizen.exists', 'citizen.exists-away'],
});

export const readCitizen = operation({
  ...read,
  id: 'readCitizen',
  method: 'get',
  path: '/citizens/:citizenId',
  summary: 'One citizen; 404 for whoever may not see them',
  params: citizenParam,
  answer: citizen.extend({ basis }),
});

export const updateCitizen = operation({
  ...write,
  id: 'updateCitizen',
  method: 'patch',
  path: '/citizens/:citizenId',
  summary: 'Change what is known of a citizen; what is left out stays',
  params: citizenParam,
  body: z.strictObject({ ...facts, targetGroup: targetGroup.optional(), targetGroupFrom: day.optional(), version }),
  answer: citizen,
  refuses: ['edit.stale', 'citizen.look-only'],
});

export const lookUpCitizen = operation({
  ...read,
  id: 'lookUpCitizen',
  method: 'post',
  path: '/citizens/looks',
  summary: 'Open one citizen for an hour by the exact case reference, with a reason that is kept',
  body: z.strictObject({ caseRef, reason: why }),
  answer: z.object({ id: z.uuid(), untilAt: instant.nullable() }),
  status: 201,
});

export const listLooks = operation({
  tag: 'Citizens',
  permission: 'caseloads.read',
  id: 'listLooks',
  method: 'get',
  path: '/citizens/looks',
  summary: 'The control list: who opened a citizen without being attached, when and why',
  query: z.strictObject({ ...pageQuery, cursor: z.uuid().optional() }),
  answer: pageOf(
    z.object({ id: z.uuid(), userName: z.string().max(120), teamName: z.string().max(120).nullable(), reason: z.string().max(300), fromAt: instant }),
  ),
});

export const coverCitizen = operation({
  ...write,
  id: 'coverCitizen',
  method: 'post',
  path: '/citizens/:citizenId/cover',
  summary: 'Let a colleague cover until a day, with a reason',
  params: citizenParam,
  body: z.strictObject({ userId: z.uuid(), lastDay: day, reason: why }),
  answer: z.object({ id: z.uuid() }),
  status: 201,
  refuses: ['citizen.look-only'],
});

export const endCover = operation({
  ...write,
  id: 'endCover',
  method: 'post',
  path: '/citizens/:citizenId/cover/:accessId/end',
  summary: 'End a cover before its time',
  params: citizenParam.extend({ accessId: z.uuid() }),
  status: 204,
  refuses: ['citizen.look-only', 'citizen.cover-over'],
});

export const listSeen = operation({
  ...read,
  id: 'listSeen',
  method: 'get',
  path: '/citizens/:citizenId/seen',
  summary: 'Who has looked at a citizen, newest first, and who is let in for a time',
  params: citizenParam,
  query: z.strictObject({ ...pageQuery, cursor: z.uuid().optional() }),
  answer: pageOf(
    z.object({
      id: z.uuid(),
      at: instant,
      name: z.string().max(120).nullable(),
      fields: z.string().max(40),
      basis,
      reason: z.string().max(300).nullable(),
    }),
  ).extend({
    access: z
      .array(
        z.object({
          id: z.uuid(),
          kind: z.enum(['cover', 'look']),
          userName: z.string().max(120),
          reason: z.string().max(300),
          fromAt: instant,
          untilAt: instant,
          endedAt: instant.nullable(),
          grantedByName: z.string().max(120),
          live: z.boolean(),
        }),
      )
      .max(100),
  }),
});

export const readSubjectReport = operation({
  ...read,
  id: 'readSubjectReport',
  method: 'get',
  path: '/citizens/:citizenId/report',
  summary: 'Everything kept about a citizen, for the data subject, with who has looked and why',
  params: citizenParam,
  answer: z.object({
    madeAt: instant,
    caseRef: z.string().max(40),
    tables: z.record(z.string().max(63), z.array(z.record(z.string().max(63), z.unknown())).max(10_000)),
  }),
});
