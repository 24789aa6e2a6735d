import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor } from '#platform';

export interface Closure {
  readonly workplaceId: string;
  readonly from: string;
  /** First day open again. */
  readonly until: string;
  readonly reason: string;
}

export interface ClosedWorkplace extends Closure {
  readonly id: string;
}

/**
 * Writes down that a workplace is shut for some days (ferielukket). Nobody's place is taken away; whoever plans sees it.
 * Refuses 422 for an end before the start, `closure.twice` when it is shut on one of those days already.
 */
@Injectable()
export class CloseWorkplace {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { workplaceId, from, until, reason }: Closure): Promise<ClosedWorkplace> {
    return this.db.write(actor, async (tx) => {
      if (until <= from) throw invalid({ field: 'until', code: 'fault.opening.dates' });
      const { companyId } = await tx.one<{ companyId: string }>('select company_id as "companyId" from workplace where id = $1 for no key update', [workplaceId]);
      const twice = await tx.row(
        'select 1 from workplace_closure where workplace_id = $1 and cancelled_at is null and starts_on < $3::date and ends_on > $2::date',
        [workplaceId, from, until],
      );
      if (twice) throw new Refusal('closure.twice');
      const id = tx.newId();
      await tx.run(
        `insert into workplace_closure (organisation_id, id, workplace_id, period, reason, created_at, created_by)
         values (app_organisation(), $1, $2, daterange($3::date, $4::date), $5, $6, $7)`,
        [id, workplaceId, from, until, reason, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'workplace.closure-added', subject: 'workplace', subjectId: workplaceId, companyId, workplaceId, after: { from, until, reason } });
      return { id, workplaceId, from, until, reason };
    });
  }
}

/** It will not be shut after all. Refuses with 404, also when it was cancelled already. */
@Injectable()
export class CancelClosure {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id }: { readonly id: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const { companyId, ...before } = await tx.one<Closure & { readonly companyId: string }>(
        `update workplace_closure z set cancelled_at = $2, version = z.version + 1
           from workplace w
          where z.id = $1 and z.cancelled_at is null and w.organisation_id = z.organisation_id and w.id = z.workplace_id
         returning z.workplace_id as "workplaceId", z.starts_on as "from", z.ends_on as "until", z.reason, w.company_id as "companyId"`,
        [id, tx.now],
      );
      const { workplaceId } = before;
      await journal(tx, actor, { action: 'workplace.closure-cancelled', subject: 'workplace', subjectId: workplaceId, companyId, workplaceId, before: { ...before } });
    });
  }
}
