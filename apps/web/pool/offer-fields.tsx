import { Checkboxes, DateField, Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { fieldsOf, hoursText, listOf } from '../form-fields.js';
import type { FormValues } from '../form.js';

export const kinds = ['placement', 'ordinary_hours', 'job'] as const;

export interface OfferChoices {
  readonly considerations: readonly Option[];
  readonly mentors: readonly Option[];
}

interface Props extends OfferChoices {
  /** What an empty "offered until" means here. */
  readonly endless: string;
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

/** What an opening offers besides tasks and number: the rest of sharing, and of editing. */
export const OfferFields = ({ ui, values, errors, considerations, mentors, endless }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <Select {...field('kind')} options={kinds.map((kind) => ({ value: kind, label: ui.t(`opening.kind.${kind}`) }))} />
      <div class="short-fields">
        <TextInput {...field('minutesPerWeek')} inputMode="decimal" width="s" maxLength={5} />
        <DateField {...field('freeFrom')} />
        <DateField {...field('expiresOn')} hint={endless} />
      </div>
      {considerations.length > 0 && <Checkboxes {...field('considerationIds')} options={considerations} values={listOf(values, 'considerationIds')} inline />}
      <TextArea {...field('pathToHours')} hint={ui.t('offer.pathToHours.hint')} rows={2} maxLength={1000} optional />
      {mentors.length > 0 && <Select {...field('mentorId')} options={mentors} empty={ui.t('offer.mentor.none')} />}
    </>
  );
};

/** The fields as the API's bodies name them. */
export const offerKinds = { kind: 'text', minutesPerWeek: 'hours', freeFrom: 'text', expiresOn: 'text', considerationIds: 'list', pathToHours: 'text', mentorId: 'text' } as const;

interface Offer {
  readonly kind: string;
  readonly minutesPerWeek: number;
  readonly freeFrom?: string;
  readonly expiresOn?: string | null;
  readonly considerationIds: readonly string[];
  readonly pathToHours: string | null;
  readonly mentorId: string | null;
}

/** An offer as its fields show it. */
export const offerValues = ({ kind, minutesPerWeek, freeFrom, expiresOn, considerationIds, pathToHours, mentorId }: Offer): FormValues => ({
  kind,
  minutesPerWeek: hoursText(minutesPerWeek),
  freeFrom,
  expiresOn: expiresOn ?? '',
  considerationIds,
  pathToHours: pathToHours ?? '',
  mentorId: mentorId ?? '',
});
