import type { CourseView, Criterion } from '#courses';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { BackLink, Badge, Button, ButtonRow, Card, DateField, ErrorSummary, Form, Page, Radios, TextInput, Timeline, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { StaleEdit, type CrossedField } from '../stale-edit.js';
import { courseHref, criterionHref } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly criterion: Criterion;
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** Hvad der skal til: whether it is met, else when it is looked at again, and everything it has been before. */
export const CriterionPage = (props: Props) => {
  const { ui, course, criterion, errors = {}, crossed } = props;
  return (
    <Page
      ui={ui}
      title={ui.t('criterion.title')}
      lead={`${course.pseudonym} · ${ui.t('criterion.lead')}`}
      layout="narrow"
      back={<BackLink href={courseHref(course.id)}>{ui.t('course.title', { name: course.pseudonym })}</BackLink>}
    >
      {crossed ? <StaleEdit ui={ui} fields={crossed} /> : <ErrorSummary ui={ui} errors={errors} />}
      <p class="criterion-now">
        {criterion.criterion} <CriterionState ui={ui} criterion={criterion} />
      </p>
      {course.closedOn === null && may(ui, 'courses.write') && <Look {...props} />}
      {criterion.earlier.length > 0 && (
        <Card title={ui.t('criterion.earlier')}>
          <Timeline
            ui={ui}
            label={ui.t('criterion.earlier')}
            entries={criterion.earlier.map((each) => ({
              key: String(each.number),
              when: ui.t('criterion.writtenOn', { date: ui.formatDate(each.writtenOn) }),
              datetime: each.writtenOn,
              who: each.by ?? undefined,
              title: each.criterion,
              body: each.metOn ? ui.t('terms.met', { date: ui.formatDate(each.metOn) }) : ui.t('terms.review', { date: ui.formatDate(each.reviewOn) }),
            }))}
          />
        </Card>
      )}
    </Page>
  );
};

/** Met, or when it is looked at. */
export const CriterionState = ({ ui, criterion: { metOn, reviewOn }, overdue = false }: { readonly ui: Ui; readonly criterion: Pick<Criterion, 'metOn' | 'reviewOn'>; readonly overdue?: boolean }) =>
  metOn ? <Badge tone="good">{ui.t('terms.met', { date: ui.formatDate(metOn) })}</Badge> : <Badge tone={overdue ? 'bad' : 'neutral'}>{ui.t('terms.review', { date: ui.formatDate(reviewOn) })}</Badge>;

const Look = ({ ui, course, criterion, values, version, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('terms.look')}>
      <Form ui={ui} action={criterionHref(course.id, criterion.id)} fields={{ version }}>
        <TextInput {...field('criterion')} hint={ui.t('criterion.wording.hint')} maxLength={300} required />
        <Radios {...field('isMet')} label={ui.t('criterion.isMet')} options={['yes', 'no'].map((value) => ({ value, label: ui.t(`criterion.isMet.${value}`) }))} inline />
        <div class="field-row">
          <DateField {...field('metOn')} label={ui.t('terms.metOn')} />
          <DateField {...field('reviewOn')} label={ui.t('terms.reviewOn')} />
        </div>
        <ButtonRow>
          <Button ui={ui}>{ui.t('form.save')}</Button>
          <a href={courseHref(course.id)}>{ui.t('form.cancel')}</a>
        </ButtonRow>
      </Form>
    </Card>
  );
};
