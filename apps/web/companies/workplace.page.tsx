import type { CompanyPage, Workplace } from '#companies';
import { DateField, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import type { CrossedField } from '../stale-edit.js';
import { companyHref } from './company-href.js';
import { EditPage } from './edit-page.js';
import { PlaceFields, type PlaceChoices } from './place-fields.js';

interface Props {
  readonly ui: Ui;
  readonly company: Pick<CompanyPage, 'id' | 'name'>;
  /** The one being edited; a new one without. */
  readonly workplace?: Workplace;
  readonly values: FormValues;
  readonly version?: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
  readonly choices: PlaceChoices;
}

/** A workplace: where it is, what it does, how many work there. Slots, mentors and openings belong to it. */
export const WorkplacePage = ({ ui, company, workplace, values, version, errors = {}, crossed, choices }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={workplace ? ui.t('form.edit.named', { name: workplace.name }) : ui.t('workplace.new')}
      lead={company.name}
      action={workplace ? `/arbejdssteder/${workplace.id}/ret` : `/virksomheder/${company.id}/arbejdssteder/ny`}
      back={{ href: companyHref(company.id, 'arbejdssteder'), label: company.name }}
      errors={errors}
      version={version}
      crossed={crossed}
      submit={workplace ? undefined : ui.t('company.workplaces.add')}
    >
      <TextInput {...field('name')} hint={workplace ? undefined : ui.t('workplace.name.hint')} autocomplete="off" maxLength={200} optional={!workplace} />
      <PlaceFields ui={ui} values={values} errors={errors} choices={choices} />
      <TextArea {...field('note')} hint={ui.t('company.note.hint')} rows={3} maxLength={4000} optional />
      {workplace && <DateField {...field('closedOn')} hint={ui.t('workplace.closedOn.hint')} optional />}
    </EditPage>
  );
};
