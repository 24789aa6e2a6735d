import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { DateField, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { CrossedField } from '../stale-edit.js';

interface Props {
  readonly ui: Ui;
  readonly title: string;
  readonly action: string;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly version?: number;
  readonly crossed?: readonly CrossedField[];
  /** Where a sector's divisions are chosen. */
  readonly divisionsHref?: string;
  /** Whether the entry can be retired from a day. */
  readonly retires?: boolean;
}

/** One entry of a list that the organisation words itself: a sector, or something workplaces can offer. */
export const ListEntryPage = ({ ui, title, action, values, errors = {}, version, crossed, divisionsHref, retires }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage ui={ui} title={title} action={action} back={{ href: '/indstillinger', label: ui.t('settings.title') }} errors={errors} version={version} crossed={crossed}>
      <TextInput {...field('nameDa')} maxLength={80} required />
      <TextInput {...field('nameEn')} maxLength={80} required />
      <TextInput {...field('position')} hint={ui.t('settings.position.hint')} inputMode="numeric" width="s" required />
      {retires && <DateField {...field('retiredOn')} hint={ui.t('settings.retiredOn.hint')} optional />}
      {divisionsHref && (
        <p>
          <a href={divisionsHref}>{ui.t('settings.divisions')}</a>
        </p>
      )}
    </EditPage>
  );
};
