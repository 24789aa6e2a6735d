import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { leavingDay } from './citizen-leaves.js';
import { refusePlansAfter } from './citizen-plans.js';
import { leave, rolesAround } from './citizen-role-row.js';
import { changeCitizen } from './see-citizens.js';
import { stay } from './take-back-parting.js';

export interface Parting {
  readonly citizenId: string;
  /** First day no longer with the service; today unless said. */
  readonly from?: string;
  readonly reason: string;
}

/**
 * The citizen is finished here or has moved: all roles end, nobody is primary contact, and nobody sees the record but by
 * a manager's look. Said again before the day, it is the new day that counts. Refuses as `changeCitizen` does,
 * `citizen.course-open`, `citizen.has-plans`, `citizen.away` when the citizen has left.
 */
@Injectable()
export class PartWithCitizen {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { citizenId, from, reason }: Parting): Promise<{ readonly from: string }> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'roles');
      const ends = from ?? tx.today;
      if (ends < tx.today) throw invalid({ field: 'from', code: 'fault.citizen.past' });
      const leaves = await leavingDay(tx, citizenId);
      if (leaves !== null && leaves <= tx.today) throw new Refusal('citizen.away');
      if (await tx.row('select from course where citizen_id = $1 and closed_on is null', [citizenId])) throw new Refusal('citizen.course-open');
      await refusePlansAfter(tx, actor, citizenId, ends);
      if (leaves !== null) await stay(tx, citizenId, leaves);
      await endAllRoles(tx, actor, { citizenId, from: ends, reason });
      await journal(tx, actor, { action: 'citizen.parted', subject: 'citizen', subjectId: citizenId, after: { from: ends } });
      return { from: ends };
    });
  }
}

/** From a day on nobody is attached. One who is away by then already stays so. */
export async function endAllRoles(tx: Tx, actor: Actor, { citizenId, from, reason }: Required<Parting>): Promise<void> {
  if (await tx.row('select from citizen_away where citizen_id = $1 and upper_inf(during) and lower(during) <= $2::date', [citizenId, from])) return;
  // A parting that was planned for later comes now.
  await tx.run('delete from citizen_away where citizen_id = $1 and lower(during) > $2::date', [citizenId, from]);
  const live = (await rolesAround(tx, citizenId)).filter(({ until }) => until === null || until > from);
  // Stand-ins first: they hang on the roles they stand in for.
  for (const role of live.toSorted((a, b) => Number(b.standsInFor !== null) - Number(a.standsInFor !== null))) await leave(tx, role, from);
  await tx.run(
    `insert into citizen_away (organisation_id, citizen_id, during, reason, created_at, created_by)
     values (app_organisation(), $1, daterange($2::date, null), $3, $4, $5)`,
    [citizenId, from, reason, tx.now, actor.userId],
  );
}
