import { z } from 'zod';
import { day, email, personName, phone, version } from '#companies';
import { operation } from '#platform';

const read = { tag: 'Mentors', permission: 'mentors.read' } as const;
const write = { tag: 'Mentors', permission: 'mentors.write' } as const;
const accepts = z.number().int().min(0).max(20);
const workplaceId = z.strictObject({ workplaceId: z.uuid() });
const mentorId = z.strictObject({ mentorId: z.uuid() });

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
  trainees: z.number().int().min(0).max(10_000),
  version,
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
    headroom: z.number().int().min(-10_000).max(20_000),
    untrained: z.number().int().min(0).max(1000),
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
