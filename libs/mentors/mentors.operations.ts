import { z } from 'zod';
import { email, personName, phone, version } from '#companies';
import { day, operation, pageOf, pageQuery } from '#platform';
import { mentorStates } from './mentor-state.rules.js';
import { pauseKinds } from './pause-mentor.js';

const read = { tag: 'Mentors', permission: 'mentors.read' } as const;
const write = { tag: 'Mentors', permission: 'mentors.write' } as const;
const accepts = z.number().int().min(0).max(20);
const workplaceId = z.strictObject({ workplaceId: z.uuid() });
const mentorId = z.strictObject({ mentorId: z.uuid() });

const told = z.string().trim().max(1000).nullable();
const language = z.enum(['da', 'en']).describe('Of mails to the mentor; Danish unless said');
const facts = {
  experience: told.optional(),
  strengths: told.optional(),
  suits: told.optional(),
  considerationIds: z.array(z.uuid()).max(50).optional(),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
  language: language.optional(),
};
const states = z.array(z.enum(mentorStates)).max(4);
const amount = z.number().int().min(-10_000).max(20_000);

export const mentor = z.object({
  id: z.uuid(),
  workplaceId: z.uuid(),
  companyId: z.uuid(),
  name: z.string().max(120),
  email: z.string().max(254).nullable(),
  phone: z.string().max(16).nullable(),
  accepts,
  activeFrom: day,
  activeUntil: day.nullable(),
  trainedOn: day.nullable(),
  trainedUntil: day.nullable().describe('First day the training no longer counts'),
  experience: told,
  strengths: told,
  suits: told,
  considerationIds: z.array(z.uuid()).max(50),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).describe('ISO weekdays: 1 = Monday'),
  language,
  trainees: z.number().int().min(0).max(10_000),
  away: z.boolean(),
  version,
});

const pause = z.object({
  id: z.uuid(),
  kind: z.enum(pauseKinds),
  note: z.string().max(500).nullable(),
  from: day,
  until: day.nullable().describe('The first day back'),
  version,
});
const assignment = z.object({ id: z.uuid(), workplaceId: z.uuid(), from: day, until: day.nullable(), version });
const slot = z.object({
  slotId: z.uuid(),
  agreementId: z.uuid(),
  agreementTitle: z.string().max(200),
  model: z.string().max(40),
  companyId: z.uuid(),
  workplaceId: z.uuid(),
  workplace: z.string().max(200),
  tasks: z.string().max(1000),
  why: z.enum(['trainee', 'unfillable']),
  headroom: amount,
});
const listed = mentor.extend({
  company: z.string().max(200),
  workplace: z.string().max(200),
  town: z.string().max(100).nullable(),
  municipalityCode: z.string().max(4).nullable(),
  moreWorkplaces: z.number().int().min(0).max(1000),
  states,
});
const mentorsWorkplace = z.object({
  workplaceId: z.uuid(),
  companyId: z.uuid(),
  company: z.string().max(200),
  workplace: z.string().max(200),
  town: z.string().max(100).nullable(),
  from: day,
  until: day.nullable(),
  assignmentId: z.uuid().nullable(),
  version,
  headroom: amount,
});
const trainee = z.object({ placementId: z.uuid(), workplace: z.string().max(200), agreementId: z.uuid().nullable(), from: day, until: day });

export const listAllMentors = operation({
  ...read,
  id: 'listAllMentors',
  method: 'get',
  path: '/mentors',
  summary: 'Mentors by name, narrowed by how they stand and where',
  query: z.strictObject({
    state: z.enum(mentorStates).optional(),
    municipalityCode: z.string().regex(/^\d{4}$/).optional(),
    text: z.string().trim().min(1).max(100).optional(),
    ...pageQuery,
  }),
  answer: pageOf(listed),
});

export const readMentor = operation({
  ...read,
  id: 'readMentor',
  method: 'get',
  path: '/mentors/:mentorId',
  summary: 'A mentor with workplaces, trainees, and pauses with the places they touch',
  params: mentorId,
  answer: z.object({
    mentor,
    states,
    company: z.string().max(200),
    considerations: z.array(z.string().max(80)).max(50),
    workplaces: z.array(mentorsWorkplace).max(50),
    agreements: z.array(z.object({ id: z.uuid(), title: z.string().max(200), model: z.string().max(20) })).max(50),
    trainees: z.array(trainee).max(50),
    pauses: z.array(pause.extend({ slots: z.array(slot).max(100) })).max(50),
  }),
});

export const pauseMentor = operation({
  ...write,
  id: 'pauseMentor',
  method: 'post',
  path: '/mentors/:mentorId/pauses',
  summary: 'A mentor takes in nobody from a day, until a day when it is known',
  params: mentorId,
  body: z.strictObject({
    kind: z.enum(pauseKinds),
    from: day,
    until: day.nullable().optional().describe('The first day back'),
    note: z.string().trim().max(500).nullable().optional(),
  }),
  answer: pause,
  status: 201,
  refuses: ['mentor.pause-overlaps'],
});

export const endPause = operation({
  ...write,
  id: 'endPause',
  method: 'put',
  path: '/mentor-pauses/:pauseId/end',
  summary: 'A mentor is back from a day; a pause that had not begun by then is called off',
  params: z.strictObject({ pauseId: z.uuid() }),
  body: z.strictObject({ until: day, version }),
  answer: pause,
  refuses: ['edit.stale', 'mentor.pause-is-over'],
});

export const assignMentor = operation({
  ...write,
  id: 'assignMentor',
  method: 'post',
  path: '/mentors/:mentorId/workplaces',
  summary: 'Name a mentor at one more workplace, with dates',
  params: mentorId,
  body: z.strictObject({ workplaceId: z.uuid(), from: day.optional(), until: day.nullable().optional() }),
  answer: assignment,
  status: 201,
  refuses: ['mentor.already-there'],
});

export const endAssignment = operation({
  ...write,
  id: 'endAssignment',
  method: 'put',
  path: '/mentor-workplaces/:assignmentId/end',
  summary: 'Say from which day a mentor is no longer at a further workplace',
  params: z.strictObject({ assignmentId: z.uuid() }),
  body: z.strictObject({ until: day, version }),
  answer: assignment,
  refuses: ['edit.stale'],
});

export const listMentors = operation({
  ...read,
  id: 'listMentors',
  method: 'get',
  path: '/workplaces/:workplaceId/mentors',
  summary: "A workplace's mentors and the headroom they give on a day",
  params: workplaceId,
  query: z.strictObject({ on: day.optional() }),
  answer: z.object({
    on: day,
    mentors: z.number().int().min(0).max(1000),
    headroom: amount,
    untrained: z.number().int().min(0).max(1000),
    away: z.number().int().min(0).max(1000),
    items: z.array(mentor).max(100),
  }),
});

export const nameMentor = operation({
  ...write,
  id: 'nameMentor',
  method: 'post',
  path: '/workplaces/:workplaceId/mentors',
  summary: 'Name a mentor at a workplace',
  params: workplaceId,
  body: z.strictObject({
    name: personName,
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    accepts: accepts.optional(),
    activeFrom: day.optional(),
    trainedOn: day.nullable().optional(),
    ...facts,
  }),
  answer: mentor,
  status: 201,
});

export const updateMentor = operation({
  ...write,
  id: 'updateMentor',
  method: 'patch',
  path: '/mentors/:mentorId',
  summary: 'Change a mentor; what is left out stays',
  params: mentorId,
  body: z.strictObject({
    name: personName.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    accepts: accepts.optional(),
    activeFrom: day.optional(),
    trainedOn: day.nullable().optional(),
    ...facts,
    version,
  }),
  answer: mentor,
  refuses: ['edit.stale'],
});

export const endMentor = operation({
  ...write,
  id: 'endMentor',
  method: 'put',
  path: '/mentors/:mentorId/end',
  summary: 'Say from which day a mentor is no longer one',
  params: mentorId,
  body: z.strictObject({ activeUntil: day, version }),
  answer: mentor,
  refuses: ['edit.stale'],
});
