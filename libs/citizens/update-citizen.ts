import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import { citizenRecord, type Citizen } from './citizen-row.js';
import { checkTargetGroup } from './create-citizen.js';
import { changeCitizen } from './see-citizens.js';
import { checkPostalCode, writeLists, writeTargetGroup, type CitizenFacts } from './write-citizen.js';

export interface CitizenChange extends CitizenFacts {
  readonly citizenId: string;
  readonly version: number;
  readonly targetGroup?: string;
  /** First day in the new target group; today unless said. */
  readonly targetGroupFrom?: string;
}

/**
 * Changes what is known of a citizen; what is left out stays. The journal says which facts changed, not to what.
 * Refuses as `changeCitizen` does, `edit.stale` (412), 422 for a target group that is not in force.
 */
@Injectable()
export class UpdateCitizen {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  run(actor: Actor, { citizenId, version, targetGroup, targetGroupFrom, ...facts }: CitizenChange): Promise<Citizen> {
    return this.db.write(actor, async (tx) => {
      await changeCitizen(tx, actor, citizenId, 'facts');
      const before = await citizenRecord(tx, citizenId);
      if (before.version !== version) throw staleEdit(before);
      const after = { ...before, ...facts };
      await checkPostalCode(tx, after.nearPostalCode);
      if (targetGroup && targetGroup !== before.targetGroup) {
        const from = targetGroupFrom ?? tx.today;
        await checkTargetGroup(tx, this.reference, targetGroup, from);
        await writeTargetGroup(tx, citizenId, targetGroup, from);
      }
      await tx.run(
        `update citizen set pseudonym = $2, minutes_possible = $3, near_postal_code = $4, travel_minutes = $5, transport = $6, version = version + 1
          where id = $1`,
        [citizenId, after.pseudonym, after.minutesPossible, after.nearPostalCode, after.travelMinutes, after.transport],
      );
      await writeLists(tx, citizenId, facts);
      const changed = Object.keys(changes<Record<string, unknown>>({ ...before }, { ...facts, ...(targetGroup && { targetGroup }) }).after);
      await journal(tx, actor, { action: 'citizen.updated', subject: 'citizen', subjectId: citizenId, after: { caseRef: before.caseRef, changed } });
      return citizenRecord(tx, citizenId);
    });
  }
}
