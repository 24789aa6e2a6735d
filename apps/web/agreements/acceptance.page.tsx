import { Alert, BackLink, Button, ButtonRow, Card, ErrorSummary, Form, Page, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { agreementHref } from './agreement-href.js';
import { versionWords, type AskedVersion } from './asked-version.js';

interface Typed {
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

export interface AcceptanceProps {
  readonly ui: Ui;
  readonly agreementId: string;
  readonly title: string;
  /** Which one is accepted; a draft has no number yet. */
  readonly version: AskedVersion | null;
  readonly ask?: Typed;
  readonly behalf?: Typed;
}

/** Two ways to a company's yes. A fault stands on the form it was made in; who answers is filled in on both. */
export const AcceptancePage = ({ ui, agreementId, title, version, ask, behalf }: AcceptanceProps) => {
  const asked = fieldsOf(ui, ask?.values ?? {}, ask?.errors ?? {});
  const noted = fieldsOf(ui, behalf?.values ?? { name: ask?.values.name }, behalf?.errors ?? {});
  const name = ui.t('acceptance.name');
  const { name: unnamed, ...others } = behalf?.errors ?? {};
  const errors = ask?.errors ?? { ...(unnamed && { 'behalf-name': unnamed }), ...others };
  const fields: Record<string, number> = version ? { number: version.number } : {};
  const action = `${agreementHref(agreementId)}/accept`;
  return (
    <Page ui={ui} title={ui.t('acceptance.title')} lead={ui.t('acceptance.lead')} layout="narrow" back={<BackLink href={agreementHref(agreementId)}>{title}</BackLink>}>
      {version && <Which ui={ui} agreementId={agreementId} version={version} />}
      <ErrorSummary ui={ui} errors={errors} labels={{ name, 'behalf-name': name, reason: ui.t('acceptance.how') }} />
      <Card title={ui.t('acceptance.ask')}>
        <Form ui={ui} action={action} fields={fields}>
          <TextInput {...asked('name')} label={name} maxLength={120} required />
          <TextInput {...asked('email')} type="email" maxLength={254} required />
          <ButtonRow>
            <Button ui={ui} icon="email">
              {ui.t('acceptance.send')}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title={ui.t('acceptance.behalf')}>
        <p class="muted">{ui.t('acceptance.behalf.text')}</p>
        <Form ui={ui} action={`${action}/paa-vegne`} fields={fields}>
          <TextInput {...noted('name')} id="behalf-name" label={name} maxLength={120} required />
          <TextArea {...noted('reason')} label={ui.t('acceptance.how')} hint={ui.t('acceptance.how.hint')} rows={2} maxLength={500} required />
          <ButtonRow>
            <Button ui={ui} kind="secondary" icon="check">
              {ui.t('acceptance.note')}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
};

/** Which version is accepted, with the way to read it. */
const Which = ({ ui, agreementId, version }: Pick<AcceptanceProps, 'ui' | 'agreementId'> & { readonly version: AskedVersion }) => (
  <Alert ui={ui} kind="info">
    {ui.t('acceptance.which', { version: versionWords(ui, version) })} <a href={`${agreementHref(agreementId)}/versioner/${version.number}`}>{ui.t('acceptance.read')}</a>
  </Alert>
);
