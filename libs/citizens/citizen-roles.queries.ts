import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { rolesAround, type CitizenRole, type CitizenRoleName } from './citizen-role-row.js';
import { holdsOn, lastPrimary, missingRoles, splitOf, type Split } from './citizen-roles.rules.js';
import { seeCitizen } from './see-citizens.js';

export interface RolesAround {
  readonly on: string;
  readonly split: Split;
  readonly missing: readonly CitizenRoleName[];
  /** Today's primary contact; null: the citizen is not with the service. */
  readonly primary: CitizenRole | null;
  /** Whom a planned handover makes primary contact, from when; of several planned the last. */
  readonly comingPrimary: CitizenRole | null;
  /** Who answers for the primary contact today. */
  readonly primaryStandIn: CitizenRole | null;
  readonly items: readonly CitizenRole[];
}

@Injectable()
export class CitizenRolesQueries {
  constructor(private readonly db: Db) {}

  /** Everybody who is, will be or was attached, and how the functions are split today. Noted as seen. */
  around(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<RolesAround> {
    return this.db.touch(actor, async (tx) => {
      await seeCitizen(tx, actor, citizenId, 'roles');
      const items = await rolesAround(tx, citizenId);
      const now = items.filter((role) => holdsOn(role, tx.today));
      const own = now.filter(({ standsInFor }) => !standsInFor);
      const primary = now.find(({ isPrimary }) => isPrimary) ?? null;
      const primaryStandIn = now.find(({ standsInFor }) => primary !== null && standsInFor === primary.id) ?? null;
      const last = lastPrimary(items);
      const comingPrimary = last && last.from > tx.today ? last : null;
      return { on: tx.today, split: splitOf(own), missing: missingRoles(own), primary, comingPrimary, primaryStandIn, items };
    });
  }
}
