import { Injectable } from '@nestjs/common';
import { workplaceOf } from '#companies';
import { journal } from '#journal';
import { Db, type Actor, type Tx } from '#platform';
import { checkedFacts, type MentorFacts } from './mentor-facts.js';
import { mentorOf, type Mentor } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';

export interface NewMentor extends MentorFacts {
  readonly workplaceId: string;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** How many trainees at once; 1 unless said. */
  readonly accepts?: number;
  readonly activeFrom?: string;
  readonly trainedOn?: string | null;
}

/** Names an employee of the company as mentor at a workplace. Training may come later: it warns, it never blocks. */
@Injectable()
export class NameMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: NewMentor): Promise<Mentor> {
    return this.db.write(actor, async (tx) => {
      const { companyId } = await workplaceOf(tx, input.workplaceId);
      const id = await insertMentor(tx, actor, await checkedFacts(tx, input));
      await refreshMentorsSlots(tx, id);
      await journal(tx, actor, { action: 'mentor.named', subject: 'mentor', subjectId: id, companyId, workplaceId: input.workplaceId, after: { name: input.name } });
      return mentorOf(tx, id);
    });
  }
}

/** Monday to Friday. */
const workingWeek = [1, 2, 3, 4, 5];

async function insertMentor(tx: Tx, actor: Actor, input: NewMentor): Promise<string> {
  const id = tx.newId();
  await tx.run(
    `insert into mentor (organisation_id, id, workplace_id, name, email, phone, accepts, active_from, trained_on, created_at, created_by,
                         experience, strengths, suits, consideration_ids, weekdays, language)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      id,
      input.workplaceId,
      input.name,
      input.email?.toLowerCase() ?? null,
      input.phone ?? null,
      input.accepts ?? 1,
      input.activeFrom ?? tx.today,
      input.trainedOn ?? null,
      tx.now,
      actor.userId,
      input.experience || null,
      input.strengths || null,
      input.suits || null,
      input.considerationIds ?? [],
      input.weekdays ?? workingWeek,
      input.language ?? 'da',
    ],
  );
  return id;
}
