import type { ComponentChildren } from 'preact';
import type { CourseView } from '#courses';
import { AskName } from '../citizens/nameless.js';
import { DoneToast } from '../done-toast.js';
import { BackLink, Badge, LinkButton, Page, Tabs, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { courseHref, courseTabs, type CourseTab } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly tab: CourseTab;
  readonly children: ComponentChildren;
}

/** What stands over every part of a course: whose it is, who answers for it, and when somebody speaks with the citizen next. */
export const CourseFrame = ({ ui, course, tab, children }: Props) => (
  <Page
    ui={ui}
    title={ui.t('course.title', { name: course.pseudonym })}
    lead={<Lead ui={ui} course={course} />}
    back={<BackLink href="/forloeb">{ui.t('courses.title')}</BackLink>}
    toast={<DoneToast ui={ui} />}
    aboutCitizen
    actions={
      may(ui, 'citizens.read') && (
        <LinkButton ui={ui} kind="secondary" icon="person" href={`/borgere/${course.citizenId}`}>
          {ui.t('course.citizen')}
        </LinkButton>
      )
    }
  >
    <Tabs label={ui.t('course.tabs')} current={courseHref(course.id, tab)} tabs={courseTabs.map((each) => ({ href: courseHref(course.id, each), label: ui.t(`course.tab.${each}`) }))} />
    {course.closedOn === null && <AskName ui={ui} citizenId={course.citizenId} caseRef={course.caseRef} pseudonym={course.pseudonym} />}
    {children}
  </Page>
);

const Lead = ({ ui, course }: { readonly ui: Ui; readonly course: CourseView }) => (
  <>
    {ui.t('course.ref', { ref: course.caseRef })}
    {' · '}
    {course.ownerName ? ui.t('course.owner', { name: course.ownerName }) : ui.t('course.owner.none')}
    {' · '}
    {course.closedOn !== null || course.nextFollowUpOn === null ? ui.t('course.closed', { date: ui.formatDate(course.closedOn ?? course.openedOn) }) : <>{ui.t('course.next')} <DueOn ui={ui} on={course.nextFollowUpOn} overdue={course.overdue} /></>}
  </>
);

/** The next follow-up's day, and in words when it has gone by. */
export const DueOn = ({ ui, on, overdue }: { readonly ui: Ui; readonly on: string; readonly overdue: boolean }) => (
  <>
    {ui.formatDate(on)} {overdue && <Badge tone="bad">{ui.t('course.overdue')}</Badge>}
  </>
);
