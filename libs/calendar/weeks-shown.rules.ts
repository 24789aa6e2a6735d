import { isoWeek, mondayOf, parseWeek, weekKey, weeksFrom, weekStart, type DayRange, type IsoWeek } from '#platform';

/** A column: an ISO week with its own ISO year (2026 has 53), Monday to Monday. */
export interface ShownWeek extends IsoWeek {
  /** '2026-W53'. */
  readonly key: string;
  readonly from: string;
  /** The Monday after. */
  readonly until: string;
}

/** Something that lies on days; what it is, is the caller's. */
export interface Lying {
  readonly from: string;
  readonly until: string;
}

/** So many neighbouring weeks with the same content. */
export interface Cell<T> {
  readonly first: number;
  readonly span: number;
  readonly items: readonly T[];
}

const [firstYear, lastYear] = [2000, 2100];

/** `count` weeks from one on; undefined for a week that no year has (54), this one has not ('2027-W53'), or that lies centuries off. */
export function weeksShown(first: string, count: number): ShownWeek[] | undefined {
  const week = parseWeek(first);
  if (!week || week.year < firstYear || week.year > lastYear) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const { from, to } = weeksFrom(weeksFrom(weekStart(week), index).to, 1);
    const here = isoWeek(from);
    return { ...here, key: weekKey(here), from, until: to };
  });
}

/** The week a day lies in, as a column's key. */
export const weekOf = (day: string): string => weekKey(isoWeek(day));

/** The first week shown unless one is asked for: the one before this, so that what has just ended is seen. */
export const usualWeek = (today: string): string => weekOf(weeksFrom(mondayOf(today), -1).to);

const touches = ({ from, until }: Lying, week: DayRange): boolean => from < week.to && until > week.from;

/**
 * A row of the table: what lies in each week, weeks with the same content drawn together, so that a placement of 13 weeks is one cell.
 * A week in which one thing ends and another begins is a cell of its own with both.
 */
export function cellsOf<T extends Lying>(weeks: readonly ShownWeek[], lying: readonly T[]): Cell<T>[] {
  const cells: Cell<T>[] = [];
  weeks.forEach((week, index) => {
    const items = lying.filter((each) => touches(each, { from: week.from, to: week.until }));
    const last = cells.at(-1);
    const alike = last && items.length === last.items.length && items.every((item, n) => item === last.items[n]);
    if (alike) cells[cells.length - 1] = { ...last, span: last.span + 1 };
    else cells.push({ first: index, span: 1, items });
  });
  return cells;
}

/** Stacks what overlaps: as few lanes as will do, each without two in the same week. */
export function stacked<T extends Lying>(lying: readonly T[]): T[][] {
  const lanes: T[][] = [];
  for (const each of [...lying].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const free = lanes.find((lane) => lane.every(({ until }) => mondayOf(each.from) >= until));
    if (free) free.push(each);
    else lanes.push([each]);
  }
  return lanes;
}
