import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { changeCitizen } from './see-citizens.js';

/** Ends a cover before its time. Refuses as `changeCitizen` does, `citizen.cover-over` when it is over already. */
@Injectable()
export class EndCover {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, accessId }: { readonly citizenId: string; readonly accessId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'access');
      await tx.one('select from citizen_access where id = $1 and citizen_id = $2', [accessId, citizenId]);
      const ended = await tx.run('update citizen_access set ended_at = $2 where id = $1 and ended_at is null and until_at > $2', [accessId, tx.now]);
      if (ended === 0) throw new Refusal('citizen.cover-over');
      await journal(tx, actor, { action: 'citizen.cover-ended', subject: 'citizen', subjectId: citizenId, after: { accessId } });
    });
  }
}
