import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { enrolmentsOf, type Enrolment } from './enrolment-row.js';
import { issueCertificate, revokeCertificate } from './issue-certificate.js';
import { lockSession } from './session-row.js';
import { refusesAttendance } from './session.rules.js';

export interface Attendance {
  readonly sessionId: string;
  /** null takes a mark back. Those left out stay as they are. */
  readonly marks: readonly { readonly enrolmentId: string; readonly came: boolean | null }[];
}

/**
 * Who came. Whoever did gets a certificate, unless it was a network meeting; a mark that was wrong takes it back. What was
 * answered and the seat stay as they are beside the mark, and hold again when it is taken back. Refuses `training.session-cancelled` and `training.session-not-begun`.
 */
@Injectable()
export class RecordAttendance {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { sessionId, marks }: Attendance): Promise<{ items: Enrolment[] }> {
    return this.db.write(actor, async (tx) => {
      const session = await lockSession(tx, sessionId);
      const refused = refusesAttendance(session.state);
      if (refused) throw new Refusal(refused);
      for (const mark of marks) {
        if (!(await write(tx, actor, sessionId, mark))) continue;
        if (mark.came && session.courseKind !== 'network') await issueCertificate(tx, actor, mark.enrolmentId);
        else await revokeCertificate(tx, actor, mark.enrolmentId);
      }
      const came = marks.filter((mark) => mark.came).length;
      await journal(tx, actor, { action: 'training-session.attended', subject: 'training-session', subjectId: sessionId, after: { day: session.day, came, marked: marks.length } });
      return { items: await enrolmentsOf(tx, sessionId) };
    });
  }
}

/** Writes one mark; false when it stood so already. */
async function write(tx: Tx, actor: Actor, sessionId: string, { enrolmentId, came }: Attendance['marks'][number]): Promise<boolean> {
  const row = await tx.row<{ came: boolean | null }>(
    'select case when attended_at is not null then true when absent_at is not null then false end as came from training_enrolment where id = $1 and session_id = $2',
    [enrolmentId, sessionId],
  );
  if (!row) throw invalid({ field: 'marks', code: 'fault.unknown' });
  if (row.came === came) return false;
  await tx.run(
    `update training_enrolment
        set attended_at = case when $2::boolean then $3::timestamptz end, absent_at = case when not $2::boolean then $3::timestamptz end, marked_by = $4, version = version + 1
      where id = $1`,
    [enrolmentId, came, tx.now, actor.userId],
  );
  return true;
}
