import type { Citizen } from '#citizens';
import { Checkboxes, DateField, Select, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { asValues, fieldsOf, hoursText, listOf, textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import type { CrossedField } from '../stale-edit.js';
import { EditPage } from '../companies/edit-page.js';
import type { CitizenLists } from './citizen-choices.js';
import { citizenHref } from './citizen-href.js';
import { isNameless } from './nameless.js';

interface Props {
  readonly ui: Ui;
  /** The one being edited; a new one without. */
  readonly citizen?: Pick<Citizen, 'id' | 'pseudonym' | 'caseRef'>;
  readonly lists: CitizenLists;
  readonly values: FormValues;
  readonly version?: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

export const goalRows = [1, 2, 3] as const;
const ways = ['foot', 'bicycle', 'public', 'car'] as const;
const roles = ['consultant', 'caseworker', 'support_mentor'] as const;

/** What Indgang keeps of a citizen: what the work needs to know, and nowhere to write more. */
export const CitizenFormPage = ({ ui, citizen, lists, values, version, errors = {}, crossed }: Props) => (
  <EditPage
    ui={ui}
    title={citizen ? ui.t('form.edit.named', { name: citizen.pseudonym }) : ui.t('citizen.new')}
    lead={citizen ? citizen.caseRef : ui.t('citizen.new.lead')}
    action={citizen ? `${citizenHref(citizen.id)}/ret` : '/borgere/ny'}
    back={citizen ? { href: citizenHref(citizen.id), label: citizen.pseudonym } : { href: '/borgere', label: ui.t('citizens.title') }}
    errors={errors}
    version={version}
    crossed={crossed}
    aboutCitizen
    submit={citizen ? undefined : ui.t('citizens.new')}
  >
    <Who ui={ui} values={values} errors={errors} isNew={!citizen} lists={lists} />
    <Goals ui={ui} values={values} errors={errors} sectors={lists.sectors} />
    <Possible ui={ui} values={values} errors={errors} />
    <Checkboxes ui={ui} name="considerationIds" label={ui.t('citizen.considerations')} hint={ui.t('citizen.considerations.hint')} options={lists.considerations} values={listOf(values, 'considerationIds')} error={errors.considerationIds} />
  </EditPage>
);

type PartProps = Pick<Props, 'ui' | 'values'> & { readonly errors: FieldErrors };

const Who = ({ ui, values, errors, isNew, lists }: PartProps & { readonly isNew: boolean; readonly lists: CitizenLists }) => {
  const field = fieldsOf(ui, values, errors);
  const roleOptions: Option[] = roles.map((role) => ({ value: role, label: ui.t(`citizen.role.${role}`) }));
  return (
    <>
      {isNew && <TextInput {...field('caseRef')} hint={ui.t('reserve.citizenRef.hint')} maxLength={40} autocomplete="off" required />}
      <TextInput {...field('pseudonym')} hint={ui.t('citizen.pseudonym.hint')} maxLength={40} autocomplete="off" required />
      <div class="field-row">
        <Select {...field('targetGroup')} options={lists.targetGroups} empty={ui.t('form.choose')} />
        <DateField {...field('targetGroupFrom')} optional />
      </div>
      {isNew && <Select {...field('role')} label={ui.t('citizen.myRole')} options={roleOptions} empty={ui.t('citizen.myRole.usual')} />}
    </>
  );
};

const Goals = ({ ui, values, errors, sectors }: PartProps & { readonly sectors: readonly Option[] }) => (
  <fieldset class="form-group">
    <legend class="form-label">{ui.t('citizen.goals')}</legend>
    <span class="form-hint">{ui.t('citizen.goals.hint')}</span>
    {goalRows.map((n) => (
      <div class="field-row" key={n}>
        <TextInput ui={ui} name={`goalTasks${n}`} label={ui.t('citizen.goal.tasks', { n })} value={textOf(values, `goalTasks${n}`)} error={errors[`goalTasks${n}`]} maxLength={300} autocomplete="off" />
        <Select ui={ui} name={`goalSector${n}`} label={ui.t('citizen.goal.sector', { n })} options={sectors} value={textOf(values, `goalSector${n}`)} empty={ui.t('citizen.goal.sector.any')} />
      </div>
    ))}
  </fieldset>
);

const Possible = ({ ui, values, errors }: PartProps) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <div class="short-fields">
      <TextInput {...field('minutesPossible')} inputMode="decimal" width="s" maxLength={5} optional />
      <TextInput {...field('nearPostalCode')} inputMode="numeric" width="s" maxLength={4} optional />
      <TextInput {...field('travelMinutes')} inputMode="numeric" width="s" maxLength={3} optional />
      <Select {...field('transport')} options={ways.map((way) => ({ value: way, label: ui.t(`citizen.transport.${way}`) }))} empty={ui.t('citizen.transport.none')} />
    </div>
  );
};

/** A citizen's record as the form shows it. */
export const citizenValues = (citizen: Citizen): FormValues => ({
  ...asValues({ ...citizen, pseudonym: isNameless(citizen) ? '' : citizen.pseudonym, goals: undefined }),
  minutesPossible: citizen.minutesPossible === null ? '' : hoursText(citizen.minutesPossible),
  ...Object.fromEntries(citizen.goals.flatMap(({ tasks, sectorId }, at) => [[`goalTasks${at + 1}`, tasks], [`goalSector${at + 1}`, sectorId ?? '']])),
});
