import { operation, pageOf, pageQuery } from '#platform';
import { z } from 'zod';
import { email, phone } from './people.operations.js';

const version = z.number().int().min(1).max(2_147_483_647);
const teamName = z.string().trim().min(1).max(120);
const targetGroup = z.string().min(1).max(40);
const teamId = z.strictObject({ teamId: z.uuid() });

const team = z.object({
  id: z.uuid(),
  name: teamName,
  targetGroup: targetGroup.nullable(),
  users: z.number().int().min(0).max(1_000_000),
  version,
});

export const listTeams = operation({
  id: 'listTeams',
  method: 'get',
  path: '/teams',
  summary: "The organisation's teams by name",
  permission: 'people.read',
  tag: 'People',
  query: z.strictObject(pageQuery),
  answer: pageOf(team),
});

export const createTeam = operation({
  id: 'createTeam',
  method: 'post',
  path: '/teams',
  summary: 'Add a team: central, or working with one target group',
  permission: 'people.administer',
  tag: 'People',
  body: z.strictObject({ name: teamName, targetGroup: targetGroup.nullable().optional() }),
  answer: team,
  status: 201,
  refuses: ['team.exists'],
});

export const updateTeam = operation({
  id: 'updateTeam',
  method: 'put',
  path: '/teams/:teamId',
  summary: "Change a team's name or target group",
  permission: 'people.administer',
  tag: 'People',
  params: teamId,
  body: z.strictObject({ name: teamName, targetGroup: targetGroup.nullable(), version }),
  answer: team,
  refuses: ['edit.stale', 'team.exists'],
});

const municipalities = z.array(z.string().regex(/^[0-9]{4}$/)).max(98);
const settings = {
  name: z.string().trim().min(1).max(200),
  label: z.string().trim().min(1).max(60),
  municipalities,
  holdHours: z.number().int().min(1).max(336),
  reservationWorkingDays: z.number().int().min(1).max(30),
  refillLeadDays: z.number().int().min(0).max(182),
  refillEscalateDays: z.number().int().min(1).max(90),
  offerQuestionMonths: z.number().int().min(1).max(36),
  queueDays: z.number().int().min(1).max(180),
  courseGapDays: z.number().int().min(0).max(60),
  mentorTrainingGatesStart: z.boolean(),
  ratioBlocks: z.boolean().describe('Nothing is reserved or begun beyond the ratio rule; otherwise it is advice'),
  ratioCountsByChoice: z.boolean().describe('Community-benefit work counts on the used side'),
  contactEmail: email.nullable(),
  contactPhone: phone.nullable(),
  version,
};
const organisation = z.object({
  id: z.uuid(),
  ...settings,
  contactEmail: z.string().max(254).nullable(),
  contactPhone: z.string().max(16).nullable(),
});

export const readOrganisation = operation({
  id: 'readOrganisation',
  method: 'get',
  path: '/organisation',
  summary: 'The organisation and its settings',
  permission: 'settings.read',
  tag: 'Organisation',
  answer: organisation,
});

/** What came later than the operation may be left out, so that clients from before go on working. */
const asItIs = 'Stays as it is unless said';

export const updateOrganisation = operation({
  id: 'updateOrganisation',
  method: 'put',
  path: '/organisation',
  summary: "Change the organisation's name, label, municipalities and limits",
  permission: 'settings.administer',
  tag: 'Organisation',
  body: z.strictObject({
    ...settings,
    refillEscalateDays: settings.refillEscalateDays.optional().describe(asItIs),
    offerQuestionMonths: settings.offerQuestionMonths.optional().describe(asItIs),
    courseGapDays: settings.courseGapDays.optional().describe(asItIs),
    ratioBlocks: settings.ratioBlocks.optional().describe(asItIs),
    ratioCountsByChoice: settings.ratioCountsByChoice.optional().describe(asItIs),
  }),
  answer: organisation,
  refuses: ['edit.stale'],
});
