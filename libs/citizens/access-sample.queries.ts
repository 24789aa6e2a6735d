import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import type { Basis } from './citizen-access.rules.js';
import type { CitizenRoleName } from './citizen-role-row.js';
import { monthDays, sampleMonths } from './access-sample.rules.js';

/** A time somebody was shown a citizen, drawn to be checked. Which citizen it was takes a look of one's own. */
export interface Drawn {
  readonly id: string;
  readonly at: Date;
  readonly userId: string;
  readonly userName: string;
  readonly teamName: string | null;
  readonly fields: string;
  readonly basis: Basis;
  readonly reason: string | null;
  /** In what roles the one who looked was attached to the citizen that day. */
  readonly roles: readonly CitizenRoleName[];
  /** Why it is here: drawn at random, or because whoever looked was not attached. */
  readonly why: 'random' | 'no-relation';
  readonly verdict: 'fine' | 'follow-up' | null;
  readonly note: string | null;
  readonly checkedByName: string | null;
}

export interface Sample {
  readonly month: string;
  /** The months that can be checked: those that are over, newest first. */
  readonly months: readonly string[];
  readonly items: readonly Drawn[];
}

/** So many of each person's look-ups are drawn; those without a relation are all there. */
const perPerson = 5;

/**
 * One row for each citizen somebody saw on a day; of them five a person, in an order that the month and the row's own id
 * give: the same whoever draws, and whenever.
 */
const drawnSql = `
with seen as (
  select distinct on (s.user_id, s.citizen_id, day) s.id, s.at, s.user_id, s.citizen_id, s.fields, s.basis, s.reason, (s.at at time zone 'Europe/Copenhagen')::date as day
    from citizen_seen s
   where s.actor_kind = 'user' and s.user_id is not null
     and s.at >= $2::date::timestamp at time zone 'Europe/Copenhagen' and s.at < $3::date::timestamp at time zone 'Europe/Copenhagen'
   order by s.user_id, s.citizen_id, day, s.basis = 'look' desc, s.fields = 'name', s.id),
ranked as (
  select seen.*, array(select distinct r.role from citizen_role r
                        where r.citizen_id = seen.citizen_id and r.user_id = seen.user_id and r.valid @> seen.day order by 1) as roles,
         row_number() over (partition by user_id order by md5($1 || id::text)) as rank
    from seen)
select d.id, d.at, d.user_id as "userId", u.name as "userName", t.name as "teamName", d.fields, d.basis, d.reason, d.roles,
       case when d.basis = 'look' or (cardinality(d.roles) = 0 and d.basis <> 'cover') then 'no-relation' else 'random' end as why,
       k.verdict, k.note, b.name as "checkedByName"
  from ranked d
  join app_user u on u.organisation_id = app_organisation() and u.id = d.user_id
  left join team t on t.organisation_id = u.organisation_id and t.id = u.team_id
  left join access_check k on k.organisation_id = u.organisation_id and k.seen_id = d.id
  left join app_user b on b.organisation_id = k.organisation_id and b.id = k.checked_by
 where d.rank <= $4 or d.basis = 'look' or (cardinality(d.roles) = 0 and d.basis <> 'cover')
 order by u.name, d.user_id, d.at limit 1000`;

/** The month's sample; only for a month that is over, so that it stays the same. */
export function drawn(tx: Tx, month: string): Promise<Drawn[]> {
  const { from, until } = monthDays(month);
  return tx.rows<Drawn>(drawnSql, [month, from, until, perPerson]);
}

@Injectable()
export class AccessSampleQueries {
  constructor(private readonly db: Db) {}

  /** The sample of a month that is over; the last one unless said. */
  sample(actor: Actor, { month }: { readonly month?: string }): Promise<Sample> {
    return this.db.read(
      actor,
      async (tx) => {
        const months = sampleMonths(tx.today);
        const chosen = month && months.includes(month) ? month : (months[0] ?? '');
        return { month: chosen, months, items: await drawn(tx, chosen) };
      },
      15_000,
    );
  }
}
