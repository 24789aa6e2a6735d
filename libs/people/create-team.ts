import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { checkTargetGroup, teamOf, type Team } from './teams.queries.js';

/** A new team: central, or working with one target group. Refuses with `team.exists` (409) when the name is taken. */
@Injectable()
export class CreateTeam {
  constructor(private readonly db: Db) {}

  run(
    actor: Actor,
    { name, targetGroup }: { readonly name: string; readonly targetGroup?: string | null },
  ): Promise<Team> {
    return this.db.write(actor, async (tx) => {
      await checkTargetGroup(tx, targetGroup);
      const id = tx.newId();
      await tx.run(
        'insert into team (organisation_id, id, name, target_group_code, created_at) values (app_organisation(), $1, $2, $3, $4)',
        [id, name, targetGroup ?? null, tx.now],
      );
      await journal(tx, actor, {
        action: 'team.created',
        subject: 'team',
        subjectId: id,
        after: { name, targetGroup },
      });
      return teamOf(tx, id);
    });
  }
}
