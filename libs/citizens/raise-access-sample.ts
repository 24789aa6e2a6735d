import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, Db, Rounds, type Actor } from '#platform';
import { raiseTask } from '#tasks';
import { drawn } from './access-sample.queries.js';
import { sampleMonths } from './access-sample.rules.js';
import { unchecked } from './check-access.js';

/** So many days a manager has for a month's sample. */
const daysForIt = 14;

/** The round: when a month is over, each manager has its sample to check. Once a month and manager. */
@Injectable()
export class RaiseAccessSample implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every('citizens.access-sample', '50 4 * * *', this);
  }

  /** How many tasks are new. */
  run(actor: Actor): Promise<number> {
    return this.db.write(
      actor,
      async (tx) => {
        const month = sampleMonths(tx.today)[0] ?? '';
        if (unchecked(await drawn(tx, month)).length === 0) return 0;
        const managers = await tx.rows<{ id: string }>(
          `select u.id from app_user u join user_role r on r.organisation_id = u.organisation_id and r.user_id = u.id where r.role = 'manager' and u.disabled_at is null`,
        );
        const dueOn = addDays(`${tx.today.slice(0, 7)}-01`, daysForIt);
        let raised = 0;
        for (const { id } of managers) if (await raiseTask(tx, { kind: 'access-sample', subject: 'user', subjectId: id, occasion: month, userId: id, dueOn, facts: { month } })) raised += 1;
        return raised;
      },
      30_000,
    );
  }
}
