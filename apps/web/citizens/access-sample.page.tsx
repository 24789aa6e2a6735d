import type { Drawn, Sample } from '#citizens';
import { BackLink, Badge, Button, ButtonRow, Card, DefinitionList, Empty, ErrorSummary, Form, Page, Tabs, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
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
  const left = sample.items.filter(({ verdict }) => verdict === null);
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
      {[...left, ...done].map((drawn) => (
        <One key={drawn.id} ui={ui} month={sample.month} drawn={drawn} attempt={attempt?.seenId === drawn.id ? attempt : undefined} />
      ))}
    </Page>
  );
};

const One = ({ ui, month, drawn, attempt }: { readonly ui: Ui; readonly month: string; readonly drawn: Drawn; readonly attempt?: Attempt }) => (
  <Card
    title={`${drawn.userName}, ${ui.formatDateTime(drawn.at)}`}
    aside={drawn.verdict ? <Badge tone={drawn.verdict === 'fine' ? 'good' : 'bad'}>{ui.t(`sample.verdict.${drawn.verdict}`)}</Badge> : <Badge tone={drawn.why === 'random' ? 'neutral' : 'warn'}>{ui.t(`sample.why.${drawn.why}`)}</Badge>}
  >
    <DefinitionList
      facts={[
        { term: ui.t('users.team'), value: drawn.teamName },
        { term: ui.t('seen.what'), value: ui.t(`seen.fields.${drawn.fields}`) },
        { term: ui.t('seen.why'), value: [ui.t(`citizen.basis.${drawn.basis}`), drawn.reason].filter(Boolean).join(': ') },
        { term: ui.t('sample.relation'), value: drawn.roles.length > 0 ? drawn.roles.map((role) => ui.t(`citizen.role.${role}`)).join(', ') : ui.t('sample.relation.none') },
        { term: ui.t('tasks.note'), value: drawn.note },
        { term: ui.t('sample.by'), value: drawn.checkedByName },
      ]}
    />
    <Ways ui={ui} path={`/borgere/kontrol/${month}/${drawn.id}`} drawn={drawn} month={month} attempt={attempt} />
  </Card>
);

const Ways = ({ ui, path, drawn, month, attempt }: { readonly ui: Ui; readonly path: string; readonly drawn: Drawn; readonly month: string; readonly attempt?: Attempt }) => (
  <>
    {drawn.verdict === null && (
      <Form ui={ui} action={path} fields={{ verdict: 'fine' }}>
        <ButtonRow>
          <Button ui={ui} small>
            {ui.t('sample.fine')}
          </Button>
        </ButtonRow>
      </Form>
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
  </>
);
