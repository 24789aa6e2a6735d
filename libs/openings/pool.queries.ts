import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Db, readCursor, writeCursor, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { capLeft } from './cap-left.js';
import { poolConditions, type Conditions, type PoolFilter } from './pool-filter.js';

export type PoolSort = 'newest' | 'best';

export interface PoolSearch extends PoolFilter {
  readonly sort?: PoolSort;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A row of the pool, as page, API and export show it. */
export interface PoolRow {
  readonly id: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly municipalityName: string | null;
  readonly sectorId: string | null;
  readonly sectorName: string | null;
  readonly slotId: string | null;
  /** Of the agreement behind it; null: shared outside any agreement. 'standing' is callable. */
  readonly model: 'fixed_slots' | 'standing' | 'cluster' | null;
  readonly kind: 'placement' | 'ordinary_hours' | 'job';
  readonly tasks: string;
  readonly minutesPerWeek: number;
  readonly considerationIds: readonly string[];
  readonly places: number;
  /** Places nobody is first on; never more than a cap over all of the agreement's places leaves. */
  readonly free: number;
  /** So many the agreement still holds in all, whichever of its places; null where no cap was agreed. */
  readonly capLeft: number | null;
  /** How many are first on a place, waiting for the company's answer. */
  readonly reserved: number;
  readonly queue: number;
  readonly freeFrom: string;
  readonly freeUntil: string | null;
  /** A slot's next gap after that. */
  readonly laterFrom: string | null;
  readonly laterUntil: string | null;
  readonly expiresOn: string | null;
  readonly publishedAt: Date;
  readonly sharedByName: string | null;
  readonly version: number;
}

export interface PoolPage {
  readonly items: readonly PoolRow[];
  readonly next: string | null;
  /** How many the filter lets through, on the first page; null on later ones. At most 1000: then "at least". */
  readonly found: number | null;
  readonly foundIsExact: boolean;
}

const countLimit = 1000;
const exportLimit = 10_000;

/**
 * 'newest' first by when it came into the pool. 'best' first what has a place, then the soonest free, then the most
 * places free, then the newest. All keys run one way, so that one row comparison is the whole keyset condition.
 * $1 is today (pool-filter.ts).
 */
const order: Readonly<Record<PoolSort, { keys: readonly string[]; direction: 'desc' | 'asc' }>> = {
  newest: { keys: ['o.published_at', 'o.id'], direction: 'desc' },
  best: {
    keys: [
      '(o.taken >= o.places)',
      'greatest(o.free_from, $1::date)',
      '(o.taken - o.places)',
      '(-extract(epoch from o.published_at))',
      'o.id',
    ],
    direction: 'asc',
  },
};

const columns = `
  o.id, c.id as "companyId", c.name as "companyName", o.workplace_id as "workplaceId", w.name as "workplaceName", w.town,
  o.municipality_code as "municipalityCode", m.name as "municipalityName", o.sector_id as "sectorId",
  o.slot_id as "slotId", o.model, o.kind, o.tasks, o.minutes_per_week as "minutesPerWeek",
  o.consideration_ids as "considerationIds", o.places, least(o.places - o.taken, cap.remaining) as free, cap.remaining as "capLeft", coalesce(q.reserved, 0) as reserved,
  coalesce(q.queue, 0) as queue, o.free_from as "freeFrom", o.free_until as "freeUntil", o.later_from as "laterFrom", o.later_until as "laterUntil", o.expires_on as "expiresOn",
  o.published_at as "publishedAt", u.name as "sharedByName", o.version`;

/** Names come after LIMIT: fifty look-ups instead of one for every row that was passed over. */
const names = `
  join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join municipality m on m.code = o.municipality_code
  left join sector s on s.organisation_id = o.organisation_id and s.id = o.sector_id
  left join app_user u on u.organisation_id = o.organisation_id and u.id = o.shared_by
  left join lateral (
       select count(*) filter (where r.seat is not null) as reserved, count(*) filter (where r.seat is null) as queue
         from reservation r
        where r.organisation_id = o.organisation_id and r.opening_id = o.id and r.ended_at is null) q on true${capLeft('$1')}`;

/** All reading of the shared pool. */
@Injectable()
export class PoolQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** A page of the pool (50 rows unless told, at most 100), and on the first page how many there are. */
  search(actor: Actor, { sort = 'newest', cursor, limit = 50, ...filter }: PoolSearch): Promise<PoolPage> {
    return this.db.read(actor, async (tx) => {
      const conditions = poolConditions(filter, await this.reference.current(tx), tx.today);
      const [rows, counted] = await Promise.all([
        rowsOf(tx, actor, conditions, { sort, cursor, limit: limit + 1 }),
        cursor ? undefined : tx.one<{ n: number }>(countSql(conditions, countLimit + 1), conditions.params),
      ]);
      const items = rows.slice(0, limit).map(({ key: _key, ...row }) => row);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const found = counted ? Math.min(counted.n, countLimit) : null;
      return {
        items,
        next: last ? writeCursor([sort, ...last.key]) : null,
        found,
        foundIsExact: counted !== undefined && counted.n <= countLimit,
      };
    });
  }

  /** How many have come since an instant that this filter lets through, for the live bar; at most 1000. */
  news(actor: Actor, { since, ...filter }: PoolFilter & { readonly since: string }): Promise<{ readonly n: number }> {
    return this.db.read(actor, async (tx) => {
      const { sql, params } = poolConditions(filter, await this.reference.current(tx), tx.today);
      const newer = { sql: `${sql}\n   and o.published_at > $${params.length + 1}`, params: [...params, since] };
      return tx.one<{ n: number }>(countSql(newer, countLimit), newer.params);
    });
  }

  /** The whole of a filtered pool, at most 10,000 rows, for a spreadsheet. */
  all(
    actor: Actor,
    { sort = 'newest', cursor: _cursor, limit: _limit, ...filter }: PoolSearch,
  ): Promise<readonly PoolRow[]> {
    const whole = async (tx: Tx): Promise<readonly PoolRow[]> => {
      const conditions = poolConditions(filter, await this.reference.current(tx), tx.today);
      const rows = await rowsOf(tx, actor, conditions, { sort, limit: exportLimit });
      return rows.map(({ key: _key, ...row }) => row);
    };
    return this.db.read(actor, whole, 15_000);
  }
}

const countSql = ({ sql }: Conditions, limit: number): string =>
  `select count(*) as n from (select from opening o where ${sql} limit ${limit}) few`;

interface Slice {
  readonly sort: PoolSort;
  readonly cursor?: string;
  readonly limit: number;
}

/** A cursor of another order is as wrong as no cursor at all. */
const cursorShape = (sort: PoolSort, keys: number) =>
  z
    .array(z.string().max(40))
    .length(keys + 1)
    .refine(([of]) => of === sort);

function rowsOf(
  tx: Tx,
  actor: Actor,
  { sql, params }: Conditions,
  { sort, cursor, limit }: Slice,
): Promise<(PoolRow & { readonly key: readonly string[] })[]> {
  const { keys, direction } = order[sort];
  // Keys travel as text, so that a microsecond is never lost on the way.
  const [, ...after] = readCursor(cursor, cursorShape(sort, keys.length)) ?? [];
  const place = after.map((_, index) => `$${params.length + index + 1}`).join(', ');
  const beyond = cursor ? `and (${keys.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${place})` : '';
  const by = keys.map((key) => `${key} ${direction}`).join(', ');
  return tx.rows(
    `with page as (
       select o.* from opening o
        where ${sql} ${beyond}
        order by ${by} limit ${limit})
     select ${columns}, s.name_${actor.language} as "sectorName", array[${keys.map((key) => `${key}::text`).join(', ')}] as key
       from page o ${names}
      order by ${by}`,
    [...params, ...after],
  );
}
