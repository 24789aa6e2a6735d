import { z } from 'zod';

/** What the calendar's address says. A filter that cannot be meant, or is left empty, is no filter; a week is told when it does not exist. */
export const calendarQuery = z.object({
  week: z.string().max(20).optional(),
  text: z.string().trim().max(100).optional().catch(undefined),
  company: z.uuid().optional().catch(undefined),
  workplace: z.uuid().optional().catch(undefined),
  cluster: z.uuid().optional().catch(undefined),
  sector: z.uuid().optional().catch(undefined),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  cursor: z.string().max(1000).optional(),
});
export type CalendarAddress = z.infer<typeof calendarQuery>;

/** This calendar with some of it changed; another page of it begins anew. */
export function calendarHref({ cursor: _cursor, ...address }: CalendarAddress, changes: CalendarAddress = {}, path = '/kalender'): string {
  const query = new URLSearchParams(Object.entries({ ...address, ...changes }).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return query ? `${path}?${query}` : path;
}

export const lanesHref = (clusterId: string): string => `/kalender/klynger/${clusterId}`;
export const placementHref = (placementId: string): string => `/kalender/placeringer/${placementId}`;

/** What can be done to a placement, as its address says it. */
export const changeNames = ['flyt', 'roter', 'forlaeng', 'afslut', 'pause'] as const;
export type ChangeName = (typeof changeNames)[number];
export const changeHref = (placementId: string, name: ChangeName | 'timer'): string => `${placementHref(placementId)}/${name}`;
