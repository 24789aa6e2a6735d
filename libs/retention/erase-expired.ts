import { Injectable, type OnModuleInit } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, Db, Rounds, type Actor, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import { dueBy, type Due } from './due.js';
import { eraseFacts, eraseReferences, makePseudonymous } from './erase-citizens.js';
import { eraseMentor } from './erase-mentor.js';
import { kinds, noticeDays, type Kind } from './retention.rules.js';

/** So many of a kind in one night: a first night after years must not hold others up. The next night goes on. */
const atOnce = 500;

/**
 * The night's work: what is over goes, kind by kind, each in a transaction of its own, and the journal says how many.
 * Those around a citizen or at a company are told a month before. What is gone is not found again, so that it happens once.
 */
@Injectable()
export class EraseExpired implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every('retention.erase', '35 3 * * *', this);
  }

  /** How many things went. */
  async run(actor: Actor): Promise<number> {
    let sum = 0;
    // One kind's trouble is not the others': all have their turn, then the job fails and is seen to.
    let trouble: unknown;
    for (const kind of kinds) sum += await this.db.write(actor, (tx) => eraseKind(tx, actor, kind), 60_000).catch((error: unknown) => ((trouble ??= error), 0));
    await this.db.write(actor, notify, 60_000);
    if (trouble) throw trouble;
    return sum;
  }
}

async function eraseKind(tx: Tx, actor: Actor, kind: Kind): Promise<number> {
  // Another worker at the same night's work: what it takes is no longer due to anybody, so nobody waits for it.
  const { free } = await tx.one<{ free: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free', [`erase ${kind} ${actor.organisationId}`]);
  if (!free) return 0;
  const due = (await dueBy(tx, kind, tx.today)).slice(0, atOnce);
  if (due.length === 0) return 0;
  const n = await erase[kind](tx, actor, due);
  await journal(tx, actor, { action: 'retention.erased', subject: 'organisation', subjectId: actor.organisationId, after: { kind, n } });
  return n;
}

type Erase = (tx: Tx, actor: Actor, due: readonly Due[]) => Promise<number>;

const each =
  (one: (tx: Tx, actor: Actor, id: string) => Promise<void>): Erase =>
  async (tx, actor, due) => {
    for (const { id } of due) if (id) await one(tx, actor, id);
    return due.length;
  };

/** Everything written on the last of these days or before. */
const log =
  (what: 'access-log' | 'journal'): Erase =>
  async (tx, _actor, due) => {
    const last = due.map(({ lastOn }) => lastOn).toSorted().at(-1) ?? '';
    const { n } = await tx.one<{ n: number }>(`select erase_log($1, ($2::date + 1)::timestamp at time zone 'Europe/Copenhagen') as n`, [what, last]);
    if (what === 'access-log') await tx.run(`delete from citizen_access where until_at < ($1::date + 1)::timestamp at time zone 'Europe/Copenhagen'`, [last]);
    return n;
  };

const courses: Erase = async (tx, actor, due) => {
  const n = await each(makePseudonymous)(tx, actor, due);
  await tx.run('select erase_citizens_texts($1)', [due.map(({ id }) => id)]);
  return n;
};

const erase: Readonly<Record<Kind, Erase>> = { citizen: each(eraseFacts), course: courses, reference: eraseReferences, mentor: each(eraseMentor), 'access-log': log('access-log'), journal: log('journal') };

/** A month ahead: the primary contact hears of a citizen, whoever comes first of a mentor. */
async function notify(tx: Tx): Promise<void> {
  const soon = addDays(tx.today, noticeDays);
  for (const { id, on } of await dueBy(tx, 'citizen', soon)) {
    const primary = await tx.row<{ userId: string }>('select user_id as "userId" from citizen_role where citizen_id = $1 and is_primary and valid @> $2::date', [id, tx.today]);
    if (!id || !primary || on <= tx.today) continue;
    await raiseTask(tx, { kind: 'citizen-retention', subject: 'citizen', subjectId: id, occasion: on, userId: primary.userId, dueOn: on, facts: { citizenId: id } });
  }
  for (const { id, on } of await dueBy(tx, 'mentor', soon)) {
    if (!id || on <= tx.today) continue;
    const place = await tx.one<{ companyId: string; workplaceId: string }>(
      'select w.company_id as "companyId", w.id as "workplaceId" from mentor m join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id where m.id = $1',
      [id],
    );
    await raiseTask(tx, { kind: 'mentor-retention', subject: 'mentor', subjectId: id, occasion: on, ...place, dueOn: on });
  }
}
