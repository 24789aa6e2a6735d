import { Controller, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { DiscardImport, importsOperations, ImportsQueries, StartImport, UndoImport } from '#imports';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { importHref, verdicts, type RowFilter } from './import-href.js';
import { ImportPage } from './import.page.js';

const params = z.object({ importId: z.uuid() });
const read = { method: 'get', permission: 'imports.read', params } as const;
const write = { method: 'post', permission: 'imports.write', params, body: formBody } as const;
/** A filter that cannot be meant is no filter. */
const filter = z.object({ verdict: z.enum(verdicts).optional().catch(undefined), warned: z.stringbool().optional().catch(undefined), cursor: z.string().max(400).optional() });
const showImport = page({ ...read, id: 'importPage', path: '/import/:importId', query: filter });
const downloadRefused = page({ ...read, id: 'downloadRefusedRows', path: '/import/:importId/afviste' });
const runForm = page({ ...write, id: 'runImportForm', path: '/import/:importId/koer' });
const undoForm = page({ ...write, id: 'undoImportForm', path: '/import/:importId/fortryd' });
const discardForm = page({ ...write, id: 'discardImportForm', path: '/import/:importId/kasser' });
const runSchema = readAs(importsOperations.startImport.body.required(), { version: 'number', undecided: 'text' });
const undoSchema = readAs(importsOperations.undoImport.body, { version: 'number' });
const pageSize = 25;

/** One import from preview to result: which of its faces is shown follows from how far it is. */
@Controller()
export class ImportPages {
  constructor(
    private readonly imports: ImportsQueries,
    private readonly startImport: StartImport,
    private readonly undoImport: UndoImport,
    private readonly discardImport: DiscardImport,
  ) {}

  @Page(showImport)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { importId, ...wanted }: InputOf<typeof showImport>): Promise<unknown> {
    return this.page(ui, actor, importId, wanted);
  }

  @Page(downloadRefused)
  async refused(@By() actor: Actor, @Input() input: InputOf<typeof downloadRefused>): Promise<StreamableFile> {
    const { bytes, disposition } = await this.imports.refusedFile(actor, input);
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition, length: bytes.length });
  }

  @Page(runForm)
  run(@For() ui: Ui, @By() actor: Actor, @Input() { importId, ...values }: InputOf<typeof runForm>): Promise<PageAnswer> {
    const wanted: FormValues = { undecided: 'new', ...values };
    return this.answer(ui, actor, importId, () => submit(ui, runSchema, wanted, (input) => this.startImport.run(actor, { importId, ...input })));
  }

  @Page(undoForm)
  undo(@For() ui: Ui, @By() actor: Actor, @Input() { importId, ...values }: InputOf<typeof undoForm>): Promise<PageAnswer> {
    return this.answer(ui, actor, importId, () => submit(ui, undoSchema, values, (input) => this.undoImport.run(actor, { importId, ...input })), 'import.undone');
  }

  @Page(discardForm)
  async discard(@For() ui: Ui, @By() actor: Actor, @Input() { importId }: InputOf<typeof discardForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.unknown(), {}, () => this.discardImport.run(actor, { importId }));
    return 'done' in result ? seeOther('/import', 'import.discarded') : again(await this.page(ui, actor, importId, {}, result.errors));
  }

  private async answer(ui: Ui, actor: Actor, importId: string, work: () => Promise<{ readonly done: unknown } | { readonly errors: FieldErrors }>, done?: string): Promise<PageAnswer> {
    const result = await work();
    return 'done' in result ? seeOther(importHref(importId), done) : again(await this.page(ui, actor, importId, {}, result.errors));
  }

  private async page(ui: Ui, actor: Actor, importId: string, wanted: RowFilter, errors: FieldErrors = {}) {
    const [run, rows] = await Promise.all([this.imports.read(actor, { importId }), this.imports.rows(actor, { importId, ...wanted, limit: pageSize })]);
    const kept = run.status === 'undone' ? await this.imports.kept(actor, { importId }) : [];
    return <ImportPage ui={ui} run={run} rows={rows.items} next={rows.next ?? undefined} filter={wanted} kept={kept} errors={errors} />;
  }
}
