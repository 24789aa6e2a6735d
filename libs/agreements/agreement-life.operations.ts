import { z } from 'zod';
import { email, personName, version } from '#companies';
import { day, operation } from '#platform';
import { agreement, changedTerms, cluster, considerationIds, days, members, mentorIds, minutesPerWeek, model, pooling, slots, text, words } from './agreements.shapes.js';

const read = { tag: 'Agreements', permission: 'agreements.read' } as const;
const write = { tag: 'Agreements', permission: 'agreements.write' } as const;
const agreementId = z.strictObject({ agreementId: z.uuid() });
const number = z.number().int().min(1).max(100_000);

const versionRow = {
  number,
  validFrom: day,
  state: z.enum(['in-force', 'past', 'coming', 'withdrawn', 'replaced', 'sent']),
  why: text(500),
  writtenAt: z.iso.datetime(),
  writtenBy: text(120),
  withdrawnReason: text(500),
  acceptedAt: z.iso.datetime().nullable(),
  acceptedBy: text(120),
  onBehalfReason: text(500),
};
/** A version's content and differences are what AgreementContent says; kept as they were written, they are not narrowed here. */
const kept = z.record(z.string().max(60), z.unknown());

export const listVersions = operation({
  ...read,
  id: 'listAgreementVersions',
  method: 'get',
  path: '/agreements/:agreementId/versions',
  summary: 'Every version of an agreement, newest first: from when, by whom, why, and whether the company accepted it',
  params: agreementId,
  answer: z.object({ items: z.array(z.object(versionRow)).max(200) }),
});

export const readVersion = operation({
  ...read,
  id: 'readAgreementVersion',
  method: 'get',
  path: '/agreements/:agreementId/versions/:number',
  summary: 'A version as it read, and what it changed',
  params: z.strictObject({ agreementId: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) }),
  answer: z.object({ ...versionRow, content: kept, before: kept.nullable(), difference: kept.nullable() }),
});

const conversion = z.strictObject({
  to: model,
  companyId: z.uuid().optional(),
  cluster: cluster.optional(),
  slotPooling: pooling.optional(),
  coordinatorUserId: z.uuid().nullable().optional(),
  coordinatorMentorId: z.uuid().nullable().optional(),
  refill: z.boolean().optional(),
  callNoticeDays: days.optional(),
  answerDays: days.optional(),
  bornOfReservationId: z.uuid().optional(),
  workplaces: members.optional(),
  mentorIds: mentorIds.optional(),
  slots: slots.optional(),
});
const slotFacts = z.strictObject({ tasks: words(1000).optional(), minutesPerWeek: minutesPerWeek.optional(), pathToHours: words(1000).optional(), considerationIds: considerationIds.optional() });
const slotId = z.uuid();
const step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('terms'), change: changedTerms }),
  z.strictObject({ do: z.literal('add-slots'), slots: slots.min(1) }),
  z.strictObject({ do: z.literal('change-slot'), slotId, change: slotFacts }),
  z.strictObject({ do: z.literal('close-slot'), slotId }),
  z.strictObject({ do: z.literal('move-slot'), slotId, workplaceId: z.uuid() }),
  z.strictObject({ do: z.literal('convert'), conversion }),
]);

export const planChange = operation({
  ...write,
  id: 'changeAgreementFrom',
  method: 'post',
  path: '/agreements/:agreementId/versions',
  summary: 'Change an agreement in force from a day, today or later; the new version is kept with its reason',
  params: agreementId,
  body: z.strictObject({ from: day, why: words(500), steps: z.array(step).min(1).max(50) }),
  answer: agreement,
  status: 201,
  refuses: ['agreement.not-in-force', 'agreement.ended', 'agreement.change-coming', 'agreement.has-placements', 'agreement.total-below-taken', 'agreement.same-model'],
});

export const withdrawChange = operation({
  ...write,
  id: 'withdrawComingVersion',
  method: 'put',
  path: '/agreements/:agreementId/coming-version/withdrawal',
  summary: 'Take a coming version back before its day',
  params: agreementId,
  body: z.strictObject({ reason: words(500) }),
  answer: agreement,
  refuses: ['agreement.nothing-coming', 'agreement.has-placements', 'agreement.has-reservations', 'slot.has-placements', 'slot.has-reservations'],
});

export const convertAgreement = operation({
  ...write,
  id: 'convertAgreement',
  method: 'put',
  path: '/agreements/:agreementId/model',
  summary: 'Make an agreement one of another model from today; its history stays',
  params: agreementId,
  body: conversion.extend({ why: words(500), version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.ended', 'agreement.same-model', 'agreement.needs-match', 'agreement.needs-mentor', 'agreement.needs-slot', 'agreement.needs-two-workplaces', 'agreement.needs-coordinator', 'agreement.needs-pooling', 'agreement.has-placements'],
});

export const pauseAgreement = operation({
  ...write,
  id: 'pauseAgreement',
  method: 'post',
  path: '/agreements/:agreementId/pauses',
  summary: 'Pause an agreement for some days (half-open): its places leave the pool and come back',
  params: agreementId,
  body: z.strictObject({ from: day, until: day, reason: words(500) }),
  answer: agreement,
  status: 201,
  refuses: ['agreement.not-in-force', 'agreement.ended', 'agreement.pause-overlap', 'agreement.nothing-to-pause'],
});

export const endPause = operation({
  ...write,
  id: 'endAgreementPause',
  method: 'put',
  path: '/agreements/:agreementId/pauses/:pauseId/end',
  summary: 'End a pause before its time; one that has not begun never does',
  params: z.strictObject({ agreementId: z.uuid(), pauseId: z.uuid() }),
  body: z.strictObject({ on: day }),
  answer: agreement,
  refuses: ['agreement.pause-over', 'agreement.ended'],
});

export const renewAgreement = operation({
  ...write,
  id: 'renewAgreement',
  method: 'put',
  path: '/agreements/:agreementId/renewal',
  summary: 'Let an agreement go on to a later end, or without one',
  params: agreementId,
  body: z.strictObject({ endsOn: day.nullable(), why: words(500), version }),
  answer: agreement,
  refuses: ['edit.stale', 'agreement.not-in-force', 'agreement.ended', 'agreement.end-coming'],
});

export const readMonthRequests = operation({
  ...read,
  id: 'readMonthRequests',
  method: 'get',
  path: '/companies/:companyId/requests-this-month',
  summary: "Requests made to a company this calendar month, beside the company's own limit",
  params: z.strictObject({ companyId: z.uuid() }),
  answer: z.object({ asked: z.number().int().min(0).max(1_000_000), limit: z.number().int().nullable() }),
});

const versionMeant = number.optional().describe('The version meant; refused when it is another by now');

export const askAcceptance = operation({
  ...write,
  id: 'askAgreementAcceptance',
  method: 'post',
  path: '/agreements/:agreementId/acceptance-requests',
  summary: 'Mail the company a link to accept the agreement as it reads now',
  params: agreementId,
  body: z.strictObject({ name: personName, email, number: versionMeant }),
  answer: agreement,
  status: 201,
  refuses: ['agreement.ended', 'agreement.other-version', 'agreement.needs-mentor', 'agreement.needs-slot', 'agreement.needs-two-workplaces', 'agreement.needs-coordinator'],
});

export const acceptForCompany = operation({
  ...write,
  id: 'acceptAgreementForCompany',
  method: 'put',
  path: '/agreements/:agreementId/acceptance',
  summary: "Write down the company's yes on its behalf, with the reason",
  params: agreementId,
  body: z.strictObject({ name: personName, reason: words(500), number: versionMeant }),
  answer: agreement,
  refuses: ['agreement.ended', 'agreement.other-version', 'agreement.needs-mentor', 'agreement.needs-slot', 'agreement.needs-two-workplaces', 'agreement.needs-coordinator'],
});
