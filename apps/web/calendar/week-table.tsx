import type { ComponentChildren } from 'preact';
import { cellsOf, type CalendarBar, type Cell, type ShownWeek } from '#calendar';
import type { Ui } from '../kit/index.js';
import { placementHref } from './calendar-address.js';

interface HeadProps {
  readonly ui: Ui;
  readonly weeks: readonly ShownWeek[];
  readonly today: string;
  /** What the first column lists. */
  readonly corner: string;
}

const isNow = ({ from, until }: ShownWeek, today: string): boolean => from <= today && today < until;

/** The weeks as column headings: the number, the Monday for those who listen, the year where a new one begins. */
export const WeekHead = ({ ui, weeks, today, corner }: HeadProps) => (
  <thead>
    <tr>
      <th scope="col" class="calendar-corner">
        {corner}
      </th>
      {weeks.map((week, index) => (
        <th key={week.key} scope="col" class={isNow(week, today) ? 'calendar-now' : undefined} aria-current={isNow(week, today) ? 'date' : undefined} title={ui.formatDate(week.from)}>
          <span class="sr-only">{ui.t('calendar.week')} </span>
          {week.week}
          <small>{index === 0 || week.week === 1 ? week.year : ''}</small>
        </th>
      ))}
    </tr>
  </thead>
);

/** Half-open days that are not promised, so that nothing can be there. */
export interface Outside {
  readonly kind: 'outside';
  readonly id: string;
  readonly from: string;
  readonly until: string;
}
export type Shown = CalendarBar | Outside;

interface CellsProps {
  readonly ui: Ui;
  readonly weeks: readonly ShownWeek[];
  readonly lying: readonly Shown[];
  /** What an empty stretch says. */
  readonly empty: (from: string, until: string) => ComponentChildren;
  /** Whose opening a reservation leads to. */
  readonly openingHref?: string;
  readonly movable: boolean;
}

/** One row's cells, neighbours with the same content as one. */
export const WeekCells = ({ weeks, lying, empty, ...rest }: CellsProps) => (
  <>
    {cellsOf(weeks, lying).map((cell) => (
      <td key={cell.first} colSpan={cell.span} data-first={cell.first} class={classOf(cell)}>
        {cell.items.length === 0 ? empty(weeks[cell.first]?.from ?? '', weeks[cell.first + cell.span - 1]?.until ?? '') : cell.items.map((item) => <Bar key={`${item.id} ${item.from}`} {...rest} item={item} narrow={cell.span < 3} isLast={item.until <= (weeks[cell.first + cell.span - 1]?.until ?? '')} />)}
      </td>
    ))}
  </>
);

const classOf = ({ items }: Cell<Shown>): string => {
  if (items.length === 0) return 'calendar-free';
  return items.every(({ kind }) => kind === 'outside') ? 'calendar-outside' : 'calendar-held';
};

interface BarProps extends Pick<CellsProps, 'ui' | 'openingHref' | 'movable'> {
  readonly item: Shown;
  /** Too little room for words: they are read aloud and shown on pointing. */
  readonly narrow: boolean;
  /** Its last days are in this cell, so that its end can be drawn to another week. */
  readonly isLast: boolean;
}

const Bar = ({ ui, item, narrow, isLast, openingHref, movable }: BarProps) => {
  if (item.kind === 'outside') return <span class="sr-only">{ui.t('calendar.outside')}</span>;
  const words = wordsOf(ui, item);
  const inside = <BarWords words={words} period={ui.formatPeriod({ from: item.from, to: item.until })} narrow={narrow} />;
  const look = { class: `bar bar-${item.kind}`, title: `${words} · ${ui.formatPeriod({ from: item.from, to: item.until })}` };
  if (item.kind === 'placement') {
    return (
      <a {...look} href={placementHref(item.id)} draggable={movable} data-placement={movable ? item.id : undefined}>
        {inside}
        {movable && isLast && <span class="bar-edge" data-until={item.until} aria-hidden="true" />}
      </a>
    );
  }
  return item.kind === 'reservation' && openingHref ? (
    <a {...look} href={openingHref}>
      {inside}
    </a>
  ) : (
    <span {...look}>{inside}</span>
  );
};

const BarWords = ({ words, period, narrow }: { readonly words: string; readonly period: string; readonly narrow: boolean }) => (
  <>
    <span class={narrow ? 'sr-only' : undefined}>{words}</span>
    <span class="sr-only">, {period}</span>
  </>
);

/** What a bar says: who (to those who may know), with which mentor, where; why it is shut. */
export function wordsOf(ui: Ui, { kind, citizenName, citizenRef, mentorName, elsewhere, note }: CalendarBar): string {
  const who = citizenName ?? ui.t(`calendar.${kind}`);
  if (kind === 'cap_full') return who;
  if (kind === 'pause' || kind === 'closure' || kind === 'hold' || kind === 'agreement_pause') return `${ui.t(`calendar.${kind}`)}: ${note ?? ''}`;
  if (kind === 'reservation') return citizenRef ? `${ui.t('calendar.reservation')}: ${citizenRef}` : who;
  const parts = [who, elsewhere && ui.t('calendar.elsewhere', { workplace: elsewhere }), mentorName && ui.t('calendar.mentor', { name: mentorName })];
  return parts.filter(Boolean).join(' · ');
}
