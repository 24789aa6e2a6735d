import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { mentorsAmong } from './mentors.queries.js';
import { warnOfMentor } from './warn-of-mentor.js';

/**
 * Mentors who carry as many as they accept where a promised place stands free, and which placement filled them. In this order,
 * because nearly all who are full have been told of already, and what room a workplace has is the dear question.
 */
const fullSql = `
with load as materialized (
       select p.mentor_id, count(*) as n from placement p
        where p.mentor_id is not null and p.cancelled_at is null and p.starts_on <= $1::date and p.ends_on > $1::date
        group by p.mentor_id),
     untold as materialized (
       select m.id, m.workplace_id, filled.by || ':' || m.accepts as occasion
         from load
         join mentor m on m.id = load.mentor_id and m.accepts <= load.n and m.active_from <= $1::date and (m.active_until is null or m.active_until > $1::date)
        cross join lateral (
              select p.id as by from placement p
               where p.organisation_id = m.organisation_id and p.mentor_id = m.id and p.cancelled_at is null
                 and p.starts_on <= $1::date and p.ends_on > $1::date
               order by p.created_at desc, p.id desc limit 1) filled
        where not exists (select from task t where t.organisation_id = m.organisation_id and t.kind = 'mentor-full' and t.subject_id = m.id
                             and t.occasion = filled.by || ':' || m.accepts)
          and exists (
              select from slot s
                join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
                 and a.activated_at is not null and (a.ends_on is null or a.ends_on > $1::date)
               where s.organisation_id = m.organisation_id and s.workplace_id = m.workplace_id and s.model <> 'standing'
                 and s.starts_on <= $1::date and (s.ends_on is null or s.ends_on > $1::date)
                 and not exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
                                    and p.starts_on <= $1::date and p.ends_on > $1::date)))
select u.id, u.occasion from untold u where mentor_headroom(u.workplace_id, $1::date) <= 0 limit 500`;

/** The round: a mentor who is full while places stand free there. Once for what filled the mentor, however often it runs. */
@Injectable()
export class WarnOfFullMentors {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    const full = await this.db.read(actor, (tx) => tx.rows<{ id: string; occasion: string }>(fullSql, [tx.today]), 30_000);
    let raised = 0;
    for (const { id, occasion } of full) {
      const isNew = await this.db.write(actor, async (tx) => {
        const [mentor] = await mentorsAmong(tx, [id]);
        return mentor !== undefined && mentor.trainees >= mentor.accepts && warnOfMentor(tx, { kind: 'mentor-full', mentor, occasion, from: tx.today, until: null });
      });
      raised += isNew ? 1 : 0;
    }
    return raised;
  }
}
