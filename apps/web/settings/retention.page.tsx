import { addDays } from '#platform';
import type { Gone, KeptKind, Retention } from '#retention';
import { DoneToast } from '../done-toast.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { BackLink, Button, ButtonRow, Card, DateField, Empty, ErrorSummary, Form, Page, Select, Table, TextInput, type Column, type FieldErrors, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly retention: Retention;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** Opbevaring: how long things are kept, what will go when, and what has gone. Numbers, never who. */
export const RetentionPage = (props: Props) => {
  const { ui, retention, errors = {} } = props;
  return (
    <Page ui={ui} title={ui.t('retention.title')} lead={ui.t('retention.lead')} back={<BackLink href="/indstillinger">{ui.t('settings.title')}</BackLink>} toast={<DoneToast ui={ui} />}>
      <ErrorSummary ui={ui} errors={errors} labels={{ kind: ui.t('retention.kind'), months: ui.t('retention.form.months'), from: ui.t('retention.form.from') }} />
      <Card title={ui.t('retention.kinds')}>
        <Table ui={ui} caption={ui.t('retention.kinds')} columns={kindColumns(ui, retention.on)} rows={retention.items} rowKey={({ kind }) => kind} />
        <p class="muted">{ui.t('retention.backups')}</p>
      </Card>
      <Going ui={ui} retention={retention} />
      <ChangeForm {...props} />
      <GoneList ui={ui} gone={retention.gone} />
    </Page>
  );
};

const monthsText = (ui: Ui, n: number): string => ui.t.n('retention.months.n', n);
const goingBy = ({ going }: KeptKind, day: string): number => going.reduce((sum, { on, n }) => sum + (on <= day ? n : 0), 0);

const kindColumns = (ui: Ui, today: string): Column<KeptKind>[] => [
  {
    key: 'kind',
    label: ui.t('retention.kind'),
    head: true,
    cell: ({ kind }) => (
      <span class="named">
        <span>{ui.t(`retention.kind.${kind}`)}</span>
        <small>{ui.t(`retention.kind.${kind}.text`)}</small>
      </span>
    ),
  },
  {
    key: 'months',
    label: ui.t('retention.months'),
    cell: ({ months, changes }) => (
      <span class="named">
        <span class="no-break">{monthsText(ui, months)}</span>
        {changes.map((change) => (
          <small key={change.from}>{ui.t('retention.change', { date: ui.formatDate(change.from), months: monthsText(ui, change.months) })}</small>
        ))}
      </span>
    ),
  },
  { key: 'tonight', label: ui.t('retention.tonight'), numeric: true, cell: (row) => ui.formatNumber(goingBy(row, today)) },
  { key: 'month', label: ui.t('retention.month'), numeric: true, cell: (row) => ui.formatNumber(goingBy(row, addDays(today, 30))) },
  { key: 'quarter', label: ui.t('retention.quarter'), numeric: true, cell: (row) => ui.formatNumber(goingBy(row, addDays(today, 92))) },
];

const Going = ({ ui, retention }: Pick<Props, 'ui' | 'retention'>) => {
  const rows = retention.items.flatMap(({ kind, going }) => going.map((each) => ({ kind, ...each }))).toSorted((a, b) => a.on.localeCompare(b.on));
  return (
    <Card title={ui.t('retention.going')}>
      {rows.length === 0 ? (
        <Empty title={ui.t('retention.going.none')} />
      ) : (
        <Table
          ui={ui}
          caption={ui.t('retention.going')}
          columns={[
            { key: 'on', label: ui.t('retention.on'), head: true, cell: ({ on }) => (on === retention.on ? ui.t('retention.tonight') : ui.formatDate(on)) },
            { key: 'kind', label: ui.t('retention.kind'), cell: ({ kind }) => ui.t(`retention.kind.${kind}`) },
            { key: 'n', label: ui.t('retention.n'), numeric: true, cell: ({ n }) => ui.formatNumber(n) },
          ]}
          rows={rows}
          rowKey={({ on, kind }) => `${on} ${kind}`}
        />
      )}
    </Card>
  );
};

const ChangeForm = ({ ui, retention, values = {}, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Card title={ui.t('retention.form')}>
      <p class="muted">{ui.t('retention.form.text')}</p>
      <Form ui={ui} action="/indstillinger/opbevaring">
        <Select
          {...field('kind')}
          label={ui.t('retention.kind')}
          options={retention.items.map(({ kind, least, most }) => ({ value: kind, label: ui.t('retention.choice', { kind: ui.t(`retention.kind.${kind}`), least, most }) }))}
          empty={ui.t('form.choose')}
        />
        <div class="field-row">
          <TextInput {...field('months')} label={ui.t('retention.form.months')} inputMode="numeric" width="s" maxLength={3} required />
          <DateField {...field('from')} label={ui.t('retention.form.from')} min={addDays(retention.on, 1)} required />
        </div>
        <ButtonRow>
          <Button ui={ui}>{ui.t('form.save')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

const GoneList = ({ ui, gone }: { readonly ui: Ui; readonly gone: readonly Gone[] }) => (
  <Card title={ui.t('retention.gone')}>
    {gone.length === 0 ? (
      <Empty title={ui.t('retention.gone.none')} />
    ) : (
      <Table
        ui={ui}
        caption={ui.t('retention.gone')}
        columns={[
          { key: 'at', label: ui.t('retention.when'), head: true, cell: ({ at }) => ui.formatDateTime(at) },
          { key: 'kind', label: ui.t('retention.kind'), cell: ({ kind }) => ui.t(`retention.kind.${kind}`) },
          { key: 'n', label: ui.t('retention.n'), numeric: true, cell: ({ n }) => ui.formatNumber(n) },
        ]}
        rows={gone}
        rowKey={({ at, kind }) => `${at.toISOString()} ${kind}`}
      />
    )}
  </Card>
);
