import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, staleEdit, type Actor, type Tx } from '#platform';
import type { StatedEmployees } from './limits.queries.js';

export interface EmployeesStatement {
  readonly workplaceId: string;
  /** 'YYYY-MM': a month that is over. */
  readonly month: string;
  /** Ordinary employees in full-time equivalents (37 h a week), without publicly subsidised employees and under-18s. */
  readonly fte: number;
  /** Of the statement that is there already; without one: none is expected. */
  readonly version?: number;
}

/** Writes how many ordinary employees a workplace had in a month. Refuses `edit.stale` (412), 404; 422 for a month that is not over. */
@Injectable()
export class StateEmployees {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { workplaceId, month, fte, version }: EmployeesStatement): Promise<StatedEmployees> {
    return this.db.write(actor, async (tx) => {
      const workplace = await tx.one<{ companyId: string }>('select company_id as "companyId" from workplace where id = $1', [workplaceId]);
      const day = `${month}-01`;
      if (day >= `${tx.today.slice(0, 7)}-01`) throw invalid({ field: 'month', code: 'fault.employees.month-not-over' });
      const before = await tx.row<StatedEmployees>(`${select} where workplace_id = $1 and month = $2 for update`, [workplaceId, day]);
      if ((before?.version ?? undefined) !== version) throw staleEdit(before ?? null);
      await (before ? correct(tx, before.id, fte) : add(tx, actor, workplaceId, day, fte));
      const after = await tx.one<StatedEmployees>(`${select} where workplace_id = $1 and month = $2`, [workplaceId, day]);
      const told = (row: StatedEmployees) => ({ month, fte: row.fte });
      await journal(tx, actor, { action: 'workplace.employees-stated', subject: 'workplace', subjectId: workplaceId, companyId: workplace.companyId, workplaceId, before: before && told(before), after: told(after) });
      return after;
    });
  }
}

const select = 'select id, month, fte::float8 as fte, version from workplace_employees';

const correct = (tx: Tx, id: string, fte: number): Promise<number> => tx.run('update workplace_employees set fte = $2, version = version + 1 where id = $1', [id, fte]);

const add = (tx: Tx, actor: Actor, workplaceId: string, month: string, fte: number): Promise<number> =>
  tx.run(
    `insert into workplace_employees (organisation_id, id, workplace_id, month, fte, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, $6)`,
    [tx.newId(), workplaceId, month, fte, tx.now, actor.userId],
  );
