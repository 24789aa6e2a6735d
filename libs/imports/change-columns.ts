import { Injectable } from '@nestjs/common';
import { type Actor, Db, invalid, staleEdit } from '#platform';
import { ReferenceQueries } from '#reference';
import { headingFingerprint, type Mapping } from './columns.rules.js';
import { ImportsQueries, type ImportView } from './imports.queries.js';
import { type FileRow, previewRows } from './preview-rows.js';

/**
 * Says what the columns hold instead of what was recognised, and previews again; decisions made are forgotten.
 * The choice is remembered for this user and these headings.
 * @throws 404, `edit.stale` (412), `input.invalid` (422) when no column holds the name, a field is there twice, or the number of columns differs
 */
@Injectable()
export class ChangeColumns {
  constructor(
    private readonly db: Db,
    private readonly queries: ImportsQueries,
    private readonly reference: ReferenceQueries,
  ) {}

  run(
    actor: Actor,
    { importId, mapping, version }: { importId: string; mapping: Mapping; version: number },
  ): Promise<ImportView> {
    return this.db.write(
      actor,
      async (tx) => {
        const before = await this.queries.one(tx, importId);
        checkMapping(mapping, before.mapping.length);
        const changed = await tx.run(
          `update import_run set columns = $2, version = version + 1 where id = $1 and version = $3 and status = 'preview'`,
          [importId, JSON.stringify({ headings: before.headings, mapping }), version],
        );
        if (changed === 0) throw staleEdit(await this.queries.one(tx, importId));
        const rows = await tx.rows<FileRow>(
          'select row_number as row, cells from import_row where import_id = $1 order by row_number',
          [importId],
        );
        const counts = await previewRows(
          tx,
          importId,
          rows,
          { headings: before.headings, mapping },
          await this.reference.current(tx),
        );
        await tx.run('update import_run set counts = $2 where id = $1', [importId, JSON.stringify(counts)]);
        if (before.headings.length > 0) {
          await tx.run(
            `insert into import_mapping (organisation_id, user_id, fingerprint, columns, updated_at) values (app_organisation(), $1, $2, $3, $4)
             on conflict on constraint import_mapping_pk do update set columns = excluded.columns, updated_at = excluded.updated_at`,
            [actor.userId, headingFingerprint(before.headings), JSON.stringify(mapping), tx.now],
          );
        }
        return this.queries.one(tx, importId);
      },
      60_000,
    );
  }
}

function checkMapping(mapping: Mapping, columns: number): void {
  const fields = mapping.filter((field) => field !== null);
  if (mapping.length !== columns) throw invalid({ field: 'mapping', code: 'fault.import.columns-differ' });
  if (!fields.includes('name')) throw invalid({ field: 'mapping', code: 'fault.import.no-name-column' });
  if (new Set(fields).size < fields.length) throw invalid({ field: 'mapping', code: 'fault.import.column-twice' });
}
