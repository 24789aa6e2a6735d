/** Inputs for any operation of the API, made from nothing but its document. */
import * as fc from 'fast-check';
import type { ApiDocument } from './answers.js';

export type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** An operation as a caller sees it. */
export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The body's schema and media type, when it takes one. */
  readonly body?: Schema;
  readonly media?: string;
  /** The media type of a good answer. */
  readonly answers?: string;
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

/** Every operation in the document. */
export function operationsIn(document: ApiDocument): Described[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => {
      const { operationId, parameters = [], requestBody, responses } = raw as unknown as RawOperation;
      const [media, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      const answers = Object.keys(Object.values(responses).find((response) => response.content)?.content ?? {})[0];
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters: parameters.filter((parameter) => !parameter.$ref),
        ...(content && { body: content.schema, media }),
        ...(answers && { answers }),
      };
    }),
  );
}

export interface Wishes {
  /** What stands where an id is asked for. */
  readonly id: fc.Arbitrary<string>;
  /** Which optional members to fill in: those that are ids, or any of them now and then. */
  readonly optional: 'ids' | 'some';
  /** What stands under a name whose meaning the document cannot say: which rows there are, which codes. */
  readonly named?: (name: string) => fc.Arbitrary<unknown> | undefined;
}

/** Values that fit a JSON Schema as the document writes them. */
export function valid(schema: Schema, wishes: Wishes): fc.Arbitrary<unknown> {
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((choice) => valid(choice, wishes)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case 'string':
      return text(schema, wishes);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(Number(schema.minimum ?? 0), -1_000),
        max: Math.min(Number(schema.maximum ?? 1_000), 1_000),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valid((schema.items ?? {}) as Schema, wishes), {
        minLength: Math.max(Number(schema.minItems ?? 0), wishes.optional === 'ids' ? 1 : 0),
        maxLength: Math.min(Number(schema.maxItems ?? 3), Math.max(3, Number(schema.minItems ?? 0))),
      });
    case 'object':
      return object(schema, wishes);
    default:
      return fc.constantFrom('x', 1, null);
  }
}

function object(schema: Schema, wishes: Wishes): fc.Arbitrary<unknown> {
  const members = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const required = (schema.required ?? []) as readonly string[];
  const wanted = members.filter(
    ([name, member]) => required.includes(name) || wishes.optional === 'some' || asksForId(member),
  );
  const requiredKeys = wishes.optional === 'ids' ? wanted.map(([name]) => name) : [...required];
  const values = wanted.map(([name, member]) => [name, called(name, member, wishes)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys });
}

/** A value for a member; what its name says goes for the items of a list too. */
function called(name: string, schema: Schema, wishes: Wishes): fc.Arbitrary<unknown> {
  const meant = wishes.named?.(name);
  if (!meant) return valid(schema, wishes);
  if (schema.type === 'array') return fc.array(meant, { minLength: Number(schema.minItems ?? 1), maxLength: 3 });
  const takesObject = [schema, ...((schema.anyOf ?? []) as Schema[])].some(({ type }) => type === 'object');
  return takesObject ? valid(schema, wishes) : meant;
}

/** Whether an id stands somewhere in a value of this schema. */
export const asksForId = (schema: Schema): boolean => JSON.stringify(schema).includes('"format":"uuid"');

const days = fc
  .integer({ min: 0, max: 900 })
  .map((n) => new Date(Date.UTC(2026, 10, 1) + n * 86_400_000).toISOString());

function text(schema: Schema, { id }: Wishes): fc.Arbitrary<string> {
  const [min, max] = [Number(schema.minLength ?? 0), Number(schema.maxLength ?? 40)];
  if (schema.format === 'uuid') return id;
  if (schema.format === 'date') return days.map((instant) => instant.slice(0, 10));
  if (schema.format === 'date-time') return days;
  if (schema.format === 'email' || String(schema.pattern).includes('@'))
    return fc.nat(1e9).map((n) => `fuzz${n}@proeve.example`);
  if (schema.format === 'binary') return fc.constant('');
  if (typeof schema.pattern === 'string') return matching(new RegExp(schema.pattern, 'u'), min, max);
  return letters(min, Math.min(max, Math.max(min, 30))).map((value) =>
    value.trim().length < min ? 'x'.repeat(min) : value,
  );
}

const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvæøåÆØÅ -.,é'), minLength, maxLength });

/** Texts of a pattern, drawn out or cut to the lengths allowed where the pattern permits that. */
function matching(pattern: RegExp, min: number, max: number): fc.Arbitrary<string> {
  const fitted = (value: string): string =>
    value.repeat(Math.ceil(min / Math.max(1, value.length))).slice(0, Math.max(max, 1));
  // Making a text from "any letter there is" takes long; a Danish one will do.
  const source = pattern.source.includes('\\p{') ? letters(1, 30) : fc.stringMatching(pattern);
  return source
    .map((value) => (value.length < min || value.length > max ? fitted(value) : value))
    .filter((value) => pattern.test(value));
}

/** The parameters of one place as an object of values; `{id}` is called after what stands before it. */
export function parameters(
  { parameters: all, path }: Described,
  place: 'path' | 'query',
  wishes: Wishes,
): fc.Arbitrary<Record<string, unknown>> {
  const here = all.filter((parameter) => parameter.in === place);
  const schema = {
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required || place === 'path').map(({ name }) => name),
  };
  const noun = /(\w+?)s\/\{id\}/.exec(path)?.[1] ?? 'id';
  const named = (name: string): fc.Arbitrary<unknown> | undefined => wishes.named?.(name === 'id' ? `${noun}Id` : name);
  return object(schema, { ...wishes, named }) as fc.Arbitrary<Record<string, unknown>>;
}

/** The path with its parameters filled in, and the query behind it. */
export function urlOf(
  { path }: Described,
  inPath: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(wellFormed(String(inPath[name]))) || '%20',
  );
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (item) => `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(String(item)))}`,
    ),
  );
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

const wellFormed = (value: string): string => value.toWellFormed();

/** What a multipart operation is sent: the fields, and a small sheet. */
export function formOf(
  fields: Readonly<Record<string, unknown>>,
  file = 'Virksomhed;CVR\r\nPrøve Bageri;10000009\r\n',
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (name !== 'file') form.append(name, String(value));
  form.append('file', new Blob([file], { type: 'text/csv' }), 'prøve.csv');
  return form;
}
