import type { CompanyPage, Option as FoundWorkplace } from '#companies';
import type { Model } from '#agreements';
import { BackLink, Button, ButtonRow, Card, Checkboxes, Combobox, DateField, ErrorSummary, Form, ModelBadge, Page, Radios, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { companyHref } from '../companies/company-href.js';
import { makeCompany } from '../companies/make-company.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf, textOf } from '../form-fields.js';
import { modelNumber } from './model-number.js';

/** Which company? Every agreement but a cluster's belongs to one; a cluster begins with one of its members. */
export const ChooseCompanyPage = ({ ui, text, found }: { readonly ui: Ui; readonly text?: string; readonly found?: readonly FoundWorkplace[] }) => (
  <Page ui={ui} title={ui.t('agreement.new')} layout="narrow" lead={ui.t('agreement.new.which')} back={<BackLink href="/aftaler">{ui.t('agreements.title')}</BackLink>}>
    <Card>
      <form method="get" action="/aftaler/ny">
        <Combobox ui={ui} name="arbejdssted" label={ui.t('agreement.new.workplace')} hint={ui.t('agreement.new.workplace.hint')} source="/api/v1/workplace-options" value={text ? { id: '', label: text } : undefined} required autofocus make={makeCompany(ui, found?.length === 0)} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('agreement.next')}</Button>
          {found?.length !== 0 && <a href="/virksomheder/ny">{ui.t('companies.create')}</a>}
        </ButtonRow>
      </form>
    </Card>
    {found && found.length > 0 && <Found ui={ui} found={found} />}
  </Page>
);

/** What the words may mean, each a link: for those without scripts, and for a text that was sent without choosing. */
const Found = ({ ui, found }: { readonly ui: Ui; readonly found: readonly FoundWorkplace[] }) => (
  <Card title={ui.t('agreement.new.found')}>
    <ul class="plain-list found-workplaces">
      {found.map(({ id, label, detail }) => (
        <li key={id}>
          <span class="named">
            <a href={`/aftaler/ny?arbejdssted=${id}`}>{label}</a>
            <small>{detail}</small>
          </span>
        </li>
      ))}
    </ul>
  </Card>
);

const choices = ['fixed_slots', 'standing', 'match_driven', 'cluster'] as const;

/** Which of the four models? Said by what the company promises, not by its number. */
export const ChooseModelPage = ({ ui, company }: { readonly ui: Ui; readonly company: CompanyPage }) => (
  <Page ui={ui} title={ui.t('agreement.new.with', { name: company.name })} lead={ui.t('agreement.new.model')} back={<BackLink href={companyHref(company.id, 'aftaler')}>{company.name}</BackLink>}>
    <ul class="model-choice">
      {choices.map((model) => (
        <li key={model}>
          {model === 'match_driven' ? (
            <div>
              <ModelBadge ui={ui} model={3} />
              <span>{ui.t('agreement.model.match_driven.text')}</span>
              <span class="muted">{ui.t('agreement.model.match_driven.how')}</span>
            </div>
          ) : (
            <a href={`/aftaler/ny?virksomhed=${company.id}&model=${model}`}>
              <ModelBadge ui={ui} model={modelNumber[model]} />
              <span>{ui.t(`agreement.model.${model}.text`)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  </Page>
);

interface NewAgreementProps {
  readonly ui: Ui;
  readonly company: CompanyPage;
  readonly model: Model;
  /** The accepted match that a match-driven agreement is born of. */
  readonly reservationId?: string;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly colleagues: readonly Option[];
}

/** Step 1: what the agreement is. It is saved as a draft, and the other steps follow. */
export const NewAgreementPage = ({ ui, company, model, reservationId, values, errors = {}, colleagues }: NewAgreementProps) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Page
      ui={ui}
      title={ui.t('agreement.new.with', { name: company.name })}
      lead={<ModelBadge ui={ui} model={modelNumber[model]} />}
      layout="narrow"
      back={reservationId ? <BackLink href={companyHref(company.id)}>{company.name}</BackLink> : <BackLink href={`/aftaler/ny?virksomhed=${company.id}`}>{ui.t('agreement.new.otherModel')}</BackLink>}
    >
      <ErrorSummary ui={ui} errors={errors} labels={{ title: ui.t('field.agreementTitle') }} />
      <Form ui={ui} action="/aftaler/ny" fields={{ companyId: company.id, model, ...(reservationId && { bornOfReservationId: reservationId }) }}>
        <Card>
          <p class="muted">{ui.t(`agreement.model.${model}.text`)}</p>
          {model === 'cluster' && <ClusterFields ui={ui} values={values} errors={errors} />}
          <TextInput {...field('title')} label={ui.t('field.agreementTitle')} hint={ui.t('agreement.title.hint')} maxLength={200} optional />
          <WhichWorkplaces ui={ui} company={company} model={model} values={values} errors={errors} />
          <div class="field-row">
            <DateField {...field('startsOn')} required />
            <DateField {...field('endsOn')} hint={ui.t('agreement.endsOn.hint')} optional />
          </div>
          <Select {...field('contactUserId')} hint={ui.t('agreement.contact.hint')} options={colleagues} value={textOf(values, 'contactUserId')} empty={ui.t('form.choose')} />
          {model === 'match_driven' && <FollowUpFields ui={ui} values={values} errors={errors} />}
        </Card>
        <ButtonRow>
          <Button ui={ui}>{ui.t('agreement.new.save')}</Button>
          <a href={companyHref(company.id, 'aftaler')}>{ui.t('form.cancel')}</a>
        </ButtonRow>
      </Form>
    </Page>
  );
};

/** The company's own that are open; a cluster finds more later. */
const WhichWorkplaces = ({ ui, company, model, values, errors = {} }: Pick<NewAgreementProps, 'ui' | 'company' | 'model' | 'values' | 'errors'>) => {
  const workplaces = company.workplaces.filter(({ closedOn }) => closedOn === null).map(({ id, name, street }) => ({ value: id, label: street ? `${name}, ${street}` : name }));
  return (
    <Checkboxes
      ui={ui}
      name="workplaces"
      label={ui.t(model === 'cluster' ? 'agreement.workplaces.first' : 'agreement.workplaces.which')}
      hint={model === 'cluster' ? ui.t('agreement.workplaces.more') : undefined}
      options={workplaces}
      values={listOf(values, 'workplaces')}
      error={errors.workplaces}
    />
  );
};

/** A match-driven agreement is nothing without its plan. */
const FollowUpFields = ({ ui, values, errors }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors }) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <TextInput {...field('followUpWeeks')} label={ui.t('match.weeks')} inputMode="numeric" width="s" maxLength={2} required />
      <TextArea {...field('followUpPlan')} label={ui.t('match.plan')} hint={ui.t('match.plan.hint')} rows={4} maxLength={1000} required />
    </>
  );
};

const ClusterFields = ({ ui, values, errors }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors }) => (
  <>
    <TextInput {...fieldsOf(ui, values, errors)('clusterName')} hint={ui.t('agreement.clusterName.hint')} maxLength={200} required />
    <Radios
      ui={ui}
      name="clusterKind"
      label={ui.t('agreement.clusterKind')}
      options={(['geographic', 'administrative'] as const).map((value) => ({ value, label: ui.t(`agreement.kind.${value}`), hint: ui.t(`agreement.kind.${value}.hint`) }))}
      value={textOf(values, 'clusterKind')}
      error={errors.clusterKind}
    />
    <Radios
      ui={ui}
      name="slotPooling"
      label={ui.t('agreement.pooling')}
      options={(['pooled', 'per_workplace'] as const).map((value) => ({ value, label: ui.t(`agreement.pooling.${value}`), hint: ui.t(`agreement.pooling.${value}.hint`) }))}
      value={textOf(values, 'slotPooling')}
      error={errors.slotPooling}
    />
  </>
);
