import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, notFound, Refusal, type Actor } from '#platform';
import { handoverPlanned } from './hand-over-citizen.js';
import { leave, rolesAround, standsInAfter } from './citizen-role-row.js';
import { changeCitizen } from './see-citizens.js';

export interface RoleEnd {
  readonly citizenId: string;
  readonly roleId: string;
  /** First day no longer attached; today unless said. */
  readonly until?: string;
}

/**
 * Ends a role around a citizen. The primary contact hands over instead (`citizen.primary-left`), and a handover that is
 * planned is taken back (`citizen.handover-planned`); one who stands in for
 * somebody ends that first (`citizen.stands-in`). Refuses as `changeCitizen` does, `citizen.role-over`.
 */
@Injectable()
export class DetachProfessional {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, roleId, until }: RoleEnd): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      const around = await rolesAround(tx, citizenId);
      const role = around.find(({ id }) => id === roleId);
      if (!role) throw notFound();
      const ends = until ?? tx.today;
      if (ends < tx.today) throw invalid({ field: 'until', code: 'fault.citizen.past' });
      if (role.until !== null && role.until <= ends) throw new Refusal('citizen.role-over');
      if (role.isPrimary && role.from > tx.today) throw handoverPlanned(actor, role.from);
      if (role.isPrimary) throw new Refusal('citizen.primary-left');
      if (standsInAfter(around, role, ends)) throw new Refusal('citizen.stands-in');
      await leave(tx, role, ends);
      await journal(tx, actor, { action: 'citizen.detached', subject: 'citizen', subjectId: citizenId, after: { userId: role.userId, role: role.role, until: ends } });
    });
  }
}
