import { standsOn, type CourseView, type Staircase } from '#courses';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Button, ButtonRow, Card, Columns, DateField, Empty, ErrorSummary, Form, PrintButton, Select, TextArea, Timeline, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { CourseFrame } from './course-frame.js';
import { courseHref } from './course-href.js';
import { StaircaseDrawing } from './staircase-drawing.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly staircase: Staircase;
  readonly today: string;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/** Trappen: where the citizen stands, has stood and is heading, for citizen, caseworker and consultant to look at together. */
export const StaircasePage = ({ ui, course, staircase, today, values, errors = {} }: Props) => {
  const now = standsOn(staircase.taken);
  const goal = staircase.taken.at(-1)?.nextGoal;
  return (
    <CourseFrame ui={ui} course={course} tab="trappe">
      <ErrorSummary ui={ui} errors={errors} labels={{ stepId: ui.t('staircase.step') }} />
      {staircase.steps.length === 0 ? (
        <Empty title={ui.t('staircase.empty')}>{ui.t('staircase.empty.text')}</Empty>
      ) : (
        <Columns side>
          <Card title={now ? ui.t('staircase.now', { name: course.pseudonym, step: stepName(ui, now), date: ui.formatDate(now.fromOn) }) : ui.t('staircase.notYet', { name: course.pseudonym })} aside={<PrintButton ui={ui} />}>
            <StaircaseDrawing ui={ui} staircase={staircase} name={course.pseudonym} />
            {goal && <p class="staircase-goal">{ui.t('staircase.goal', { goal })}</p>}
          </Card>
          <div>
            {course.closedOn === null && may(ui, 'courses.write') && <Place ui={ui} course={course} staircase={staircase} today={today} values={values} errors={errors} />}
            {staircase.taken.length > 0 && (
              <Card title={ui.t('staircase.way')}>
                <Timeline ui={ui} label={ui.t('staircase.way')} entries={staircase.taken.toReversed().map((step) => ({ key: step.id, when: ui.formatDate(step.fromOn), datetime: step.fromOn, who: step.by ?? undefined, title: stepName(ui, step), body: step.nextGoal }))} />
              </Card>
            )}
          </div>
        </Columns>
      )}
    </CourseFrame>
  );
};

const stepName = (ui: Ui, { nameDa, nameEn }: { readonly nameDa: string; readonly nameEn: string }): string => (ui.lang === 'da' ? nameDa : nameEn);

const Place = ({ ui, course, staircase, today, values, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  const open = staircase.steps.filter(({ retiredOn }) => retiredOn === null || retiredOn > today);
  return (
    <Card title={ui.t('staircase.place')}>
      <Form ui={ui} action={courseHref(course.id, 'trappe')}>
        <Select {...field('stepId')} label={ui.t('staircase.step')} options={open.map((step) => ({ value: step.id, label: stepName(ui, step) }))} empty={ui.t('form.choose')} />
        <DateField {...field('fromOn')} label={ui.t('staircase.fromOn')} required />
        <TextArea {...field('nextGoal')} label={ui.t('staircase.nextGoal')} hint={ui.t('staircase.nextGoal.hint')} maxLength={300} rows={2} optional />
        <ButtonRow>
          <Button ui={ui}>{ui.t('form.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
