import { Controller, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, agreementText, VersionsQueries, withdrawChange, WithdrawChange } from '#agreements';
import { By, Clock, Input, pdf, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { agreementHref } from './agreement-href.js';
import { PrintPage } from './print.page.js';
import { VersionPage, VersionsPage } from './versions.page.js';

const read = { permission: 'agreements.read', method: 'get', params: z.object({ agreementId: z.uuid() }) } as const;
const versionsPage = page({ ...read, id: 'agreementVersionsPage', path: '/aftaler/:agreementId/versioner' });
const versionPage = page({ ...read, id: 'agreementVersionPage', path: '/aftaler/:agreementId/versioner/:number', params: z.object({ agreementId: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) }) });
const printPage = page({ ...read, id: 'printAgreementPage', path: '/aftaler/:agreementId/papir' });
const pdfFile = page({ ...read, id: 'agreementPdf', path: '/aftaler/:agreementId/papir.pdf', produces: 'application/pdf' });
const withdrawForm = page({ id: 'withdrawChangeForm', method: 'post', permission: 'agreements.write', path: '/aftaler/:agreementId/versioner/fortryd', params: read.params, body: formBody });
const schema = readAs(withdrawChange.body, { reason: 'text' });

/** Every version of an agreement, and the agreement on paper. */
@Controller()
export class VersionsPages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly versions: VersionsQueries,
    private readonly withdrawChange: WithdrawChange,
    private readonly clock: Clock,
  ) {}

  @Page(versionsPage)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof versionsPage>): Promise<unknown> {
    const [agreement, { items }] = await Promise.all([this.agreement.page(actor, input), this.versions.list(actor, input)]);
    return <VersionsPage ui={ui} agreement={agreement} versions={items} values={{}} />;
  }

  @Page(versionPage)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof versionPage>): Promise<unknown> {
    const version = await this.versions.version(actor, input);
    return <VersionPage ui={ui} agreementId={input.agreementId} version={version} />;
  }

  @Page(withdrawForm)
  async withdraw(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof withdrawForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ reason }) => this.withdrawChange.run(actor, { agreementId, reason }));
    if ('done' in result) return seeOther(agreementHref(agreementId), 'agreement.withdrawn');
    const [agreement, { items }] = await Promise.all([this.agreement.page(actor, { agreementId }), this.versions.list(actor, { agreementId })]);
    return again(<VersionsPage ui={ui} agreement={agreement} versions={items} values={values} errors={result.errors} />);
  }

  @Page(printPage)
  async print(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof printPage>): Promise<unknown> {
    const text = agreementText(await this.versions.content(actor, { agreementId }), ui.lang, true);
    return <PrintPage ui={ui} agreementId={agreementId} text={text} />;
  }

  @Page(pdfFile)
  async pdf(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof pdfFile>): Promise<StreamableFile> {
    const [content, { versionNumber }] = await Promise.all([this.versions.content(actor, { agreementId }), this.agreement.page(actor, { agreementId })]);
    const { title, blocks } = agreementText(content, ui.lang, true);
    const foot = [content.organisation, versionNumber ? ui.t('version.title', { n: versionNumber }) : ui.t('agreement.state.draft'), ui.formatDate(this.clock.today())].join(' · ');
    const bytes = await pdf({ title, language: ui.lang, blocks, foot, made: this.clock.now() });
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: 'attachment; filename="aftale.pdf"', length: bytes.length });
  }
}
