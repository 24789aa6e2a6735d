import { Controller, Req } from '@nestjs/common';
import { z } from 'zod';
import { ImportsQueries, SharingQueries, uploadedFiles, UploadSheet, withinLimit, type MultipartRequest } from '#imports';
import { By, holdsCpr, Input, Refusal, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { importHref } from './import-href.js';
import { ImportsPage } from './imports.page.js';

const listPage = page({ id: 'importsPage', method: 'get', path: '/import', permission: 'imports.read', query: z.object({ cursor: z.string().max(400).optional() }) });
const uploadForm = page({ id: 'uploadSheetsForm', method: 'post', path: '/import', permission: 'imports.write', consumes: 'multipart/form-data' });
const pageSize = 25;

/** What became of the files of one upload. */
interface Taken {
  readonly ids: readonly string[];
  /** One sentence for each file that was refused. */
  readonly refused: readonly string[];
}

/** The imports so far, and the way to bring in more. */
@Controller()
export class ImportsPages {
  constructor(
    private readonly imports: ImportsQueries,
    private readonly sharing: SharingQueries,
    private readonly uploadSheet: UploadSheet,
  ) {}

  @Page(listPage)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { cursor }: InputOf<typeof listPage>): Promise<unknown> {
    return this.page(ui, actor, undefined, cursor);
  }

  @Page(uploadForm)
  async upload(@For() ui: Ui, @By() actor: Actor, @Req() request: MultipartRequest): Promise<PageAnswer> {
    const taken = await this.take(ui, actor, request);
    const [only, ...more] = taken.ids;
    if (only && more.length === 0 && taken.refused.length === 0) return seeOther(importHref(only), 'import.uploaded');
    return taken.refused.length === 0 ? seeOther('/import', 'import.uploaded.several') : again(await this.page(ui, actor, taken));
  }

  /** One file at a time; one that is refused does not stop the others. The form's mark is checked before anything is done. */
  private async take(ui: Ui, actor: Actor, request: MultipartRequest): Promise<Taken> {
    const [ids, refused]: [string[], string[]] = [[], []];
    const read = await submit(ui, z.unknown(), {}, async () => {
      for await (const { mark, ...file } of uploadedFiles(request)) {
        if (mark !== ui.csrf) throw new Refusal('request.cross-site', { status: 403 });
        const result = await submit(ui, z.unknown(), {}, () => this.uploadSheet.run(actor, withinLimit(file)));
        if ('done' in result) ids.push(result.done.id);
        else refused.push(ui.t('importPage.fileRefused', { file: nameForPage(file.fileName), reason: Object.values(result.errors).join(' ') }));
      }
      if (ids.length + refused.length === 0) throw new Refusal('import.no-file', { status: 422 });
    });
    return { ids, refused: 'errors' in read ? [...refused, ...Object.values(read.errors)] : refused };
  }

  private async page(ui: Ui, actor: Actor, taken?: Taken, cursor?: string) {
    const [{ items, next }, sharing] = await Promise.all([this.imports.list(actor, { cursor, limit: pageSize }), this.sharing.everybody(actor)]);
    return <ImportsPage ui={ui} runs={items} sharing={sharing} refused={taken?.refused ?? []} taken={taken?.ids.length ?? 0} more={next ? moreHref(ui.path, next) : undefined} />;
  }
}

/** A name that is refused for the number in it is not shown either. */
const nameForPage = (fileName: string): string => (holdsCpr(fileName) ? '…' : fileName);
