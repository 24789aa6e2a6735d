import type { Consideration } from '#companies';
import { Checkboxes, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';

interface Props {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly considerations: readonly Consideration[];
}

/** What one place offers: tasks in plain words, hours, what the work spares one, and the path to ordinary hours. */
export const SlotFields = ({ ui, values, errors, considerations }: Props) => {
  const field = fieldsOf(ui, values, errors);
  const chosen = listOf(values, 'considerationIds');
  const offered = considerations.filter(({ id, retiredOn }) => retiredOn === null || chosen.includes(id));
  return (
    <>
      <TextArea {...field('tasks')} hint={ui.t('slots.tasks.hint')} rows={2} maxLength={1000} required />
      <TextInput {...field('minutesPerWeek')} label={ui.t('field.hoursPerWeek')} hint={ui.t('slots.hours.hint')} inputMode="decimal" width="s" maxLength={5} required />
      <TextArea {...field('pathToHours')} hint={ui.t('slots.path.hint')} rows={2} maxLength={1000} required />
      <Checkboxes
        ui={ui}
        name="considerationIds"
        label={ui.t('field.considerationIds')}
        hint={ui.t('slots.considerations.hint')}
        options={offered.map(({ id, nameDa, nameEn }) => ({ value: id, label: ui.lang === 'da' ? nameDa : nameEn }))}
        values={chosen}
        error={errors.considerationIds}
        inline
      />
    </>
  );
};
