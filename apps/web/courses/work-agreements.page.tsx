import type { CourseView, WorkAgreement } from '#courses';
import { Badge, Empty, LinkButton, Table, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { CourseFrame } from './course-frame.js';
import { courseHref, workAgreementHref } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly versions: readonly WorkAgreement[];
}

/** Arbejdsaftalen: every version there has been, and the way to write the next. */
export const WorkAgreementsPage = ({ ui, course, versions }: Props) => {
  const writes = course.closedOn === null && may(ui, 'courses.write') && course.segments.some(isLive);
  return (
    <CourseFrame ui={ui} course={course} tab="arbejdsaftale">
      {versions.length === 0 ? (
        <Empty title={ui.t('workAgreement.none')} action={writes && <Write ui={ui} course={course} first />}>
          {ui.t(course.segments.some(isLive) ? 'workAgreement.none.text' : 'workAgreement.none.noPlace')}
        </Empty>
      ) : (
        <Table
          ui={ui}
          caption={ui.t('workAgreement.versions')}
          rows={versions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', label: ui.t('workAgreement.version'), head: true, cell: (row) => <a href={workAgreementHref(course.id, row.id)}>{ui.t('workAgreement.number', { n: row.number })}</a> },
            { key: 'on', label: ui.t('workAgreement.written'), cell: (row) => ui.formatDate(row.writtenOn) },
            { key: 'where', label: ui.t('courses.column.where'), cell: (row) => row.workplaceName },
            { key: 'pen', label: ui.t('workAgreement.pen'), cell: (row) => ui.t(`workAgreement.pen.${row.pen}`) },
            { key: 'signed', label: ui.t('workAgreement.signatures'), cell: (row) => <Signed ui={ui} version={row} /> },
          ]}
        />
      )}
      {writes && versions.length > 0 && (
        <p class="section">
          <Write ui={ui} course={course} />
        </p>
      )}
    </CourseFrame>
  );
};

const Write = ({ ui, course, first }: Pick<Props, 'ui' | 'course'> & { readonly first?: boolean }) => (
  <LinkButton ui={ui} href={`${courseHref(course.id, 'arbejdsaftale')}/ny`} icon="edit">
    {ui.t(first ? 'workAgreement.write' : 'workAgreement.writeNext')}
  </LinkButton>
);

export const isLive = ({ state }: { readonly state: string }): boolean => ['planned', 'awaiting', 'running'].includes(state);

const Signed = ({ ui, version }: { readonly ui: Ui; readonly version: WorkAgreement }) => {
  const parties = version.signatures.map(({ party }) => party);
  const whole = parties.includes('citizen') && parties.includes('company');
  return whole ? <Badge tone="good">{ui.t('workAgreement.signed.both')}</Badge> : <Badge tone="warn">{ui.t.n('workAgreement.signed', parties.length)}</Badge>;
};
