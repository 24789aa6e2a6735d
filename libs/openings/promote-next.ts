import { journal } from '#journal';
import { outbox, type Actor, type Tx } from '#platform';
import { deadlines } from './working-days.rules.js';

interface Promoted {
  readonly id: string;
  readonly workplaceId: string;
  readonly companyId: string;
}

const promoteSql = `
with free as (
  select o.organisation_id, o.id, o.slot_id, o.places, o.places - o.taken as places_free, o as opening
    from opening o
   where o.id = $1 and o.in_pool and o.taken < o.places and (o.expires_on is null or o.expires_on > $2::date)
), waiting as (
  select q.id, row_number() over (order by q.created_at, q.id) as number
    from reservation q join free f on q.organisation_id = f.organisation_id and q.opening_id = f.id
   where q.ended_at is null and q.seat is null and q.until_date > $2::date
     and opening_has_days(f.opening, q.from_date, q.until_date)
     and (f.slot_id is null or slot_has_room(f.slot_id, greatest(q.from_date, $2::date), q.until_date))
   order by q.created_at, q.id limit (select places_free from free)
), seats as (
  select seat, row_number() over (order by seat) as number
    from free f cross join generate_series(1, f.places) seat
   where not exists (select from reservation s
                      where s.organisation_id = f.organisation_id and s.opening_id = f.id and s.seat = seat.seat and s.ended_at is null)
), promoted as (
  update reservation r
     set seat = seats.seat, first_at = $3::timestamptz, version = r.version + 1, from_date = greatest(r.from_date, $2::date),
         expires_at = (select ($4::timestamptz[])[reservation_working_days] from organisation where organisation_id = app_organisation())
    from waiting join seats using (number)
   where r.id = waiting.id
  returning r.organisation_id, r.id, r.workplace_id
), counted as (
  update opening o set taken = o.taken + (select count(*) from promoted)
   where o.id = $1 and exists (select from promoted)
)
select p.id, p.workplace_id as "workplaceId", w.company_id as "companyId"
  from promoted p join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id`;

/**
 * Gives free places to those who wait, in the order they came, as far as their days fit; their time to answer begins
 * now, and they are told by mail. Days that went by in the queue are not asked for: who waited past the first day begins
 * today, and who waited past the last stays where they are. Call it in the transaction of whatever freed a place, with the opening's row already
 * locked (see claim-place.ts). Answers how many were promoted.
 */
export async function promoteNext(tx: Tx, actor: Actor, openingId: string): Promise<number> {
  const promoted = await tx.rows<Promoted>(promoteSql, [openingId, tx.today, tx.now, deadlines(tx.today)]);
  for (const { id, workplaceId, companyId } of promoted) {
    await Promise.all([
      journal(tx, actor, {
        action: 'reservation.promoted',
        subject: 'reservation',
        subjectId: id,
        workplaceId,
        companyId,
      }),
      outbox(tx, 'mail.reservation-promoted', id),
      outbox(tx, 'mail.mentor-request', id),
    ]);
  }
  return promoted.length;
}
