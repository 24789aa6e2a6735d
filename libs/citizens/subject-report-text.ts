import { formatter, hasText, translator } from '#dictionary';
import { addDays, isDate, type Language, type PdfBlock } from '#platform';
import type { NamedReport } from './subject-report.queries.js';

/** In the order in which somebody would tell it; a table that is not named here comes after them. */
const order = [
  'citizen', 'citizen_target_group', 'citizen_consideration', 'citizen_job_goal', 'citizen_role', 'citizen_away', 'course', 'citizen_step',
  'reservation', 'visit', 'visit_time', 'visit_link', 'start_terms', 'what_it_takes', 'placement', 'placement_hours', 'placement_pause', 'work_agreement',
  'work_agreement_milestone', 'work_agreement_signature', 'follow_up', 'pulse', 'pulse_reminder', 'ordinary_hours', 'journal_entry', 'citizen_access', 'citizen_seen',
]; // prettier-ignore
/** What a row is told by first, and last. */
const first = ['pseudonym', 'case_ref', 'at', 'held_on', 'starts_at', 'from_on', 'from_date', 'opened_on', 'valid', 'during', 'period', 'iso_year', 'iso_week', 'workplace_id', 'action', 'fields', 'kind', 'role', 'tasks', 'criterion', 'milestone'];
const last = ['created_at', 'written_at'];
const placeIn = (list: readonly string[], name: string): number => (list.indexOf(name) + list.length + 1) % (list.length + 1);
/** What stands as a code, and under which keys its words are. */
const codes: Readonly<Record<string, readonly string[]>> = {
  action: ['journal'],
  actor_kind: ['subject.by', 'history.by'],
  basis: ['citizen.basis'],
  fields: ['seen.fields'],
  hours_outcome: ['value.hoursOutcome'],
  how: ['value.how'],
  kind: ['citizen.basis', 'subject.kind'],
  mood: ['mood'],
  outcome: ['value.outcome', 'visits.outcome'],
  paid_hours: ['value.paidHours'],
  party: ['workAgreement.party'],
  pen: ['value.pen'],
  role: ['citizen.role'],
  transport: ['citizen.transport'],
};
const aWeek = new Set(['minutes_per_week', 'minutes_possible', 'hours_minutes']);
/** The first day after is what is kept; people say the last day. */
const dayAfter = new Set(['planned_end', 'until_date', 'grant_until']);
const idShape = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

type Row = Readonly<Record<string, unknown>>;

/** The report to the data subject in plain words: the same on the page, on paper and as PDF. What has no word is technical, and in the file. */
export function subjectReportText({ report, names, organisation }: NamedReport, language: Language): { readonly title: string; readonly blocks: readonly PdfBlock[]; readonly foot: string } {
  const t = translator(language);
  const tables = Object.entries(report.tables).sort(([one], [other]) => placeIn(order, one) - placeIn(order, other));
  return {
    title: t('subject.title'),
    foot: t('subject.foot', { organisation, ref: report.caseRef, date: formatter(language).formatDateTime(report.madeAt) }),
    blocks: [
      { kind: 'text', text: t('subject.intro', { organisation }) },
      ...tables.flatMap(([table, rows]) => tableText(table, rows.map((row) => factsOf(row, names, language)), language)),
      { kind: 'note', text: t('subject.rights') },
      { kind: 'note', text: t('subject.technical') },
    ],
  };
}

type Fact = { readonly term: string; readonly value: string };

function tableText(table: string, rows: readonly (readonly Fact[])[], language: Language): PdfBlock[] {
  const told = rows.filter((facts) => facts.length > 0);
  const key = `subject.table.${table}`;
  const heading: PdfBlock = { kind: 'heading', text: hasText(key) ? translator(language)(key) : table };
  if (told.length === 0) return [];
  const [only] = told;
  if (only && told.length === 1) return [heading, { kind: 'facts', facts: only }];
  return [heading, { kind: 'list', items: told.map((facts) => facts.map(({ term, value }) => `${term}: ${value}`).join(' · ')) }];
}

function factsOf(row: Row, names: NamedReport['names'], language: Language): Fact[] {
  const place = (column: string): number => (last.includes(column) ? first.length + 1 : placeIn(first, column));
  return Object.entries(row)
    .sort(([one], [other]) => place(one) - place(other))
    .flatMap(([column, value]) => {
      const said = hasText(`subject.column.${column}`) ? valueOf(column, value, names, language) : '';
      return said ? [{ term: translator(language)(`subject.column.${column}`), value: said }] : [];
    });
}

function valueOf(column: string, value: unknown, names: NamedReport['names'], language: Language): string {
  const t = translator(language);
  const { formatHours, formatNumber } = formatter(language);
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return aWeek.has(column) ? formatHours(value) : column === 'iso_year' ? String(value) : formatNumber(value);
  if (typeof value === 'string') return textOf(column, value, names, language);
  return Object.entries((value ?? {}) as Row)
    .flatMap(([field, part]) => (hasText(`field.${field}`) && part !== null ? [`${t(`field.${field}`).replace(/\?$/, '')}: ${valueOf(field, part, names, language)}`] : []))
    .join(', ');
}

function textOf(column: string, value: string, names: NamedReport['names'], language: Language): string {
  const t = translator(language);
  const { formatDate, formatDateTime, formatPeriod } = formatter(language);
  const code = codes[column]?.map((prefix) => `${prefix}.${value}`).find(hasText);
  if (code) return t(code);
  if (names[value]) return names[value];
  if (idShape.test(value)) return '';
  const range = /^\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)?\)$/.exec(value);
  if (range?.[1]) return range[2] ? formatPeriod({ from: range[1], to: range[2] }) : t('subject.from', { date: formatDate(range[1]) });
  if (/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/.test(value)) return formatDateTime(new Date(value));
  return isDate(value) ? formatDate(dayAfter.has(column) ? addDays(value, -1) : value) : value;
}
