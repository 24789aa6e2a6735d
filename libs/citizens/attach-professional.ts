import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor } from '#platform';
import { attach, rolesAround, type CitizenRoleName } from './citizen-role-row.js';
import { goneFrom, leavingDay } from './citizen-leaves.js';
import { meets } from './citizen-roles.rules.js';
import { checkColleague } from './cover-citizen.js';
import { changeCitizen } from './see-citizens.js';

export interface NewProfessional {
  readonly citizenId: string;
  readonly userId: string;
  readonly role: CitizenRoleName;
  /** Today unless said; not before. */
  readonly from?: string;
}

/**
 * Attaches a colleague to a citizen in a role, from a day on; the primary contact stays who it is. Refuses as
 * `changeCitizen` does, `citizen.already-attached`, `citizen.away` and `citizen.leaving` from the day the citizen leaves, 422 for a day in the past or somebody without access.
 */
@Injectable()
export class AttachProfessional {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, userId, role, from }: NewProfessional): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      const begins = from ?? tx.today;
      if (begins < tx.today) throw invalid({ field: 'from', code: 'fault.citizen.past' });
      await checkColleague(tx, userId);
      const until = await leavingDay(tx, citizenId);
      if (until !== null && until <= begins) throw goneFrom(actor, until, tx.today);
      const around = await rolesAround(tx, citizenId);
      const has = around.some((each) => each.userId === userId && each.role === role && !each.standsInFor && meets(each, { from: begins, until }));
      if (has) throw new Refusal('citizen.already-attached');
      const id = await attach(tx, actor, { citizenId, userId, role, isPrimary: false, from: begins, until });
      await journal(tx, actor, { action: 'citizen.attached', subject: 'citizen', subjectId: citizenId, after: { userId, role, from: begins } });
      return { id };
    });
  }
}
