import { z } from 'zod';
import { poolOperations, type PoolSearch } from '#openings';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';

/** What Puljen's address says, read by the API's own schema; `wrong` names what cannot be meant. */
export interface PoolAddress {
  readonly values: FormValues;
  readonly search: PoolSearch;
  readonly wrong: readonly { readonly field: string; readonly fault: string }[];
}

const shape: Readonly<Record<string, z.ZodType>> = poolOperations.searchPool.query.shape;

/** An empty field of the filter form is no filter; a name that is none is left alone. */
export function readPoolAddress(values: FormValues): PoolAddress {
  const given = Object.entries(values).filter(([name, value]) => Object.hasOwn(shape, name) && value !== undefined && value.length > 0);
  const read = given.map(([name, value]) => ({ name, value, ...(shape[name] ?? z.never()).safeParse(value) }));
  const search = Object.fromEntries(read.flatMap(({ name, success, data }) => (success ? [[name, data]] : []))) as PoolSearch;
  const wrong = read.flatMap(({ name, error }) => (error ? [{ field: name, fault: 'fault.form' }] : []));
  return { values: Object.fromEntries(given), search, wrong };
}

/** The address of the pool as it is filtered now, with some of it changed; an empty change takes a filter off. */
export function poolHref({ values }: Pick<PoolAddress, 'values'>, changes: Readonly<Record<string, string | undefined>> = {}, path = '/puljen'): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, cursor: undefined, ...changes }))
    for (const one of [value ?? []].flat()) if (one !== '') query.append(name, one);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** What of the address is worth saving, always in the same order: not how far one has read. Empty: nothing. */
export function viewQuery({ values }: Pick<PoolAddress, 'values'>): string {
  const said = Object.keys(shape).filter((name) => !['cursor', 'limit'].includes(name) && values[name] !== undefined && !isUsual(name, values));
  return poolHref({ values: Object.fromEntries(said.map((name) => [name, values[name]])) }).split('?')[1] ?? '';
}

/** The filter form always says these; they mean something only when they differ, or beside a postal code. */
const isUsual = (name: string, values: FormValues): boolean => (name === 'sort' && textOf(values, name) === 'newest') || (name === 'km' && textOf(values, 'near') === '');

/** The values of a query that was kept, several of one name as a list. */
export function valuesOfQuery(query: string): FormValues {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name).length > 1 ? params.getAll(name) : (params.get(name) ?? '')]));
}

/** Whether anything narrows the pool; the order does not. */
export const isNarrowed = ({ values }: PoolAddress): boolean => Object.keys(values).some((name) => !['sort', 'cursor', 'limit', 'km'].includes(name) && textOf(values, name) !== '');
