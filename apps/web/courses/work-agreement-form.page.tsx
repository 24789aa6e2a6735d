import type { CourseView } from '#courses';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { listOf, textOf } from '../form-fields.js';
import { Checkboxes, DateField, Radios, Select, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { courseHref } from './course-href.js';
import { isLive } from './work-agreements.page.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/** So many milestones can be written without JavaScript; the first one is about paid hours. */
export const milestonesOnForm = 5;

const milestoneLabels = (ui: Ui): Record<string, string> =>
  Object.fromEntries(Array.from({ length: milestonesOnForm }, (_, index) => ['milestone', 'dueOn'].map((part) => [`milestones.${index}.${part}`, ui.t(`workAgreement.milestone.${part}`, { n: index + 1 })])).flat());

/** The next version of the work agreement: four topics, the fourth only with a mentor. */
export const WorkAgreementFormPage = ({ ui, course, values, errors = {} }: Props) => {
  const places = course.segments.filter(isLive);
  const mentor = places.find(({ id }) => id === textOf(values, 'placementId'))?.mentorName ?? places[0]?.mentorName;
  const field = (name: string) => ({ ui, name, label: ui.t(`workAgreement.${name}`), value: textOf(values, name), error: errors[name] });
  return (
    <EditPage
      ui={ui}
      title={ui.t('workAgreement.form')}
      lead={ui.t('workAgreement.form.lead')}
      action={`${courseHref(course.id, 'arbejdsaftale')}/ny`}
      back={{ href: courseHref(course.id, 'arbejdsaftale'), label: ui.t('course.tab.arbejdsaftale') }}
      errors={errors}
      labels={milestoneLabels(ui)}
      aboutCitizen
    >
      <Select {...field('placementId')} options={places.map(({ id, workplaceName, from, until }) => ({ value: id, label: `${workplaceName}, ${ui.formatPeriod({ from, to: until })}` }))} />
      <Radios {...field('pen')} hint={ui.t('workAgreement.pen.hint')} options={['citizen', 'consultant', 'caseworker'].map((value) => ({ value, label: ui.t(`workAgreement.pen.${value}`) }))} />
      <TextArea {...field('goal')} hint={ui.t('workAgreement.goal.hint')} maxLength={1000} rows={3} required />
      <TextArea {...field('purpose')} hint={ui.t('workAgreement.purpose.hint')} maxLength={1000} rows={3} required />
      <Milestones ui={ui} values={values} error={errors.milestones} errors={errors} />
      <TextArea {...field('tasks')} hint={ui.t('workAgreement.tasks.hint')} maxLength={1000} rows={3} required />
      <TextInput {...field('attendance')} hint={ui.t('workAgreement.attendance.hint')} maxLength={500} required />
      <TextArea {...field('mentorTasks')} hint={mentor ? ui.t('workAgreement.mentorTasks.hint', { name: mentor }) : ui.t('workAgreement.mentorTasks.none')} maxLength={1000} rows={3} optional={!mentor} />
    </EditPage>
  );
};

const Milestones = ({ ui, values, error, errors }: { readonly ui: Ui; readonly values: FormValues; readonly error?: string; readonly errors: FieldErrors }) => (
  <fieldset class="form-part" id="milestones">
    <legend>{ui.t('workAgreement.milestones')}</legend>
    <p class="form-hint">{ui.t('workAgreement.milestones.hint')}</p>
    {error && <p class="form-error-message">{error}</p>}
    {Array.from({ length: milestonesOnForm }, (_, index) => {
      const name = (part: string): string => `milestones.${index}.${part}`;
      const field = (part: string) => ({ ui, name: name(part), label: ui.t(`workAgreement.milestone.${part}`, { n: index + 1 }), value: textOf(values, name(part)), error: errors[name(part)] });
      return (
        <div key={index} class="milestone-row">
          <TextInput {...field('milestone')} maxLength={300} />
          <DateField {...field('dueOn')} />
          <Checkboxes {...field('paidHours')} options={[{ value: 'true', label: ui.t('workAgreement.milestone.isPaid') }]} values={listOf(values, name('paidHours'))} />
        </div>
      );
    })}
  </fieldset>
);
