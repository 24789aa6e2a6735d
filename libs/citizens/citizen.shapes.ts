import { z } from 'zod';
import { day, holdsCpr } from '#platform';

export const instant = z.iso.datetime({ offset: true });
export const version = z.number().int().min(1).max(2_147_483_647);
export const why = z.string().trim().min(1).max(300);
export const roleName = z.enum(['consultant', 'caseworker', 'support_mentor']);
export const transport = z.enum(['foot', 'bicycle', 'public', 'car']);
export const citizenParam = z.strictObject({ citizenId: z.uuid() });

/** The case system's reference: letters, digits and a few signs, never a CPR number. */
export const caseRef = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/#:-]{0,39}$/u)
  .max(40)
  .refine((value) => !holdsCpr(value), 'fault.cpr')
  .describe("The citizen's reference in the case system: no name, no CPR number");

/** A first name (one or two) or initials: what colleagues and the company call the person. */
export const pseudonym = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((value) => value.split(/\s+/u).length <= 2, 'fault.citizen.pseudonym')
  .describe('A first name or initials, as agreed with the citizen');

export const goal = z.strictObject({
  sectorId: z.uuid().nullable(),
  tasks: z.string().trim().min(1).max(300).describe('What the citizen wants to do there'),
});

export const facts = {
  pseudonym: pseudonym.optional(),
  goals: z.array(goal).max(5).optional().describe('In the order that matters to the citizen'),
  minutesPossible: z.number().int().min(30).max(2220).nullable().optional().describe('Minutes a week'),
  nearPostalCode: z
    .string()
    .regex(/^\d{4}$/u)
    .max(4)
    .nullable()
    .optional()
    .describe('The postal district travel is measured from; never an address'),
  travelMinutes: z.number().int().min(1).max(240).nullable().optional().describe('One way'),
  transport: transport.nullable().optional(),
  considerationIds: z.array(z.uuid()).max(20).optional().describe("What the work must offer, from the organisation's list"),
};

export const citizen = z.object({
  id: z.uuid(),
  caseRef: z.string().max(40),
  pseudonym: z.string().max(40),
  targetGroup: z.string().max(40).nullable().describe("Today's"),
  targetGroups: z.array(z.object({ code: z.string().max(40), from: day, until: day.nullable() })).max(100),
  goals: z.array(z.object({ sectorId: z.uuid().nullable(), tasks: z.string().max(300) })).max(5),
  minutesPossible: z.number().int().min(30).max(2220).nullable(),
  nearPostalCode: z.string().max(4).nullable(),
  travelMinutes: z.number().int().min(1).max(240).nullable(),
  transport: transport.nullable(),
  considerationIds: z.array(z.uuid()).max(100),
  courseId: z.uuid().nullable().describe('The open course'),
  isHere: z.boolean().describe('With the service today'),
  awayFrom: day.nullable().describe('First day the citizen is no longer with the service: past, or still to come'),
  warnings: z.array(z.enum(['citizen.diagnosis-word'])).max(1).describe('Shown to the writer, kept nowhere'),
  version,
});

export const basis = z.enum(['attached', 'cover', 'look', 'system']);

export const citizenRow = z.object({
  id: z.uuid(),
  caseRef: z.string().max(40),
  pseudonym: z.string().max(40),
  targetGroup: z.string().max(40).nullable(),
  primaryName: z.string().max(120).nullable(),
  myRoles: z.array(roleName).max(3),
  considerationIds: z.array(z.uuid()).max(100),
  basis,
});
