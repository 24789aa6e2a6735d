import { z } from 'zod';
import { appetite } from '#companies';
import { day, operation } from '#platform';

const tag = 'Openings';
export const text = (max: number) => z.string().trim().min(1).max(max);
export const name = z.string().max(200);
export const idParam = z.strictObject({ id: z.uuid() });
export const kind = z.enum(['placement', 'ordinary_hours', 'job']);
export const minutes = z.int().min(30).max(2220).describe('Minutes a week');
export const ids = z.array(z.uuid()).max(20);
export const instant = z.iso.datetime({ offset: true });

const offer = {
  kind: kind.optional(),
  minutesPerWeek: minutes.optional(),
  considerationIds: ids.optional(),
  freeFrom: day.optional().describe('First day the places are free; today unless said'),
};

export const shareOpening = operation({
  id: 'shareOpening',
  method: 'post',
  path: '/openings',
  summary: 'Share an opening found outside any agreement, or hold it first; three required fields',
  permission: 'openings.share',
  tag,
  body: z
    .strictObject({
      workplaceId: z.uuid(),
      tasks: text(1000),
      places: z.int().min(1).max(99),
      ...offer,
      pathToHours: text(1000).optional(),
      mentorId: z.uuid().optional(),
      expiresOn: day.optional().describe('First day it is no longer offered; eight weeks after it begins unless said'),
      hold: z
        .boolean()
        .optional()
        .describe("Keep it out of the pool for the organisation's hold hours; then it is there by itself"),
    })
    .meta({ examples: [{ workplaceId: '018f0000-0000-7000-8000-000000000001', tasks: 'Pakke brød og køre med vogne', places: 2, minutesPerWeek: 900 }] }),
  answer: z.object({
    id: z.uuid(),
    companyId: z.uuid(),
    workplaceId: z.uuid(),
    publishedAt: instant.nullable(),
    heldUntil: instant.nullable(),
    version: z.int(),
  }),
  status: 201,
  refuses: ['workplace.closed'],
});

export const changeOpening = operation({
  id: 'changeOpening',
  method: 'patch',
  path: '/openings/:id',
  summary: 'Change a shared opening; places never below those taken',
  permission: 'openings.write',
  tag,
  params: idParam,
  body: z.strictObject({
    version: z.int().min(1).max(2_000_000_000),
    tasks: text(1000).optional(),
    places: z.int().min(1).max(99).optional(),
    ...offer,
    pathToHours: text(1000).nullable().optional(),
    mentorId: z.uuid().nullable().optional(),
    expiresOn: day.nullable().optional(),
  }),
  answer: z.object({ id: z.uuid(), version: z.int() }),
  refuses: ['edit.stale', 'opening.places-below-taken', 'opening.reserved-before', 'opening.from-slot', 'opening.withdrawn', 'workplace.closed'],
});

export const withdrawOpening = operation({
  id: 'withdrawOpening',
  method: 'post',
  path: '/openings/:id/withdrawal',
  summary: 'Take a shared opening out of the pool; reservations on it end, and their owners are told',
  permission: 'openings.write',
  tag,
  params: idParam,
  body: z.strictObject({ reason: text(500) }),
  status: 204,
  refuses: ['opening.from-slot', 'opening.withdrawn'],
});

export const holdOpening = operation({
  id: 'holdOpening',
  method: 'post',
  path: '/openings/:id/hold',
  summary:
    "Extend the hold on an opening of one's own, or take it back from the pool while nobody has reserved it; at most twice",
  permission: 'openings.share',
  tag,
  params: idParam,
  body: z.strictObject({ reason: text(500) }),
  answer: z.object({ id: z.uuid(), heldUntil: instant, extensionsLeft: z.int().min(0).max(2), version: z.int() }),
  status: 201,
  refuses: ['opening.not-yours', 'opening.reserved', 'opening.hold-used-up', 'opening.from-slot', 'opening.withdrawn'],
});

export const releaseHold = operation({
  id: 'releaseHold',
  method: 'delete',
  path: '/openings/:id/hold',
  summary: "Put an opening of one's own into the pool before its hold is over",
  permission: 'openings.share',
  tag,
  params: idParam,
  status: 204,
  refuses: ['opening.not-yours', 'opening.not-held', 'opening.withdrawn'],
});

export const heldOpenings = operation({
  id: 'heldOpenings',
  method: 'get',
  path: '/openings/held',
  summary: 'The openings that the asker holds',
  permission: 'openings.share',
  tag,
  answer: z.object({
    items: z
      .array(
        z.object({
          id: z.uuid(),
          companyName: name,
          tasks: z.string().max(1000),
          places: z.int(),
          heldUntil: instant,
          extensionsLeft: z.int(),
        }),
      )
      .max(100),
  }),
});

export const openingDefaults = operation({
  id: 'openingDefaults',
  method: 'get',
  path: '/openings/defaults',
  summary: "What a new opening at a workplace will be like where nothing else is said: as the company's last one",
  permission: 'openings.share',
  tag,
  query: z.strictObject({ workplaceId: z.uuid() }),
  answer: z.object({
    workplaceId: z.uuid(),
    tasks: z.string().max(1000).nullable(),
    kind,
    minutesPerWeek: minutes,
    pathToHours: z.string().max(1000).nullable(),
    considerationIds: ids,
    mentorId: z.uuid().nullable(),
  }),
});

export const readOpening = operation({
  id: 'readOpening',
  method: 'get',
  path: '/openings/:id',
  summary: "One opening; somebody else's held one is not there yet",
  permission: 'pool.read',
  tag,
  params: idParam,
  answer: z.object({
    id: z.uuid(),
    companyId: z.uuid(),
    companyName: name,
    workplaceId: z.uuid(),
    workplaceName: name,
    street: z.string().max(200).nullable(),
    postalCode: z.string().max(4).nullable(),
    town: z.string().max(200).nullable(),
    municipalityCode: z.string().max(4).nullable(),
    sectorId: z.uuid().nullable(),
    slotId: z.uuid().nullable(),
    agreementId: z.uuid().nullable(),
    model: z.enum(['fixed_slots', 'standing', 'cluster']).nullable(),
    kind,
    tasks: z.string().max(1000),
    minutesPerWeek: minutes,
    pathToHours: z.string().max(1000).nullable(),
    considerationIds: ids,
    considerations: z.array(z.string().max(80)).max(20),
    places: z.int(),
    taken: z.int(),
    capLeft: z.int().nullable().describe('So many the agreement still holds in all, whichever of its places; empty: no cap was agreed'),
    freeFrom: day,
    freeUntil: day.nullable(),
    laterFrom: day.nullable().describe("First day of a slot's next gap after that"),
    laterUntil: day.nullable().describe('First day after'),
    expiresOn: day.nullable(),
    mentorId: z.uuid().nullable(),
    mentorName: z.string().max(120).nullable(),
    mentors: z.array(z.object({ id: z.uuid(), name: z.string().max(120), trained: z.boolean(), away: z.boolean(), room: z.int().min(0) })).max(20).describe('Who can be mentor there on the first day it can be used, the likeliest first'),
    sharedBy: z.uuid().nullable(),
    sharedByName: z.string().max(120).nullable(),
    publishedAt: instant.nullable(),
    heldUntil: instant.nullable(),
    holdExtensions: z.int(),
    withdrawnAt: instant.nullable(),
    withdrawnReason: z.string().max(500).nullable(),
    appetite: appetite.nullable(),
    requests: z.object({ asked: z.int().min(0), limit: z.int().nullable() }),
    version: z.int(),
  }),
});
