import { z } from 'zod';
import { day, operation } from '#platform';

const read = { tag: 'Visits', permission: 'visits.read' } as const;
const write = { tag: 'Visits', permission: 'visits.write', aboutCitizen: true } as const;
const instant = z.iso.datetime({ offset: true });
const version = z.number().int().min(1).max(2_147_483_647);
const text = (max: number) => z.string().trim().min(1).max(max);
const kind = z.enum(['taster', 'coffee']);
const outcome = z.enum(['match', 'no_match', 'other_slot']);
const number = z.number().int().min(1).max(3);
const name = z.string().max(200);
const time = z.object({ number, startsAt: instant, day });
const minutes = z.number().int().min(15).max(480);
const citizenParam = z.strictObject({ citizenId: z.uuid() });
const visitParam = z.strictObject({ visitId: z.uuid() });
const token = z.strictObject({ token: z.string().min(1).max(200) });

export const visit = z.object({
  id: z.uuid(),
  kind,
  state: z.enum(['proposed', 'none_fits', 'late', 'agreed', 'held', 'done', 'cancelled']),
  citizenId: z.uuid(),
  companyId: z.uuid(),
  companyName: name,
  workplaceId: z.uuid(),
  workplaceName: name,
  openingId: z.uuid().nullable(),
  tasks: z.string().max(1000).nullable(),
  reservationId: z.uuid().nullable(),
  heldUntil: instant.nullable().describe('Until when the place is held; others can only queue'),
  arrangedBy: z.uuid(),
  arrangedByName: z.string().max(120),
  contactName: z.string().max(120).nullable(),
  contactEmail: z.string().max(254).nullable(),
  place: z.string().max(200).nullable(),
  note: z.string().max(500).nullable(),
  minutes,
  times: z.array(time).max(3),
  chosen: number.nullable(),
  startsAt: instant.nullable(),
  noneFitsAt: instant.nullable(),
  noneFitsNote: z.string().max(500).nullable(),
  outcome: outcome.nullable(),
  outcomeReason: z.string().max(500).nullable(),
  outcomeAt: instant.nullable(),
  nextOpeningId: z.uuid().nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().max(500).nullable(),
  version,
});

export const listVisits = operation({
  ...read,
  id: 'listVisits',
  method: 'get',
  path: '/citizens/:citizenId/visits',
  summary: "A citizen's taster visits and coffee meetings, newest first",
  params: citizenParam,
  answer: z.object({ items: z.array(visit).max(100) }),
});

export const proposeVisit = operation({
  ...write,
  id: 'proposeVisit',
  method: 'post',
  path: '/citizens/:citizenId/visits',
  summary: 'Propose up to three times to a company; a coffee meeting holds its place until two days after',
  params: citizenParam,
  body: z.strictObject({
    kind,
    openingId: z.uuid().optional().describe('The place in the pool a coffee meeting is about'),
    workplaceId: z.uuid().optional().describe('Where a taster visit is'),
    times: z
      .array(z.strictObject({ day, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'fault.clock').max(5).describe("'HH:MM', Danish time") }))
      .min(1, 'fault.visit.times')
      .max(3),
    minutes: minutes.optional(),
    contactName: text(120).optional(),
    contactEmail: z.email().max(254).optional().describe('Where the link goes; without one the time is agreed by telephone'),
    place: text(200).optional(),
    note: text(500).optional().describe('For the company; nothing about the citizen but what the visit needs'),
    reason: text(500).optional().describe("For colleagues in the place's queue"),
  }),
  answer: visit,
  status: 201,
  refuses: ['citizen.look-only', 'citizen.leaving', 'visit.already-planned', 'opening.taken', 'opening.not-in-pool', 'reservation.outside-opening'],
});

export const chooseVisitTime = operation({
  ...write,
  id: 'chooseVisitTime',
  method: 'post',
  path: '/visits/:visitId/time',
  summary: 'Write down the time agreed by telephone',
  params: visitParam,
  body: z.strictObject({ number, version }),
  answer: visit,
  status: 200,
  refuses: ['edit.stale', 'visit.over', 'visit.time-past', 'visit.time-unknown'],
});

export const recordVisitOutcome = operation({
  ...write,
  id: 'recordVisitOutcome',
  method: 'post',
  path: '/visits/:visitId/outcome',
  summary: 'Match, no match, or another place; with a reason',
  params: visitParam,
  body: z.strictObject({ outcome, reason: text(500).optional(), openingId: z.uuid().optional().describe('The other place'), version }),
  answer: visit,
  status: 200,
  refuses: ['edit.stale', 'visit.over', 'visit.not-held', 'visit.hold-lapsed', 'citizen.leaving'],
});

export const cancelVisit = operation({
  ...write,
  id: 'cancelVisit',
  method: 'post',
  path: '/visits/:visitId/cancellation',
  summary: 'Cancel a visit; a place held for it is let go',
  params: visitParam,
  body: z.strictObject({ reason: text(500), version }),
  answer: visit,
  status: 200,
  refuses: ['edit.stale', 'visit.over'],
});

const byLink = { tag: 'Visits', permission: 'public', params: token } as const;

export const readVisitTimes = operation({
  ...byLink,
  id: 'readVisitTimes',
  method: 'get',
  path: '/visit-times/:token',
  summary: 'What a link shows the company: the times proposed, or what was agreed',
  answer: z.object({
    state: z.enum(['open', 'agreed', 'none-fits', 'late', 'over', 'expired', 'renewed']),
    request: z
      .object({
        kind,
        contactName: z.string().max(120).nullable(),
        workplaceName: name,
        tasks: z.string().max(1000).nullable(),
        place: z.string().max(200).nullable(),
        note: z.string().max(500).nullable(),
        minutes,
        times: z.array(time).max(3),
        startsAt: instant.nullable(),
        staffName: z.string().max(120),
        staffPhone: z.string().max(20).nullable(),
        staffEmail: z.string().max(254),
        organisationName: name,
      })
      .nullable(),
    linkExpiresAt: instant,
  }),
  refuses: ['visit-link.unknown'],
});

export const answerVisitTimes = operation({
  ...byLink,
  id: 'answerVisitTimes',
  method: 'post',
  path: '/visit-times/:token',
  summary: 'Choose one of the times, or say that none fits',
  body: z.strictObject({ number: number.optional(), note: text(500).optional() }),
  answer: z.object({ chosen: number.nullable() }),
  status: 200,
  refuses: ['visit-link.unknown', 'visit-link.agreed', 'visit-link.none-fits', 'visit-link.late', 'visit-link.over', 'visit-link.expired', 'visit-link.renewed', 'visit.time-past'],
});

export const renewVisitLink = operation({
  ...byLink,
  id: 'renewVisitLink',
  method: 'post',
  path: '/visit-times/:token/renewal',
  summary: 'From an expired link: a new one is mailed to the same address',
  status: 202,
  refuses: ['visit-link.unknown', 'visit-link.not-expired'],
});
