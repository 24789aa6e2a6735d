import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';

export interface SlotChoice {
  readonly id: string;
  readonly number: number;
  /** Two agreements may each have a place of that number, and of the same kind. */
  readonly model: string;
  readonly tasks: string;
  readonly workplaceName: string;
  readonly companyName: string;
  readonly town: string | null;
}

export interface SlotsSought {
  /** Near whom: the placement's own company first, then its municipality. */
  readonly placementId: string;
  readonly from: string;
  readonly until: string;
  /** Of a company or workplace. */
  readonly text?: string;
  /** One chosen already, in the calendar or by an earlier search: its workplace is among them. */
  readonly slotId?: string;
}

/** In force for all of the days, and free on each. */
const freeSql = `
select s.id, s.number, s.model, s.tasks, w.name as "workplaceName", c.name as "companyName", w.town
  from placement p
  join workplace here on here.organisation_id = p.organisation_id and here.id = p.workplace_id
  join workplace w on w.organisation_id = p.organisation_id
   and (w.company_id = here.company_id or ($4::text is null and w.municipality_code = here.municipality_code) or w.search_text like '%' || fold_danish($4) || '%'
        or w.id = (select chosen.workplace_id from slot chosen where chosen.organisation_id = p.organisation_id and chosen.id = $5))
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join slot s on s.organisation_id = w.organisation_id and s.workplace_id = w.id
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
 where p.id = $1 and a.activated_at is not null and s.id is distinct from p.slot_id
   and s.starts_on <= $2::date and (s.ends_on is null or s.ends_on >= $3::date) and a.starts_on <= $2::date and (a.ends_on is null or a.ends_on >= $3::date)
   and not exists (select from placement q
                    where q.organisation_id = s.organisation_id and q.slot_id = s.id and q.cancelled_at is null and q.starts_on < $3::date and q.ends_on > $2::date)
   and not exists (select from reservation r
                    where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null
                      and r.from_date < $3::date and r.until_date > $2::date)
 order by w.id <> here.id, w.company_id <> here.company_id, w.name, s.number, s.id limit 60`;

/** The other workplaces of the cluster that the placement's slot belongs to. */
const membersSql = `
select w.id, w.name
  from placement p
  join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.cluster_id is not null
  join agreement_workplace aw on aw.organisation_id = a.organisation_id and aw.agreement_id = a.id
  join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
 where p.id = $1 and w.id <> p.workplace_id
 order by w.name, w.id limit 200`;

/** Where a citizen can be moved to without a calendar to drag in: slots that are free for all of the days. */
@Injectable()
export class SlotChoicesQueries {
  constructor(private readonly db: Db) {}

  free(actor: Actor, { placementId, from, until, text, slotId }: SlotsSought): Promise<SlotChoice[]> {
    return this.db.read(actor, (tx) => tx.rows<SlotChoice>(freeSql, [placementId, from, until, text ?? null, slotId ?? null]));
  }

  /** None where there is no cluster. */
  members(actor: Actor, placementId: string): Promise<{ readonly id: string; readonly name: string }[]> {
    return this.db.read(actor, (tx) => tx.rows<{ id: string; name: string }>(membersSql, [placementId]));
  }
}
