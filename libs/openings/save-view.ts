import { Injectable } from '@nestjs/common';
import { Db, Refusal, type Actor } from '#platform';
import type { SavedView } from './saved-views.queries.js';

/** As many as can be taken in at a glance. */
export const mostSavedViews = 20;

/** Keeps the pool's filters under a name of one's own. Refuses `view.exists` (409) and, at twenty, `view.too-many` (409). */
@Injectable()
export class SaveView {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { name, query }: Omit<SavedView, 'id'>): Promise<SavedView> {
    return this.db.write(actor, async (tx) => {
      // One at a time for each user, so that the count below is true.
      await tx.run('select from app_user where id = $1 for no key update', [actor.userId]);
      const { n } = await tx.one<{ n: number }>('select count(*) as n from saved_view where user_id = $1', [actor.userId]);
      if (n >= mostSavedViews) throw new Refusal('view.too-many', { params: { most: mostSavedViews } });
      return tx.one<SavedView>(
        `insert into saved_view (organisation_id, id, user_id, name, query, created_at)
         values (app_organisation(), $1, $2, $3, $4, $5) returning id, name, query`,
        [tx.newId(), actor.userId, name, query, tx.now],
      );
    });
  }
}
