import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

/*
 * An agreement may allow only so many at once at each of its workplaces. A pooled place goes along when its citizen is
 * rotated, so that a workplace can be full while a place of its own stands in the pool.
 */
const ofAgreement = 's.agreement_id = coalesce((select agreement_id from slot where id = $2), $3::uuid)';
/** Everybody whom the same agreement has at the workplace in those days; parameters as of thereSql. */
export const placedSql = `
  select p.starts_on, p.ends_on
    from placement p
    join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
   where p.workplace_id = $1 and p.cancelled_at is null and p.id is distinct from $4::uuid and p.starts_on < $6::date and p.ends_on > $5::date and ${ofAgreement}`;

/**
 * Everybody whom the same agreement has at the workplace in those days, or keeps a place there for: $1 workplace, $2 slot,
 * $3 agreement, $4 who is not counted, $5 from, $6 until.
 */
export const thereSql = `
with there as (${placedSql}
   union all
  select r.from_date, r.until_date
    from reservation r
    join slot s on s.organisation_id = r.organisation_id and s.id = r.slot_id
   where s.workplace_id = $1 and r.ended_at is null and r.seat is not null and r.from_date < $6::date and r.until_date > $5::date and ${ofAgreement}
)`;

/** The most of them at once: there are never more than on a day when one of them begins. */
export const carriedSql = `
(select coalesce(max(at_once.n), 0)
   from (select count(*) as n
           from (select d.starts_on as day from there d where d.starts_on > $5::date union select $5::date) days
           join there t on t.starts_on <= days.day and t.ends_on > days.day
          group by days.day) at_once)`;

export interface CapSought {
  readonly slotId: string;
  readonly workplaceId: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
}

/** The workplace holds so many at once, and they are there already, or first in line, on some of the days. */
export interface CapReached {
  readonly cap: number;
}

const capSql = `${thereSql}
select aw.slot_cap as cap, ${carriedSql} as carried
  from agreement_workplace aw
 where aw.workplace_id = $1 and aw.slot_cap is not null and aw.agreement_id = (select agreement_id from slot where id = $2)`;

/** Advice, asked without a lock: whether a yes for those days would be refused. `own`: one who is first in line there and is not counted. */
export async function capReached(tx: Tx, { slotId, workplaceId, from, until }: CapSought, own = 0): Promise<CapReached | undefined> {
  const there = await tx.row<{ cap: number; carried: number }>(capSql, [workplaceId, slotId, null, null, from, until]);
  return there && there.carried - own >= there.cap ? { cap: there.cap } : undefined;
}

@Injectable()
export class CapQueries {
  constructor(private readonly db: Db) {}

  reached(actor: Actor, sought: CapSought, own?: number): Promise<CapReached | undefined> {
    return this.db.read(actor, (tx) => capReached(tx, sought, own));
  }
}
