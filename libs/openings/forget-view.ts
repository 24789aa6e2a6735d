import { Injectable } from '@nestjs/common';
import { Db, notFound, type Actor } from '#platform';

/** Takes one's own saved view away; 404 for any other. */
@Injectable()
export class ForgetView {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { viewId }: { readonly viewId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const gone = await tx.run('delete from saved_view where id = $1 and user_id = $2', [viewId, actor.userId]);
      if (gone === 0) throw notFound();
    });
  }
}
