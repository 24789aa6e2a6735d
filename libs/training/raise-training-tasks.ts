import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import { peopleToTrain, type PersonToTrain } from './needs.queries.js';

/**
 * The round: whoever should be trained by the model's rule and is asked to no session yet is a task for the agreement's
 * contact person, until they are trained or the rule asks it no more (the agreement is over, or of another model). Once
 * for a person under an agreement and model since a day: a signing, a first match, a naming, or a lapse.
 */
@Injectable()
export class RaiseTrainingTasks {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<number> {
    return this.db.write(actor, (tx) => keepTrainingTasks(tx, actor), 30_000);
  }
}

async function keepTrainingTasks(tx: Tx, actor: Actor): Promise<number> {
  const wanted = await peopleToTrain(tx, tx.today, { tasks: 'told' });
  await tx.run(
    `update task set done_at = $2, done_by = $3, overtaken = true, version = version + 1
      where kind in ('mentor-training', 'coordinator-training') and done_at is null
        and concat_ws(' ', kind, subject_id, facts ->> 'agreementId') <> all ($1::text[])`,
    [wanted.map(({ agreementId, ...person }) => [kindOf(person), subjectOf({ agreementId, ...person }), agreementId].join(' ')), tx.now, actor.userId],
  );
  const people = (await peopleToTrain(tx, tx.today, { tasks: 'untold' })).filter(({ sessionId }) => sessionId === null);
  let raised = 0;
  for (const person of people) raised += (await raise(tx, person)) ? 1 : 0;
  return raised;
}

const kindOf = ({ role }: Pick<PersonToTrain, 'role'>): 'mentor-training' | 'coordinator-training' => `${role}-training`;
const subjectOf = ({ mentorId, agreementId }: Pick<PersonToTrain, 'mentorId' | 'agreementId'>): string => mentorId ?? agreementId;

const raise = (tx: Tx, person: PersonToTrain): Promise<boolean> => {
  const { agreementId, model, kind, since } = person;
  return raiseTask(tx, {
    kind: kindOf(person),
    subject: person.mentorId ? 'mentor' : 'agreement',
    subjectId: subjectOf(person),
    occasion: [agreementId, model, kind, since].join(':'),
    companyId: person.companyId,
    workplaceId: person.workplaceId,
    userId: person.contactUserId,
    dueOn: tx.today,
    facts: { agreementId, model, since, kind },
  });
};
