import type { SimilarCompany } from '#companies';
import { Alert, BackLink, Button, ButtonRow, Card, Checkboxes, ErrorSummary, Form, Page, SideBySide, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf, textOf } from '../form-fields.js';
import { PlaceFields, type PlaceChoices } from './place-fields.js';

interface Props {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly choices: PlaceChoices;
  /** The company that is there already. */
  readonly existing?: ExistingCompany;
  /** The CVR number's check digit does not fit: asked once, then believed. */
  readonly oddCvr?: boolean;
  /** Companies of almost the same name: shown once, then the reader decides. */
  readonly similar?: readonly SimilarCompany[];
}

export interface ExistingCompany {
  readonly id: string;
  readonly name: string;
  readonly cvr: string | null;
  readonly street: string | null;
  readonly postalTown: string;
  readonly responsibleName: string | null;
}

/** Opret virksomhed: the name is enough. One that exists is shown instead of being made again. */
export const NewCompanyPage = ({ ui, values, errors = {}, choices, existing, oddCvr, similar }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Page ui={ui} title={ui.t('companies.create')} layout="narrow" lead={ui.t('company.new.lead')} back={<BackLink href="/virksomheder">{ui.t('companies.title')}</BackLink>}>
      {existing ? <ExistsAlready ui={ui} values={values} existing={existing} /> : <ErrorSummary ui={ui} errors={errors} />}
      {oddCvr && (
        <Alert ui={ui} kind="warning" live>
          {ui.t('company.new.oddCvr', { cvr: textOf(values, 'cvr') })}
        </Alert>
      )}
      {similar && <Similar ui={ui} similar={similar} />}
      <Form ui={ui} id="opret" action="/virksomheder/ny" fields={seen(values, oddCvr, similar)}>
        <Card title={ui.t('company.new.company')}>
          <TextInput {...field('name')} autocomplete="off" maxLength={200} required />
          <TextInput {...field('cvr')} hint={ui.t('company.cvr.hint')} inputMode="numeric" width="m" maxLength={20} optional />
          <Checkboxes ui={ui} name="advertisingProtected" label={ui.t('company.advertising')} options={[{ value: 'true', label: ui.t('company.advertising.protected'), hint: ui.t('company.advertising.hint') }]} values={listOf(values, 'advertisingProtected')} />
        </Card>
        <Card title={ui.t('company.new.workplace')}>
          <p class="muted">{ui.t('company.new.workplace.hint')}</p>
          <PlaceFields ui={ui} values={values} errors={errors} choices={choices} />
        </Card>
        <Card title={ui.t('company.new.contact')}>
          <TextInput {...field('contactName')} label={ui.t('field.personName')} autocomplete="off" maxLength={120} optional />
          <div class="field-row">
            <TextInput {...field('contactPhone')} label={ui.t('field.phone')} type="tel" width="m" autocomplete="off" maxLength={30} optional />
            <TextInput {...field('contactEmail')} label={ui.t('field.email')} type="email" autocomplete="off" maxLength={254} optional />
          </div>
        </Card>
        <TextArea {...field('note')} hint={ui.t('company.note.hint')} rows={3} maxLength={4000} optional />
        <ButtonRow>
          <Button ui={ui}>{ui.t('company.new.submit')}</Button>
          <a href="/virksomheder">{ui.t('form.cancel')}</a>
        </ButtonRow>
      </Form>
    </Page>
  );
};

/** What the reader has been asked about once: the same is not asked again. */
const seen = (values: FormValues, oddCvr?: boolean, similar?: readonly SimilarCompany[]) => ({
  cvrSeen: textOf(values, oddCvr ? 'cvr' : 'cvrSeen'),
  nameSeen: textOf(values, similar ? 'name' : 'nameSeen').trim(),
});

const Similar = ({ ui, similar }: { readonly ui: Ui; readonly similar: readonly SimilarCompany[] }) => (
  <Alert ui={ui} kind="warning" heading={ui.t('company.similar.title')} live>
    <ul>
      {similar.map(({ id, name, town }) => (
        <li key={id}>
          <a href={`/virksomheder/${id}`}>{ui.t('company.similar.this', { name: town ? `${name}, ${town}` : name })}</a>
        </li>
      ))}
    </ul>
    <p>
      <Button ui={ui} form="opret" kind="secondary">
        {ui.t('company.similar.another')}
      </Button>
    </p>
  </Alert>
);

/** What was typed beside what is there: the reader sees whether it is the same one, and goes there. */
const ExistsAlready = ({ ui, values, existing }: { readonly ui: Ui; readonly values: FormValues; readonly existing: ExistingCompany }) => {
  const pairs = [
    ['field.name', textOf(values, 'name'), existing.name],
    ['field.cvr', textOf(values, 'cvr'), existing.cvr ?? ''],
    ['field.street', textOf(values, 'street'), existing.street ?? ''],
    ['field.postalTown', `${textOf(values, 'postalCode')} ${textOf(values, 'town')}`.trim(), existing.postalTown],
    ['company.responsible', '', existing.responsibleName ?? ''],
  ] as const;
  return (
    <Card title={ui.t('company.exists.title')}>
      <Alert ui={ui} kind="info" live>
        {ui.t('company.exists.text', { name: existing.name })}
      </Alert>
      <SideBySide
        caption={ui.t('company.exists.title')}
        leftTitle={ui.t('company.exists.typed')}
        rightTitle={ui.t('company.exists.there')}
        rows={pairs.map(([key, left, right]) => ({ label: ui.t(key), left: left || '–', right: right || '–', differs: Boolean(left && right && !`${right} `.startsWith(`${left} `)) }))}
      />
      <ButtonRow>
        <a class="button button-primary" href={`/virksomheder/${existing.id}`}>
          {ui.t('company.exists.go', { name: existing.name })}
        </a>
        <a class="button button-secondary" href={`/virksomheder/${existing.id}/arbejdssteder/ny`}>
          {ui.t('company.exists.workplace')}
        </a>
      </ButtonRow>
      {textOf(values, 'cvr') === '' && <p class="muted">{ui.t('company.exists.another')}</p>}
    </Card>
  );
};
