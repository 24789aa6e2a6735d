import { z } from 'zod';
import { day, operation } from '#platform';
import { tasksOperations } from '#tasks';

const instant = z.iso.datetime({ offset: true });
const name = z.string().max(200);
const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.strictObject({ id: z.uuid() });
const minutes = z.int().describe('Minutes a week');

const matchAgreement = z.strictObject({ contactUserId: z.uuid(), followUpWeeks: z.int().min(1).max(52), followUpPlan: text(1000) });

export const acceptReservation = operation({
  id: 'acceptReservation',
  method: 'post',
  path: '/reservations/:id/acceptance',
  summary: "Write down the company's yes: the placement is made in the same transaction",
  permission: 'placements.write',
  aboutCitizen: true,
  tag: 'Placements',
  params: id,
  body: z.strictObject({
    mentorId: z.uuid().optional(),
    overLimitReason: text(300).optional().describe('Why the mentor gets more than the mentor accepts, or somebody while away'),
    agreement: matchAgreement.optional().describe('On a shared opening: a match-driven agreement (model 3), born in the same transaction; what was planned unless said'),
  }),
  answer: z.object({
    id: z.uuid(),
    reservationId: z.uuid(),
    workplaceId: z.uuid(),
    courseId: z.uuid().describe("The citizen's open course, of which the placement is a segment"),
    mentorId: z.uuid().nullable(),
    from: day,
    until: day,
    warnings: z.array(z.enum(['placement.mentor-full', 'placement.mentor-away', 'placement.no-mentor', 'placement.citizen-elsewhere', 'placement.other-target-group'])).max(4),
    agreementId: z.uuid().nullable().describe('The match-driven agreement that was made of it'),
    version: z.int(),
  }),
  status: 201,
  refuses: [
    'citizen.away',
    'citizen.leaving',
    'reservation.ended',
    'reservation.not-first',
    'reservation.not-yours',
    'agreement.mentor-needed',
    'placement.mentor-unknown',
    'placement.mentor-full',
    'placement.mentor-away',
    'placement.overlap',
    'reservation.outside-opening',
    'opening.not-in-pool',
    'agreement.on-a-slot',
    'agreement.match-used',
  ],
});

export const planMatchAgreement = operation({
  id: 'planMatchAgreement',
  method: 'put',
  path: '/reservations/:id/agreement',
  summary: 'Say what match-driven agreement (model 3) is born with the yes, also when the mentor gives it by the link',
  permission: 'agreements.write',
  tag: 'Placements',
  params: id,
  body: matchAgreement,
  status: 204,
  refuses: ['reservation.ended', 'reservation.not-yours', 'agreement.on-a-slot'],
});

export const declineReservation = operation({
  id: 'declineReservation',
  method: 'post',
  path: '/reservations/:id/decline',
  summary: 'Write down the company\'s "not now" and why; the next in the queue moves up',
  permission: 'placements.write',
  aboutCitizen: true,
  tag: 'Placements',
  params: id,
  body: z.strictObject({ reason: text(500) }),
  status: 204,
  refuses: ['reservation.ended', 'reservation.not-first', 'reservation.not-yours'],
});

export const askMentor = operation({
  id: 'askMentor',
  method: 'post',
  path: '/reservations/:id/mentor-request',
  summary: 'Send the request to a mentor by mail, as when the one who was asked has stopped; the first answer counts',
  permission: 'placements.write',
  aboutCitizen: true,
  tag: 'Placements',
  params: id,
  body: z.strictObject({ mentorId: z.uuid() }),
  status: 204,
  refuses: ['reservation.ended', 'reservation.not-first', 'reservation.not-yours', 'placement.mentor-unknown', 'mentor-link.no-address'],
});

export const placement = z.object({
  id: z.uuid(),
  openingId: z.uuid().nullable(),
  reservationId: z.uuid().nullable(),
  slotId: z.uuid().nullable(),
  companyId: z.uuid(),
  companyName: name,
  workplaceId: z.uuid(),
  workplaceName: name,
  mentorId: z.uuid().nullable(),
  mentorName: z.string().max(120).nullable(),
  citizenRef: z.string().max(40).nullable().describe('Only for the one who reserved'),
  measureType: z.string().max(40),
  minutesPerWeek: minutes,
  from: day,
  until: day,
  plannedEnd: day,
  state: z.enum(['planned', 'running', 'ended', 'stopped', 'cancelled']),
  stopReason: z.string().max(500).nullable(),
  courseId: z.uuid().nullable(),
  continuesId: z.uuid().nullable().describe('The segment this one goes on from after a move'),
  hours: z
    .array(z.object({ from: day, minutesPerWeek: minutes }))
    .max(20)
    .describe('Weekly hours that ramp; empty: minutesPerWeek all along'),
  pauses: z.array(z.object({ id: z.uuid(), from: day, until: day, reason: z.string().max(500) })).max(200),
  version: z.int(),
});

export const listPlacements = operation({
  id: 'listPlacements',
  method: 'get',
  path: '/placements',
  summary: "Placements, newest first; at a workplace, on a slot, the asker's own, or those that cover a day",
  permission: 'placements.read',
  tag: 'Placements',
  query: z.strictObject({
    workplace: z.uuid().optional(),
    slot: z.uuid().optional(),
    mine: z.stringbool().optional(),
    on: day.optional(),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  answer: z.object({ items: z.array(placement).max(100), next: z.uuid().nullable() }),
});

export const readPlacement = operation({
  id: 'readPlacement',
  method: 'get',
  path: '/placements/:id',
  summary: 'One placement',
  permission: 'placements.read',
  tag: 'Placements',
  params: id,
  answer: placement,
});

export const stopPlacement = operation({
  id: 'stopPlacement',
  method: 'post',
  path: '/placements/:id/end',
  summary: 'End a placement early, or cancel one that has not begun; its slot is back in the pool at once',
  permission: 'placements.write',
  aboutCitizen: true,
  tag: 'Placements',
  params: id,
  body: z.strictObject({
    on: day.optional().describe('First day the citizen is no longer there; today unless said, tomorrow for one who came today'),
    reason: text(500),
  }),
  answer: z.object({ id: z.uuid(), from: day, until: day, cancelled: z.boolean(), version: z.int() }),
  status: 201,
  refuses: ['placement.over', 'placement.stop-after-end', 'placement.stop-too-early', 'placement.end-before-start', 'placement.continued'],
});

export const readMyDay = operation({
  id: 'readMyDay',
  method: 'get',
  path: '/my-day',
  summary: 'What needs the asker now: answers, deadlines, holds, slots to refill, starts and ends',
  permission: 'reservations.read',
  tag: 'My day',
  answer: z.object({
    cards: z
      .array(
        z.object({
          kind: z.enum([
            'call-back',
            'reservation-expiring',
            'answer-accepted',
            'answer-declined',
            'hold-ending',
            'placement-starting',
            'placement-ending',
          ]),
          id: z.uuid(),
          openingId: z.uuid().nullable(),
          agreementId: z.uuid().nullable(),
          companyId: z.uuid(),
          companyName: name,
          tasks: z.string().max(1000),
          due: z.union([instant, day]).nullable(),
          note: z.string().max(500).nullable(),
        }),
      )
      .max(200),
    tasks: z.array(tasksOperations.task.extend({ needs: z.object({ waiting: z.int(), goals: z.int() }).nullable().describe("A refill's: in the queue, and citizens whose job goals fit") })).max(50),
    newInPool: z.int(),
  }),
});

const token = z.strictObject({
  token: z
    .string()
    .regex(/^[\w-]{10,100}$/)
    .max(100),
});

export const readMentorRequest = operation({
  id: 'readMentorRequest',
  method: 'get',
  path: '/mentor-requests/:token',
  summary: "What a mentor's link shows: one request, nothing beyond it",
  permission: 'public',
  tag: 'Mentor requests',
  params: token,
  answer: z.object({
    state: z.enum(['open', 'used', 'renewed', 'expired', 'ended', 'stopped']),
    request: z
      .object({
        mentorName: z.string().max(120).nullable(),
        workplaceName: name,
        tasks: z.string().max(1000),
        from: day,
        until: day,
        minutesPerWeek: minutes,
        considerations: z.array(z.string().max(80)).max(20),
        contactName: z.string().max(120),
        contactPhone: z.string().max(20).nullable(),
        contactEmail: z.string().max(254),
        organisationName: name,
        callbackAt: instant.nullable(),
        linkExpiresAt: instant,
      })
      .nullable(),
    contact: z
      .object({
        contactName: z.string().max(120),
        contactPhone: z.string().max(20).nullable(),
        contactEmail: z.string().max(254),
        organisationName: name,
      })
      .optional()
      .describe('Whom to call, for a mentor who has stopped'),
  }),
  refuses: ['mentor-link.unknown'],
});

export const answerMentorRequest = operation({
  id: 'answerMentorRequest',
  method: 'post',
  path: '/mentor-requests/:token/answer',
  summary: 'The mentor answers: yes, not now (with a reason), or call me; the first two use the link up',
  permission: 'public',
  tag: 'Mentor requests',
  params: token,
  body: z.strictObject({ answer: z.enum(['accept', 'decline', 'call']), reason: text(500).optional() }),
  answer: z.object({ answer: z.enum(['accept', 'decline', 'call']) }),
  refuses: [
    'mentor-link.unknown',
    'mentor-link.used',
    'mentor-link.renewed',
    'mentor-link.expired',
    'mentor-link.ended',
    'mentor-link.stopped',
    'agreement.mentor-needed',
    'placement.overlap',
    'reservation.outside-opening',
  ],
});

export const renewMentorRequest = operation({
  id: 'renewMentorRequest',
  method: 'post',
  path: '/mentor-requests/:token/renewal',
  summary: 'An expired link asks for a new one, mailed to the same address',
  permission: 'public',
  tag: 'Mentor requests',
  params: token,
  status: 204,
  refuses: ['mentor-link.unknown', 'mentor-link.not-expired'],
});
