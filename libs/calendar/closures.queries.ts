import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';

export interface WorkplaceClosures {
  readonly id: string;
  readonly name: string;
  /** Those that are not over, the next first. */
  readonly closures: readonly { readonly id: string; readonly from: string; readonly until: string; readonly reason: string }[];
}

@Injectable()
export class ClosuresQueries {
  constructor(private readonly db: Db) {}

  /** Refuses with 404. */
  ofWorkplace(actor: Actor, workplaceId: string): Promise<WorkplaceClosures> {
    return this.db.read(actor, (tx) =>
      tx.one<WorkplaceClosures>(
        `select w.id, w.name,
                (select coalesce(json_agg(json_build_object('id', z.id, 'from', z.starts_on, 'until', z.ends_on, 'reason', z.reason) order by z.starts_on), '[]')
                   from workplace_closure z
                  where z.organisation_id = w.organisation_id and z.workplace_id = w.id and z.cancelled_at is null and z.ends_on > $2::date) as closures
           from workplace w where w.id = $1`,
        [workplaceId, tx.today],
      ),
    );
  }
}
