import type { CandidateView, ImportRowView, ImportView } from '#imports';
import { companyHref } from '../companies/company-href.js';
import { Badge, Button, ButtonRow, Form, SideBySide, type Comparison, type Ui } from '../kit/index.js';
import { decisionHref } from './import-href.js';

interface Props {
  readonly ui: Ui;
  readonly run: ImportView;
  readonly rows: readonly ImportRowView[];
  /** Where in the list the reader is, to come back to. */
  readonly cursor?: string;
}

/** One question a row: is it what we know already, or something of its own? Answered ones fold away. */
export const Decisions = ({ rows, ...rest }: Props) => (
  <>
    {rows.map((row) => (
      <Decision key={row.row} row={row} {...rest} />
    ))}
  </>
);

type One = Omit<Props, 'rows'> & { readonly row: ImportRowView };

const Decision = (props: One) => {
  const { ui, row } = props;
  return (
    <section class="card-sheet decision" id={`raekke-${row.row}`} aria-label={ui.t('importPage.decide.row', { row: row.row, name: row.facts?.name ?? '' })}>
      <div class="card-head">
        <h2>{ui.t('importPage.decide.row', { row: row.row, name: row.facts?.name ?? '' })}</h2>
        {row.decision && <Badge tone="good">{decidedWords(ui, row, row.decision)}</Badge>}
      </div>
      {row.decision ? (
        <details>
          <summary>{ui.t('importPage.decide.change')}</summary>
          <Question {...props} />
        </details>
      ) : (
        <Question {...props} />
      )}
    </section>
  );
};

function decidedWords(ui: Ui, { candidates }: ImportRowView, decision: string): string {
  if (!decision.startsWith('same:')) return ui.t(`importPage.decided.${decision}`);
  return ui.t('importPage.decided.same', { name: candidates[Number(decision.slice('same:'.length))]?.name ?? '' });
}

const Question = ({ ui, run, row, cursor }: One) => (
  <Form ui={ui} action={decisionHref(run.id, row.row)} fields={cursor ? { cursor } : {}}>
    {row.candidates.map((candidate, index) => (
      <div key={index} class="candidate">
        <p>{ui.t(`import.why.${candidate.why}`)}</p>
        <SideBySide caption={ui.t('importPage.decide')} leftTitle={ui.t('importPage.decide.mine')} rightTitle={candidate.row === undefined ? ui.t('importPage.decide.known') : ui.t('importPage.decide.other', { row: candidate.row })} rows={comparisons(ui, row, candidate)} />
        <ButtonRow>
          <Button ui={ui} kind="secondary" icon="check" name="decision" value={`same:${index}`}>
            {ui.t('importPage.decide.same')}
          </Button>
        </ButtonRow>
      </div>
    ))}
    <ButtonRow>
      <Button ui={ui} kind="secondary" icon="plus" name="decision" value="new">
        {ui.t('importPage.decide.new')}
      </Button>
      <Button ui={ui} kind="quiet" name="decision" value="leave-out">
        {ui.t('importPage.decide.leave-out')}
      </Button>
    </ButtonRow>
  </Form>
);

function comparisons(ui: Ui, { facts }: ImportRowView, other: CandidateView): Comparison[] {
  const address = (of: { street: string | null; postalCode: string | null; town: string | null } | null): string => [of?.street, [of?.postalCode, of?.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const rows: readonly (readonly [string, string, string])[] = [
    [ui.t('importPage.decide.name'), [facts?.name, facts?.workplaceName].filter(Boolean).join(', '), other.name],
    [ui.t('importPage.decide.cvr'), facts?.cvr ?? '', other.cvr ?? ''],
    [ui.t('importPage.decide.pNumber'), facts?.pNumber ?? '', other.pNumber ?? ''],
    [ui.t('importPage.decide.address'), address(facts), address(other)],
    [ui.t('importPage.decide.contacts'), facts?.contactName ?? '', other.contacts.join(', ')],
  ];
  const named = ([label]: readonly [string, string, string]): boolean => label === rows[0]?.[0];
  return rows
    .filter(([, left, right]) => left || right)
    .map((row) => ({ label: row[0], left: row[1] || '–', right: named(row) && other.companyId ? <a href={companyHref(other.companyId)}>{row[2]}</a> : row[2] || '–', differs: row[1] !== row[2] }));
}
