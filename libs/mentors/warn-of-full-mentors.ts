import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { mentorsAmong } from './mentors.queries.js';
import { warnOfMentor } from './warn-of-mentor.js';

/** Mentors who carry as many as they accept where a promised place stands free, and which placement filled them. */
const fullSql = `
select m.id, load.newest || ':' || m.accepts as occasion
  from mentor m
 cross join lateral (
       select count(*) as n, (array_agg(p.id order by p.created_at desc, p.id desc))[1] as newest
         from placement p
        where p.organisation_id = m.organisation_id and p.mentor_id = m.id and p.cancelled_at is null
          and p.starts_on <= $1::date and p.ends_on > $1::date) load
 where m.active_from <= $1::date and (m.active_until is null or m.active_until > $1::date) and load.n >= m.accepts and load.n > 0
   and mentor_headroom(m.workplace_id, $1::date) <= 0 and exists (
         select from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
          where s.organisation_id = m.organisation_id and s.workplace_id = m.workplace_id and s.model <> 'standing' and s.starts_on <= $1::date and (s.ends_on is null or s.ends_on > $1::date)
            and not exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
                               and p.starts_on <= $1::date and p.ends_on > $1::date))
   and not exists (select from task t where t.organisation_id = m.organisation_id and t.kind = 'mentor-full' and t.subject_id = m.id
                      and t.occasion = load.newest || ':' || m.accepts)
 limit 500`;

/** The round: a mentor who is full while places stand free there. Once for what filled the mentor, however often it runs. */
@Injectable()
export class WarnOfFullMentors {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    const full = await this.db.read(actor, (tx) => tx.rows<{ id: string; occasion: string }>(fullSql, [tx.today]));
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
