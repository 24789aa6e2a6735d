import { z } from 'zod';
import { day, holdsCpr, operation } from '#platform';
import { idParam, instant, minutes, name, text } from './openings.operations.js';

const tag = 'Reservations';
/** The case system's reference: letters, digits and a few signs, never a CPR number. */
const citizenRef = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/#:-]{0,39}$/u)
  .max(40)
  .refine((value) => !holdsCpr(value), 'fault.cpr')
  .describe("The citizen's reference in the case system: no name, no CPR number");

export const reserveOpening = operation({
  id: 'reserveOpening',
  method: 'post',
  path: '/openings/:id/reservations',
  summary: 'Reserve a place for a citizen: first, or in the queue',
  permission: 'reservations.write',
  aboutCitizen: true,
  tag,
  params: idParam,
  body: z
    .strictObject({
      citizenRef,
      targetGroup: z.string().min(1).max(40).describe('Code of a target group in force'),
      reason: text(500).describe('Why this citizen, for the colleagues in the queue: what the work gives, no diagnosis'),
      from: day.optional().describe('First day; the first day the place is free unless said'),
      until: day.optional().describe('First day after; 13 weeks later unless said'),
      minutesPerWeek: minutes.optional(),
      measureType: z.string().min(1).max(40).optional(),
      queue: z.boolean().optional().describe('false: refuse with opening.taken instead of joining the queue'),
    })
    .meta({ examples: [{ citizenRef: 'SAG-2026-117', targetGroup: 'LAB6-03', reason: 'Har arbejdet i køkken og vil gerne tilbage', from: '2026-12-01', minutesPerWeek: 720 }] }),
  answer: z.object({
    id: z.uuid(),
    openingId: z.uuid(),
    workplaceId: z.uuid(),
    companyId: z.uuid(),
    position: z.int().min(0).describe('0: first; otherwise the number in the queue'),
    expiresAt: instant,
    from: day,
    until: day,
    minutesPerWeek: minutes,
    measureType: z.string().max(40),
    warnings: z
      .array(z.enum(['reservation.cap-reached', 'reservation.no-mentor', 'reservation.other-target-group']))
      .max(3)
      .describe('cap-reached: the agreement holds no more at the workplace in those days, so that a yes would be refused; no-mentor: nobody is mentor there on the first day; other-target-group: the citizen is in another on the first day'),
    version: z.int(),
  }),
  status: 201,
  refuses: ['opening.taken', 'opening.not-in-pool', 'reservation.outside-opening', 'reservation.already-reserved', 'reservation.citizen-of-others', 'citizen.exists-away', 'citizen.away', 'citizen.leaving'],
});

const view = z.object({
  id: z.uuid(),
  openingId: z.uuid(),
  companyName: name,
  workplaceName: name,
  tasks: z.string().max(1000),
  citizenRef: z.string().max(40).nullable().describe('Only for the one who reserved'),
  targetGroup: z.string().max(40),
  targetGroupName: z.string().max(200),
  reason: z.string().max(500),
  from: day,
  until: day,
  minutesPerWeek: minutes,
  measureType: z.string().max(40),
  state: z.enum(['first', 'queued', 'accepted', 'declined', 'withdrawn', 'expired']),
  position: z.int().min(0).nullable(),
  mine: z.boolean(),
  reservedByName: z.string().max(120),
  createdAt: instant,
  expiresAt: instant,
  callbackAt: instant.nullable(),
  endedAt: instant.nullable(),
  endReason: z.string().max(500).nullable(),
  mentorAsked: z.boolean(),
  mentorId: z.uuid().nullable(),
  mentorName: z.string().max(120).nullable().describe('Who was asked by mail'),
  mentorPhone: z.string().max(20).nullable(),
  agreement: z.object({ contactUserId: z.uuid(), followUpWeeks: z.int(), followUpPlan: z.string().max(1000) }).nullable().describe('The match-driven agreement that is born with the yes'),
  version: z.int(),
});

export const listReservations = operation({
  id: 'listReservations',
  method: 'get',
  path: '/reservations',
  summary: "Reservations, newest first; of one opening, the asker's own, or only live ones",
  permission: 'reservations.read',
  tag,
  query: z.strictObject({
    opening: z.uuid().optional(),
    mine: z.stringbool().optional(),
    live: z.stringbool().optional(),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  answer: z.object({ items: z.array(view).max(100), next: z.uuid().nullable() }),
});

export const readReservation = operation({
  id: 'readReservation',
  method: 'get',
  path: '/reservations/:id',
  summary: 'One reservation',
  permission: 'reservations.read',
  tag,
  params: idParam,
  answer: view,
});

export const withdrawReservation = operation({
  id: 'withdrawReservation',
  method: 'post',
  path: '/reservations/:id/withdrawal',
  summary: 'Take a reservation back; the next in the queue moves up',
  permission: 'reservations.write',
  aboutCitizen: true,
  tag,
  params: idParam,
  body: z.strictObject({ reason: text(500).optional().describe("Must be said by a manager who takes back a colleague's: it is in the mail that tells") }),
  status: 204,
  refuses: ['reservation.ended', 'reservation.not-yours'],
});
