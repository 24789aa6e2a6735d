import type { Caseload, Caseloads } from '#citizens';
import { Alert, BackLink, Badge, Button, ButtonRow, Card, Columns, Empty, ErrorSummary, Form, Page, Table, TextInput, type Column, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { DoneToast } from '../done-toast.js';
import { asValues, fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { labelOf } from './citizen-choices.js';

interface Props {
  readonly ui: Ui;
  readonly caseloads: Caseloads;
  readonly targetGroups: readonly Option[];
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** Sagsstammer: how many each professional has, weighted by roles; numbers, never who. */
export const CaseloadsPage = ({ ui, caseloads, targetGroups, values, errors = {} }: Props) => {
  const heavy = caseloads.items.filter((each) => each.heavy);
  return (
    <Page ui={ui} title={ui.t('caseloads.title')} lead={ui.t('caseloads.lead')} back={<BackLink href="/borgere">{ui.t('citizens.title')}</BackLink>} toast={<DoneToast ui={ui} />}>
      <ErrorSummary ui={ui} errors={errors} />
      {heavy.length > 0 && (
        <Alert ui={ui} kind="warning" heading={ui.t.n('caseloads.heavy', heavy.length, { limit: caseloads.limits.warning })}>
          {ui.t('caseloads.heavy.text')}
        </Alert>
      )}
      <Columns side>
        <Card title={ui.t('caseloads.people')}>
          {caseloads.items.length === 0 ? <Empty title={ui.t('caseloads.none')} /> : <Table ui={ui} caption={ui.t('caseloads.people')} columns={columnsOf(ui)} rows={caseloads.items} rowKey={({ userId }) => userId} />}
        </Card>
        <div>
          <Card title={ui.t('caseloads.groups')}>
            {caseloads.groups.length === 0 ? (
              <p class="muted">{ui.t('caseloads.groups.none')}</p>
            ) : (
              <Table
                ui={ui}
                caption={ui.t('caseloads.groups')}
                columns={[
                  { key: 'group', label: ui.t('citizen.targetGroup'), head: true, cell: ({ code }: Caseloads['groups'][number]) => labelOf(targetGroups, code) ?? ui.t('caseloads.group.none') },
                  { key: 'count', label: ui.t('caseloads.citizens'), numeric: true, cell: ({ citizens }) => ui.formatNumber(citizens) },
                ]}
                rows={caseloads.groups}
                rowKey={({ code }) => code ?? ''}
              />
            )}
          </Card>
          <Limits ui={ui} values={values ?? asValues({ ...caseloads.limits })} errors={errors} version={caseloads.limits.version} />
        </div>
      </Columns>
    </Page>
  );
};

const columnsOf = (ui: Ui): Column<Caseload>[] => [
  {
    key: 'who',
    label: ui.t('roles.column.who'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.name}</span>
        {row.teamName && <small>{row.teamName}</small>}
      </span>
    ),
  },
  {
    key: 'caseload',
    label: ui.t('caseloads.weighted'),
    numeric: true,
    cell: (row) => (
      <>
        {row.heavy && <Badge tone="warn">{ui.t('caseloads.over')}</Badge>} {ui.formatNumber(row.caseload)}
      </>
    ),
  },
  { key: 'citizens', label: ui.t('caseloads.citizens'), numeric: true, cell: (row) => ui.formatNumber(row.citizens) },
  { key: 'primary', label: ui.t('caseloads.primary'), numeric: true, cell: (row) => ui.formatNumber(row.primary) },
  {
    key: 'roles',
    label: ui.t('caseloads.roles'),
    cell: (row) =>
      (['consultant', 'caseworker', 'mentor'] as const)
        .filter((role) => row[role] > 0)
        .map((role) => ui.t(`caseloads.role.${role}`, { n: row[role] }))
        .join(', '),
  },
];

const Limits = ({ ui, values, errors, version }: { readonly ui: Ui; readonly values: FormValues; readonly errors: FieldErrors; readonly version: number }) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('caseloads.limits')}>
      <p class="muted">{ui.t('caseloads.limits.text')}</p>
      <Form ui={ui} action="/borgere/sagsstamme" fields={{ version }}>
        <TextInput {...field('warning')} label={ui.t('caseloads.warning')} inputMode="numeric" width="s" maxLength={3} required />
        <TextInput {...field('consultantPercent')} label={ui.t('caseloads.percent.consultant')} inputMode="numeric" width="s" maxLength={3} required />
        <TextInput {...field('caseworkerPercent')} label={ui.t('caseloads.percent.caseworker')} inputMode="numeric" width="s" maxLength={3} required />
        <TextInput {...field('mentorPercent')} label={ui.t('caseloads.percent.mentor')} inputMode="numeric" width="s" maxLength={3} required />
        <ButtonRow>
          <Button ui={ui} kind="secondary">{ui.t('form.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};
