import { outbox, type Tx } from '#platform';

/**
 * Gives free seats to those on the waiting list, the one who said yes first at the front. Call it with the session
 * locked, after whatever frees a seat or adds somebody. Tells everyone who moved up but `asker`, who gets an answer anyway.
 */
export async function fillSeats(tx: Tx, sessionId: string, asker?: string): Promise<void> {
  const seated = await tx.rows<{ id: string }>(
    `with free as (
       select seat, row_number() over (order by seat) as n
         from training_session t cross join generate_series(1, t.seats) seat
        where t.id = $1 and not exists (select from training_enrolment e where e.organisation_id = t.organisation_id and e.session_id = t.id and e.seat = seat.seat)
     ), queue as (
       select id, row_number() over (order by accepted_at, id) as n from training_enrolment
        where session_id = $1 and accepted_at is not null and seat is null
     )
     update training_enrolment e set seat = free.seat, version = version + 1
       from queue join free on free.n = queue.n where e.id = queue.id
     returning e.id`,
    [sessionId],
  );
  const told = seated.filter(({ id }) => id !== asker);
  await Promise.all(told.map(({ id }) => outbox(tx, 'mail.training-moved-up', id)));
}
