import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { caseloadLimits, type CaseloadLimits } from './caseloads.queries.js';

/** How much each role weighs, and from how many a caseload is a warning. Refuses with `edit.stale` (412). */
@Injectable()
export class SetCaseloadLimits {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { version, ...wanted }: CaseloadLimits): Promise<CaseloadLimits> {
    return this.db.write(actor, async (tx) => {
      const before = await caseloadLimits(tx);
      const updated = await tx.run(
        `update organisation set caseload_warning = $1, caseload_consultant_percent = $2, caseload_caseworker_percent = $3,
                caseload_mentor_percent = $4, version = version + 1
          where organisation_id = app_organisation() and version = $5`,
        [wanted.warning, wanted.consultantPercent, wanted.caseworkerPercent, wanted.mentorPercent, version],
      );
      if (updated === 0) throw staleEdit(await caseloadLimits(tx));
      await journal(tx, actor, {
        action: 'organisation.updated',
        subject: 'organisation',
        subjectId: actor.organisationId,
        ...changes<Record<string, unknown>>({ ...before }, { ...wanted }),
      });
      return caseloadLimits(tx);
    });
  }
}
