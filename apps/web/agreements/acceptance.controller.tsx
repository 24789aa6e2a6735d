import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { acceptForCompany, AcceptForCompany, AgreementPageQueries, askAcceptance, AskAcceptance } from '#agreements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { fieldsOf, readAs } from '../form-fields.js';
import { BackLink, Button, ButtonRow, Card, ErrorSummary, Form, Page as Paper, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { agreementHref } from './agreement-href.js';

const write = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid() }) } as const;
const path = '/aftaler/:agreementId/accept';
const acceptPage = page({ ...write, id: 'agreementAcceptancePage', method: 'get', path });
const askForm = page({ ...write, id: 'askAcceptanceForm', method: 'post', path, body: formBody });
const behalfForm = page({ ...write, id: 'acceptForCompanyForm', method: 'post', path: `${path}/paa-vegne`, body: formBody });
const askSchema = readAs(askAcceptance.body, { name: 'text', email: 'text' });
const behalfSchema = readAs(acceptForCompany.body, { name: 'text', reason: 'text' });

/** Virksomhedens accept: by a mailed link, or written down by a colleague with the reason. */
@Controller()
export class AcceptancePages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly askAcceptance: AskAcceptance,
    private readonly acceptForCompany: AcceptForCompany,
  ) {}

  @Page(acceptPage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof acceptPage>): Promise<unknown> {
    return this.forms(ui, actor, agreementId, {});
  }

  @Page(askForm)
  async ask(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof askForm>): Promise<PageAnswer> {
    const result = await submit(ui, askSchema, values, (input) => this.askAcceptance.run(actor, { agreementId, ...input }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'acceptance.asked') : again(await this.forms(ui, actor, agreementId, values, result.errors));
  }

  @Page(behalfForm)
  async accept(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof behalfForm>): Promise<PageAnswer> {
    const result = await submit(ui, behalfSchema, values, (input) => this.acceptForCompany.run(actor, { agreementId, ...input }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'acceptance.accepted') : again(await this.forms(ui, actor, agreementId, values, result.errors));
  }

  private async forms(ui: Ui, actor: Actor, agreementId: string, values: FormValues, errors: FieldErrors = {}) {
    const { title } = await this.agreement.page(actor, { agreementId });
    const field = fieldsOf(ui, values, errors);
    const action = `${agreementHref(agreementId)}/accept`;
    return (
      <Paper ui={ui} title={ui.t('acceptance.title')} lead={ui.t('acceptance.lead')} layout="narrow" back={<BackLink href={agreementHref(agreementId)}>{title}</BackLink>}>
        <ErrorSummary ui={ui} errors={errors} />
        <Card title={ui.t('acceptance.ask')}>
          <Form ui={ui} action={action}>
            <TextInput {...field('name')} label={ui.t('acceptance.name')} maxLength={120} required />
            <TextInput {...field('email')} type="email" maxLength={254} required />
            <ButtonRow>
              <Button ui={ui} icon="email">
                {ui.t('acceptance.send')}
              </Button>
            </ButtonRow>
          </Form>
        </Card>
        <Card title={ui.t('acceptance.behalf')}>
          <p class="muted">{ui.t('acceptance.behalf.text')}</p>
          <Form ui={ui} action={`${action}/paa-vegne`}>
            <TextInput {...field('name')} id="behalf-name" label={ui.t('acceptance.name')} maxLength={120} required />
            <TextArea {...field('reason')} label={ui.t('acceptance.how')} hint={ui.t('acceptance.how.hint')} rows={2} maxLength={500} required />
            <ButtonRow>
              <Button ui={ui} kind="secondary" icon="check">
                {ui.t('acceptance.note')}
              </Button>
            </ButtonRow>
          </Form>
        </Card>
      </Paper>
    );
  }
}
