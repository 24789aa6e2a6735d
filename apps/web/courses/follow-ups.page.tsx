import type { CourseView, FollowUp } from '#courses';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { Button, ButtonRow, Card, Columns, DateField, Empty, ErrorSummary, Form, Radios, TextArea, TextInput, Timeline, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { CourseFrame } from './course-frame.js';
import { courseHref } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly followUps: readonly FollowUp[];
  readonly values: FormValues;
  readonly errors?: FieldErrors;
}

/** Opfølgning: what was said, what comes next, and when. */
export const FollowUpsPage = ({ ui, course, followUps, values, errors = {} }: Props) => (
  <CourseFrame ui={ui} course={course} tab="opfoelgning">
    <ErrorSummary ui={ui} errors={errors} />
    <Columns>
      <div>
        {course.closedOn === null && may(ui, 'courses.write') && <WriteFollowUp ui={ui} course={course} values={values} errors={errors} />}
      </div>
      <Card title={ui.t('followUps.title')}>
        {followUps.length === 0 ? <Empty title={ui.t('followUps.none')}>{ui.t('followUps.none.text')}</Empty> : <Timeline ui={ui} label={ui.t('followUps.title')} entries={followUps.map((each) => entryOf(ui, each))} />}
      </Card>
    </Columns>
  </CourseFrame>
);

const entryOf = (ui: Ui, followUp: FollowUp) => ({
  key: followUp.id,
  when: ui.formatDate(followUp.heldOn),
  datetime: followUp.heldOn,
  who: followUp.by ?? undefined,
  title: ui.t(`followUps.how.${followUp.how}`),
  icon: followUp.how === 'call' ? ('time' as const) : ('persons' as const),
  body: (
    <ul class="plain-list">
      <li>{followUp.citizenPresent ? ui.t('followUps.present') : ui.t('followUps.absent', { reason: followUp.absentReason ?? '' })}</li>
      <li>{ui.t(`followUps.said.${followUp.paidHours}`)}</li>
      <li>{ui.t('followUps.step', { step: followUp.nextStep })}</li>
      <li>{ui.t('followUps.next', { date: ui.formatDate(followUp.nextOn) })}</li>
    </ul>
  ),
});

const options = (ui: Ui, key: string, values: readonly string[]) => values.map((value) => ({ value, label: ui.t(`${key}.${value}`) }));

const WriteFollowUp = ({ ui, course, values, errors = {} }: Omit<Props, 'followUps'>) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('followUps.write')}>
      <Form ui={ui} action={courseHref(course.id, 'opfoelgning')}>
        <DateField {...field('heldOn')} required />
        <Radios {...field('how')} label={ui.t('followUps.how')} options={options(ui, 'followUps.how', ['visit', 'call', 'meeting'])} inline />
        <Radios {...field('present')} label={ui.t('followUps.withCitizen')} hint={ui.t('followUps.withCitizen.hint')} options={options(ui, 'followUps.present', ['yes', 'no'])} inline />
        <TextInput {...field('absentReason')} label={ui.t('followUps.absentReason')} hint={ui.t('followUps.absentReason.hint')} maxLength={500} />
        <Radios {...field('paidHours')} label={ui.t('followUps.paid')} options={options(ui, 'followUps.paid', ['yes', 'no', 'later'])} />
        <TextArea {...field('nextStep')} label={ui.t('followUps.nextStep')} hint={ui.t('followUps.nextStep.hint')} maxLength={500} rows={2} required />
        <DateField {...field('nextOn')} label={ui.t('followUps.nextOn')} hint={ui.t('followUps.nextOn.hint', { date: ui.formatDate(course.followUpByCadence), phase: ui.t(`followUps.phase.${course.standing.phase}`) })} required />
        <ButtonRow>
          <Button ui={ui}>{ui.t('form.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
