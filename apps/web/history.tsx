import type { TimelineRow } from '#companies';
import { hasText, phoneText } from '#dictionary';
import { addDays, isDate } from '#platform';
import { Empty, Pager, Timeline, type IconName, type TimelineEntry, type Ui } from './kit/index.js';

const icons: Readonly<Record<string, IconName>> = {
  company: 'business',
  workplace: 'location',
  contact: 'person',
  mentor: 'persons',
  agreement: 'document',
  slot: 'calendar-month',
  opening: 'share',
  reservation: 'time',
  placement: 'check',
  import: 'upload',
};

/** What happened, in plain sentences, newest first; `older` leads to the page before. */
export const History = ({ ui, entries, older, label }: { readonly ui: Ui; readonly entries: readonly TimelineRow[]; readonly older?: string; readonly label: string }) =>
  entries.length === 0 ? (
    <Empty title={ui.t('history.none')}>{ui.t('history.none.text')}</Empty>
  ) : (
    <>
      <Timeline ui={ui} label={label} entries={entries.map((entry) => sentenceOf(ui, entry))} />
      <Pager ui={ui} href={older} />
    </>
  );

function sentenceOf(ui: Ui, entry: TimelineRow): TimelineEntry {
  const who = entry.actor ?? ui.t(`history.by.${entry.actorKind}`);
  const details = detailsOf(ui, entry);
  return {
    key: entry.id,
    when: ui.formatDateTime(entry.at),
    datetime: entry.at.toISOString(),
    title: `${who} ${ui.t(`journal.${entry.action}`)}`,
    icon: icons[entry.subject],
    body: details.length > 0 && (
      <ul class="plain-list">
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    ),
  };
}

/** "Navn: Gamle Bageri → Nye Bageri" for every field that has a name; ids and the like have none and stay unsaid. */
function detailsOf(ui: Ui, { action, before, after }: TimelineRow): string[] {
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const label = labelOf(action, field);
    if (!hasText(label)) return [];
    const [was, is] = [valueOf(ui, field, before?.[field]), valueOf(ui, field, after?.[field])];
    if (was === is) return [];
    // Some labels are questions.
    return `${ui.t(label).replace(/\?$/, '')}: ${[was, is].filter((value, index) => value || (index === 1 && was)).map((value) => value || ui.t('history.empty')).join(' → ')}`;
  });
}

/** A number is a version here and a grant's there: what happened may have a name of its own for a field. */
function labelOf(action: string, field: string): string {
  const own = `history.${action}.${field}`;
  if (hasText(own)) return own;
  return field === 'until' ? 'history.until' : `field.${field}`;
}

const isWorded = (value: unknown): value is Readonly<Record<Ui['lang'], string>> => typeof value === 'object' && value !== null && 'da' in value && 'en' in value;

const idShape = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^LAB6-\d\d$/;
const minuteFields = new Set(['minutesPerWeek', 'mentorPayMinutes']);
const phoneFields = new Set(['phone', 'contactPhone']);

function valueOf(ui: Ui, field: string, value: unknown): string {
  if (typeof value === 'boolean') return ui.t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return minuteFields.has(field) ? ui.formatHours(value) : ui.formatNumber(field.endsWith('Ore') ? value / 100 : value);
  // What an organisation has named itself, in both languages.
  if (isWorded(value)) return value[ui.lang];
  if (typeof value !== 'string') return '';
  if (phoneFields.has(field)) return phoneText(value);
  if (hasText(`value.${field}.${value}`)) return ui.t(`value.${field}.${value}`);
  // An id or a code says nothing to a reader.
  if (idShape.test(value)) return '';
  if (!isDate(value)) return value;
  // The first day after is what is kept; people say the last day.
  return ui.formatDate(field === 'until' ? addDays(value, -1) : value);
}
