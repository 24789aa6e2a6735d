import { addDays, daysBetween, weekStart, type IsoWeek } from '#platform';

/** What somebody wrote down about one ISO week. 0 minutes: there were no ordinary hours. */
export interface WeekOfHours extends IsoWeek {
  readonly minutes: number;
}

/** Weeks in a row with ordinary hours. */
export interface Spell {
  /** The first week's Monday, and the Monday after the last week. */
  readonly from: string;
  readonly to: string;
  readonly weeks: number;
  /** The mean of its weeks, whole minutes. */
  readonly minutesPerWeek: number;
  /** `running`: its last week is the last one written down. `lost`: the next week there were none. `unwritten`: nobody wrote the next week down. */
  readonly end: 'running' | 'lost' | 'unwritten';
}

/** Spells of ordinary hours, oldest first (R67). A week that nobody wrote down ends a spell, but is no loss. */
export function spellsOf(weeks: readonly WeekOfHours[]): Spell[] {
  const written = weeks.map((each) => ({ monday: weekStart(each), minutes: each.minutes })).toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
  const spells: Spell[] = [];
  let total = 0;
  written.forEach(({ monday, minutes }, index) => {
    if (minutes === 0) return;
    const last = spells.at(-1);
    const goesOn = last !== undefined && last.to === monday;
    total = (goesOn ? total : 0) + minutes;
    const from = goesOn ? last.from : monday;
    const to = addDays(monday, 7);
    const count = daysBetween(from, to) / 7;
    const spell = { from, to, weeks: count, minutesPerWeek: Math.round(total / count), end: endOf(to, written[index + 1]) };
    if (goesOn) spells[spells.length - 1] = spell;
    else spells.push(spell);
  });
  return spells;
}

function endOf(nextMonday: string, next: { readonly monday: string; readonly minutes: number } | undefined): Spell['end'] {
  if (!next) return 'running';
  return next.monday === nextMonday && next.minutes === 0 ? 'lost' : 'unwritten';
}
