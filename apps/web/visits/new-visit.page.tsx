import type { VisitDefaults } from '#visits';
import { Alert, DateField, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { ShownCitizen } from '../citizens/citizen-frame.js';
import { citizenHref } from '../citizens/citizen-href.js';
import { EditPage } from '../companies/edit-page.js';
import { fieldsOf, textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';

export const timeRows = [1, 2, 3] as const;

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly defaults: VisitDefaults;
  /** `openingId` or `workplaceId` says what it is about. */
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/** A new coffee meeting (about a place in the pool) or taster visit (at a workplace): three times, and whom to ask. */
export const NewVisitPage = ({ ui, citizen, defaults, values, errors = {} }: Props) => {
  const coffee = textOf(values, 'openingId') !== '';
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={ui.t(coffee ? 'visits.coffee.new' : 'visits.taster.new')}
      lead={[citizen.pseudonym, defaults.workplaceName, defaults.tasks].filter(Boolean).join(' · ')}
      action={`${citizenHref(citizen.id, 'besoeg')}/ny`}
      back={{ href: citizenHref(citizen.id, 'besoeg'), label: ui.t('citizen.title', { name: citizen.pseudonym }) }}
      errors={errors}
      labels={Object.fromEntries(timeRows.flatMap((n) => [[`day${n}`, ui.t('visits.new.day', { n })], [`at${n}`, ui.t('visits.new.at', { n })]]))}
      submit={ui.t('visits.new.submit')}
      aboutCitizen
    >
      <input type="hidden" name={coffee ? 'openingId' : 'workplaceId'} value={textOf(values, coffee ? 'openingId' : 'workplaceId')} />
      {coffee && <Alert ui={ui} kind="info">{ui.t('visits.coffee.hold')}</Alert>}
      {timeRows.map((n) => (
        <div class="field-row" key={n}>
          <DateField ui={ui} name={`day${n}`} label={ui.t('visits.new.day', { n })} value={textOf(values, `day${n}`)} error={errors[`day${n}`]} />
          <TextInput ui={ui} name={`at${n}`} label={ui.t('visits.new.at', { n })} placeholder="10:00" width="s" maxLength={5} autocomplete="off" value={textOf(values, `at${n}`)} error={errors[`at${n}`]} />
        </div>
      ))}
      {coffee && <TextArea {...field('reason')} label={ui.t('reserve.reason')} hint={ui.t('reserve.reason.hint')} rows={2} maxLength={500} required />}
      <div class="field-row">
        <TextInput {...field('contactName')} label={ui.t('visits.new.contactName')} maxLength={120} autocomplete="off" optional />
        <TextInput {...field('contactEmail')} label={ui.t('visits.new.contactEmail')} hint={ui.t('visits.new.contactEmail.hint')} type="email" maxLength={254} autocomplete="off" optional />
      </div>
      <TextInput {...field('place')} label={ui.t('visitLink.place')} maxLength={200} autocomplete="off" optional />
      <TextArea {...field('note')} label={ui.t('visits.new.note')} hint={ui.t('visits.new.note.hint')} rows={2} maxLength={500} />
    </EditPage>
  );
};
