import { z } from 'zod';
import type { FieldErrors, Ui } from './kit/index.js';
import type { FormValues } from './form.js';

/** How a field's text becomes a value of the API. */
export type FieldKind = 'text' | 'secret' | 'number' | 'hours' | 'flag' | 'list' | 'numbers';

const readers: Readonly<Record<FieldKind, (value: FormValues[string]) => unknown>> = {
  text: (value) => blankAsNull(value),
  // A password is what was typed, spaces too: signing in compares it so.
  secret: (value) => value,
  number: (value) => numberOf(value),
  hours: (value) => scaled(numberOf(value), 60),
  flag: (value) => value === 'true',
  list: (value) => (value === undefined || value === '' ? [] : [value].flat()),
  numbers: (value) => (value === undefined || value === '' ? [] : [value].flat().map(numberOf)),
};

/** The named fields of a posted form as values; an empty one is null. Hours are written as people do ("7,5"). */
export const readFields = (values: FormValues, fields: Readonly<Record<string, FieldKind>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, readers[kind](values[name])]));

/** Reads a posted form by the schema of the API's own operation: page and API refuse the same with the same words. */
export const readAs = <S extends z.ZodType>(schema: S, fields: Readonly<Record<string, FieldKind>>) =>
  z.preprocess((values) => readFields(values as FormValues, fields), schema);

/** Only what differs from how it stands: an edit says what it changes, and the rest stays as others left it. */
export const onlyChanged = <T extends Readonly<Record<string, unknown>>>(before: object, wanted: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify((before as Record<string, unknown>)[name] ?? null)),
  ) as Partial<T>;

function blankAsNull(value: FormValues[string]): unknown {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** "1.200,5" and "1200.5" alike; what is no number stays text, for the schema to refuse. */
function numberOf(value: FormValues[string]): unknown {
  const text = blankAsNull(value);
  if (typeof text !== 'string') return text;
  const plain = text.includes(',') ? text.replace(/\./g, '').replace(',', '.') : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

const scaled = (value: unknown, by: number): unknown => (typeof value === 'number' ? Math.round(value * by) : value);

/** What a text field shows again: the first value of that name. */
export const textOf = (values: FormValues, name: string): string => {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export const listOf = (values: FormValues, name: string): readonly string[] => [values[name] ?? []].flat();

/** A record's values as its form shows them; nothing is an empty field. */
export const asValues = (record: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : shown(value)]));

function shown(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return value === true ? 'true' : typeof value === 'string' ? value : '';
}

/** Hours a week as a field shows them. */
export const hoursText = (minutesPerWeek: number): string => String(Math.round((minutesPerWeek / 60) * 100) / 100).replace('.', ',');

/** The props every field of a form shares; its label is `field.<name>`. */
export const fieldsOf = (ui: Ui, values: FormValues, errors: FieldErrors) => (name: string) => ({
  ui,
  name,
  label: ui.t(`field.${name}`),
  value: textOf(values, name),
  error: errors[name],
});
