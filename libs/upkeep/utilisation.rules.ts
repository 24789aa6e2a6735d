import { addDays, daysBetween, type DayRange } from '#platform';

/** A place as agreed: half-open, `to` null while open, and who was there when. */
export interface UsedSlot {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  /** Placements that were not cancelled; they never share a day. */
  readonly placements: readonly DayRange[];
}

export interface Utilisation {
  /** Slot-days promised, and slot-days of them with somebody there. */
  readonly agreedDays: number;
  readonly occupiedDays: number;
  /** 0 to 1; null when nothing was promised in the period. */
  readonly share: number | null;
}

/** Days a place stood empty in the period, and since when it does now. */
export interface Vacancy {
  readonly id: string;
  readonly vacantDays: number;
  readonly emptySince: string | null;
}

const within = ({ from, to }: { from: string; to: string | null }, period: DayRange): DayRange => ({
  from: from > period.from ? from : period.from,
  to: to !== null && to < period.to ? to : period.to,
});
const covers = ({ from, to }: DayRange, day: string): boolean => from <= day && day < to;

/**
 * Utilisation = occupied slot-days / agreed slot-days over a half-open period (domain.md 2.1), model 1 and refilled
 * clusters only: the caller asks for no others. Days of a pause are not promised, and of slots below a cap over all of
 * them no more are than the cap.
 */
export function utilisationOf(slots: readonly UsedSlot[], period: DayRange, cap: number | null = null, pauses: readonly DayRange[] = []): Utilisation {
  const promised = slots.map((slot) => ({ ...slot, days: within(slot, period) })).filter(({ days }) => days.from < days.to);
  const edges = new Set<string>();
  const mark = (range: DayRange): void => {
    const { from, to } = within(range, period);
    if (from < to) edges.add(from).add(to);
  };
  for (const { days, placements } of promised) for (const range of [days, ...placements]) mark(range);
  pauses.forEach(mark);
  const days = [...edges].sort();
  let [agreedDays, occupiedDays] = [0, 0];
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    if (next === undefined || pauses.some((pause) => covers(pause, day))) continue;
    const standing = promised.filter((slot) => covers(slot.days, day));
    const agreed = Math.min(standing.length, cap ?? standing.length);
    const occupied = Math.min(standing.filter(({ placements }) => placements.some((placement) => covers(placement, day))).length, agreed);
    agreedDays += agreed * daysBetween(day, next);
    occupiedDays += occupied * daysBetween(day, next);
  }
  return { agreedDays, occupiedDays, share: agreedDays === 0 ? null : occupiedDays / agreedDays };
}

/** How long a place stood empty in the period; empty since: the day after its last placement, when nobody is there on the period's last day. */
export function vacancyOf(slot: UsedSlot, period: DayRange): Vacancy {
  const promised = within(slot, period);
  if (promised.from >= promised.to) return { id: slot.id, vacantDays: 0, emptySince: null };
  const occupied = slot.placements.map((placement) => within(placement, promised)).filter(({ from, to }) => from < to);
  const vacantDays = daysBetween(promised.from, promised.to) - occupied.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
  const last = addDays(period.to, -1);
  const standsEmpty = covers(promised, last) && !slot.placements.some((placement) => covers(placement, last));
  const ended = slot.placements.map(({ to }) => to).filter((to) => to <= last);
  return { id: slot.id, vacantDays, emptySince: standsEmpty ? [slot.from, ...ended].sort().at(-1) ?? null : null };
}
