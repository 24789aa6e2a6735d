import { z } from 'zod';

export const light = z.enum(['offering', 'maybe', 'not_now']);
export const appetite = z.object({
  workplaceId: z.uuid().nullable(),
  workplace: z.string().max(200).nullable(),
  light,
  reason: z.string().max(300).nullable(),
  setOn: z.iso.date(),
  setBy: z.string().max(120).nullable(),
});
export const appetites = z.array(appetite).max(200);
