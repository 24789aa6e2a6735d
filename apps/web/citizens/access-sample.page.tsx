import type { Drawn, Sample } from '#citizens';
import { BackLink, Badge, Button, ButtonRow, Empty, ErrorSummary, Form, Page, PostButton, Table, Tabs, TextInput, type Column, type FieldErrors, type Ui } from '../kit/index.js';
import { DoneToast } from '../done-toast.js';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';

export const sampleHref = (month: string): string => `/borgere/kontrol?month=${month}`;

interface Attempt {
  readonly seenId: string;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

interface Props {
  readonly ui: Ui;
  readonly sample: Sample;
  readonly attempt?: Attempt;
}

const shownMonths = 4;
const monthName = (ui: Ui, month: string): string => ui.t(`month.${Number(month.slice(5))}`, { year: month.slice(0, 4) });

/** Stikprøve: what is to be checked of the month's access log, and what came of it. Who looked; which citizen only by a look. */
export const AccessSamplePage = ({ ui, sample, attempt }: Props) => {
  // Those without a relation first: they are why one looks.
  const left = sample.items.filter(({ verdict }) => verdict === null).toSorted((a, b) => Number(b.why === 'no-relation') - Number(a.why === 'no-relation'));
  const done = sample.items.filter(({ verdict }) => verdict !== null);
  const months = [...new Set([...sample.months.slice(0, shownMonths), sample.month])];
  return (
    <Page ui={ui} title={ui.t('sample.title')} lead={ui.t('sample.lead')} back={<BackLink href="/borgere">{ui.t('citizens.title')}</BackLink>} toast={<DoneToast ui={ui} />}>
      <Tabs label={ui.t('sample.month')} current={sampleHref(sample.month)} tabs={months.map((month) => ({ href: sampleHref(month), label: monthName(ui, month) }))} />
      {attempt && <ErrorSummary ui={ui} errors={attempt.errors} />}
      {sample.items.length === 0 ? (
        <Empty title={ui.t('sample.none')} />
      ) : (
        <p role="status">{left.length === 0 ? ui.t('sample.done') : ui.t.n('sample.left', left.length, { of: sample.items.length })}</p>
      )}
      {sample.items.length > 0 && <Table ui={ui} caption={ui.t('sample.title')} columns={columnsOf(ui, sample.month, attempt)} rows={[...left, ...done]} rowKey={({ id }) => id} />}
    </Page>
  );
};

const columnsOf = (ui: Ui, month: string, attempt?: Attempt): Column<Drawn>[] => [
  {
    key: 'who',
    label: ui.t('seen.who'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.userName}</span>
        <small>{row.teamName}</small>
      </span>
    ),
  },
  { key: 'when', label: ui.t('seen.when'), cell: (row) => ui.formatDateTime(row.at) },
  { key: 'what', label: ui.t('seen.what'), cell: (row) => <span class="whole-words">{ui.t(`seen.fields.${row.fields}`)}</span> },
  { key: 'why', label: ui.t('seen.why'), cell: (row) => [ui.t(`citizen.basis.${row.basis}`), row.reason].filter(Boolean).join(': ') },
  {
    key: 'relation',
    label: ui.t('sample.relation'),
    cell: (row) => (row.why === 'no-relation' ? <Badge tone="warn">{ui.t('sample.relation.none')}</Badge> : row.roles.map((role) => ui.t(`citizen.role.${role}`)).join(', ')),
  },
  { key: 'verdict', label: ui.t('sample.checked'), cell: (row) => <Verdict ui={ui} drawn={row} /> },
  {
    key: 'go',
    label: ui.t('pick.actions'),
    quiet: true,
    cell: (row) => <Ways ui={ui} path={`/borgere/kontrol/${month}/${row.id}`} drawn={row} month={month} attempt={attempt?.seenId === row.id ? attempt : undefined} />,
  },
];

const Verdict = ({ ui, drawn }: { readonly ui: Ui; readonly drawn: Drawn }) =>
  drawn.verdict === null ? (
    <span class="muted whole-words">{ui.t('sample.unchecked')}</span>
  ) : (
    <span class="named">
      <Badge tone={drawn.verdict === 'fine' ? 'good' : 'bad'}>{ui.t(`sample.verdict.${drawn.verdict}`)}</Badge>
      <small>{[drawn.checkedByName, drawn.note].filter(Boolean).join(': ')}</small>
    </span>
  );

const Ways = ({ ui, path, drawn, month, attempt }: { readonly ui: Ui; readonly path: string; readonly drawn: Drawn; readonly month: string; readonly attempt?: Attempt }) => (
  <div class="sample-ways">
    {drawn.verdict === null && (
      <PostButton ui={ui} small kind="secondary" action={path} fields={{ verdict: 'fine' }}>
        {ui.t('sample.fine')}
      </PostButton>
    )}
    <details class="answer-forms" open={attempt !== undefined && 'note' in attempt.errors}>
      <summary>{ui.t('sample.followUp')}</summary>
      <Form ui={ui} action={path} fields={{ verdict: 'follow-up' }}>
        <TextInput ui={ui} name="note" id={`note-${drawn.id}`} label={ui.t('sample.note')} hint={ui.t('sample.note.hint')} value={attempt && textOf(attempt.values, 'note')} error={attempt?.errors.note} maxLength={500} required />
        <ButtonRow>
          <Button ui={ui} kind="secondary" small>
            {ui.t('form.save')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
    <details class="answer-forms" open={attempt !== undefined && 'reason' in attempt.errors}>
      <summary>{ui.t('sample.look')}</summary>
      <Form ui={ui} action={`${path}/opslag`}>
        <TextInput ui={ui} name="reason" id={`reason-${drawn.id}`} label={ui.t('field.reason')} hint={ui.t('look.reason.hint')} value={ui.t('sample.look.reason', { month: monthName(ui, month) })} error={attempt?.errors.reason} maxLength={300} required />
        <ButtonRow>
          <Button ui={ui} kind="secondary" small>
            {ui.t('look.submit')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
  </div>
);
