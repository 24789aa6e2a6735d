import { z } from 'zod';
import { version } from '#companies';
import { timelinePage } from '#journal';
import { day, operation, pageOf, pageQuery } from '#platform';
import { agreement, changedTerms, cluster, considerationIds, days, members, mentorIds, minutesPerWeek, model, pooling, slots, state, text, words, written } from './agreements.shapes.js';

const read = { tag: 'Agreements', permission: 'agreements.read' } as const;
const write = { tag: 'Agreements', permission: 'agreements.write' } as const;
const agreementId = z.strictObject({ agreementId: z.uuid() });
const slotId = z.strictObject({ slotId: z.uuid() });

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
  answer: timelinePage,
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
      ...written,
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
    'agreement.needs-follow-up-plan',
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
  refuses: ['agreement.needs-mentor', 'agreement.needs-slot', 'agreement.needs-two-workplaces', 'agreement.needs-coordinator', 'agreement.needs-contact-person', 'agreement.needs-follow-up-plan', 'agreement.ended'],
});

export const changeAgreement = operation({
  ...write,
  id: 'changeAgreement',
  method: 'patch',
  path: '/agreements/:agreementId',
  summary: 'Change an agreement; what is left out stays',
  params: agreementId,
  body: changedTerms.extend({ startsOn: day.optional().describe('Of a draft only'), version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended', 'agreement.end-coming', 'agreement.needs-mentor', 'agreement.needs-coordinator', 'agreement.needs-two-workplaces', 'agreement.workplace-has-slots', 'agreement.workplace-has-trainees', 'agreement.workplace-full', 'agreement.has-placements', 'agreement.has-reservations', 'agreement.total-below-taken'],
});

export const endAgreement = operation({
  ...write,
  id: 'endAgreement',
  method: 'put',
  path: '/agreements/:agreementId/end',
  summary: 'End an agreement and its slots on a day, with a reason; a coming change of it is withdrawn',
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
