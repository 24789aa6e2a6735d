import { Injectable } from '@nestjs/common';
import { type Actor, Db, Refusal } from '#platform';

/** Throws away a preview and every row of it. @throws 404, `import.not-open` (409) when it has been run */
@Injectable()
export class DiscardImport {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { importId }: { importId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const { status } = await tx.one<{ status: string }>('select status from import_run where id = $1 for update', [
        importId,
      ]);
      if (status !== 'preview' && status !== 'failed') throw new Refusal('import.not-open');
      await tx.run('delete from import_row where import_id = $1', [importId]);
      await tx.run('delete from import_run where id = $1', [importId]);
    });
  }
}
