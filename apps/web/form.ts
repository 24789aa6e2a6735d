import { z } from 'zod';
import { day, faultsOf, Refusal, refusalOf, tidyText, type InputFault } from '#platform';
import type { FieldErrors } from './kit/error-summary.js';
import type { Ui } from './kit/ui.js';

/** What a browser posts: every value a text, or several of one name. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Any form's body: the handler reads it with `submit` and its own schema, so that a wrong value comes back on the form. */
export const formBody = z.record(z.string().max(60), z.union([z.string().max(20_000), z.array(z.string().max(500)).max(200)])).meta({ tidiedByPage: true });

export type Submitted<T> = { readonly done: T } | { readonly errors: FieldErrors; readonly refusal?: Refusal };

/**
 * Reads a posted form by `schema` and does `work` with it. What is wrong (in a field, or refused by a rule) comes back
 * as sentences in the reader's language, to be shown on the form with what was typed: nothing is lost. A database
 * that is away or a fault of ours is thrown on, for the error page.
 */
export async function submit<S extends z.ZodType, T>(
  ui: Ui,
  schema: S,
  values: FormValues,
  work: (input: z.infer<S>) => Promise<T>,
): Promise<Submitted<T>> {
  const tidied = tidyText(values);
  if (tidied.faults.length > 0) return { errors: errorsOf(ui, tidied.faults) };
  const parsed = schema.safeParse(tidied.value, { reportInput: true });
  if (!parsed.success) return { errors: errorsOf(ui, parsed.error.issues.flatMap(faultsOf)) };
  try {
    return { done: await work(parsed.data) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || refusal.status >= 500 || [401, 403, 404].includes(refusal.status)) throw error;
    return { errors: errorsOfRefusal(ui, refusal), refusal };
  }
}

function errorsOfRefusal(ui: Ui, { code, details }: Refusal): FieldErrors {
  if (details.faults?.length) return errorsOf(ui, details.faults);
  return { form: ui.t(`refusal.${code}`, details.params) };
}

/** Typed in hours, kept in minutes. */
const inHours = /(^|\.)(minutes|minutesPerWeek|minutesPossible|mentorPayMinutes)$/;
const sentence = (ui: Ui, { field, code, params }: InputFault): string =>
  ui.t(code, params?.limit && inHours.test(field) ? { limit: ui.formatNumber(Number(params.limit) / 60) } : params);

/** A field's first fault counts, and the fields stand in the order they were read in: that of the form. */
const errorsOf = (ui: Ui, faults: readonly InputFault[]): FieldErrors => {
  const errors = new Map<string, string>();
  for (const fault of faults) if (!errors.has(fault.field || 'form')) errors.set(fault.field || 'form', sentence(ui, fault));
  return Object.fromEntries(errors);
};

/** An optional text: empty counts as not given. */
export const optionalText = (max: number) => z.preprocess(emptyAsMissing, z.string().trim().max(max).optional());
/** A text that must be there. */
export const neededText = (max: number) => z.string({ error: 'fault.required' }).trim().min(1).max(max);
/** A whole number typed in a field. */
export const wholeNumber = (min: number, max: number) => z.preprocess(emptyAsMissing, z.coerce.number().int().min(min).max(max));
export const optionalNumber = (min: number, max: number) => z.preprocess(emptyAsMissing, z.coerce.number().int().min(min).max(max).optional());
/** Hours a week as people write them ("20", "7,5") to whole minutes. */
export const hoursAsMinutes = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Math.round(Number(value.trim().replace(',', '.')) * 60) : undefined),
  z.number().int().min(30).max(2220),
);
/** One id from a choice; none chosen counts as not given. */
export const optionalId = z.preprocess(emptyAsMissing, z.uuid().optional());
/** Several ids from checkboxes: a browser sends none, one or a list. */
export const idList = z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid()).max(50));
/** A day from a date field; the first must be filled in. */
export const neededDay = z.string({ error: 'fault.required' }).trim().min(1).pipe(day);
export const optionalDay = z.preprocess(emptyAsMissing, day.optional());

function emptyAsMissing(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** For a schema whose optional fields may be missing but not empty: what a form left blank is left out. */
export const withoutBlanks = <S extends z.ZodType>(schema: S) =>
  z.preprocess((values) => Object.fromEntries(Object.entries(values as object).filter(([, value]) => value !== null && value !== '')), schema);
