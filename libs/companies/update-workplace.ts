import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import { closeWorkplace, lockForClosing } from './close-workplace.js';
import { workplaceOf, type Workplace } from './workplaces.queries.js';
import { refreshSearch, workplaceColumns, workplaceValues, type WrittenWorkplace } from './write-workplace.js';

export interface WorkplaceChange extends WrittenWorkplace {
  readonly workplaceId: string;
  /** First day it is no more; null opens it again. */
  readonly closedOn?: string | null;
  readonly version: number;
}

/**
 * Changes a workplace; what is left out stays. A new postal code asks for its municipality anew, a new sector code for
 * its friendly sector. Slots and openings there follow (trigger workplace_carries). Closing it takes what is offered
 * there out of the pool, and is refused while somebody is promised a place (`workplace.in-use`). Refuses with `edit.stale` (412).
 */
@Injectable()
export class UpdateWorkplace {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  run(actor: Actor, { workplaceId, version, ...change }: WorkplaceChange): Promise<Workplace> {
    return this.db.write(actor, async (tx) => {
      if (change.closedOn !== undefined) await lockForClosing(tx, workplaceId);
      const before = await workplaceOf(tx, workplaceId);
      const after = { ...before, ...forgetting(before, change), ...change };
      const values = await workplaceValues(tx, await this.reference.current(tx), after);
      const updated = await tx.run(
        `update workplace set (${workplaceColumns}) = ($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18),
                closed_on = $3, version = version + 1
          where id = $1 and version = $2`,
        [workplaceId, version, after.closedOn, ...values],
      );
      if (updated === 0) throw staleEdit(await workplaceOf(tx, workplaceId));
      if (after.closedOn !== before.closedOn) await closeWorkplace(tx, actor, before, after.closedOn);
      await refreshSearch(tx, before.companyId);
      await journal(tx, actor, { action: 'workplace.updated', subject: 'workplace', subjectId: workplaceId, companyId: before.companyId, workplaceId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return workplaceOf(tx, workplaceId);
    });
  }
}

/** What another postal code, sector code or number of employees makes untrue unless it is said again. */
function forgetting(before: Workplace, change: WrittenWorkplace): WrittenWorkplace {
  const moved = change.postalCode !== undefined && change.postalCode !== before.postalCode;
  const otherTrade = change.sectorCode !== undefined && change.sectorCode !== before.sectorCode;
  const counted = change.employeesFte !== undefined && change.employeesFte !== before.employeesFte;
  return {
    ...(moved && { town: null, municipalityCode: null }),
    ...(otherTrade && { sectorId: null, sectorScheme: null }),
    ...(counted && { employeesOn: null }),
  };
}
