import type { CompanyPage } from '#companies';
import { Button, ButtonRow, Card, Checkboxes, Form, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';
import type { CrossedField } from '../stale-edit.js';
import { companyHref } from './company-href.js';
import { EditPage } from './edit-page.js';

interface Props {
  readonly ui: Ui;
  readonly company: CompanyPage;
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
  readonly colleagues: readonly Option[];
}

/** Ret virksomheden: its own facts, and beside them who is responsible. */
export const CompanyEditPage = ({ ui, company, values, version, errors = {}, crossed, colleagues }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={ui.t('form.edit.named', { name: company.name })}
      action={`/virksomheder/${company.id}/ret`}
      back={{ href: companyHref(company.id), label: company.name }}
      errors={errors}
      version={version}
      crossed={crossed}
      after={<Responsible ui={ui} company={company} colleagues={colleagues} />}
    >
      <TextInput {...field('name')} autocomplete="off" maxLength={200} required />
      <TextInput {...field('cvr')} hint={ui.t('company.cvr.hint')} inputMode="numeric" width="m" maxLength={20} optional />
      <Checkboxes
        ui={ui}
        name="advertisingProtected"
        label={ui.t('company.advertising')}
        options={[{ value: 'true', label: ui.t('company.advertising.protected'), hint: ui.t('company.advertising.hint') }]}
        values={listOf(values, 'advertisingProtected')}
      />
      <TextArea {...field('note')} hint={ui.t('company.note.hint')} maxLength={4000} optional />
    </EditPage>
  );
};

const Responsible = ({ ui, company, colleagues }: Pick<Props, 'ui' | 'company' | 'colleagues'>) => (
  <Card title={ui.t('company.responsible')}>
    <p class="muted">{ui.t('company.responsible.hint')}</p>
    <Form ui={ui} action={`/virksomheder/${company.id}/ansvarlig`} fields={{ version: company.version }}>
      <Select ui={ui} name="userId" label={ui.t('company.responsible')} options={colleagues} value={company.responsible?.id} empty={ui.t('company.responsible.nobody')} />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('company.responsible.change')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);
