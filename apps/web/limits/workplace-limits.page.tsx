import type { CompanyAdditionality, StatedEmployees, WorkplaceLimits } from '#limits';
import { companyHref } from '../companies/company-href.js';
import { DoneToast } from '../done-toast.js';
import { fieldsOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { BackLink, Badge, Button, ButtonRow, Card, DefinitionList, Empty, ErrorSummary, Form, Page, Select, Table, TextInput, type FieldErrors, type Option, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { StaleEdit, type CrossedField } from '../stale-edit.js';
import { workplaceLimitsHref } from './limits-href.js';
import { employeesWords, monthWords, placesText, ruleWords } from './limits-words.js';

export interface WorkplaceLimitsProps {
  readonly ui: Ui;
  readonly limits: WorkplaceLimits;
  readonly additionality: CompanyAdditionality;
  readonly measures: Readonly<Record<string, string>>;
  /** Months that are over and can be stated. */
  readonly months: readonly Option[];
  readonly values: FormValues;
  readonly version?: number;
  readonly errors?: FieldErrors;
  readonly crossed?: readonly CrossedField[];
}

/** What law and mentors leave at a workplace, with everything it was worked out from; and the months it can be worked out from. */
export const WorkplaceLimitsPage = (props: WorkplaceLimitsProps) => {
  const { ui, limits, errors = {}, crossed } = props;
  return (
    <Page
      ui={ui}
      layout="narrow"
      title={ui.t('limits.title')}
      lead={[limits.workplaceName, limits.workplaceName !== limits.companyName && limits.companyName].filter(Boolean).join(' · ')}
      back={<BackLink href={companyHref(limits.companyId, 'arbejdssteder')}>{limits.companyName}</BackLink>}
      toast={<DoneToast ui={ui} />}
    >
      {crossed ? <StaleEdit ui={ui} fields={crossed} /> : <ErrorSummary ui={ui} errors={errors} />}
      <Card title={ui.t('limits.ratio', { date: ui.formatDate(limits.on) })}>
        <Outcome ui={ui} limits={limits} />
        <RatioFacts ui={ui} limits={limits} />
        <p class="muted">{ui.t('limits.isAdvice')}</p>
      </Card>
      {limits.counted.length > 0 && <Counted {...props} />}
      <Months {...props} />
      <AdditionalityCard {...props} />
    </Page>
  );
};

/** The answer first: how many more there is room for, and what the least of law and mentors is. */
const Outcome = ({ ui, limits }: Pick<WorkplaceLimitsProps, 'ui' | 'limits'>) => {
  if (limits.leftMinutes === null || limits.people === null) return <p class="limits-outcome">{ui.t('limits.unknown')}</p>;
  const hours = ui.formatHours(limits.minutesEach);
  const text = limits.leftMinutes < 0 ? ui.t('limits.over', { places: placesText(ui, -limits.leftMinutes, limits) }) : ui.t.n('limits.room', limits.people, { hours });
  return (
    <p class="limits-outcome">
      <Badge tone={limits.people > 0 ? 'good' : 'warn'}>{text}</Badge>
    </p>
  );
};

const RatioFacts = ({ ui, limits }: Pick<WorkplaceLimitsProps, 'ui' | 'limits'>) => {
  const { rule, cap, leftMinutes, mentorHeadroom } = limits;
  return (
    <DefinitionList
      facts={[
        { term: ui.t('limits.employees'), value: employeesWords(ui, limits) },
        { term: ui.t('limits.cap'), value: cap !== null && rule && `${ui.t.n('limits.places', cap)}: ${ruleWords(ui, rule)}` },
        { term: ui.t('limits.used'), value: ui.t('limits.used.text', { hours: ui.formatHours(limits.usedMinutes), places: placesText(ui, limits.usedMinutes, limits) }) },
        { term: ui.t('limits.left'), value: leftMinutes !== null && ui.t('limits.left.text', { places: placesText(ui, leftMinutes, limits) }) },
        { term: ui.t('limits.mentors'), value: mentorHeadroom < 0 ? ui.t('limits.mentors.over', { n: -mentorHeadroom }) : ui.t.n('limits.mentors.room', mentorHeadroom) },
        { term: ui.t('limits.pNumber'), value: limits.pNumber ?? ui.t('limits.pNumber.none') },
        { term: ui.t('limits.rule'), value: rule ? ui.t('limits.rule.text', { version: rule.version, law: rule.law, from: ui.formatDate(rule.from) }) : ui.t('limits.rule.none') },
      ]}
    />
  );
};

const Counted = ({ ui, limits, measures }: WorkplaceLimitsProps) => (
  <Card title={ui.t('limits.counted')}>
    <Table
      ui={ui}
      caption={ui.t('limits.counted')}
      rows={limits.counted}
      rowKey={({ id }) => id}
      columns={[
        { key: 'period', label: ui.t('limits.counted.period'), head: true, cell: ({ from, until }) => ui.formatPeriod({ from, to: until }) },
        { key: 'measure', label: ui.t('limits.counted.measure'), cell: ({ measureType }) => measures[measureType] ?? measureType },
        { key: 'hours', label: ui.t('limits.counted.hours'), numeric: true, cell: ({ minutesPerWeek }) => ui.formatHours(minutesPerWeek) },
        { key: 'places', label: ui.t('limits.counted.places'), numeric: true, cell: ({ minutesPerWeek }) => placesText(ui, minutesPerWeek, limits) },
      ]}
    />
  </Card>
);

const Months = (props: WorkplaceLimitsProps) => {
  const { ui, limits } = props;
  return (
    <Card title={ui.t('limits.months')} id="maaneder">
      <p class="muted">{ui.t('limits.months.text', { n: limits.rule?.months ?? 4 })}</p>
      {limits.stated.length === 0 ? <Empty title={ui.t('limits.months.none')}>{ui.t('limits.months.none.text')}</Empty> : <MonthsTable {...props} />}
      {may(ui, 'limits.write') && <MonthForm {...props} />}
    </Card>
  );
};

const MonthsTable = ({ ui, limits }: WorkplaceLimitsProps) => {
  const used = new Set(limits.employees?.months.map(({ month }) => month));
  const edit = ({ month }: StatedEmployees): string => `${workplaceLimitsHref(limits.workplaceId)}?maaned=${month.slice(0, 7)}#maaneder`;
  return (
    <Table
      ui={ui}
      caption={ui.t('limits.months')}
      rows={limits.stated}
      rowKey={({ id }) => id}
      columns={[
        { key: 'month', label: ui.t('limits.month'), head: true, cell: ({ month }) => monthWords(ui, month) },
        { key: 'fte', label: ui.t('limits.fte'), numeric: true, cell: ({ fte }) => ui.formatNumber(fte) },
        { key: 'used', label: ui.t('limits.month.used'), cell: ({ month }) => used.has(month) && <Badge tone="info">{ui.t('limits.month.counts')}</Badge> },
        {
          key: 'do',
          label: ui.t('form.edit'),
          quiet: true,
          cell: (row) =>
            may(ui, 'limits.write') && (
              <a href={edit(row)}>
                {ui.t('form.edit')}
                <span class="sr-only"> {monthWords(ui, row.month)}</span>
              </a>
            ),
        },
      ]}
    />
  );
};

const MonthForm = ({ ui, limits, months, values, version, errors = {} }: WorkplaceLimitsProps) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <Form ui={ui} action={workplaceLimitsHref(limits.workplaceId)} fields={version === undefined ? {} : { version }}>
      <div class="short-fields">
        <Select {...field('month')} label={ui.t('limits.month')} options={months} empty={ui.t('reserve.choose')} />
        <TextInput {...field('fte')} label={ui.t('limits.fte')} inputMode="decimal" width="s" maxLength={9} required />
      </div>
      <p class="muted">{ui.t('limits.fte.hint')}</p>
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('form.save')}
        </Button>
      </ButtonRow>
    </Form>
  );
};

const AdditionalityCard = ({ ui, additionality }: WorkplaceLimitsProps) => {
  const { outcome, latest, mean, known, workplaces, stating, rule } = additionality;
  const n = rule?.months ?? 0;
  return (
    <Card title={ui.t('additionality.title')}>
      <p>
        <Badge tone={outcome === 'met' ? 'good' : outcome === 'not_met' ? 'warn' : 'neutral'}>{ui.t(`additionality.${outcome}`)}</Badge>
      </p>
      <DefinitionList
        facts={[
          { term: ui.t('additionality.latest'), value: latest && ui.t('additionality.latest.text', { month: monthWords(ui, latest.month), fte: ui.formatNumber(latest.fte) }) },
          { term: ui.t('additionality.mean', { n }), value: mean === null ? ui.t('additionality.known', { n: known, of: n }) : ui.formatNumber(mean) },
          { term: ui.t('additionality.workplaces'), value: ui.t('additionality.stating', { n: stating, of: workplaces }) },
          { term: ui.t('additionality.rule'), value: rule ? ui.t('limits.rule.text', { version: rule.version, law: rule.law, from: ui.formatDate(rule.from) }) : ui.t('limits.rule.none') },
        ]}
      />
      <p class="muted">{ui.t('additionality.text')}</p>
    </Card>
  );
};
