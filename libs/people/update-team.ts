import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { checkTargetGroup, teamOf, type Team } from './teams.queries.js';

export interface TeamChange {
  readonly teamId: string;
  readonly name: string;
  readonly targetGroup: string | null;
  readonly version: number;
}

/** Changes a team's name or target group. Refuses with `edit.stale` (412) and `team.exists` (409). */
@Injectable()
export class UpdateTeam {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { teamId, name, targetGroup, version }: TeamChange): Promise<Team> {
    return this.db.write(actor, async (tx) => {
      const before = await teamOf(tx, teamId);
      if (targetGroup !== before.targetGroup) await checkTargetGroup(tx, targetGroup);
      const updated = await tx.run(
        'update team set name = $2, target_group_code = $3, version = version + 1 where id = $1 and version = $4',
        [teamId, name, targetGroup, version],
      );
      if (updated === 0) throw staleEdit(await teamOf(tx, teamId));
      await journal(tx, actor, {
        action: 'team.updated',
        subject: 'team',
        subjectId: teamId,
        ...changes({ ...before }, { name, targetGroup }),
      });
      return teamOf(tx, teamId);
    });
  }
}
