import type { CourseView, Terms } from '#courses';
import { Card, DefinitionList, LinkButton, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { criterionHref } from './course-href.js';
import { CriterionState } from './criterion.page.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly today: string;
}

/** What was agreed before the starts that hold: purpose, ordinary hours, and what it takes; below, what went for something before. */
export const AgreedTerms = ({ ui, course, today }: Props) => {
  const before = course.terms.filter(({ inForce }) => !inForce);
  return (
    <>
      {course.terms
        .filter(({ inForce }) => inForce)
        .map((terms) => (
          <Card key={terms.id} title={ui.t('terms.title')}>
            <Agreed ui={ui} terms={terms} />
            {terms.criteria.length > 0 && <Criteria ui={ui} course={course} today={today} criteria={terms.criteria} />}
          </Card>
        ))}
      {before.length > 0 && (
        <details class="more-fields">
          <summary>{ui.t.n('terms.before', before.length)}</summary>
          {before.map((terms) => (
            <Card key={terms.id}>
              <Agreed ui={ui} terms={terms} />
              {terms.criteria.length > 0 && <Criteria ui={ui} course={course} today={today} criteria={terms.criteria} />}
            </Card>
          ))}
        </details>
      )}
    </>
  );
};

const Agreed = ({ ui, terms }: { readonly ui: Ui; readonly terms: Terms }) => (
  <DefinitionList
    facts={[
      { term: ui.t('field.purpose'), value: <span class="kept-lines">{terms.purpose}</span> },
      { term: ui.t('terms.agreed'), value: ui.t('terms.agreed.dates', { citizen: ui.formatDate(terms.agreedWithCitizenOn), company: ui.formatDate(terms.agreedWithCompanyOn) }) },
      { term: ui.t('terms.hours'), value: hoursText(ui, terms) },
    ]}
  />
);

function hoursText(ui: Ui, { hoursOutcome, hoursMinutes, hoursFrom, refusedReason }: Terms): string {
  if (hoursOutcome === 'agreed') return ui.t('terms.hours.agreed', { hours: ui.formatHours(hoursMinutes ?? 0), date: ui.formatDate(hoursFrom ?? '') });
  return hoursOutcome === 'refused' ? ui.t('terms.hours.refused', { reason: refusedReason ?? '' }) : ui.t('terms.hours.not_yet');
}

const Criteria = ({ ui, course, today, criteria }: Props & { readonly criteria: Terms['criteria'] }) => (
  <>
    <h3>{ui.t('terms.criteria')}</h3>
    <ul class="queue no-max-width">
      {criteria.map((each) => (
        <li key={each.id}>
          <p class="queue-head">
            <strong>{each.criterion}</strong>
            <CriterionState ui={ui} criterion={each} overdue={each.reviewOn < today} />
          </p>
          <div class="queue-actions">
            <LinkButton ui={ui} small kind={each.metOn === null ? 'secondary' : 'quiet'} href={criterionHref(course.id, each.id)}>
              {ui.t(each.metOn === null && course.closedOn === null && may(ui, 'courses.write') ? 'terms.look' : 'terms.history')}
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  </>
);
