import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, Db, invalid, type Actor, type Tx } from '#platform';
import { changeCitizen } from './see-citizens.js';

export interface Cover {
  readonly citizenId: string;
  /** The colleague who covers. */
  readonly userId: string;
  /** Last day of the cover; at most three months ahead. */
  readonly lastDay: string;
  readonly reason: string;
}

/** The longest cover: who is needed for longer is attached. */
const longestDays = 90;

/**
 * Lets a colleague see and work with a citizen until a day, with a reason: cover while one is away. Only somebody
 * attached can. Refuses as `changeCitizen` does, 422 for a day that is past or too far ahead, or somebody without access.
 */
@Injectable()
export class CoverCitizen {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, userId, lastDay, reason }: Cover): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'access');
      if (lastDay < tx.today) throw invalid({ field: 'lastDay', code: 'fault.citizen.past' });
      if (lastDay > addDays(tx.today, longestDays)) throw invalid({ field: 'lastDay', code: 'fault.citizen.cover-too-long' });
      await checkColleague(tx, userId);
      const id = tx.newId();
      await tx.run(
        `insert into citizen_access (organisation_id, id, citizen_id, user_id, kind, reason, from_at, until_at, granted_by)
         values (app_organisation(), $1, $2, $3, 'cover', $4, $5, ($6::date + 1)::timestamp at time zone 'Europe/Copenhagen', $7)`,
        [id, citizenId, userId, reason, tx.now, lastDay, actor.userId],
      );
      await journal(tx, actor, { action: 'citizen.covered', subject: 'citizen', subjectId: citizenId, after: { userId, lastDay } });
      return { id };
    });
  }
}

/** 422 unless it is somebody of the organisation who has access and does fieldwork. */
export async function checkColleague(tx: Tx, userId: string): Promise<void> {
  const colleague = await tx.row(
    `select from app_user u where u.id = $1 and u.disabled_at is null
        and exists (select from user_role r where r.organisation_id = u.organisation_id and r.user_id = u.id and r.role <> 'administrator')`,
    [userId],
  );
  if (!colleague) throw invalid({ field: 'userId', code: 'fault.citizen.colleague' });
}
