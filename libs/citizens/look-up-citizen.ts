import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, notFound, type Actor, type Tx } from '#platform';
import { mayLook } from './citizen-access.rules.js';
import { citizensOpenTo } from './see-citizens.js';

export interface Look {
  readonly id: string;
  /** Until when the citizen is open to the one who asked; null: they are attached anyway. */
  readonly untilAt: Date | null;
}

/** How long a look with a reason lasts. */
const lookMinutes = 60;

const soughtSql = `
select c.id, exists (select from citizen_role r
                       join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id
                       join app_user me on me.organisation_id = r.organisation_id and me.id = $2 and me.team_id = u.team_id
                      where r.organisation_id = c.organisation_id and r.citizen_id = c.id and r.valid @> $3::date) as "sameTeam"
  from citizen c where c.case_ref = $1 or c.id = (select citizen_id from citizen_seen where id = $4)`;

/** One citizen by the exact case reference; or the one whom a drawn row of the access log is about. */
export interface Sought {
  readonly caseRef?: string;
  readonly seenId?: string;
  readonly reason: string;
}

/**
 * One citizen by the exact case reference, with a reason, for an hour: what a manager does, or a colleague of the same
 * team when the one attached is away. It stands on the control list. Refuses with 404 for a reference that is unknown and
 * for one that is not theirs to look at, without a difference.
 */
@Injectable()
export class LookUpCitizen {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { caseRef, seenId, reason }: Sought): Promise<Look> {
    return this.db.write(actor, async (tx) => {
      const sought = await tx.one<{ id: string; sameTeam: boolean }>(soughtSql, [caseRef ?? null, actor.userId, tx.today, seenId ?? null]);
      const open = (await citizensOpenTo(tx, actor, [sought.id])).get(sought.id);
      if (open && open.basis !== 'look') return { id: sought.id, untilAt: null };
      if (!mayLook(actor, sought)) throw notFound();
      return { id: sought.id, untilAt: await openForAWhile(tx, actor, sought.id, reason) };
    });
  }
}

async function openForAWhile(tx: Tx, actor: Actor, citizenId: string, reason: string): Promise<Date> {
  const { until } = await tx.one<{ until: Date }>(
    `insert into citizen_access (organisation_id, id, citizen_id, user_id, kind, reason, from_at, until_at, granted_by)
     values (app_organisation(), $1, $2, $3, 'look', $4, $5, $5::timestamptz + make_interval(mins => $6), $3) returning until_at as until`,
    [tx.newId(), citizenId, actor.userId, reason, tx.now, lookMinutes],
  );
  await journal(tx, actor, { action: 'citizen.looked-up', subject: 'citizen', subjectId: citizenId });
  return until;
}
