import { z } from 'zod';
import { reservationsOperations } from '#openings';
import { addDays, isDate } from '#platform';
import { readAs, textOf } from '../form-fields.js';
import { withoutBlanks, type FormValues, type Submitted } from '../form.js';

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
