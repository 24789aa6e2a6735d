import type { OpeningView } from '#openings';
import { EditPage } from '../companies/edit-page.js';
import { TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { fieldsOf, listOf, textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import type { CrossedField } from '../stale-edit.js';
import { OfferFields, offerValues, type OfferChoices } from './offer-fields.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly values: FormValues;
  readonly version: number;
  readonly choices: OfferChoices;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** Ret åbningen. */
export const EditOpeningPage = ({ ui, opening, values, version, choices, errors = {}, crossed }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage ui={ui} title={ui.t('opening.edit')} lead={opening.workplaceName} action={`/puljen/${opening.id}/ret`} back={{ href: `/puljen/${opening.id}`, label: opening.workplaceName }} version={version} errors={errors} crossed={crossed}>
      <TextArea {...field('tasks')} rows={3} maxLength={1000} required />
      <TextInput {...field('places')} inputMode="numeric" width="s" maxLength={2} required />
      <OfferFields ui={ui} values={values} errors={errors} endless={ui.t('offer.expiresOn.open')} {...choices} />
    </EditPage>
  );
};

/** An opening as its form shows it. */
export const openingValues = (opening: Pick<OpeningView, 'tasks' | 'places'> & Parameters<typeof offerValues>[0]): FormValues => ({
  tasks: opening.tasks,
  places: String(opening.places),
  ...offerValues(opening),
});

/** What was typed beside how it stands now, in words. */
export function crossedOffer(ui: Ui, typed: FormValues, now: FormValues, { considerations, mentors }: OfferChoices): CrossedField[] {
  const words: Readonly<Record<string, (values: FormValues, name: string) => string>> = {
    kind: (values) => textOf(values, 'kind') && ui.t(`opening.kind.${textOf(values, 'kind')}`),
    considerationIds: (values, name) => labelsOf(considerations, listOf(values, name)),
    mentorId: (values, name) => labelsOf(mentors, listOf(values, name)),
  };
  return Object.keys(now).map((name) => {
    const word = words[name] ?? textOf;
    return { label: ui.t(`field.${name}`), mine: word(typed, name), theirs: word(now, name) };
  });
}

const labelsOf = (options: OfferChoices['mentors'], values: readonly string[]): string => options.filter(({ value }) => values.includes(value)).map(({ label }) => label).join(', ');
