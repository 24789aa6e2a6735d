import type { AgreementPage as Agreement, Model } from '#agreements';
import type { Option as FoundWorkplace } from '#companies';
import { Radios, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf, textOf } from '../form-fields.js';
import { stepHref } from './agreement-href.js';
import { AddMember } from './model-step.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly colleagues: readonly Option[];
  readonly found: readonly FoundWorkplace[];
}

/** A match-driven agreement is only ever born of a match, so nothing is turned into one here: the page says how it comes about instead. */
const targets: readonly Model[] = ['fixed_slots', 'standing', 'cluster'];

export const ConvertAgreementPage = ({ ui, agreement, values, errors, colleagues, found }: Props) => {
  const options = targets.filter((model) => model !== agreement.model).map((model) => ({ value: model, label: ui.t(`model.${model}`), hint: ui.t(`agreement.model.${model}.text`) }));
  return (
    <EditPage
      ui={ui}
      title={ui.t('convert.title')}
      lead={ui.t(`convert.lead.${agreement.model === 'match_driven' ? 'match' : agreement.activatedAt ? 'inForce' : 'draft'}`)}
      action={`/aftaler/${agreement.id}/skift-model`}
      back={{ href: stepHref(agreement.id, 'model'), label: agreement.title }}
      errors={errors}
      submit={ui.t('agreement.convert')}
    >
      <Radios ui={ui} name="to" label={ui.t('convert.to')} options={options} value={textOf(values, 'to')} error={errors.to} />
      {agreement.model !== 'match_driven' && (
        <p class="form-note">
          {ui.t('convert.notMatch')} {agreement.companyId && <a href={`/virksomheder/${agreement.companyId}/aabninger`}>{ui.t('convert.notMatch.link')}</a>}
        </p>
      )}
      {agreement.model === 'match_driven' && <FirstSlot ui={ui} values={values} errors={errors} />}
      {agreement.cluster ? <Owner ui={ui} agreement={agreement} values={values} errors={errors} /> : <NewCluster ui={ui} values={values} errors={errors} colleagues={colleagues} found={found} />}
    </EditPage>
  );
};

type Part = Pick<Props, 'ui' | 'values' | 'errors'>;

const FirstSlot = ({ ui, values, errors }: Part) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <fieldset class="form-part">
      <legend>{ui.t('slots.addFirst')}</legend>
      <TextInput {...field('count')} inputMode="numeric" width="s" maxLength={2} />
      <TextArea {...field('tasks')} hint={ui.t('slots.tasks.hint')} rows={2} maxLength={1000} />
      <TextInput {...field('minutesPerWeek')} label={ui.t('field.hoursPerWeek')} inputMode="decimal" width="s" maxLength={5} />
      <TextArea {...field('pathToHours')} hint={ui.t('slots.path.hint')} rows={2} maxLength={1000} />
    </fieldset>
  );
};

const Owner = ({ ui, agreement, values, errors }: Part & { readonly agreement: Agreement }) => {
  const owners = [...new Map(agreement.workplaces.map(({ companyId, company }) => [companyId, company]))];
  if (owners.length < 2) return null;
  return <Select ui={ui} name="companyId" label={ui.t('convert.company')} options={owners.map(([value, label]) => ({ value, label }))} value={textOf(values, 'companyId')} empty={ui.t('form.choose')} error={errors.companyId} />;
};

const NewCluster = ({ ui, values, errors, colleagues, found }: Part & Pick<Props, 'colleagues' | 'found'>) => {
  const field = fieldsOf(ui, values, errors);
  const kinds = ['geographic', 'administrative'] as const;
  const poolings = ['pooled', 'per_workplace'] as const;
  return (
    <details class="more-fields" open={textOf(values, 'to') === 'cluster'}>
      <summary>{ui.t('convert.cluster')}</summary>
      <TextInput {...field('clusterName')} hint={ui.t('agreement.clusterName.hint')} maxLength={200} />
      <Radios ui={ui} name="clusterKind" label={ui.t('agreement.clusterKind')} options={kinds.map((kind) => ({ value: kind, label: ui.t(`agreement.kind.${kind}`), hint: ui.t(`agreement.kind.${kind}.hint`) }))} value={textOf(values, 'clusterKind')} error={errors.clusterKind} />
      <Radios ui={ui} name="slotPooling" label={ui.t('agreement.pooling')} options={poolings.map((kind) => ({ value: kind, label: ui.t(`agreement.pooling.${kind}`), hint: ui.t(`agreement.pooling.${kind}.hint`) }))} value={textOf(values, 'slotPooling')} error={errors.slotPooling} />
      <AddMember ui={ui} label={ui.t('convert.member')} values={values} errors={errors} found={found} />
      <Select {...field('coordinatorUserId')} options={colleagues} empty={ui.t('agreement.coordinator.none')} />
    </details>
  );
};
