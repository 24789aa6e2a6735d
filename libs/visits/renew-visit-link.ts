import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, Refusal } from '#platform';
import { lockVisit } from './lock-visit.js';
import { companyActor, presentedVisitLink, visitLinkNow } from './visit-link.js';

/**
 * An expired link asks for a new one, mailed to the same address and never shown here; it can do so once.
 * Refuses `visit-link.unknown` (404), `visit-link.not-expired`.
 */
@Injectable()
export class RenewVisitLink {
  constructor(private readonly db: Db) {}

  async run(token: string): Promise<void> {
    const link = await presentedVisitLink(this.db, token);
    const { visit } = await this.db.read(link, (tx) => visitLinkNow(tx, link));
    const actor = companyActor(link, visit);
    await this.db.write(actor, async (tx) => {
      const { id, companyId, workplaceId } = await lockVisit(tx, link.visitId);
      const { state } = await visitLinkNow(tx, link);
      if (state !== 'expired') throw new Refusal('visit-link.not-expired');
      await tx.run('update visit_link set renewed_at = $2 where token_hash = $1', [link.hash, tx.now]);
      await journal(tx, actor, { action: 'visit.link-renewed', subject: 'visit', subjectId: id, companyId, workplaceId });
      await outbox(tx, 'mail.visit-times', id);
    });
  }
}
