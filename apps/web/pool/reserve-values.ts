import { z } from 'zod';
import { reservationsOperations } from '#openings';
import { addDays, isDate } from '#platform';
import { readAs, textOf } from '../form-fields.js';
import { withoutBlanks, type FormValues, type Submitted } from '../form.js';

const body = reservationsOperations.reserveOpening.body;
const asApi = readAs(withoutBlanks(body), { citizenRef: 'text', targetGroup: 'text', reason: 'text', from: 'text', until: 'text', minutesPerWeek: 'hours', measureType: 'text' });

/** The reserve form as the API takes it: people say a last day or a number of weeks, the API the first day after. */
export const reservationForm = z.preprocess((values) => ({ ...(values as FormValues), until: firstDayAfter(values as FormValues) }), asApi);

function firstDayAfter(values: FormValues): string {
  const [from, lastDay, weeks] = [textOf(values, 'from'), textOf(values, 'lastDay').trim(), Number(textOf(values, 'weeks'))];
  if (lastDay) return isDate(lastDay) ? addDays(lastDay, 1) : lastDay;
  return isDate(from) && Number.isInteger(weeks) && weeks >= 1 && weeks <= 104 ? addDays(from, weeks * 7) : '';
}

/** What is wrong with the period is shown where the form asks for it. */
export const atFormFields = <T>(result: Submitted<T>): Submitted<T> => {
  if (!('errors' in result) || !result.errors.until) return result;
  const { until, ...errors } = result.errors;
  return { ...result, errors: { ...errors, lastDay: until } };
};
