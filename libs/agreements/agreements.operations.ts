import { z } from 'zod';
import { day, version, warnings } from '#companies';
import { mentor } from '#mentors';
import { operation, pageOf, pageQuery } from '#platform';

const read = { tag: 'Agreements', permission: 'agreements.read' } as const;
const write = { tag: 'Agreements', permission: 'agreements.write' } as const;
const agreementId = z.strictObject({ agreementId: z.uuid() });
const slotId = z.strictObject({ slotId: z.uuid() });
const model = z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']);
const text = (max: number) => z.string().max(max).nullable();
const words = (max: number) => z.string().trim().min(1).max(max);
const days = z.number().int().min(0).max(365).nullable();
const minutesPerWeek = z.number().int().min(30).max(2220);
const considerationIds = z.array(z.uuid()).max(30);
const cluster = z.strictObject({ name: words(200), kind: z.enum(['geographic', 'administrative']) });
const pooling = z.enum(['pooled', 'per_workplace']);
const members = z.array(z.strictObject({ workplaceId: z.uuid(), slotCap: z.number().int().min(1).max(100).nullable().optional() })).max(200);
const mentorIds = z.array(z.uuid()).max(100);
const state = z.enum(['draft', 'active', 'ended']);

const writtenSlot = z.strictObject({
  workplaceId: z.uuid(),
  tasks: words(1000),
  minutesPerWeek,
  pathToHours: words(1000),
  considerationIds: considerationIds.optional(),
  startsOn: day.optional(),
  endsOn: day.nullable().optional(),
  count: z.number().int().min(1).max(20).optional(),
});
const slots = z.array(writtenSlot).max(50);

const slot = z.object({
  id: z.uuid(),
  agreementId: z.uuid(),
  workplaceId: z.uuid(),
  workplace: z.string().max(200),
  number: z.number().int().min(1).max(100_000),
  tasks: z.string().max(1000),
  minutesPerWeek,
  considerationIds,
  pathToHours: z.string().max(1000),
  startsOn: day,
  endsOn: day.nullable(),
  state: z.enum(['occupied', 'reserved', 'idle', 'coming', 'ended']),
  occupiedUntil: day.nullable(),
  freeFrom: day.nullable(),
  openingId: z.uuid().nullable(),
  version,
});

const agreement = z.object({
  id: z.uuid(),
  model,
  title: z.string().max(200),
  state,
  callable: z.boolean(),
  companyId: z.uuid().nullable(),
  company: text(200),
  clusterId: z.uuid().nullable(),
  cluster: z.object({ id: z.uuid(), name: z.string().max(200), kind: z.enum(['geographic', 'administrative']) }).nullable(),
  contactUserId: z.uuid().nullable(),
  contact: z.object({ id: z.uuid(), name: z.string().max(120), email: z.string().max(254), phone: text(20) }).nullable(),
  startsOn: day,
  endsOn: day.nullable(),
  terms: text(4000),
  callNoticeDays: days,
  answerDays: days,
  refill: z.boolean(),
  slotPooling: pooling.nullable(),
  coordinatorUserId: z.uuid().nullable(),
  coordinatorMentorId: z.uuid().nullable(),
  coordinator: z.object({ id: z.uuid(), name: z.string().max(120), kind: z.enum(['user', 'mentor']) }).nullable(),
  bornOfReservationId: z.uuid().nullable(),
  activatedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endReason: text(500),
  workplaces: z
    .array(z.object({ workplaceId: z.uuid(), companyId: z.uuid(), company: z.string().max(200), workplace: z.string().max(200), town: text(100), slotCap: z.number().int().nullable() }))
    .max(200),
  mentors: z.array(mentor).max(100),
  slots: z.array(slot).max(500),
  missing: warnings,
  warnings,
  version,
});

export const listAgreements = operation({
  ...read,
  id: 'listAgreements',
  method: 'get',
  path: '/agreements',
  summary: 'Agreements, newest first',
  query: z.strictObject({ ...pageQuery, companyId: z.uuid().optional(), model: model.optional(), state: state.optional(), contactUserId: z.uuid().optional() }),
  answer: pageOf(
    z.object({
      id: z.uuid(),
      model,
      title: z.string().max(200),
      state,
      companyId: z.uuid().nullable(),
      party: z.string().max(200),
      contact: text(120),
      startsOn: day,
      endsOn: day.nullable(),
      slots: z.number().int().min(0).max(100_000),
      idle: z.number().int().min(0).max(100_000),
    }),
  ),
});

export const readAgreement = operation({
  ...read,
  id: 'readAgreement',
  method: 'get',
  path: '/agreements/:agreementId',
  summary: 'An agreement with workplaces, mentors, slots, what it lacks and what to mind',
  params: agreementId,
  answer: agreement,
});

export const readAgreementHistory = operation({
  ...read,
  id: 'readAgreementHistory',
  method: 'get',
  path: '/agreements/:agreementId/history',
  summary: 'What has happened to an agreement and its slots, newest first',
  params: agreementId,
  query: z.strictObject(pageQuery),
  answer: pageOf(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      action: z.string().max(60),
      subject: z.string().max(40),
      subjectId: z.uuid(),
      actor: text(120),
      actorKind: z.enum(['user', 'mentor', 'system']),
      workplaceId: z.uuid().nullable(),
      before: z.record(z.string().max(60), z.unknown()).nullable(),
      after: z.record(z.string().max(60), z.unknown()).nullable(),
    }),
  ),
});

export const createAgreement = operation({
  ...write,
  id: 'createAgreement',
  method: 'post',
  path: '/agreements',
  summary: "Write an agreement's draft in one of the four models",
  body: z
    .strictObject({
      model,
      title: words(200).optional(),
      companyId: z.uuid().nullable().optional(),
      cluster: cluster.nullable().optional(),
      workplaces: members,
      mentorIds: mentorIds.optional(),
      contactUserId: z.uuid().nullable().optional(),
      startsOn: day.optional(),
      endsOn: day.nullable().optional(),
      terms: z.string().trim().max(4000).nullable().optional(),
      callNoticeDays: days.optional(),
      answerDays: days.optional(),
      refill: z.boolean().optional(),
      slotPooling: pooling.optional(),
      coordinatorUserId: z.uuid().nullable().optional(),
      coordinatorMentorId: z.uuid().nullable().optional(),
      bornOfReservationId: z.uuid().nullable().optional(),
      slots: slots.optional(),
    })
    .meta({
      examples: [
        {
          model: 'fixed_slots',
          companyId: '018f0000-0000-7000-8000-000000000002',
          workplaces: [{ workplaceId: '018f0000-0000-7000-8000-000000000001' }],
          startsOn: '2027-01-01',
          slots: [{ workplaceId: '018f0000-0000-7000-8000-000000000001', tasks: 'Pakke brød', minutesPerWeek: 900, pathToHours: 'To løntimer om ugen fra uge 6', count: 2 }],
        },
      ],
    }),
  answer: agreement,
  status: 201,
  refuses: [
    'workplace.closed',
    'agreement.needs-workplace',
    'agreement.needs-match',
    'agreement.needs-contact-person',
    'agreement.needs-pooling',
    'agreement.match-used',
    'agreement.promises-no-slots',
    'agreement.workplace-full',
  ],
});

export const activateAgreement = operation({
  ...write,
  id: 'activateAgreement',
  method: 'put',
  path: '/agreements/:agreementId/activation',
  summary: 'Make an agreement count; its slots stand in the pool from then on',
  params: agreementId,
  answer: agreement,
  refuses: ['agreement.needs-mentor', 'agreement.needs-slot', 'agreement.needs-two-workplaces', 'agreement.needs-coordinator', 'agreement.ended'],
});

export const changeAgreement = operation({
  ...write,
  id: 'changeAgreement',
  method: 'patch',
  path: '/agreements/:agreementId',
  summary: 'Change an agreement; what is left out stays',
  params: agreementId,
  body: z.strictObject({
    title: words(200).optional(),
    contactUserId: z.uuid().nullable().optional(),
    endsOn: day.nullable().optional(),
    terms: z.string().trim().max(4000).nullable().optional(),
    callNoticeDays: days.optional(),
    answerDays: days.optional(),
    refill: z.boolean().optional(),
    coordinatorUserId: z.uuid().nullable().optional(),
    coordinatorMentorId: z.uuid().nullable().optional(),
    workplaces: members.optional(),
    mentorIds: mentorIds.optional(),
    version,
  }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended', 'agreement.needs-mentor', 'agreement.needs-coordinator', 'agreement.needs-two-workplaces', 'agreement.workplace-has-slots', 'agreement.workplace-full', 'agreement.has-placements', 'agreement.has-reservations'],
});

export const endAgreement = operation({
  ...write,
  id: 'endAgreement',
  method: 'put',
  path: '/agreements/:agreementId/end',
  summary: 'End an agreement and its slots on a day, with a reason',
  params: agreementId,
  body: z.strictObject({ endsOn: day, reason: words(500), version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended', 'agreement.has-placements', 'agreement.has-reservations'],
});

export const addSlots = operation({
  ...write,
  id: 'addSlots',
  method: 'post',
  path: '/agreements/:agreementId/slots',
  summary: 'Add places to an agreement',
  params: agreementId,
  body: z.strictObject({ slots: slots.min(1) }),
  answer: agreement,
  status: 201,
  refuses: ['agreement.ended', 'agreement.promises-no-slots', 'agreement.workplace-full', 'workplace.closed'],
});

export const changeSlot = operation({
  ...write,
  id: 'changeSlot',
  method: 'patch',
  path: '/slots/:slotId',
  summary: 'Change what a slot offers; what is left out stays',
  params: slotId,
  body: z.strictObject({ tasks: words(1000).optional(), minutesPerWeek: minutesPerWeek.optional(), pathToHours: words(1000).optional(), considerationIds: considerationIds.optional(), version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended'],
});

export const closeSlot = operation({
  ...write,
  id: 'closeSlot',
  method: 'put',
  path: '/slots/:slotId/end',
  summary: 'Take a place out of an agreement from a day on',
  params: slotId,
  body: z.strictObject({ endsOn: day, version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended', 'slot.has-placements', 'slot.has-reservations', 'agreement.needs-slot', 'workplace.closed'],
});

export const moveSlot = operation({
  ...write,
  id: 'moveSlot',
  method: 'put',
  path: '/slots/:slotId/workplace',
  summary: 'Move a pooled cluster slot to another member workplace',
  params: slotId,
  body: z.strictObject({ workplaceId: z.uuid(), version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended', 'slot.not-pooled', 'slot.has-placements', 'slot.has-reservations', 'agreement.workplace-full', 'workplace.closed'],
});
