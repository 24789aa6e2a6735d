import type { CourseView, Terms } from '#courses';
import { Badge, Button, ButtonRow, Card, DateField, DefinitionList, Form, type Ui } from '../kit/index.js';
import { may } from '../may.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly today: string;
}

/** What was agreed before the starts that hold: purpose, ordinary hours, and what it takes. */
export const AgreedTerms = ({ ui, course, today }: Props) =>
  course.terms
    .filter(({ inForce }) => inForce)
    .map((terms) => (
      <Card key={terms.id} title={ui.t('terms.title')}>
        <DefinitionList
          facts={[
            { term: ui.t('field.purpose'), value: <span class="kept-lines">{terms.purpose}</span> },
            { term: ui.t('terms.agreed'), value: ui.t('terms.agreed.dates', { citizen: ui.formatDate(terms.agreedWithCitizenOn), company: ui.formatDate(terms.agreedWithCompanyOn) }) },
            { term: ui.t('terms.hours'), value: hoursText(ui, terms) },
          ]}
        />
        {terms.criteria.length > 0 && <Criteria ui={ui} course={course} today={today} criteria={terms.criteria} />}
      </Card>
    ));

function hoursText(ui: Ui, { hoursOutcome, hoursMinutes, hoursFrom, refusedReason }: Terms): string {
  if (hoursOutcome === 'agreed') return ui.t('terms.hours.agreed', { hours: ui.formatHours(hoursMinutes ?? 0), date: ui.formatDate(hoursFrom ?? '') });
  return hoursOutcome === 'refused' ? ui.t('terms.hours.refused', { reason: refusedReason ?? '' }) : ui.t('terms.hours.not_yet');
}

const Criteria = ({ ui, course, today, criteria }: Props & { readonly criteria: Terms['criteria'] }) => (
  <>
    <h3>{ui.t('terms.criteria')}</h3>
    <ul class="queue no-max-width">
      {criteria.map(({ id, criterion, reviewOn, metOn }) => (
        <li key={id}>
          <p class="queue-head">
            <strong>{criterion}</strong>
            {metOn ? <Badge tone="good">{ui.t('terms.met', { date: ui.formatDate(metOn) })}</Badge> : <Badge tone={reviewOn < today ? 'bad' : 'neutral'}>{ui.t('terms.review', { date: ui.formatDate(reviewOn) })}</Badge>}
          </p>
          {metOn === null && course.closedOn === null && may(ui, 'courses.write') && <Review ui={ui} action={`/forloeb/${course.id}/krav/${id}`} id={id} />}
        </li>
      ))}
    </ul>
  </>
);

const Review = ({ ui, action, id }: { readonly ui: Ui; readonly action: string; readonly id: string }) => (
  <details class="more-fields">
    <summary>{ui.t('terms.look')}</summary>
    <Form ui={ui} action={action}>
      <div class="field-row">
        <DateField ui={ui} name="metOn" id={`met-${id}`} label={ui.t('terms.metOn')} optional />
        <DateField ui={ui} name="reviewOn" id={`review-${id}`} label={ui.t('terms.reviewOn')} optional />
      </div>
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('form.save')}
        </Button>
      </ButtonRow>
    </Form>
  </details>
);
