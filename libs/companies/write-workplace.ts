import type { Actor, Tx } from '#platform';
import type { Reference } from '#reference';
import { streetKey } from './name-key.rules.js';
import type { WrittenPlace } from './place.rules.js';
import { placeIn, sectorIn, type WrittenSector } from './workplace-place.js';

export interface WrittenWorkplace extends WrittenPlace, WrittenSector {
  readonly name?: string | null;
  readonly pNumber?: string | null;
  readonly street?: string | null;
  /** Full-time equivalents (37 h a week), as of `employeesOn` (today unless said). */
  readonly employeesFte?: number | null;
  readonly employeesOn?: string | null;
  readonly note?: string | null;
}

/** The columns a workplace's written facts become, in the order of `workplaceColumns`. */
export async function workplaceValues(tx: Tx, reference: Reference, written: WrittenWorkplace): Promise<unknown[]> {
  const place = placeIn(reference, written);
  const sector = await sectorIn(tx, reference, written);
  const fte = written.employeesFte ?? null;
  return [
    written.pNumber ?? null,
    written.name,
    written.street || null,
    written.street ? streetKey(written.street) : null,
    written.postalCode ?? null,
    place.town || null,
    place.municipalityCode,
    place.lat,
    place.lon,
    sector.sectorScheme,
    sector.sectorCode,
    sector.sectorId,
    fte,
    fte === null ? null : (written.employeesOn ?? tx.today),
    written.note || null,
  ];
}

export const workplaceColumns =
  'p_number, name, street, street_key, postal_code, town, municipality_code, lat, lon, sector_scheme, sector_code, sector_id, employees_fte, employees_on, note';

/** Adds a workplace to a company; call refresh_search after. Promises its id. @throws 409 `workplace.exists` (P-number). */
export async function insertWorkplace(tx: Tx, actor: Actor, reference: Reference, companyId: string, written: WrittenWorkplace): Promise<string> {
  const id = tx.newId();
  await tx.run(
    `insert into workplace (organisation_id, id, company_id, created_at, created_by, ${workplaceColumns})
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [id, companyId, tx.now, actor.userId, ...(await workplaceValues(tx, reference, written))],
  );
  return id;
}

/** Brings what the company's workplaces are found by up to date, in the transaction of the change. */
export const refreshSearch = (tx: Tx, companyId: string): Promise<number> => tx.run('select refresh_search($1::uuid[])', [[companyId]]);
