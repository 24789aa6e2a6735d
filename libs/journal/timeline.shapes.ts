import { z } from 'zod';
import { pageOf } from '#platform';

/** A page of what the journal holds about something, as every timeline answers it: newest first, with what was before and after. */
export const timelinePage = pageOf(
  z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    action: z.string().max(60),
    subject: z.string().max(40),
    subjectId: z.uuid(),
    actor: z.string().max(120).nullable(),
    actorKind: z.enum(['user', 'mentor', 'system']),
    workplaceId: z.uuid().nullable(),
    before: z.record(z.string().max(60), z.unknown()).nullable(),
    after: z.record(z.string().max(60), z.unknown()).nullable(),
  }),
);
