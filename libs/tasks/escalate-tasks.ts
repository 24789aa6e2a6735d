import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Rounds, type Actor } from '#platform';

/** The round: a refill that nobody has seen to within the organisation's refill_escalate_days is a manager's, too. Once each. */
@Injectable()
export class EscalateTasks implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every('tasks.escalate', '40 * * * *', this);
  }

  /** How many were escalated. */
  run(actor: Actor): Promise<number> {
    return this.db.write(
      actor,
      (tx) =>
        tx.run(
          `update task t set escalated_at = $1::timestamptz, version = t.version + 1
             from organisation g
            where g.organisation_id = t.organisation_id and t.kind = 'refill' and t.done_at is null and t.escalated_at is null
              and t.raised_at <= $1::timestamptz - make_interval(days => g.refill_escalate_days)`,
          [tx.now],
        ),
      30_000,
    );
  }
}
