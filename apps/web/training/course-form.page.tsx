import { courseKinds, type Course } from '#training';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { DateField, Radios, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import type { CrossedField } from '../stale-edit.js';

interface Props {
  readonly ui: Ui;
  /** The one being edited; a new one without. */
  readonly course?: Course;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  readonly version?: number;
  readonly crossed?: readonly CrossedField[];
}

/** A course: what it is called, what it holds, and for how long its certificate counts. */
export const CourseFormPage = ({ ui, course, values, errors = {}, version, crossed }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={course ? ui.t('form.edit.named', { name: course.name }) : ui.t('training.course.new')}
      lead={course ? ui.t(`training.kind.${course.kind}`) : ui.t('training.course.new.lead')}
      action={course ? `/kurser/${course.id}/ret` : '/kurser/ny'}
      back={{ href: '/kurser', label: ui.t('training.title') }}
      errors={errors}
      version={version}
      crossed={crossed}
    >
      {!course && <Radios {...field('kind')} value={field('kind').value || 'first'} options={courseKinds.map((kind) => ({ value: kind, label: ui.t(`training.kind.${kind}`), hint: ui.t(`training.kind.${kind}.hint`) }))} />}
      <TextInput {...field('name')} maxLength={120} autocomplete="off" required />
      <TextArea {...field('description')} hint={ui.t('training.description.hint')} rows={4} maxLength={2000} optional />
      {course?.kind !== 'network' && <TextInput {...field('validMonths')} hint={ui.t('training.validMonths.hint')} inputMode="numeric" width="s" maxLength={3} optional={!course} />}
      {course && <DateField {...field('retiredOn')} hint={ui.t('training.retiredOn.hint')} optional />}
    </EditPage>
  );
};
