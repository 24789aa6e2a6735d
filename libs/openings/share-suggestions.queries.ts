import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';

/** A workplace as a field that finds one shows it. */
export interface SuggestedWorkplace {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

const recentSql = `
with mine as (
  select workplace_id, max(created_at) as last
    from (select workplace_id, created_at from opening where shared_by = $1 order by created_at desc limit 60) latest
   group by workplace_id)
select w.id, concat_ws(' · ', c.name, nullif(w.name, c.name)) as label,
       concat_ws(', ', w.street, nullif(concat_ws(' ', w.postal_code, w.town), '')) as detail
  from mine
  join workplace w on w.id = mine.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where w.closed_on is null or w.closed_on > $2::date
 order by mine.last desc limit 8`;

const tasksSql = `
select tasks
  from (select distinct on (p.tasks) p.tasks, p.workplace_id = here.id as same, p.created_at
          from workplace here
          join workplace w on w.organisation_id = here.organisation_id and w.company_id = here.company_id
          join opening p on p.organisation_id = w.organisation_id and p.workplace_id = w.id
         where here.id = $1
         order by p.tasks, same desc, p.created_at desc) once
 order by same desc, created_at desc limit 6`;

/** What makes sharing quick: what one shared before is offered first. */
@Injectable()
export class ShareSuggestionsQueries {
  constructor(private readonly db: Db) {}

  /** Where the asker shared openings last; at most 8, open workplaces only. */
  recentWorkplaces(actor: Actor): Promise<SuggestedWorkplace[]> {
    return this.db.read(actor, (tx) => tx.rows<SuggestedWorkplace>(recentSql, [actor.userId, tx.today]));
  }

  /** The tasks of a company's latest openings, this workplace's first; at most 6. */
  async tasks(actor: Actor, workplaceId: string): Promise<string[]> {
    const rows = await this.db.read(actor, (tx) => tx.rows<{ tasks: string }>(tasksSql, [workplaceId]));
    return rows.map(({ tasks }) => tasks);
  }

  /** How many colleagues see what the asker shares. */
  async colleagues(actor: Actor): Promise<number> {
    const { n } = await this.db.read(actor, (tx) =>
      tx.one<{ n: number }>('select count(*) as n from app_user where disabled_at is null and id <> $1', [
        actor.userId,
      ]),
    );
    return n;
  }
}
