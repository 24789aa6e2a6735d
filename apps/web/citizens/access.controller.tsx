import { Controller, Header, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { CitizenAccessQueries, CitizensQueries, citizensOperations, CoverCitizen, EndCover, SubjectReportQueries, subjectReportText } from '#citizens';
import { By, Input, pdf, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, optionalId, submit, type FormValues } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AccessPage } from './access.page.js';
import { CitizenChoices } from './citizen-choices.js';
import { citizenHref } from './citizen-href.js';
import { SubjectReportPage } from './subject-report.page.js';

const path = '/borgere/:citizenId/adgang';
const params = z.object({ citizenId: z.uuid() });
const accessPage = page({ id: 'citizenAccessPage', method: 'get', path, permission: 'citizens.read', params, query: z.object({ cursor: optionalId }) });
const coverForm = page({ id: 'coverForm', method: 'post', path, permission: 'citizens.write', aboutCitizen: true, params, body: formBody });
const endForm = page({ id: 'endCoverForm', method: 'post', path: `${path}/:accessId/slut`, permission: 'citizens.write', aboutCitizen: true, params: params.extend({ accessId: z.uuid() }), body: formBody });
const reportPage = page({ id: 'subjectReportPage', method: 'get', path: '/borgere/:citizenId/indsigt', permission: 'citizens.read', params });
const reportPdf = page({ id: 'subjectReportPdf', method: 'get', path: '/borgere/:citizenId/indsigt.pdf', permission: 'citizens.read', params, produces: 'application/pdf' });
const reportFile = page({ id: 'subjectReportFile', method: 'get', path: '/borgere/:citizenId/indsigt.json', permission: 'citizens.read', params });

const coverSchema = readAs(citizensOperations.coverCitizen.body, { userId: 'text', lastDay: 'text', reason: 'text' });

@Controller()
export class CitizenAccessPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly access: CitizenAccessQueries,
    private readonly cover: CoverCitizen,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(accessPage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, cursor }: InputOf<typeof accessPage>): Promise<unknown> {
    return this.screen(ui, actor, citizenId, { cursor });
  }

  @Page(coverForm)
  async give(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, ...values }: InputOf<typeof coverForm>): Promise<PageAnswer> {
    const result = await submit(ui, coverSchema, values, (input) => this.cover.run(actor, { citizenId, ...input }));
    if ('done' in result) return seeOther(citizenHref(citizenId, 'adgang'), 'citizen.covered');
    return again(await this.screen(ui, actor, citizenId, { values, errors: result.errors }));
  }

  private async screen(ui: Ui, actor: Actor, citizenId: string, { cursor, ...form }: { readonly cursor?: string; readonly values?: FormValues; readonly errors?: FieldErrors }) {
    const citizen = await this.citizens.one(actor, { citizenId });
    const [{ items, next, access }, colleagues] = await Promise.all([this.access.seen(actor, { citizenId, cursor }), this.choices.colleagues(actor)]);
    return <AccessPage ui={ui} citizen={citizen} seen={items} access={access} more={next ? moreHref(ui.path, next) : undefined} colleagues={colleagues} {...form} />;
  }
}

@Controller()
export class CitizenReportPages {
  constructor(
    private readonly endCover: EndCover,
    private readonly reports: SubjectReportQueries,
  ) {}

  @Page(endForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId, accessId }: InputOf<typeof endForm>): Promise<PageAnswer> {
    await submit(ui, z.object({}), {}, () => this.endCover.run(actor, { citizenId, accessId }));
    return seeOther(citizenHref(citizenId, 'adgang'), 'citizen.cover-ended');
  }

  @Page(reportPage)
  async read(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId }: InputOf<typeof reportPage>): Promise<unknown> {
    return <SubjectReportPage ui={ui} citizenId={citizenId} text={subjectReportText(await this.reports.named(actor, { citizenId }), ui.lang)} />;
  }

  @Page(reportPdf)
  @Header('content-disposition', 'attachment; filename="indsigt-{day}.pdf"')
  async paper(@For() ui: Ui, @By() actor: Actor, @Input() { citizenId }: InputOf<typeof reportPdf>): Promise<StreamableFile> {
    const named = await this.reports.named(actor, { citizenId });
    return new StreamableFile(await pdf({ ...subjectReportText(named, ui.lang), language: ui.lang, made: named.report.madeAt }), { type: 'application/pdf' });
  }

  @Page(reportFile)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="indsigt-{day}.json"')
  @Header('cache-control', 'no-store')
  async report(@By() actor: Actor, @Input() { citizenId }: InputOf<typeof reportFile>): Promise<string> {
    return JSON.stringify(await this.reports.of(actor, { citizenId }), null, 2);
  }
}
