import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf, listOf } from '../form-fields.js';
import { Alert, DateField, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { CrossedField } from '../stale-edit.js';

interface Props {
  readonly ui: Ui;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly version?: number;
  readonly crossed?: readonly CrossedField[];
}

/** When and where a session is held, and for how many. People who are to be invited at once ride along. */
export const SessionFormPage = ({ ui, title, lead, action, back, values, errors = {}, version, crossed }: Props) => {
  const field = fieldsOf(ui, values, errors);
  const people = ['mentorIds', 'userIds'].flatMap((name) => listOf(values, name).filter(Boolean).map((id) => ({ name, id })));
  return (
    <EditPage ui={ui} title={title} lead={lead} action={action} back={back} errors={errors} labels={{ from: ui.t('training.from'), to: ui.t('training.to') }} version={version} crossed={crossed}>
      {people.length > 0 && (
        <Alert ui={ui} kind="info">
          {ui.t.n('training.session.invites', people.length)}
        </Alert>
      )}
      {people.map(({ name, id }) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      <DateField {...field('day')} required />
      <div class="field-row">
        <TextInput {...field('from')} label={ui.t('training.from')} hint={ui.t('training.clock.hint')} width="s" maxLength={5} autocomplete="off" required />
        <TextInput {...field('to')} label={ui.t('training.to')} hint={ui.t('training.clock.hint')} width="s" maxLength={5} autocomplete="off" required />
      </div>
      <TextInput {...field('seats')} inputMode="numeric" width="s" maxLength={3} required />
      <TextInput {...field('place')} hint={ui.t('training.place.hint')} maxLength={200} autocomplete="off" optional />
      <TextInput {...field('videoUrl')} type="url" maxLength={500} autocomplete="off" optional />
    </EditPage>
  );
};
