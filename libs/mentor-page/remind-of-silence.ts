import { Injectable } from '@nestjs/common';
import { Db, outbox, type Actor, type Tx } from '#platform';

/** So many mentors in one transaction: a first morning after long must not hold others up. */
const atOnce = 1_000;

/** Trainees of whom nothing was heard for 14 days ($1 is today), of mentors who are there and can be written to; a mentor's own together. */
const silentSql = `
with silent as (
select p.organisation_id, p.id, coalesce(heard.last, p.starts_on) as since, dense_rank() over (order by p.mentor_id) as nth
  from placement p
  join mentor m on m.organisation_id = p.organisation_id and m.id = p.mentor_id and m.email is not null and (m.active_until is null or m.active_until > $1::date)
  left join lateral (select max(u.answered_on) as last from pulse u where u.organisation_id = p.organisation_id and u.placement_id = p.id) heard on true
 where p.cancelled_at is null and p.no_show_reason is null and p.starts_on <= $1::date - 14 and p.ends_on > $1::date
   and coalesce(heard.last, p.starts_on) <= $1::date - 14
   and not exists (select from mentor_pause z where z.organisation_id = p.organisation_id and z.mentor_id = p.mentor_id and z.cancelled_at is null
                      and z.starts_on <= $1::date and (z.ends_on is null or z.ends_on > $1::date))
   and not exists (select from placement_pause z where z.organisation_id = p.organisation_id and z.placement_id = p.id and z.cancelled_at is null
                      and z.starts_on <= $1::date and z.ends_on > $1::date)
   and not exists (select from pulse_reminder r where r.organisation_id = p.organisation_id and r.placement_id = p.id and r.since = coalesce(heard.last, p.starts_on)))
insert into pulse_reminder (organisation_id, placement_id, since, reminded_at)
select organisation_id, id, since, $2 from silent where nth <= $3
on conflict on constraint pulse_reminder_pk do nothing
returning placement_id as id`;

/** The round: two weeks of silence with a trainee is one gentle mail to the mentor, once for each silence. */
@Injectable()
export class RemindOfSilence {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    let reminded = 0;
    for (let more = true; more; ) {
      const mentors = await this.db.write(actor, remind, 30_000);
      reminded += mentors;
      more = mentors >= atOnce;
    }
    return reminded;
  }
}

/** How many mentors are written to. */
async function remind(tx: Tx): Promise<number> {
  const silent = await tx.rows<{ id: string }>(silentSql, [tx.today, tx.now, atOnce]);
  const mentors = await tx.rows<{ id: string }>('select distinct mentor_id as id from placement where id = any ($1::uuid[]) order by 1', [silent.map(({ id }) => id)]);
  await Promise.all(mentors.map(({ id }) => outbox(tx, 'mail.pulse-reminder', id)));
  return mentors.length;
}
