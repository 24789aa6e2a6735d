import { z } from 'zod';
import { day, operation } from '#platform';

const agreement = z.strictObject({ agreementId: z.uuid() });
const note = z.string().trim().min(1).max(500);
const answers = z.enum(['good', 'changed', 'ended']);

const offer = z.object({
  askOn: day.nullable().describe('When it is asked about next; empty: not (another model, not in force, or ended)'),
  calls: z.int().describe('Matches on its places in the last year'),
  yes: z.int(),
  answers: z.array(z.object({ id: z.uuid(), answer: answers, note: z.string().max(500).nullable(), answeredOn: day, byName: z.string().max(120).nullable() })).max(20),
});

export const readOffer = operation({
  id: 'readOffer',
  method: 'get',
  path: '/agreements/:agreementId/offer',
  summary: 'How the offer of a standing agreement stands: when it is asked about, how often it was called, what was said',
  permission: 'agreements.read',
  tag: 'Agreements',
  params: agreement,
  answer: offer,
});

export const answerOffer = operation({
  id: 'answerOffer',
  method: 'post',
  path: '/agreements/:agreementId/offer-answers',
  summary: 'Write down what the company said: still good, changed, or ended. The next question is set; with ended, free places leave the pool today, the others close when the last on them ends, and the agreement with the last of them',
  permission: 'agreements.write',
  tag: 'Agreements',
  params: agreement,
  body: z.strictObject({ answer: answers, note: note.optional() }),
  answer: offer,
  status: 201,
  refuses: ['offer.not-standing', 'slot.has-placements', 'slot.has-reservations'],
});

export const thankCompany = operation({
  id: 'thankCompany',
  method: 'post',
  path: '/agreements/:agreementId/thanks',
  summary: 'After a match: the company was thanked, the agreement stays',
  permission: 'agreements.write',
  tag: 'Agreements',
  params: agreement,
  body: z.strictObject({ note: note.optional() }),
  status: 204,
  refuses: ['match.not-driven'],
});

const figures = { agreedDays: z.int(), occupiedDays: z.int(), share: z.number().min(0).max(1).nullable().describe('Occupied / agreed slot-days') };

export const readUtilisation = operation({
  id: 'readUtilisation',
  method: 'get',
  path: '/utilisation',
  summary: 'Occupied of agreed slot-days over a period, model 1 and refilled clusters; the least used first. Never models 2 and 3',
  permission: 'capacity.read',
  tag: 'Capacity',
  query: z
    .strictObject({ from: day.optional(), until: day.optional().describe('First day after; today is the last one measured') })
    .refine(({ from, until }) => !from || !until || from < until, { path: ['until'], message: 'fault.agreement.dates' }),
  answer: z.object({
    period: z.object({ from: day, to: day }),
    ...figures,
    items: z
      .array(
        z.object({
          agreementId: z.uuid(),
          title: z.string().max(200),
          model: z.enum(['fixed_slots', 'cluster']),
          companyId: z.uuid().nullable(),
          party: z.string().max(200).describe("The company's or the cluster's name"),
          contactName: z.string().max(120).nullable(),
          ...figures,
          emptyNow: z.int().describe('Places nobody is on, on the last day, as many as a cap over all of them leaves'),
          slots: z.array(z.object({ id: z.uuid(), number: z.int(), vacantDays: z.int(), emptySince: day.nullable() })).max(500),
        }),
      )
      .max(100),
  }),
});
