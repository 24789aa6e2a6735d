import { addDays, parseWeek, Refusal, weekStart } from '#platform';
import type { Reference } from '#reference';
import { capHolds } from './cap-left.js';
import { boxAround, kmPerLat, type Box } from './distance.rules.js';

/** What the address bar of Puljen says; page, API, export and live bar ask the same. */
export interface PoolFilter {
  readonly text?: string;
  readonly sector?: string;
  readonly municipality?: string;
  readonly region?: string;
  /** A postal code to measure from, with `km`. */
  readonly near?: string;
  readonly km?: number;
  /** 'shared': found outside agreements; 'standing': callable. */
  readonly model?: 'fixed_slots' | 'standing' | 'cluster' | 'shared';
  readonly kind?: 'placement' | 'ordinary_hours' | 'job';
  /** ISO week ('2026-W53'): free at some time from that week's Monday, and no later than its Sunday. */
  readonly fromWeek?: string;
  readonly consideration?: string | readonly string[];
  /** Leave out what somebody is first on. */
  readonly onlyFree?: boolean;
}

export interface Conditions {
  readonly sql: string;
  readonly params: unknown[];
}

const maxWords = 8;
const defaultKm = 25;

/** A filter as conditions on `opening o`. Refuses 400 for a postal code without a place on the map. */
export function poolConditions(filter: PoolFilter, reference: Reference, today: string): Conditions {
  const params: unknown[] = [];
  const value = (param: unknown): string => `$${params.push(param)}`;
  const conditions = [
    'o.in_pool',
    `(o.expires_on is null or o.expires_on > ${value(today)}::date)`,
    ...words(filter.text).map((word) => `o.search_text like '%' || fold_danish(${value(word)}) || '%'`),
    ...(filter.sector ? [`o.sector_id = ${value(filter.sector)}`] : []),
    ...(filter.municipality ? [`o.municipality_code = ${value(filter.municipality)}`] : []),
    ...(filter.region
      ? [`o.municipality_code = any (${value(municipalitiesOf(filter.region, reference, today))}::text[])`]
      : []),
    ...(filter.near ? withinCircle(circle(filter, filter.near, reference), value) : []),
    ...(filter.model === 'shared' ? ['o.slot_id is null'] : filter.model ? [`o.model = ${value(filter.model)}`] : []),
    ...(filter.kind ? [`o.kind = ${value(filter.kind)}`] : []),
    ...fromWeek(filter.fromWeek, value),
    ...(filter.consideration?.length ? [`o.consideration_ids @> ${value([filter.consideration].flat())}::uuid[]`] : []),
    ...(filter.onlyFree ? ['o.taken < o.places', capHolds('$1')] : []),
  ];
  return { sql: conditions.join('\n   and '), params };
}

/** Every word must be found somewhere; what LIKE reads as a wildcard is taken literally. */
const words = (text = ''): string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, maxWords)
    .map((word) => word.replace(/[\\%_]/g, String.raw`\$&`));

const municipalitiesOf = (region: string, reference: Reference, today: string): string[] =>
  reference
    .municipalities(today)
    .filter((each) => each.region?.code === region)
    .map(({ code }) => code);

function circle({ km = defaultKm }: PoolFilter, near: string, reference: Reference): Box {
  const postal = reference.postalCode(near);
  if (postal?.lat !== null && postal?.lat !== undefined && postal.lon !== null)
    return boxAround({ lat: postal.lat, lon: postal.lon, km });
  throw new Refusal('input.invalid', { status: 400, faults: [{ field: 'near', code: 'fault.postal-code.unknown' }] });
}

function withinCircle(box: Box, value: (param: unknown) => string): string[] {
  return [
    `o.lat between ${value(box.south)} and ${value(box.north)}`,
    `o.lon between ${value(box.west)} and ${value(box.east)}`,
    `power((o.lat - ${value(box.lat)}) * ${kmPerLat}, 2) + power((o.lon - ${value(box.lon)}) * ${value(box.kmPerLon)}, 2) <= power(${value(box.km)}, 2)`,
  ];
}

function fromWeek(text: string | undefined, value: (param: unknown) => string): string[] {
  const week = text && parseWeek(text);
  if (!week) return [];
  const monday = weekStart(week);
  const [first, after] = [`${value(monday)}::date`, `${value(addDays(monday, 7))}::date`];
  return [
    `((o.free_from < ${after} and (o.free_until is null or o.free_until > ${first})) or (o.later_from < ${after} and (o.later_until is null or o.later_until > ${first})))`,
  ];
}
