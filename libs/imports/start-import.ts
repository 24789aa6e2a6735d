import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { type Actor, Db, outbox, Refusal, staleEdit } from '#platform';
import { ImportsQueries, type ImportView } from './imports.queries.js';

/** A run that failed has changed nothing, so it may be tried again with the decisions as they stand. */
const OPEN = ['preview', 'failed'];

/**
 * Begins the run of a previewed import, or again of one that failed; the work is a job, and `rowsDone` shows how far it is. `undecided` says what
 * becomes of rows without a decision: taken as something of their own, or left out and given back with the refused ones.
 * @throws 404, `import.not-open` (409) when it has begun, `edit.stale` (412), `import.nothing-to-do` (422)
 */
@Injectable()
export class StartImport {
  constructor(
    private readonly db: Db,
    private readonly queries: ImportsQueries,
  ) {}

  run(
    actor: Actor,
    { importId, version, undecided }: { importId: string; version: number; undecided: 'new' | 'leave-out' },
  ): Promise<ImportView> {
    return this.db.write(actor, async (tx) => {
      const before = await this.queries.one(tx, importId);
      if (!OPEN.includes(before.status)) throw new Refusal('import.not-open');
      if (before.counts.refused === before.rowsTotal) throw new Refusal('import.nothing-to-do', { status: 422 });
      const started = await tx.run(
        `update import_run set status = 'running', started_at = $3, rows_done = 0, finished_at = null, error_code = null, version = version + 1
          where id = $1 and version = $2 and status = any ($4)`,
        [importId, version, tx.now, OPEN],
      );
      if (started === 0) throw staleEdit(await this.queries.one(tx, importId));
      await tx.run(
        `update import_row set decision = $2 where import_id = $1 and verdict = 'decision' and decision is null`,
        [importId, undecided],
      );
      await journal(tx, actor, {
        action: 'import.started',
        subject: 'import',
        subjectId: importId,
        after: { rows: before.rowsTotal },
      });
      await outbox(tx, 'import.started', importId);
      return this.queries.one(tx, importId);
    });
  }
}
