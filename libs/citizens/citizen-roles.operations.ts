import { z } from 'zod';
import { day, operation } from '#platform';
import { citizenParam, roleName, version, why } from './citizen.shapes.js';

const read = { tag: 'Roles around a citizen', permission: 'citizens.read' } as const;
const write = { tag: 'Roles around a citizen', permission: 'citizens.write', aboutCitizen: true } as const;

const roleAround = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  userName: z.string().max(120),
  teamName: z.string().max(120).nullable(),
  role: roleName,
  isPrimary: z.boolean(),
  from: day,
  until: day.nullable(),
  standsInFor: z.uuid().nullable().describe('The role stood in for'),
  standsInForName: z.string().max(120).nullable(),
});

export const listRoles = operation({
  ...read,
  id: 'listRolesAround',
  method: 'get',
  path: '/citizens/:citizenId/roles',
  summary: 'Who is around a citizen, when, and how the functions are split today',
  params: citizenParam,
  answer: z.object({
    on: day,
    split: z.enum(['apart', 'mentor_with_consultant', 'all_in_one', 'other', 'incomplete']),
    missing: z.array(roleName).max(3),
    primary: roleAround.nullable(),
    comingPrimary: roleAround.nullable().describe('Whom a planned handover makes primary contact'),
    primaryStandIn: roleAround.nullable(),
    items: z.array(roleAround).max(200),
  }),
});

export const attachProfessional = operation({
  ...write,
  id: 'attachProfessional',
  method: 'post',
  path: '/citizens/:citizenId/roles',
  summary: 'Attach a colleague to a citizen in a role, from a day on',
  params: citizenParam,
  body: z.strictObject({ userId: z.uuid(), role: roleName, from: day.optional() }),
  answer: z.object({ id: z.uuid() }),
  status: 201,
  refuses: ['citizen.look-only', 'citizen.already-attached', 'citizen.away', 'citizen.leaving'],
});

export const detachProfessional = operation({
  ...write,
  id: 'detachProfessional',
  method: 'post',
  path: '/citizens/:citizenId/roles/:roleId/end',
  summary: 'End a role around a citizen; the primary contact hands over instead',
  params: citizenParam.extend({ roleId: z.uuid() }),
  body: z.strictObject({ until: day.optional().describe('First day no longer attached') }),
  status: 204,
  refuses: ['citizen.look-only', 'citizen.primary-left', 'citizen.handover-planned', 'citizen.stands-in', 'citizen.role-over'],
});

export const handOverCitizen = operation({
  ...write,
  id: 'handOverCitizen',
  method: 'post',
  path: '/citizens/:citizenId/handover',
  summary: 'Another becomes primary contact from a day on; always exactly one',
  params: citizenParam,
  body: z.strictObject({
    userId: z.uuid(),
    insteadOf: z.uuid().describe('Whom the asker takes to be primary contact: today, or by a handover that is planned'),
    role: roleName.optional(),
    from: day.optional(),
    formerStays: z.boolean(),
  }),
  answer: z.object({ userId: z.uuid(), role: roleName, from: day }),
  status: 201,
  refuses: ['citizen.look-only', 'citizen.primary-changed', 'citizen.already-primary', 'citizen.handover-planned', 'citizen.away', 'citizen.leaving', 'citizen.stands-in'],
});

export const takeBackHandover = operation({
  ...write,
  id: 'takeBackHandover',
  method: 'post',
  path: '/citizens/:citizenId/handover/withdrawal',
  summary: 'A planned handover is off: the primary contact stays',
  params: citizenParam,
  status: 204,
  refuses: ['citizen.look-only', 'citizen.no-handover', 'citizen.stands-in'],
});

export const standIn = operation({
  ...write,
  id: 'standIn',
  method: 'post',
  path: '/citizens/:citizenId/stand-ins',
  summary: 'Somebody attached stands in for another of them for a time',
  params: citizenParam,
  body: z.strictObject({ roleId: z.uuid(), userId: z.uuid(), from: day, lastDay: day }),
  answer: z.object({ id: z.uuid() }),
  status: 201,
  refuses: ['citizen.look-only', 'citizen.stand-in-not-attached', 'citizen.stand-in-taken'],
});

export const partWithCitizen = operation({
  ...write,
  id: 'partWithCitizen',
  method: 'post',
  path: '/citizens/:citizenId/away',
  summary: 'The citizen is finished here or has moved: all roles end; said again before the day, the new day counts',
  params: citizenParam,
  body: z.strictObject({ from: day.optional(), reason: why }),
  answer: z.object({ from: day }),
  status: 201,
  refuses: ['citizen.look-only', 'citizen.course-open', 'citizen.has-plans', 'citizen.away'],
});

export const takeBackParting = operation({
  ...write,
  id: 'takeBackParting',
  method: 'post',
  path: '/citizens/:citizenId/away/withdrawal',
  summary: 'A citizen who was to leave stays after all',
  params: citizenParam,
  status: 204,
  refuses: ['citizen.look-only', 'citizen.not-leaving'],
});

export const welcomeBack = operation({
  ...write,
  id: 'welcomeBack',
  method: 'post',
  path: '/citizens/:citizenId/return',
  summary: 'A citizen who had left is here again, with a primary contact',
  params: citizenParam,
  body: z.strictObject({ userId: z.uuid(), role: roleName }),
  answer: z.object({ from: day }),
  status: 201,
  refuses: ['citizen.look-only', 'citizen.not-away'],
});

const percent = z.number().int().min(0).max(300).describe('Of a citizen');
const count = z.number().int().min(0).max(100_000);
const caseloadLimits = z.object({ warning: z.number().int().min(1).max(500), consultantPercent: percent, caseworkerPercent: percent, mentorPercent: percent, version });
const weighted = z.number().min(0).max(1_000_000).describe('Weighted citizens, one decimal');

export const listCaseloads = operation({
  tag: 'Caseloads',
  permission: 'caseloads.read',
  id: 'listCaseloads',
  method: 'get',
  path: '/caseloads',
  summary: 'Caseloads per professional, weighted by roles; citizens by target group. Numbers only',
  answer: z.object({
    limits: caseloadLimits,
    items: z
      .array(
        z.object({
          userId: z.uuid(),
          name: z.string().max(120),
          teamName: z.string().max(120).nullable(),
          citizens: count,
          primary: count,
          consultant: count,
          caseworker: count,
          mentor: count,
          caseload: weighted,
          heavy: z.boolean(),
        }),
      )
      .max(1000),
    groups: z.array(z.object({ code: z.string().max(40).nullable(), citizens: count })).max(100),
  }),
});

export const readOwnCaseload = operation({
  tag: 'Caseloads',
  permission: 'citizens.read',
  id: 'readOwnCaseload',
  method: 'get',
  path: '/caseloads/own',
  summary: "The asker's own caseload",
  answer: z.object({ citizens: count, caseload: weighted, heavy: z.boolean(), warning: z.number().int().min(1).max(500) }),
});

export const setCaseloadLimits = operation({
  tag: 'Caseloads',
  permission: 'caseloads.write',
  id: 'setCaseloadLimits',
  method: 'put',
  path: '/caseload-limits',
  summary: 'How much each role weighs, and from how many a caseload is a warning',
  body: z.strictObject(caseloadLimits.shape),
  answer: caseloadLimits,
  refuses: ['edit.stale'],
});
