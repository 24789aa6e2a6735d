import type { MentorsWorkplace } from '#mentors';
import { companyHref } from '../companies/company-href.js';
import { fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { Badge, Button, ButtonRow, Card, DateField, Form, Select, Table, type Column, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import type { MentorShown } from './mentor.page.js';

interface Props {
  readonly ui: Ui;
  readonly shown: MentorShown;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

/** Where the mentor is named, from when until when, and what all mentors there can still carry. */
export const WorkplacesCard = ({ ui, shown: { mentor, workplaces, possible }, values, errors }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('mentor.workplaces')}>
      <Table ui={ui} caption={ui.t('mentor.workplaces')} columns={columnsOf(ui, errors)} rows={workplaces} rowKey={(row) => row.assignmentId ?? row.workplaceId} />
      {may(ui, 'mentors.write') && possible.length > 0 && (
        <details class="more-form" open={Boolean(errors.workplaceId || errors.assignFrom || errors.assignUntil)}>
          <summary>{ui.t('mentor.workplaces.add')}</summary>
          <Form ui={ui} action={`/mentorer/${mentor.id}/arbejdssteder`}>
            <Select {...field('workplaceId')} options={possible} empty={ui.t('form.choose')} />
            <div class="field-row">
              <DateField {...field('assignFrom')} required />
              <DateField {...field('assignUntil')} hint={ui.t('mentor.assign.until.hint')} optional />
            </div>
            <ButtonRow>
              <Button ui={ui} kind="secondary">
                {ui.t('mentor.workplaces.save')}
              </Button>
            </ButtonRow>
          </Form>
        </details>
      )}
    </Card>
  );
};

const columnsOf = (ui: Ui, errors: FieldErrors): Column<MentorsWorkplace>[] => [
  {
    key: 'workplace',
    label: ui.t('mentor.column.workplace'),
    head: true,
    cell: (row) => (
      <span class="named">
        <a href={companyHref(row.companyId, 'mentorer')}>{row.workplace}</a>
        <small>{[row.company !== row.workplace && row.company, row.town].filter(Boolean).join(' · ')}</small>
      </span>
    ),
  },
  { key: 'period', label: ui.t('mentor.workplaces.period'), cell: (row) => (row.until ? ui.formatPeriod({ from: row.from, to: row.until }) : ui.t('mentor.activeFrom', { date: ui.formatDate(row.from) })) },
  { key: 'headroom', label: ui.t('mentor.workplaces.headroom'), cell: (row) => (row.headroom > 0 ? ui.t.n('mentor.headroom', row.headroom) : <Badge tone="warn">{ui.t('mentor.headroom.none')}</Badge>) },
  {
    key: 'do',
    label: ui.t('mentor.workplaces.end'),
    quiet: true,
    cell: (row) =>
      row.assignmentId !== null &&
      may(ui, 'mentors.write') && (
        <details class="more-form" open={Boolean(errors[`until-${row.assignmentId}`])}>
          <summary>{ui.t('mentor.workplaces.end')}</summary>
          <Form ui={ui} action={`/mentorer/arbejdssteder/${row.assignmentId}/stop`} fields={{ version: row.version }}>
            <DateField ui={ui} id={`until-${row.assignmentId}`} name="until" label={ui.t('mentor.end.on')} value={row.until ?? ''} error={errors[`until-${row.assignmentId}`]} required />
            <Button ui={ui} kind="secondary" small>
              {ui.t('form.save')}
            </Button>
          </Form>
        </details>
      ),
  },
];
