import { translator } from '#dictionary';
import { Refusal, type Language, type Tx } from '#platform';
import { calendarFile } from '#training';
import type { Visit } from './visit-row.js';

/** An agreed visit as a calendar file. No word about the citizen: calendars are read over shoulders. Refuses `visit.no-time`. */
export async function visitFile(tx: Tx, visit: Visit, language: Language): Promise<string> {
  if (!visit.startsAt) throw new Refusal('visit.no-time');
  const { name } = await tx.one<{ name: string }>('select name from organisation');
  const t = translator(language);
  return calendarFile({
    uid: `visit-${visit.id}@indgang`,
    sequence: visit.version,
    status: visit.cancelledAt ? 'CANCELLED' : 'CONFIRMED',
    made: tx.now,
    startsAt: visit.startsAt,
    endsAt: new Date(visit.startsAt.getTime() + visit.minutes * 60_000),
    summary: t(`visit.calendar.${visit.kind}`, { organisation: name, company: visit.companyName }),
    location: visit.place ?? visit.workplaceName,
    description: t('visit.calendar.contact', { name: visit.arrangedByName }),
  });
}
