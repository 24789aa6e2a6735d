import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OutboxHandlers, systemActor, type Actor, type Tx } from '#platform';
import { keepCalls } from './calls.js';
import { keepMatches } from './matches.js';
import { keepMentors } from './mentors-missing.js';
import { keepOffers } from './offers.js';
import { keepRefills } from './refills.js';

/**
 * An agreement was changed, paused, ended, converted or came in force: what its model asks for follows at once, not with
 * the next round. Once however often the news comes.
 */
@Injectable()
export class KeepAgreement implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly handlers: OutboxHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.on('agreement.changed', async ({ organisationId, subjectId }) => {
      const actor = systemActor(organisationId);
      await this.db.write(actor, (tx) => keepAgreement(tx, actor, subjectId));
    });
  }
}

async function keepAgreement(tx: Tx, actor: Actor, agreementId: string): Promise<void> {
  const slots = await tx.rows<{ id: string }>('select id from slot where agreement_id = $1', [agreementId]);
  const slotIds = slots.map(({ id }) => id);
  await Promise.all([keepRefills(tx, actor, slotIds), keepCalls(tx, actor, slotIds), keepOffers(tx, agreementId), keepMatches(tx, actor, { agreementId }), keepMentors(tx, agreementId)]);
}
