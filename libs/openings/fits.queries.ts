import { Injectable } from '@nestjs/common';
import { citizensOpenTo, citizenRecord, noteSeen, seeCitizen } from '#citizens';
import { Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries, type Reference } from '#reference';
import { boxAround, kmFrom } from './distance.rules.js';
import { byFit, fitOf, type Fit, type Offered, type Seeker } from './fit.rules.js';

/** A place in the pool measured against one citizen. */
export interface FittingPlace extends Fit {
  readonly id: string;
  readonly companyName: string;
  readonly workplaceName: string;
  readonly town: string | null;
  readonly tasks: string;
  readonly minutesPerWeek: number;
  readonly freeFrom: string;
  readonly callable: boolean;
}

/** One of the reader's own citizens measured against a place. */
export interface FittingCitizen extends Fit {
  readonly id: string;
  readonly caseRef: string;
  readonly pseudonym: string;
  readonly minutesPossible: number | null;
}

interface Located {
  readonly lat: number | null;
  readonly lon: number | null;
}
type PlaceRow = Omit<FittingPlace, keyof Fit> & Omit<Offered, 'km'> & Located;
type CitizenFacts = Omit<FittingCitizen, keyof Fit> & Seeker & { readonly nearPostalCode: string | null };

const mostPlaces = 15;
const mostCitizens = 100;

/** What is free of the pool; what offers everything first, then the trades wished for, then the nearest, then the newest. */
const placesSql = `
select o.id, c.name as "companyName", w.name as "workplaceName", w.town, o.tasks, o.minutes_per_week as "minutesPerWeek", o.free_from as "freeFrom",
       coalesce(o.model = 'standing', false) as callable, o.sector_id as "sectorId", o.consideration_ids as "considerationIds", o.lat, o.lon
  from (select o.*, (select count(*) from unnest($2::uuid[]) n (id) where n.id <> all (o.consideration_ids)) as missing
          from opening o where o.in_pool and o.taken < o.places and (o.expires_on is null or o.expires_on > $1::date)) o
  join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 order by o.missing, coalesce(o.sector_id = any ($3::uuid[]), false) desc,
          power((o.lat - $4::float8) * 111, 2) + power((o.lon - $5::float8) * 62, 2) nulls last, o.published_at desc, o.id limit 300`;

const ownSql = `
select c.id, c.case_ref as "caseRef", c.pseudonym, c.minutes_possible as "minutesPossible", c.near_postal_code as "nearPostalCode",
       c.travel_minutes as "travelMinutes", c.transport,
       array(select g.sector_id from citizen_job_goal g where g.organisation_id = c.organisation_id and g.citizen_id = c.id and g.sector_id is not null order by g.position) as "sectorIds",
       array(select n.consideration_id from citizen_consideration n where n.organisation_id = c.organisation_id and n.citizen_id = c.id) as "considerationIds"
  from citizen c
 where c.id = any ($1::uuid[]) and ($2::text is null or position(fold_danish($2) in fold_danish(c.case_ref || ' ' || c.pseudonym)) > 0)
   and exists (select from citizen_role r where r.organisation_id = c.organisation_id and r.citizen_id = c.id and r.is_primary and r.valid @> $3::date)`;

/** Citizens and places measured against each other, from either side. Reading a citizen leaves a mark in the access log. */
@Injectable()
export class FitsQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** The places in the pool that fit a citizen, the best first. Refuses with 404 who may not see the citizen. */
  places(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<{ readonly items: readonly FittingPlace[] }> {
    return this.db.touch(actor, async (tx) => {
      await seeCitizen(tx, actor, citizenId, 'record');
      const citizen = await citizenRecord(tx, citizenId);
      const seeker = { ...citizen, sectorIds: citizen.goals.flatMap(({ sectorId }) => sectorId ?? []) };
      const from = pointOf(await this.reference.current(tx), citizen.nearPostalCode);
      const rows = await tx.rows<PlaceRow>(placesSql, [tx.today, seeker.considerationIds, seeker.sectorIds, from?.lat ?? null, from?.lon ?? null]);
      const items = rows.map(({ lat, lon, sectorId, considerationIds, ...row }) => ({ ...row, ...fitOf(seeker, { ...row, sectorId, considerationIds, km: kmBetween(from, { lat, lon }) }) }));
      return { items: items.toSorted(byFit).slice(0, mostPlaces) };
    });
  }

  /** The reader's own citizens for a place, the best fit first; those shown are noted. Refuses with 404 without the place. */
  citizens(actor: Actor, { openingId, q }: { readonly openingId: string; readonly q?: string }): Promise<{ readonly items: readonly FittingCitizen[] }> {
    return this.db.touch(actor, async (tx) => {
      const place = await tx.one<Omit<Offered, 'km'> & Located>(
        `select sector_id as "sectorId", minutes_per_week as "minutesPerWeek", consideration_ids as "considerationIds", lat, lon from opening
          where id = $1 and (held_by is null or held_by = $2)`,
        [openingId, actor.userId],
      );
      const reference = await this.reference.current(tx);
      const open = await citizensOpenTo(tx, actor);
      const rows = await tx.rows<CitizenFacts>(ownSql, [[...open.keys()], q ?? null, tx.today]);
      const items = rows.map((row) => measured(row, place, reference)).toSorted(byFit).slice(0, mostCitizens);
      await shown(tx, actor, open, items);
      return { items };
    });
  }
}

function measured(row: CitizenFacts, place: Omit<Offered, 'km'> & Located, reference: Reference): FittingCitizen {
  const { id, caseRef, pseudonym, minutesPossible } = row;
  return { id, caseRef, pseudonym, minutesPossible, ...fitOf(row, { ...place, km: kmBetween(pointOf(reference, row.nearPostalCode), place) }) };
}

function shown(tx: Tx, actor: Actor, open: Awaited<ReturnType<typeof citizensOpenTo>>, items: readonly FittingCitizen[]): Promise<void> {
  const ids = new Set(items.map(({ id }) => id));
  return noteSeen(tx, actor, new Map([...open].filter(([id]) => ids.has(id))), 'name');
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

function pointOf(reference: Reference, code: string | null): Point | undefined {
  const postal = code === null ? undefined : reference.postalCode(code);
  return postal?.lat !== null && postal?.lat !== undefined && postal.lon !== null ? { lat: postal.lat, lon: postal.lon } : undefined;
}

const kmBetween = (from: Point | undefined, { lat, lon }: Located): number | null => (from && lat !== null && lon !== null ? kmFrom(boxAround({ ...from, km: 1 }), lat, lon) : null);
