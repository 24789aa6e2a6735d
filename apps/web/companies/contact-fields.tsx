import { Select, TextArea, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';

const ways = ['phone', 'email', 'sms', 'visit'] as const;

interface Props {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly workplaces: readonly Option[];
}

/** A contact person: name and one way to reach them are enough. */
export const ContactFields = ({ ui, values, errors, workplaces }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <>
      <TextInput {...field('name')} label={ui.t('field.personName')} autocomplete="off" maxLength={120} required />
      <TextInput {...field('title')} hint={ui.t('contact.title.hint')} maxLength={120} optional />
      <div class="field-row">
        <TextInput {...field('phone')} type="tel" width="m" autocomplete="off" maxLength={30} optional />
        <TextInput {...field('email')} type="email" autocomplete="off" maxLength={254} optional />
      </div>
      <Select {...field('preferredContact')} options={ways.map((value) => ({ value, label: ui.t(`value.preferredContact.${value}`) }))} empty={ui.t('contact.anyWay')} />
      {workplaces.length > 1 && <Select {...field('workplaceId')} options={workplaces} empty={ui.t('contact.wholeCompany')} />}
      <TextArea {...field('note')} hint={ui.t('contact.note.hint')} rows={3} maxLength={2000} optional />
    </>
  );
};
