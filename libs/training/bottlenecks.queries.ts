import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { lostInAll, lostPlaces, type LostPlaces, type WorkplaceToday } from './bottleneck.rules.js';

export interface BottleneckMentor {
  readonly id: string;
  readonly name: string;
  readonly away: boolean;
  readonly full: boolean;
  readonly untrained: boolean;
  /** Asked to a session that lies ahead. */
  readonly sessionId: string | null;
}

export interface Bottleneck extends LostPlaces {
  readonly workplaceId: string;
  readonly workplace: string;
  readonly companyId: string;
  readonly company: string;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly free: number;
  readonly headroom: number;
  readonly lost: number;
  readonly mentors: readonly BottleneckMentor[];
}

type Row = Omit<Bottleneck, keyof LostPlaces | 'lost' | 'mentors'> & WorkplaceToday & { readonly who: readonly BottleneckMentor[] };

/** Workplaces with a free place today, as the board counts free, and what their mentors give. $2 is now, $3 a municipality. */
const todaySql = `
with free as (
  select s.workplace_id, count(*)::int as free,
         count(*) filter (where a.model <> 'standing' or exists (
           select from slot x join placement p on p.organisation_id = x.organisation_id and p.slot_id = x.id and p.cancelled_at is null
            where x.organisation_id = a.organisation_id and x.agreement_id = a.id))::int as due
    from slot s
    join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
   where s.starts_on <= $1::date and a.starts_on <= $1::date and (s.ends_on is null or s.ends_on > $1::date) and (a.ends_on is null or a.ends_on > $1::date)
     and not exists (select from agreement_pause q where q.organisation_id = a.organisation_id and q.agreement_id = a.id and q.cancelled_at is null and q.period @> $1::date)
     and not exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $1::date)
     and not exists (select from reservation r where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null and r.until_date > $1::date)
   group by s.workplace_id
)
select w.id as "workplaceId", w.name as workplace, c.id as "companyId", c.name as company, w.town, w.municipality_code as "municipalityCode",
       free.free, free.due as "freeDue", mentor_headroom(w.id, $1::date) as headroom, coalesce(load.mentors, 0)::int as mentors,
       coalesce(load.away_room, 0)::int as "awayRoom", coalesce(load.untrained_room, 0)::int as "untrainedRoom", coalesce(load.who, '[]') as who
  from free
  join workplace w on w.organisation_id = (select app_organisation()) and w.id = free.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join lateral (
       select count(*) as mentors, sum(o.accepts - carried.elsewhere) filter (where o.away) as away_room,
              sum(greatest(o.accepts - carried.n, 0)) filter (where not o.away and not o.trained) as untrained_room,
              json_agg(json_build_object('id', m.id, 'name', m.name, 'away', o.away, 'full', carried.n >= o.accepts, 'untrained', not o.trained, 'sessionId', asked.session_id) order by m.name) as who
         from mentors_on($1::date) o
         join mentor m on m.organisation_id = o.organisation_id and m.id = o.mentor_id
        cross join lateral (
              select count(*) as n, count(*) filter (where p.workplace_id <> w.id) as elsewhere from placement p
               where p.organisation_id = o.organisation_id and p.mentor_id = o.mentor_id and p.cancelled_at is null and p.starts_on <= $1::date and p.ends_on > $1::date) carried
         left join lateral (
              select e.session_id from training_enrolment e
                join training_session t on t.organisation_id = e.organisation_id and t.id = e.session_id and t.cancelled_at is null and t.starts_at > $2
               where e.organisation_id = o.organisation_id and e.mentor_id = o.mentor_id and e.declined_at is null order by t.starts_at limit 1) asked on true
        where o.workplace_id = w.id) load on true
 where $3::text is null or w.municipality_code = $3
 order by free.free desc, c.name, w.id limit 5000`;

export interface Bottlenecks extends LostPlaces {
  readonly on: string;
  readonly lost: number;
  /** The workplaces that lose most, at most 200; the figures above are all of them. */
  readonly items: readonly Bottleneck[];
}

@Injectable()
export class BottlenecksQueries {
  constructor(private readonly db: Db) {}

  /** Places nobody can start in today because of a mentor, by workplace. */
  lost(actor: Actor, { municipalityCode }: { readonly municipalityCode?: string }): Promise<Bottlenecks> {
    return this.db.read(
      actor,
      async (tx) => {
        const rows = await tx.rows<Row>(todaySql, [tx.today, tx.now, municipalityCode ?? null]);
        const losing = rows
          .map(({ freeDue, awayRoom, untrainedRoom, mentors, who, ...row }) => {
            const lost = lostPlaces({ free: row.free, headroom: row.headroom, freeDue, awayRoom, untrainedRoom, mentors });
            return { ...row, ...lost, lost: lostInAll(lost), mentors: who.slice(0, 50) };
          })
          .filter(({ lost }) => lost > 0)
          .sort((a, b) => b.lost - a.lost);
        const sum = (of: keyof LostPlaces | 'lost'): number => losing.reduce((total, each) => total + each[of], 0);
        return { on: tx.today, lost: sum('lost'), unnamed: sum('unnamed'), full: sum('full'), away: sum('away'), untrained: sum('untrained'), items: losing.slice(0, 200) };
      },
      20_000,
    );
  }
}
