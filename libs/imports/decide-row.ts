import { Injectable } from '@nestjs/common';
import { type Actor, Db, invalid, Refusal } from '#platform';
import { type ImportRowView, ImportsQueries } from './imports.queries.js';

/** `same:<n>` is the row's nth candidate, from 0; `new` something of its own; `leave-out` not this time. */
export type RowDecision = 'new' | 'leave-out' | `same:${number}`;

/**
 * A person's answer for a row that needs one. Other rows of the same company follow it. Can be changed until the run.
 * @throws 404, `import.not-open` (409) when the run has begun, `input.invalid` (422) for a candidate that is not there
 */
@Injectable()
export class DecideRow {
  constructor(
    private readonly db: Db,
    private readonly queries: ImportsQueries,
  ) {}

  run(
    actor: Actor,
    { importId, row, decision }: { importId: string; row: number; decision: RowDecision },
  ): Promise<ImportRowView> {
    return this.db.write(actor, async (tx) => {
      const { status } = await tx.one<{ status: string }>('select status from import_run where id = $1 for share', [
        importId,
      ]);
      if (status !== 'preview') throw new Refusal('import.not-open');
      const asked = await tx.one<{ candidates: number }>(
        `select jsonb_array_length(candidates) as candidates from import_row where import_id = $1 and row_number = $2 and verdict = 'decision'`,
        [importId, row],
      );
      if (decision.startsWith('same:') && Number(decision.slice(5)) >= asked.candidates)
        throw invalid({ field: 'decision', code: 'fault.unknown' });
      await tx.run('update import_row set decision = $3 where import_id = $1 and row_number = $2', [
        importId,
        row,
        decision,
      ]);
      return this.queries.row(tx, importId, row);
    });
  }
}
