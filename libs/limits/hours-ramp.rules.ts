/** So many minutes a week from a day on. */
export interface HoursStep {
  readonly from: string;
  readonly minutesPerWeek: number;
}

export interface HoursRamp {
  /** The highest hours there will be: what is applied for, as VITAS knows one number only. */
  readonly highest: number;
  /** How they change on the way, the first days first; one step: the same all along. */
  readonly steps: readonly HoursStep[];
}

/**
 * Weekly hours that change, as steps from the first day: what lies after the end is left out, the last step before the
 * first day is where it begins, and a step that changes nothing is none.
 */
export function rampOf(minutes: number, from: string, until: string, hours: readonly HoursStep[]): HoursRamp {
  const sorted = [...hours].sort((a, b) => (a.from < b.from ? -1 : 1));
  const begins = sorted.filter((step) => step.from <= from).at(-1)?.minutesPerWeek ?? minutes;
  const all = [{ from, minutesPerWeek: begins }, ...sorted.filter((step) => step.from > from && step.from < until)];
  const steps = all.filter((step, n) => n === 0 || step.minutesPerWeek !== all[n - 1]?.minutesPerWeek);
  return { highest: Math.max(...steps.map(({ minutesPerWeek }) => minutesPerWeek)), steps };
}
