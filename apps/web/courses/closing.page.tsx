import { outcomes, type CourseView } from '#courses';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Alert, Button, ButtonRow, Card, DateField, DefinitionList, ErrorSummary, Form, Select, TextArea, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { CourseFrame } from './course-frame.js';
import { courseHref } from './course-href.js';
import { isLive } from './work-agreements.page.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
}

/** Afslut: the outcome, and the CV brought up to date or waived; or, of a closed course, how it ended. */
export const ClosingPage = (props: Props) => {
  const { ui, course, errors = {} } = props;
  return (
    <CourseFrame ui={ui} course={course} tab="afslut">
      <ErrorSummary ui={ui} errors={errors} />
      {course.closedOn === null ? <Close {...props} /> : <Closed ui={ui} course={course} />}
    </CourseFrame>
  );
};

const Closed = ({ ui, course }: Pick<Props, 'ui' | 'course'>) => (
  <Card title={ui.t('closing.closed')}>
    <DefinitionList
      facts={[
        { term: ui.t('course.facts.closed'), value: course.closedOn && ui.formatDate(course.closedOn) },
        { term: ui.t('closing.outcome'), value: course.outcome && ui.t(`closing.outcome.${course.outcome}`) },
        { term: ui.t('closing.note'), value: course.outcomeNote },
        { term: ui.t('closing.cv'), value: course.cvUpdatedOn ? ui.t('closing.cv.updated', { date: ui.formatDate(course.cvUpdatedOn) }) : ui.t('closing.cv.waived', { reason: course.cvWaivedReason ?? '' }) },
      ]}
    />
  </Card>
);

const Close = ({ ui, course, values, version, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  if (course.segments.some(isLive)) {
    return (
      <Alert ui={ui} kind="info" heading={ui.t('closing.running')}>
        {ui.t('closing.running.text')} <a href={courseHref(course.id)}>{ui.t('closing.running.look')}</a>
      </Alert>
    );
  }
  if (!may(ui, 'courses.write')) return null;
  return (
    <Card title={ui.t('closing.title')}>
      <Form ui={ui} action={courseHref(course.id, 'afslut')} fields={{ version }}>
        <Select {...field('outcome')} label={ui.t('closing.outcome')} options={outcomes.map((value) => ({ value, label: ui.t(`closing.outcome.${value}`) }))} empty={ui.t('form.choose')} />
        <TextArea {...field('outcomeNote')} label={ui.t('closing.note')} hint={ui.t('closing.note.hint')} maxLength={1000} rows={3} optional />
        <fieldset class="form-part">
          <legend>{ui.t('closing.cv')}</legend>
          <p class="form-hint">{ui.t('closing.cv.hint')}</p>
          <DateField {...field('cvUpdatedOn')} label={ui.t('closing.cv.on')} />
          <TextInput {...field('cvWaivedReason')} label={ui.t('closing.cv.why')} maxLength={500} />
        </fieldset>
        <ButtonRow>
          <Button ui={ui}>{ui.t('closing.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
