import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { leavingDay } from './citizen-leaves.js';
import { changeCitizen } from './see-citizens.js';

/**
 * A citizen who was to leave stays after all, said before the day: whose role was to end that day goes on in it. Refuses
 * as `changeCitizen` does, `citizen.not-leaving`.
 */
@Injectable()
export class TakeBackParting {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      const leaves = await leavingDay(tx, citizenId);
      if (leaves === null || leaves <= tx.today) throw new Refusal('citizen.not-leaving');
      await stay(tx, citizenId, leaves);
      await journal(tx, actor, { action: 'citizen.parting-taken-back', subject: 'citizen', subjectId: citizenId, before: { from: leaves } });
    });
  }
}

/** The leaving on that day, still to come, is off. Stand-ins have an end of their own and keep it. */
export async function stay(tx: Tx, citizenId: string, leaves: string): Promise<void> {
  await tx.run('delete from citizen_away where citizen_id = $1 and lower(during) = $2::date', [citizenId, leaves]);
  await tx.run('update citizen_role set valid = daterange(lower(valid), null) where citizen_id = $1 and stands_in_for is null and upper(valid) = $2::date', [citizenId, leaves]);
}
