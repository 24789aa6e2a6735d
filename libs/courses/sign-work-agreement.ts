import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, notFound, Refusal, type Actor } from '#platform';
import { lockCourse } from './course-row.js';

export interface Signature {
  readonly courseId: string;
  readonly workAgreementId: string;
  readonly party: 'citizen' | 'company' | 'organisation';
  readonly signedOn: string;
  /** Accepted on the party's behalf, and why; nothing: signed on the paper itself. */
  readonly onBehalfReason?: string;
}

interface Version {
  readonly number: number;
  readonly newest: boolean;
  readonly writtenOn: string;
  readonly signed: boolean;
}

const versionSql = `
select a.number, (a.created_at at time zone 'Europe/Copenhagen')::date as "writtenOn",
       not exists (select from work_agreement n where n.course_id = a.course_id and n.number > a.number) as newest,
       exists (select from work_agreement_signature s where s.work_agreement_id = a.id and s.party = $3) as signed
  from work_agreement a where a.id = $1 and a.course_id = $2`;

/**
 * One party signs the newest version, or somebody accepts it on the party's behalf with a stated reason. Refuses
 * `work-agreement.superseded`, `work-agreement.signed`, `course.closed`, and 422 for a day that cannot be.
 */
@Injectable()
export class SignWorkAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, workAgreementId, party, signedOn, onBehalfReason }: Signature): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      await lockCourse(tx, actor, courseId);
      const version = await tx.row<Version>(versionSql, [workAgreementId, courseId, party]);
      if (!version) throw notFound();
      if (!version.newest) throw new Refusal('work-agreement.superseded');
      if (version.signed) throw new Refusal('work-agreement.signed');
      if (signedOn > tx.today) throw invalid({ field: 'signedOn', code: 'fault.terms.ahead' });
      if (signedOn < version.writtenOn) throw invalid({ field: 'signedOn', code: 'fault.work-agreement.before-written' });
      const id = tx.newId();
      await tx.run(
        `insert into work_agreement_signature (organisation_id, id, work_agreement_id, party, signed_on, on_behalf_reason, created_at, created_by)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $7)`,
        [id, workAgreementId, party, signedOn, onBehalfReason ?? null, tx.now, actor.userId],
      );
      const action = onBehalfReason ? 'work-agreement.accepted-on-behalf' : 'work-agreement.signed';
      await journal(tx, actor, { action, subject: 'course', subjectId: courseId, after: { number: version.number, party, reason: onBehalfReason ?? null } });
      return { id };
    });
  }
}
