import type { CourseView } from '#courses';
import { ButtonRow, Card, Columns, DefinitionList, ErrorSummary, LinkButton, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { AgreedTerms } from './agreed-terms.js';
import { CourseFrame, DueOn } from './course-frame.js';
import { courseHref } from './course-href.js';
import type { Typed } from './course-screen.js';
import { Segments } from './segments.js';
import { ThirteenWeeks } from './thirteen-weeks.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly today: string;
  readonly errors?: FieldErrors;
  readonly typed?: Typed;
}

/** A course at a glance: where the citizen is, what was agreed, how far the 13 weeks are, what comes next. */
export const CoursePage = ({ ui, course, today, errors = {}, typed }: Props) => (
  <CourseFrame ui={ui} course={course} tab="overblik">
    <ErrorSummary ui={ui} errors={errors} />
    <Columns side>
      <div>
        <Segments ui={ui} course={course} today={today} typed={typed} />
        <AgreedTerms ui={ui} course={course} today={today} />
      </div>
      <div>
        <Card title={ui.t('course.facts')}>
          <DefinitionList
            facts={[
              { term: ui.t('course.facts.next'), value: course.nextFollowUpOn !== null && <DueOn ui={ui} on={course.nextFollowUpOn} overdue={course.overdue} /> },
              { term: ui.t('courses.column.owner'), value: course.ownerName ?? ui.t('courses.owner.none') },
              { term: ui.t('course.facts.opened'), value: ui.formatDate(course.openedOn) },
              { term: ui.t('course.facts.closed'), value: course.closedOn && ui.formatDate(course.closedOn) },
              { term: ui.t('closing.outcome'), value: course.outcome && ui.t(`closing.outcome.${course.outcome}`) },
            ]}
          />
          {course.closedOn === null && may(ui, 'courses.write') && (
            <ButtonRow>
              <LinkButton ui={ui} href={courseHref(course.id, 'opfoelgning')} kind="secondary">
                {ui.t('followUps.write')}
              </LinkButton>
            </ButtonRow>
          )}
        </Card>
        <ThirteenWeeks ui={ui} course={course} />
      </div>
    </Columns>
  </CourseFrame>
);
