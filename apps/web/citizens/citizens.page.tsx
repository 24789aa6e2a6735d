import type { CitizenRow, LookTaken } from '#citizens';
import { DoneToast } from '../done-toast.js';
import { Alert, BackLink, Badge, Button, ButtonRow, Card, Empty, ErrorSummary, FilterBar, Form, LinkButton, Page, Pager, Results, Table, TextInput, type Column, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { may } from '../may.js';
import { labelOf } from './citizen-choices.js';
import { citizenHref } from './citizen-href.js';
import { isNameless } from './nameless.js';

interface Props {
  readonly ui: Ui;
  readonly q?: string;
  readonly rows: readonly CitizenRow[];
  readonly more?: string;
  readonly targetGroups: readonly Option[];
}

/** Borgere: those one is attached to, or covers for. Nobody else's, however one searches. */
export const CitizensPage = ({ ui, q, rows, more, targetGroups }: Props) => (
  <Page
    ui={ui}
    title={ui.t('citizens.title')}
    lead={ui.t('citizens.lead')}
    toast={<DoneToast ui={ui} />}
    actions={
      <>
        <LinkButton ui={ui} href="/borgere/ny" icon="plus">
          {ui.t('citizens.new')}
        </LinkButton>
        <LinkButton ui={ui} kind="secondary" href="/borgere/opslag">
          {ui.t('citizens.look')}
        </LinkButton>
        <ForManagers ui={ui} />
      </>
    }
  >
    <FilterBar
      ui={ui}
      action="/borgere"
      label={ui.t('citizens.filter')}
      resetHref={q ? '/borgere' : undefined}
      search={<TextInput ui={ui} name="q" type="search" label={ui.t('citizens.q')} value={q} maxLength={100} autocomplete="off" />}
    />
    <Results summary={more ? ui.t('citizens.first', { n: rows.length }) : ui.t.n('citizens.found', rows.length)}>
      {rows.length === 0 ? (
        <Empty title={ui.t(q ? 'citizens.none' : 'citizens.empty')}>{ui.t(q ? 'citizens.none.text' : 'citizens.empty.text')}</Empty>
      ) : (
        <Table ui={ui} caption={ui.t('citizens.title')} columns={columnsOf(ui, targetGroups)} rows={rows} rowKey={({ id }) => id} />
      )}
      <Pager ui={ui} href={more} />
    </Results>
    <p class="muted">{ui.t('citizens.logged')}</p>
  </Page>
);

const ForManagers = ({ ui }: { readonly ui: Ui }) => (
  <>
    {may(ui, 'access.control') && (
      <LinkButton ui={ui} kind="secondary" href="/borgere/kontrol">
        {ui.t('sample.title')}
      </LinkButton>
    )}
    {may(ui, 'caseloads.read') && (
      <LinkButton ui={ui} kind="secondary" href="/borgere/sagsstamme">
        {ui.t('caseloads.title')}
      </LinkButton>
    )}
  </>
);

const columnsOf = (ui: Ui, targetGroups: readonly Option[]): Column<CitizenRow>[] => [
  {
    key: 'citizen',
    label: ui.t('citizens.column.citizen'),
    head: true,
    cell: (row) => (
      <span class="named">
        <a href={citizenHref(row.id)}>{row.pseudonym}</a>
        {!isNameless(row) && <small>{row.caseRef}</small>}
      </span>
    ),
  },
  { key: 'group', label: ui.t('citizen.targetGroup'), cell: (row) => labelOf(targetGroups, row.targetGroup) },
  { key: 'primary', label: ui.t('citizen.primary'), cell: (row) => row.primaryName },
  {
    key: 'mine',
    label: ui.t('citizens.column.mine'),
    cell: (row) =>
      row.basis === 'attached' ? row.myRoles.map((role) => ui.t(`citizen.role.${role}`)).join(', ') : <Badge tone="warn">{ui.t(`citizen.basis.${row.basis}`)}</Badge>,
  },
];

interface LookProps {
  readonly ui: Ui;
  readonly values: FormValues;
  readonly errors?: FieldErrors;
  /** Nothing was found that the reader may look at. */
  readonly nothing?: boolean;
  readonly list?: readonly LookTaken[];
}

/** Opslag: one citizen by the exact reference, with a reason; and for managers who has done so. */
export const LookPage = ({ ui, values, errors = {}, nothing, list }: LookProps) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Page ui={ui} title={ui.t('look.title')} lead={ui.t('look.lead')} layout="narrow" back={<BackLink href="/borgere">{ui.t('citizens.title')}</BackLink>}>
      <ErrorSummary ui={ui} errors={errors} />
      {nothing && (
        <Alert ui={ui} kind="warning" heading={ui.t('look.nothing')} live>
          {ui.t('look.nothing.text')}
        </Alert>
      )}
      <Card>
        <Form ui={ui} action="/borgere/opslag">
          <TextInput {...field('caseRef')} maxLength={40} autocomplete="off" required />
          <TextInput {...field('reason')} hint={ui.t('look.reason.hint')} maxLength={300} autocomplete="off" required />
          <ButtonRow>
            <Button ui={ui}>{ui.t('look.submit')}</Button>
          </ButtonRow>
        </Form>
      </Card>
      {list && <ControlList ui={ui} list={list} />}
    </Page>
  );
};

const ControlList = ({ ui, list }: { readonly ui: Ui; readonly list: readonly LookTaken[] }) => (
  <Card title={ui.t('look.list')}>
    <p class="muted">
      {ui.t('look.list.text')} <a href="/borgere/kontrol">{ui.t('sample.title')}</a>
    </p>
    {list.length === 0 ? <Empty title={ui.t('look.list.none')} /> : <Table ui={ui} caption={ui.t('look.list')} columns={lookColumns(ui)} rows={list} rowKey={({ id }) => id} />}
  </Card>
);

const lookColumns = (ui: Ui): Column<LookTaken>[] => [
  { key: 'when', label: ui.t('seen.when'), head: true, cell: (row) => ui.formatDateTime(row.fromAt) },
  { key: 'who', label: ui.t('seen.who'), cell: (row) => [row.userName, row.teamName].filter(Boolean).join(', ') },
  { key: 'why', label: ui.t('seen.why'), cell: (row) => row.reason },
];
