import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, Refusal, type Actor, type Tx } from '#platform';
import { lockVisit, lockVisitOf } from './lock-visit.js';
import { settleVisit } from './raise-visit-tasks.js';
import { keepUntil } from './soft-hold.js';
import { companyActor, presentedVisitLink, visitLinkNow } from './visit-link.js';
import { visitOf, type Visit } from './visit-row.js';

/** What a link answers: one of the times, or that none will do. */
export interface LinkAnswer {
  readonly token: string;
  readonly number?: number;
  readonly note?: string;
}

/**
 * The company chooses a time by its link, or says that none fits. Only ever by POST. Refuses `visit-link.unknown` (404),
 * `visit-link.agreed`, `.none-fits`, `.late`, `.over`, `.expired`, `.renewed` when there is nothing to answer any more,
 * and `visit.time-past` for one that went by.
 */
@Injectable()
export class AnswerVisitLink {
  constructor(private readonly db: Db) {}

  async run({ token, number, note }: LinkAnswer): Promise<{ readonly chosen: number | null }> {
    const link = await presentedVisitLink(this.db, token);
    const { visit } = await this.db.read(link, (tx) => visitLinkNow(tx, link));
    const actor = companyActor(link, visit);
    return this.db.write(actor, async (tx) => {
      const locked = await lockVisit(tx, link.visitId);
      const { state } = await visitLinkNow(tx, link, locked);
      if (state !== 'open') throw new Refusal(`visit-link.${state}`);
      if (number === undefined) await noneFits(tx, actor, locked, note ?? null);
      else await choose(tx, actor, locked, number);
      await outbox(tx, 'mail.visit-answered', locked.id);
      return { chosen: number ?? null };
    });
  }
}

/** A colleague writes down the time agreed by telephone. Refuses as `lockVisitOf` does, `visit.time-past`. */
@Injectable()
export class ChooseVisitTime {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { visitId, number, version }: { readonly visitId: string; readonly number: number; readonly version: number }): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await lockVisitOf(tx, actor, visitId, version);
      await choose(tx, actor, visit, number);
      return visitOf(tx, visitId);
    });
  }
}

async function choose(tx: Tx, actor: Actor, visit: Visit, number: number): Promise<void> {
  const time = visit.times.find((each) => each.number === number);
  if (!time) throw new Refusal('visit.time-unknown', { status: 422 });
  if (time.startsAt <= tx.now) throw new Refusal('visit.time-past');
  await tx.run('update visit set chosen = $2, chosen_at = $3, version = version + 1 where id = $1', [visit.id, number, tx.now]);
  if (visit.reservationId) await keepUntil(tx, visit.reservationId, [time.day]);
  await settleVisit(tx, visit.id, actor.userId);
  await note(tx, actor, visit, 'visit.agreed', { startsAt: time.startsAt });
}

async function noneFits(tx: Tx, actor: Actor, visit: Visit, text: string | null): Promise<void> {
  await tx.run('update visit set none_fits_at = $2, none_fits_note = $3, version = version + 1 where id = $1', [visit.id, tx.now, text]);
  await note(tx, actor, visit, 'visit.none-fits', {});
}

const note = (tx: Tx, actor: Actor, { id, companyId, workplaceId }: Visit, action: string, after: Readonly<Record<string, unknown>>): Promise<void> =>
  journal(tx, actor, { action, subject: 'visit', subjectId: id, companyId, workplaceId, after });
