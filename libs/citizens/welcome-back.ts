import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { attach, type CitizenRoleName } from './citizen-role-row.js';
import { checkColleague } from './cover-citizen.js';
import { changeCitizen } from './see-citizens.js';

export interface Return {
  readonly citizenId: string;
  /** The primary contact from today. */
  readonly userId: string;
  readonly role: CitizenRoleName;
}

/** A citizen who had left is with the service again from today, with a primary contact. Refuses `citizen.not-away`. */
@Injectable()
export class WelcomeBack {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, userId, role }: Return): Promise<{ readonly from: string }> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      await checkColleague(tx, userId);
      const away = await tx.row<{ from: string }>('select lower(during) as "from" from citizen_away where citizen_id = $1 and upper_inf(during)', [citizenId]);
      if (!away || away.from > tx.today) throw new Refusal('citizen.not-away');
      if (away.from === tx.today) await tx.run('delete from citizen_away where citizen_id = $1 and upper_inf(during)', [citizenId]);
      else await tx.run('update citizen_away set during = daterange(lower(during), $2::date) where citizen_id = $1 and upper_inf(during)', [citizenId, tx.today]);
      await attach(tx, actor, { citizenId, userId, role, isPrimary: true, from: tx.today });
      await journal(tx, actor, { action: 'citizen.returned', subject: 'citizen', subjectId: citizenId, after: { userId, role } });
      return { from: tx.today };
    });
  }
}
