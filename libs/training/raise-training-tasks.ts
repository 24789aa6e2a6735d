import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { raiseTask } from '#tasks';
import { peopleToTrain } from './needs.queries.js';

/**
 * The round: whoever should be trained by the model's rule and is asked to no session yet is a task for the agreement's
 * contact person. Once for a person under an agreement since a day: a signing, a first match, a naming, or a lapse.
 */
@Injectable()
export class RaiseTrainingTasks {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<number> {
    return this.db.write(
      actor,
      async (tx) => {
        const people = (await peopleToTrain(tx, tx.today, { untold: true })).filter(({ sessionId }) => sessionId === null);
        let raised = 0;
        for (const person of people) {
          const isNew = await raiseTask(tx, {
            kind: person.role === 'mentor' ? 'mentor-training' : 'coordinator-training',
            subject: person.mentorId ? 'mentor' : 'agreement',
            subjectId: person.mentorId ?? person.agreementId,
            occasion: `${person.agreementId}:${person.kind}:${person.since}`,
            companyId: person.companyId,
            workplaceId: person.workplaceId,
            userId: person.contactUserId,
            dueOn: tx.today,
            facts: { agreementId: person.agreementId, since: person.since, kind: person.kind },
          });
          raised += isNew ? 1 : 0;
        }
        return raised;
      },
      30_000,
    );
  }
}
