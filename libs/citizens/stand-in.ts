import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, daysBetween, Db, invalid, notFound, Refusal, type Actor } from '#platform';
import { attach, rolesAround, type CitizenRole } from './citizen-role-row.js';
import { holdsOn, meets, within } from './citizen-roles.rules.js';
import { changeCitizen } from './see-citizens.js';

export interface StandingIn {
  readonly citizenId: string;
  /** The role somebody stands in for. */
  readonly roleId: string;
  readonly userId: string;
  readonly from: string;
  readonly lastDay: string;
}

/** The longest: who is away for longer hands over. */
const longestDays = 92;

/**
 * Somebody already attached stands in for another of them, for a time; the primary contact stays who it is, and the page
 * says who answers meanwhile. Refuses as `changeCitizen` does, `citizen.stand-in-not-attached`, `citizen.stand-in-taken`,
 * 422 for days in the past, an end before the start, or more than three months.
 */
@Injectable()
export class StandIn {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, roleId, userId, from, lastDay }: StandingIn): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      if (from < tx.today) throw invalid({ field: 'from', code: 'fault.citizen.past' });
      if (lastDay < from) throw invalid({ field: 'lastDay', code: 'fault.citizen.end-before-start' });
      if (daysBetween(from, lastDay) >= longestDays) throw invalid({ field: 'lastDay', code: 'fault.citizen.stand-in-too-long' });
      const days = { from, until: addDays(lastDay, 1) };
      const around = await rolesAround(tx, citizenId);
      const away = around.find(({ id, standsInFor }) => id === roleId && !standsInFor);
      if (!away) throw notFound();
      if (!within(days, away)) throw invalid({ field: 'from', code: 'fault.citizen.outside-role' });
      if (away.userId === userId || !isAttached(around, userId, days)) throw new Refusal('citizen.stand-in-not-attached');
      if (around.some((each) => each.standsInFor === roleId && meets(each, days))) throw new Refusal('citizen.stand-in-taken');
      const id = await attach(tx, actor, { citizenId, userId, role: away.role, isPrimary: false, ...days, standsInFor: roleId });
      await journal(tx, actor, { action: 'citizen.stand-in', subject: 'citizen', subjectId: citizenId, after: { userId, role: away.role, ...days } });
      return { id };
    });
  }
}

/** On every one of those days in a role of their own, if not always the same. */
function isAttached(around: readonly CitizenRole[], userId: string, { from, until }: { readonly from: string; readonly until: string }): boolean {
  const own = around.filter((each) => each.userId === userId && !each.standsInFor);
  return Array.from({ length: daysBetween(from, until) }, (_, index) => addDays(from, index)).every((day) => own.some((role) => holdsOn(role, day)));
}
