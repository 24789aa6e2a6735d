import { Injectable } from '@nestjs/common';
import { Db, invalid, type Actor, type Tx } from '#platform';
import type { CalendarBar } from './calendar.queries.js';
import { withNames } from './citizens-shown.js';
import { coordinatorsOf, type Coordinator } from './coordinators.queries.js';
import { usualWeek, weeksShown, type ShownWeek } from './weeks-shown.rules.js';

export interface LanesQuestion {
  readonly id: string;
  readonly week?: string;
  readonly weeks?: number;
}

/** A member workplace and who of the cluster is there when. */
export interface Lane {
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly town: string | null;
  readonly agreementId: string;
  /** How many the agreement allows there at once; null: as many as there are slots. */
  readonly slotCap: number | null;
  readonly mentors: readonly string[];
  readonly bars: readonly CalendarBar[];
}

export interface ClusterLanes {
  readonly id: string;
  readonly name: string;
  readonly kind: 'geographic' | 'administrative';
  readonly weeks: readonly ShownWeek[];
  /** Of its agreements, with their days. */
  readonly coordinators: readonly Coordinator[];
  readonly lanes: readonly Lane[];
}

const lanesSql = `
select w.id as "workplaceId", w.name as "workplaceName", c.id as "companyId", c.name as "companyName", w.town, a.id as "agreementId", aw.slot_cap as "slotCap",
       (select coalesce(json_agg(m.name order by m.name), '[]') from mentor m
         where m.organisation_id = w.organisation_id and m.workplace_id = w.id and m.active_from <= $3::date and (m.active_until is null or m.active_until > $3::date)) as mentors,
       (select coalesce(json_agg(json_build_object('kind', 'placement', 'id', p.id, 'from', p.starts_on, 'until', p.ends_on, 'placementId', p.id, 'elsewhere', null,
                 'mentorName', m.name, 'citizenId', z.id, 'citizenName', z.pseudonym, 'citizenRef', null,
                 'minutesPerWeek', p.minutes_per_week, 'note', null) order by p.starts_on, p.id), '[]')
          from placement p
          join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id and s.agreement_id = a.id
          left join mentor m on m.organisation_id = p.organisation_id and m.id = p.mentor_id
          left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
          left join citizen z on z.organisation_id = k.organisation_id and z.id = k.citizen_id
         where p.organisation_id = w.organisation_id and p.workplace_id = w.id and p.cancelled_at is null and p.ends_on > $2::date and p.starts_on < $4::date) as bars
  from agreement a
  join agreement_workplace aw on aw.organisation_id = a.organisation_id and aw.agreement_id = a.id
  join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where a.cluster_id = $1 and a.activated_at is not null and a.starts_on < $4::date and (a.ends_on is null or a.ends_on > $2::date)
 order by w.name, w.id, a.id limit 200`;

export interface ClusterName {
  readonly id: string;
  readonly name: string;
  readonly members: number;
}

/** Klyngens baner: a lane for each member workplace, the citizens as bars over the weeks. */
@Injectable()
export class LanesQueries {
  constructor(private readonly db: Db) {}

  lanes(actor: Actor, question: LanesQuestion): Promise<ClusterLanes> {
    return this.db.touch(actor, (tx) => this.of(tx, actor, question));
  }

  /** Clusters with an agreement in force, by name; at most 200. */
  clusters(actor: Actor): Promise<ClusterName[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<ClusterName>(
        `select k.id, k.name, count(aw.workplace_id) as members
           from cluster k
           join agreement a on a.organisation_id = k.organisation_id and a.cluster_id = k.id and a.activated_at is not null and (a.ends_on is null or a.ends_on > $1::date)
           join agreement_workplace aw on aw.organisation_id = a.organisation_id and aw.agreement_id = a.id
          group by k.id, k.name order by k.name, k.id limit 200`,
        [tx.today],
      ),
    );
  }

  private async of(tx: Tx, actor: Actor, { id, week, weeks: count = 26 }: LanesQuestion): Promise<ClusterLanes> {
    const cluster = await tx.one<Pick<ClusterLanes, 'id' | 'name' | 'kind'>>('select id, name, kind from cluster where id = $1', [id]);
    const weeks = weeksShown(week ?? usualWeek(tx.today), count);
    const [first, last] = [weeks?.[0], weeks?.at(-1)];
    if (!weeks || !first || !last) throw invalid({ field: 'week', code: 'fault.calendar.week' });
    const [lanes, coordinators] = await Promise.all([tx.rows<Lane>(lanesSql, [id, first.from, tx.today, last.until]), coordinatorsOf(tx, id)]);
    return { ...cluster, weeks, coordinators, lanes: await withNames(tx, actor, lanes) };
  }
}
