import type { CourseView, Segment } from '#courses';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { textOf } from '../form-fields.js';
import { DateField, Radios, TextArea, TextInput, type FieldErrors, type FieldProps, type Ui } from '../kit/index.js';
import { courseHref, placementHref } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly segment: Segment;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/** So many criteria can be written at once, without JavaScript. */
export const criteriaOnForm = 3;
/** The props every field of the form shares; its label is that of another name where the API calls it otherwise. */
type Field = (name: string, key?: string) => FieldProps & { readonly value: string };
const outcomes = ['agreed', 'not_yet', 'refused'] as const;

const rowLabels = (ui: Ui): Record<string, string> =>
  Object.fromEntries(Array.from({ length: criteriaOnForm }, (_, index) => (['criterion', 'reviewOn'] as const).map((part) => [`hours.criteria.${index}.${part}`, ui.t(part === 'criterion' ? 'terms.criterion' : 'terms.criterion.reviewOn', { n: index + 1 })])).flat());

/** Before a start: what it is for, and what was said about ordinary hours. All target groups alike. */
export const StartTermsPage = ({ ui, course, segment, values, errors = {} }: Props) => {
  const field: Field = (name, key = name) => ({ ui, name, label: ui.t(`field.${key}`), value: textOf(values, name), error: errors[name] });
  return (
    <EditPage
      ui={ui}
      title={ui.t('terms.form.title')}
      lead={`${course.pseudonym} · ${segment.workplaceName} · ${ui.formatPeriod({ from: segment.from, to: segment.until })}`}
      action={placementHref(course.id, segment.id, 'aftalt')}
      back={{ href: courseHref(course.id), label: ui.t('course.title', { name: course.pseudonym }) }}
      errors={errors}
      labels={{ 'hours.outcome': ui.t('field.hoursOutcome'), ...rowLabels(ui) }}
      aboutCitizen
    >
      <TextArea {...field('purpose')} hint={ui.t('terms.purpose.hint')} maxLength={1000} rows={3} required />
      <div class="field-row">
        <DateField {...field('agreedWithCitizenOn')} required />
        <DateField {...field('agreedWithCompanyOn')} required />
      </div>
      <Radios {...field('hours.outcome', 'hoursOutcome')} hint={ui.t('terms.hours.hint')} options={outcomes.map((value) => ({ value, label: ui.t(`terms.outcome.${value}`), hint: ui.t(`terms.outcome.${value}.hint`) }))} />
      <fieldset class="form-part">
        <legend>{ui.t('terms.if.agreed')}</legend>
        <div class="field-row">
          <TextInput {...field('hours.minutes', 'hoursPerWeek')} inputMode="decimal" width="s" />
          <DateField {...field('hours.from', 'hoursFrom')} />
        </div>
      </fieldset>
      <fieldset class="form-part">
        <legend>{ui.t('terms.if.not_yet')}</legend>
        {errors['hours.criteria'] && <p class="form-error-message">{errors['hours.criteria']}</p>}
        <Criteria ui={ui} field={field} />
      </fieldset>
      <fieldset class="form-part">
        <legend>{ui.t('terms.if.refused')}</legend>
        <TextInput {...field('hours.reason', 'refusedReason')} maxLength={500} />
      </fieldset>
    </EditPage>
  );
};

const Criteria = ({ ui, field }: { readonly ui: Ui; readonly field: Field }) => (
  <>
    {Array.from({ length: criteriaOnForm }, (_, index) => (
      <div key={index} class="field-row">
        <TextInput {...field(`hours.criteria.${index}.criterion`)} label={ui.t('terms.criterion', { n: index + 1 })} maxLength={300} />
        <DateField {...field(`hours.criteria.${index}.reviewOn`)} label={ui.t('terms.criterion.reviewOn', { n: index + 1 })} />
      </div>
    ))}
  </>
);
