import { Injectable } from '@nestjs/common';
import { promoteNext } from '#openings';
import { Db, type Actor } from '#platform';

/** A gap of less than a week is passed over (refresh_slot_opening), so one that shrinks to that has to be looked at. */
const dueSql = `
select slot_id as id from opening
 where in_pool and slot_id is not null and free_until is not null and free_until - 7 <= $1::date limit 5000`;

const waitingSql = `
select distinct o.id from reservation q join opening o on o.organisation_id = q.organisation_id and o.id = q.opening_id
 where q.ended_at is null and q.seat is null and o.in_pool and o.taken < o.places limit 1000`;

/**
 * The nightly job: what a new day alone changes. Openings whose gap is over show the next one, and who waits for a place
 * that fits now moves up. Answers how many were looked at.
 */
@Injectable()
export class RefreshDueOpenings {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    const due = await this.db.write(
      actor,
      async (tx) => {
        const slots = await tx.rows<{ id: string }>(dueSql, [tx.today]);
        await tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [slots.map(({ id }) => id), tx.today, tx.now]);
        return slots.length;
      },
      30_000,
    );
    const waiting = await this.db.read(actor, (tx) => tx.rows<{ id: string }>(waitingSql));
    for (const { id } of waiting) {
      await this.db.write(actor, async (tx) => {
        await tx.run('select from opening where id = $1 for no key update', [id]);
        await promoteNext(tx, actor, id);
      });
    }
    return due + waiting.length;
  }
}
