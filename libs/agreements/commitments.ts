import { formatter } from '#dictionary';
import { Refusal, type Actor, type Tx } from '#platform';
import type { AgreementRow } from './agreement-row.js';

/** The placements of the match ($n) an agreement is born of, wherever they went on: they need no slot of it. */
const matched = (reservation: string): string => `
     select id, course_id from placement where reservation_id = ${reservation}
      union all
     select n.id, n.course_id from matched
       join placement n on n.organisation_id = (select app_organisation()) and n.course_id = matched.course_id and n.continues_id = matched.id`;

/**
 * The first day after the last placement or live reservation, of each place that has one from a day on; that of the match
 * an agreement is born of stands under null. What `refuseCommitted` would refuse an earlier day for.
 */
export async function heldUntil(tx: Tx, slotIds: readonly string[], on: string, reservationId: string | null): Promise<ReadonlyMap<string | null, string>> {
  const rows = await tx.rows<{ slotId: string | null; until: string }>(
    `with recursive matched as (${matched('$3')}), held as (
       select slot_id, upper(period) as until from placement where slot_id = any ($1::uuid[]) and cancelled_at is null
        union all
       select slot_id, until_date from reservation where slot_id = any ($1::uuid[]) and ended_at is null
        union all
       select null, upper(p.period) from matched join placement p on p.id = matched.id and p.cancelled_at is null)
     select slot_id as "slotId", max(until) as until from held where until > $2 group by slot_id`,
    [slotIds, on, reservationId],
  );
  return new Map(rows.map(({ slotId, until }) => [slotId, until]));
}

/**
 * What stands in the way of places ending on a day: placements that last longer (409 `<noun>.has-placements`, with the
 * last day they need) and live reservations that do (409 `<noun>.has-reservations`). Nobody's place is pulled away. Ask after
 * refresh_slot_opening: it waits for whoever is claiming a place on the same opening.
 */
export async function refuseCommitted(tx: Tx, actor: Actor, noun: 'slot' | 'agreement', slotIds: readonly string[], endsOn: string, reservationId: string | null = null): Promise<void> {
  const { n, until } = await tx.one<{ n: number; until: string | null }>(
    `with recursive matched as (${matched('$3')})
     select count(*) as n, max(upper(period)) as until from placement
      where id in (select id from placement where slot_id = any ($1::uuid[]) union select id from matched) and cancelled_at is null and upper(period) > $2`,
    [slotIds, endsOn, reservationId],
  );
  if (n > 0) throw new Refusal(`${noun}.has-placements`, { params: { n, until: until ? formatter(actor.language).formatDate(until) : '' }, extra: { placements: n, earliestEnd: until } });
  const live = await tx.one<{ n: number }>('select count(*) as n from reservation where slot_id = any ($1::uuid[]) and ended_at is null and until_date > $2', [slotIds, endsOn]);
  if (live.n > 0) throw new Refusal(`${noun}.has-reservations`, { params: { n: live.n }, extra: { reservations: live.n } });
}

/** An earlier end of the agreement is refused while placements or reservations last longer. */
export async function refuseCut(tx: Tx, actor: Actor, { id, bornOfReservationId }: Pick<AgreementRow, 'id' | 'bornOfReservationId'>, endsOn: string): Promise<void> {
  const slots = await tx.rows<{ id: string }>('select id from slot where agreement_id = $1', [id]);
  await refuseCommitted(tx, actor, 'agreement', slots.map(({ id: slotId }) => slotId), endsOn, bornOfReservationId);
}
