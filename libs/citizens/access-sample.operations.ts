import { z } from 'zod';
import { operation } from '#platform';
import { basis, instant, roleName, why } from './citizen.shapes.js';

const control = { tag: 'Access control', permission: 'access.control' } as const;
const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
  .max(7);
const verdict = z.enum(['fine', 'follow-up']);
const text = (max: number) => z.string().max(max);

export const readAccessSample = operation({
  ...control,
  id: 'readAccessSample',
  method: 'get',
  path: '/access-samples',
  summary: "A month's sample of the access log, the same whoever draws it: five look-ups a person, and all without a relation",
  query: z.strictObject({ month: month.optional() }),
  answer: z.object({
    month,
    months: z.array(month).max(12),
    items: z
      .array(
        z.object({
          id: z.uuid(),
          at: instant,
          userId: z.uuid(),
          userName: text(120),
          teamName: text(120).nullable(),
          fields: text(40),
          basis,
          reason: text(300).nullable(),
          roles: z.array(roleName).max(3),
          why: z.enum(['random', 'no-relation']),
          verdict: verdict.nullable(),
          note: text(500).nullable(),
          checkedByName: text(120).nullable(),
        }),
      )
      .max(1000),
  }),
});

export const checkAccess = operation({
  ...control,
  id: 'checkAccess',
  method: 'put',
  path: '/access-samples/:month/:seenId',
  summary: 'Say of a drawn look-up that it is in order, or is to be followed up',
  params: z.strictObject({ month, seenId: z.uuid() }),
  body: z
    .strictObject({ verdict, note: z.string().trim().min(1).max(500).optional() })
    .refine(({ verdict: said, note }) => said === 'fine' || note !== undefined, { path: ['note'], message: 'fault.required' }),
  answer: z.object({ left: z.number().int().min(0).max(1000).describe('Not yet checked of that month') }),
});

export const lookFromSample = operation({
  ...control,
  id: 'lookFromSample',
  method: 'post',
  path: '/access-samples/:seenId/look',
  summary: 'Open the citizen of a drawn look-up for an hour, with a reason that is kept',
  params: z.strictObject({ seenId: z.uuid() }),
  body: z.strictObject({ reason: why }),
  answer: z.object({ id: z.uuid(), untilAt: instant.nullable() }),
  status: 201,
});
