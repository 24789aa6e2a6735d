import { z } from 'zod';
import type { Citizen } from '#citizens';
import type { Plan } from '#limits';
import { reservationsOperations, type OpeningView } from '#openings';
import { addDays, isDate, tidyText } from '#platform';
import { hoursText, readAs, readFields, textOf } from '../form-fields.js';
import { withoutBlanks, type FormValues, type Submitted } from '../form.js';

/** What of a citizen's record a reservation begins with. */
export type ChosenCitizen = Pick<Citizen, 'id' | 'caseRef' | 'pseudonym' | 'targetGroup' | 'minutesPossible'>;

export interface Suggested {
  readonly opening: OpeningView;
  readonly today: string;
  /** The first day to suggest; as soon as it is free unless said. */
  readonly from?: string;
  readonly citizen?: ChosenCitizen;
}

const standardWeeks = '13';

/** What the reserve form says before anybody has typed: 13 weeks, or as long as the place is free; hours as the opening offers them, or as many as the citizen can. */
export function suggestedValues({ opening, today, from, citizen }: Suggested): FormValues {
  const first = firstDayOf(opening, today);
  const start = from && from > first ? from : first;
  const freeUntil = opening.laterFrom !== null && start >= opening.laterFrom ? opening.laterUntil : opening.freeUntil;
  const isShorter = freeUntil !== null && freeUntil > start && freeUntil < addDays(start, Number(standardWeeks) * 7);
  return {
    from: start,
    weeks: standardWeeks,
    ...(isShorter && { lastDay: addDays(freeUntil, -1) }),
    minutesPerWeek: hoursText(Math.min(opening.minutesPerWeek, citizen?.minutesPossible ?? opening.minutesPerWeek)),
    ...(citizen && { citizenRef: citizen.caseRef, targetGroup: citizen.targetGroup ?? '' }),
  };
}

export const firstDayOf = ({ freeFrom }: OpeningView, today: string): string => (freeFrom > today ? freeFrom : today);

const latest = '2200-01-01';

/** The form as a plan the rules can speak of; undefined while it names no period. */
export function planOf({ workplaceId, kind, minutesPerWeek: offered }: OpeningView, values: FormValues): Plan | undefined {
  const [from, until] = [textOf(values, 'from').trim(), firstDayAfter(values)];
  if (!isDate(from) || !isDate(until) || until <= from || until > latest) return undefined;
  const { minutesPerWeek, citizenRef } = readFields(values, { minutesPerWeek: 'hours', citizenRef: 'text' });
  const hours = typeof minutesPerWeek === 'number' && minutesPerWeek >= 30 && minutesPerWeek <= 2220 ? minutesPerWeek : offered;
  // A number that looks like a CPR number is looked up nowhere.
  const asked = typeof citizenRef === 'string' && tidyText({ citizenRef }).faults.length === 0 ? citizenRef : undefined;
  const usual = kind === 'placement' ? 'WORK_PLACEMENT' : 'ORDINARY_HOURS';
  return { workplaceId, measureType: textOf(values, 'measureType') || usual, targetGroup: textOf(values, 'targetGroup'), from, until, minutesPerWeek: hours, citizenRef: asked };
}

const body = reservationsOperations.reserveOpening.body;
const asApi = readAs(withoutBlanks(body), { citizenRef: 'text', targetGroup: 'text', reason: 'text', from: 'text', until: 'text', minutesPerWeek: 'hours', measureType: 'text' });

/** The reserve form as the API takes it: people say a last day or a number of weeks, the API the first day after. */
export const reservationForm = z.preprocess((values) => ({ ...(values as FormValues), until: firstDayAfter(values as FormValues) }), asApi);

/** Weeks that cannot be read stay as they are, for the schema to refuse: a guess would reserve another period than meant. */
function firstDayAfter(values: FormValues): string {
  const [from, lastDay, typed] = ['from', 'lastDay', 'weeks'].map((name) => textOf(values, name).trim()) as [string, string, string];
  if (lastDay) return isDate(lastDay) ? addDays(lastDay, 1) : lastDay;
  const weeks = Number(typed);
  if (typed === '' || !isDate(from)) return '';
  return Number.isInteger(weeks) && weeks >= 1 && weeks <= 104 ? addDays(from, weeks * 7) : typed;
}

/** What is wrong with the period is shown where it was typed. */
export const atFormFields = <T>(result: Submitted<T>, values: FormValues): Submitted<T> => {
  if (!('errors' in result)) return result;
  const typedIn = textOf(values, 'lastDay').trim() ? 'lastDay' : 'weeks';
  return { ...result, errors: Object.fromEntries(Object.entries(result.errors).map(([field, text]) => [field === 'until' ? typedIn : field, text])) };
};
