import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';

/** The pool as somebody likes to see it: `query` is that of its address. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

@Injectable()
export class SavedViewsQueries {
  constructor(private readonly db: Db) {}

  /** One's own, by name; nobody sees another's. */
  mine(actor: Actor): Promise<readonly SavedView[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<SavedView>('select id, name, query from saved_view where user_id = $1 order by lower(name), id', [actor.userId]),
    );
  }
}
