import { z } from 'zod';
import { day, operation } from '#platform';
import { courseId, made, minutes, name, ramp, read, refusesChange, text, write } from './course.shapes.js';

const pen = z.enum(['citizen', 'consultant', 'caseworker']).describe('Who holds the pen');
const party = z.enum(['citizen', 'company', 'organisation']);
const topics = { goal: text(1000), purpose: text(1000), tasks: text(1000), attendance: text(500) };
const person = z.string().max(120).nullable();

const workAgreement = z.object({
  id: z.uuid(),
  number: z.int(),
  placementId: z.uuid(),
  companyName: name,
  workplaceName: name,
  from: day,
  until: day,
  minutesPerWeek: minutes,
  hours: ramp,
  pen,
  responsible: z.string().max(120),
  responsiblePhone: z.string().max(20).nullable(),
  ...topics,
  mentorName: person,
  mentorTasks: z.string().max(1000).nullable(),
  milestones: z.array(z.object({ milestone: z.string().max(300), dueOn: day.nullable(), paidHours: z.boolean() })).max(20),
  signatures: z.array(z.object({ party, signedOn: day, onBehalfReason: z.string().max(500).nullable(), by: person })).max(3),
  writtenOn: day,
});

export const listWorkAgreements = operation({
  ...read,
  id: 'listWorkAgreements',
  method: 'get',
  path: '/courses/:courseId/work-agreements',
  summary: 'Every version of a course\'s work agreement, newest first',
  params: courseId,
  answer: z.object({ items: z.array(workAgreement).max(100) }),
});

export const writeWorkAgreement = operation({
  ...write,
  id: 'writeWorkAgreement',
  method: 'post',
  path: '/courses/:courseId/work-agreements',
  summary: 'Write the next version of the work agreement: four topics, the fourth exactly when there is a mentor',
  params: courseId,
  body: z.strictObject({
    placementId: z.uuid(),
    pen,
    ...topics,
    mentorTasks: text(1000).optional(),
    milestones: z
      .array(z.strictObject({ milestone: text(300), dueOn: day.optional(), paidHours: z.boolean() }))
      .min(1)
      .max(20)
      .describe('At least one about paid hours'),
  }),
  answer: z.object({ id: z.uuid(), number: z.int() }),
  status: 201,
  refuses: [...refusesChange, 'placement.over'],
});

export const signWorkAgreement = operation({
  ...write,
  id: 'signWorkAgreement',
  method: 'post',
  path: '/courses/:courseId/work-agreements/:workAgreementId/signatures',
  summary: 'A party signs the newest version, or it is accepted on the party\'s behalf with a reason',
  params: z.strictObject({ courseId: z.uuid(), workAgreementId: z.uuid() }),
  body: z.strictObject({ party, signedOn: day, onBehalfReason: text(500).optional() }),
  answer: made,
  status: 201,
  refuses: [...refusesChange, 'work-agreement.superseded', 'work-agreement.signed'],
});
