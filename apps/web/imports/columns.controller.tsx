import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { ChangeColumns, importsOperations, ImportsQueries, type ImportView } from '#imports';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { textOf } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { columnName, ColumnsPage } from './columns.page.js';
import { importHref } from './import-href.js';

const at = { path: '/import/:importId/kolonner', permission: 'imports.write', params: z.object({ importId: z.uuid() }) } as const;
const showColumns = page({ ...at, id: 'importColumnsPage', method: 'get' });
const columnsForm = page({ ...at, id: 'importColumnsForm', method: 'post', body: formBody });

/** What the columns of a sheet hold, put right by a person. */
@Controller()
export class ColumnsPages {
  constructor(
    private readonly imports: ImportsQueries,
    private readonly changeColumns: ChangeColumns,
  ) {}

  @Page(showColumns)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { importId }: InputOf<typeof showColumns>): Promise<unknown> {
    const [run, samples] = await Promise.all([this.imports.read(actor, { importId }), this.imports.samples(actor, { importId })]);
    if (run.status !== 'preview') return seeOther(importHref(importId));
    return <ColumnsPage ui={ui} run={run} samples={samples} mapping={run.mapping} version={run.version} errors={{}} />;
  }

  @Page(columnsForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { importId, ...values }: InputOf<typeof columnsForm>): Promise<PageAnswer> {
    const [run, samples] = await Promise.all([this.imports.read(actor, { importId }), this.imports.samples(actor, { importId })]);
    const mapping = mappingOf(values, run.mapping.length);
    const schema = z.preprocess(() => ({ mapping, version: Number(values.version) }), importsOperations.changeColumns.body);
    const result = await submit(ui, schema, values, (input) => this.changeColumns.run(actor, { importId, ...input }));
    if ('done' in result) return seeOther(importHref(importId), 'import.columns');
    const version = currentOf<ImportView>(result.refusal)?.version ?? Number(values.version);
    return again(<ColumnsPage ui={ui} run={run} samples={samples} mapping={mapping} version={version} errors={result.errors} />);
  }
}

const mappingOf = (values: FormValues, columns: number): (string | null)[] => Array.from({ length: columns }, (_, index) => textOf(values, columnName(index)) || null);
