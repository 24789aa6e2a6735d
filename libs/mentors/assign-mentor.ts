import { Injectable } from '@nestjs/common';
import { workplaceOf } from '#companies';
import { journal } from '#journal';
import { Db, invalid, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { mentorOf } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';

export interface Assignment {
  readonly id: string;
  readonly workplaceId: string;
  readonly from: string;
  /** First day no longer there; null: for as long as the mentor is one. */
  readonly until: string | null;
  readonly version: number;
}

export interface NewAssignment {
  readonly mentorId: string;
  readonly workplaceId: string;
  readonly from?: string;
  readonly until?: string | null;
}

const columns = `id, workplace_id as "workplaceId", starts_on as "from", ends_on as "until", version`;

/** Further workplaces of a mentor, by their first day. */
export const assignmentsOf = (tx: Tx, mentorId: string): Promise<Assignment[]> =>
  tx.rows<Assignment>(`select ${columns} from mentor_workplace where mentor_id = $1 order by starts_on, id limit 50`, [mentorId]);

/**
 * Names a mentor at one more workplace (of the company, of a cluster), from a day until a day. The days must lie within
 * the mentor's own. Refuses `mentor.already-there` when named there some of those days.
 */
@Injectable()
export class AssignMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { mentorId, workplaceId, from, until = null }: NewAssignment): Promise<Assignment> {
    return this.db.write(actor, async (tx) => {
      const [mentor, { companyId }] = await Promise.all([mentorOf(tx, mentorId), workplaceOf(tx, workplaceId)]);
      const first = from ?? tx.today;
      if (until !== null && until <= first) throw invalid({ field: 'until', code: 'fault.mentor.dates' });
      if (first < mentor.activeFrom || (mentor.activeUntil !== null && first >= mentor.activeUntil)) throw invalid({ field: 'from', code: 'fault.mentor.not-active-then' });
      const there = 'select from mentor_workplace where mentor_id = $1 and workplace_id = $2 and period && daterange($3::date, $4::date)';
      if (workplaceId === mentor.workplaceId || (await tx.row(there, [mentorId, workplaceId, first, until]))) throw new Refusal('mentor.already-there');
      const id = tx.newId();
      await tx.run(
        `insert into mentor_workplace (organisation_id, id, mentor_id, workplace_id, period, created_at, created_by)
         values (app_organisation(), $1, $2, $3, daterange($4::date, $5::date), $6, $7)`,
        [id, mentorId, workplaceId, first, until, tx.now, actor.userId],
      );
      await refreshMentorsSlots(tx, mentorId);
      await journal(tx, actor, { action: 'mentor.assigned', subject: 'mentor', subjectId: mentorId, companyId, workplaceId, after: { from: first, until } });
      return tx.one<Assignment>(`select ${columns} from mentor_workplace where id = $1`, [id]);
    });
  }
}

/** Says from which day a mentor is no longer at a further workplace: after the first day there. */
@Injectable()
export class EndAssignment {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { assignmentId, until, version }: { readonly assignmentId: string; readonly until: string; readonly version: number }): Promise<Assignment> {
    return this.db.write(actor, async (tx) => {
      const found = await tx.one<Assignment & { readonly mentorId: string }>(`select ${columns}, mentor_id as "mentorId" from mentor_workplace where id = $1 for no key update`, [assignmentId]);
      const { mentorId, ...before } = found;
      if (until <= before.from) throw invalid({ field: 'until', code: 'fault.mentor.dates' });
      const ended = await tx.run('update mentor_workplace set period = daterange(starts_on, $3::date), version = version + 1 where id = $1 and version = $2', [assignmentId, version, until]);
      if (ended === 0) throw staleEdit(before);
      await refreshMentorsSlots(tx, mentorId);
      await journal(tx, actor, { action: 'mentor.unassigned', subject: 'mentor', subjectId: mentorId, workplaceId: before.workplaceId, before: { until: before.until }, after: { until } });
      return tx.one<Assignment>(`select ${columns} from mentor_workplace where id = $1`, [assignmentId]);
    });
  }
}
