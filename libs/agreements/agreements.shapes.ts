import { z } from 'zod';
import { version, warnings } from '#companies';
import { day } from '#platform';
import { mentor } from '#mentors';
import { agreementStates } from './state.rules.js';

export const model = z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']);
export const text = (max: number) => z.string().max(max).nullable();
export const words = (max: number) => z.string().trim().min(1).max(max);
export const days = z.number().int().min(0).max(365).nullable();
export const minutesPerWeek = z.number().int().min(30).max(2220);
export const considerationIds = z.array(z.uuid()).max(30);
export const cluster = z.strictObject({ name: words(200), kind: z.enum(['geographic', 'administrative']) });
export const pooling = z.enum(['pooled', 'per_workplace']);
export const members = z.array(z.strictObject({ workplaceId: z.uuid(), slotCap: z.number().int().min(1).max(100).nullable().optional() })).max(200);
export const mentorIds = z.array(z.uuid()).max(100);
export const state = z.enum(agreementStates);

export const writtenSlot = z.strictObject({
  workplaceId: z.uuid(),
  tasks: words(1000),
  minutesPerWeek,
  pathToHours: words(1000),
  considerationIds: considerationIds.optional(),
  startsOn: day.optional(),
  endsOn: day.nullable().optional(),
  count: z.number().int().min(1).max(20).optional(),
});
export const slots = z.array(writtenSlot).max(50);

export const slot = z.object({
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
  freeUntil: day.nullable().describe('First day it is in the pool no longer'),
  outlook: z.enum(['taken', 'paused', 'full', 'over', 'later']).nullable().describe('What follows on freeUntil, within 13 weeks; later: not free for a week before freeFrom'),
  openingId: z.uuid().nullable(),
  version,
});

const colleague = z.object({ id: z.uuid(), name: z.string().max(120), email: z.string().max(254), phone: text(20) });
const codes = z.array(z.string().max(40)).max(50);

/** Terms that any model may have: left out, they stay as they are. */
export const written = {
  deputyUserId: z.uuid().nullable().optional(),
  measureTypeCodes: codes.optional(),
  targetGroupCodes: codes.optional(),
  minutesPerWeek: minutesPerWeek.nullable().optional(),
  mentorPayOre: z.number().int().min(1).max(10_000_000).nullable().optional(),
  mentorPayMinutes: z.number().int().min(1).max(2220).nullable().optional(),
  mentorPayFrom: day.nullable().optional(),
  mentorPayUntil: day.nullable().optional(),
  requestsPerMonth: z.number().int().min(1).max(1000).nullable().optional(),
  totalCap: z.number().int().min(1).max(500).nullable().optional(),
  followUpWeeks: z.number().int().min(1).max(52).nullable().optional(),
  followUpPlan: z.string().trim().max(1000).nullable().optional(),
};

const pause = z.object({ id: z.uuid(), from: day, until: day, reason: z.string().max(500), byCompany: z.boolean() });
const acceptance = z.object({
  state: z.enum(['asked', 'changed', 'accepted']),
  number: z.number().int().min(1).max(100_000),
  name: z.string().max(120),
  email: text(254),
  askedAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime().nullable(),
  onBehalfBy: text(120),
  onBehalfReason: text(500),
});
const coming = z.object({ number: z.number().int().min(1).max(100_000), validFrom: day, why: text(500) });

export const agreement = z.object({
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
  contact: colleague.nullable(),
  deputyUserId: z.uuid().nullable(),
  deputy: colleague.nullable(),
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
  measureTypeCodes: codes,
  targetGroupCodes: codes,
  minutesPerWeek: minutesPerWeek.nullable(),
  mentorPayOre: z.number().int().nullable(),
  mentorPayMinutes: z.number().int().nullable(),
  mentorPayFrom: day.nullable(),
  mentorPayUntil: day.nullable(),
  requestsPerMonth: z.number().int().nullable(),
  totalCap: z.number().int().nullable(),
  followUpWeeks: z.number().int().nullable(),
  followUpPlan: text(1000),
  pauses: z.array(pause).max(100),
  versionNumber: z.number().int().min(1).max(100_000).nullable(),
  coming: coming.nullable(),
  changing: z.boolean(),
  acceptance: acceptance.nullable(),
  match: z.object({ placementId: z.uuid(), from: day, until: day }).nullable().describe('The placement a match-driven agreement is about'),
  workplaces: z
    .array(z.object({ workplaceId: z.uuid(), companyId: z.uuid(), company: z.string().max(200), workplace: z.string().max(200), town: text(100), slotCap: z.number().int().nullable() }))
    .max(200),
  mentors: z.array(mentor).max(100),
  slots: z.array(slot).max(500),
  room: z.object({ left: z.int(), fullFrom: day.nullable() }).nullable().describe('What a cap over all the places leaves today, and from which day within 13 weeks it is full'),
  missing: warnings,
  warnings,
  version,
});

/** What may be changed of an agreement, now or from a date; what is left out stays. */
export const changedTerms = z.strictObject({
  title: words(200).optional(),
  contactUserId: z.uuid().nullable().optional(),
  endsOn: day.nullable().optional(),
  terms: z.string().trim().max(4000).nullable().optional(),
  ...written,
  callNoticeDays: days.optional(),
  answerDays: days.optional(),
  refill: z.boolean().optional(),
  coordinatorUserId: z.uuid().nullable().optional(),
  coordinatorMentorId: z.uuid().nullable().optional(),
  workplaces: members.optional(),
  mentorIds: mentorIds.optional(),
});
