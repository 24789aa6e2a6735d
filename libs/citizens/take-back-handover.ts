import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { leave, rolesAround, standsInAfter, type CitizenRole } from './citizen-role-row.js';
import { lastPrimary } from './citizen-roles.rules.js';
import { changeCitizen } from './see-citizens.js';

/**
 * A planned handover is off, before its day: the primary contact stays, and who would have become it is attached as
 * before, or not at all. Of several planned the last. Refuses as `changeCitizen` does, `citizen.no-handover`, and
 * `citizen.stands-in` where they would stand in for somebody with the role they lose.
 */
@Injectable()
export class TakeBackHandover {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      const around = await rolesAround(tx, citizenId);
      const coming = lastPrimary(around);
      const former = around.find((each) => each.isPrimary && each.until === coming?.from);
      if (!coming || coming.from <= tx.today || !former) throw new Refusal('citizen.no-handover');
      const earlier = around.find((each) => !each.isPrimary && isSameRole(each, coming) && each.until === coming.from);
      const staying = around.find((each) => !each.isPrimary && isSameRole(each, former) && each.from === coming.from);
      if (!earlier && standsInAfter(around, coming, coming.from)) throw new Refusal('citizen.stands-in');
      if (earlier) await rejoin(tx, earlier, coming);
      else await leave(tx, coming, coming.from);
      if (staying) await rejoin(tx, former, staying);
      await tx.run('update citizen_role set valid = daterange(lower(valid), $2::date) where id = $1', [former.id, coming.until]);
      await journal(tx, actor, { action: 'citizen.handover-taken-back', subject: 'citizen', subjectId: citizenId, after: { userId: former.userId, role: former.role } });
    });
  }
}

const isSameRole = (one: CitizenRole, other: CitizenRole): boolean => one.userId === other.userId && one.role === other.role && !one.standsInFor;

/** Two halves of one role are one again; those who would stand in for the later half stand in for it. */
async function rejoin(tx: Tx, earlier: CitizenRole, later: CitizenRole): Promise<void> {
  await tx.run('update citizen_role set stands_in_for = $2 where stands_in_for = $1', [later.id, earlier.id]);
  await tx.run('delete from citizen_role where id = $1', [later.id]);
  await tx.run('update citizen_role set valid = daterange(lower(valid), $2::date) where id = $1', [earlier.id, later.until]);
}
