import type { Tx } from '#platform';

export interface Workplace {
  readonly id: string;
  readonly companyId: string;
  readonly pNumber: string | null;
  readonly name: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly municipality: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly sectorId: string | null;
  /** DB25 or DB07; a code means nothing without it. */
  readonly sectorScheme: string | null;
  readonly sectorCode: string | null;
  readonly sectorDa: string | null;
  readonly sectorEn: string | null;
  readonly employeesFte: number | null;
  readonly employeesOn: string | null;
  readonly note: string | null;
  readonly closedOn: string | null;
  readonly version: number;
}

const select = `select w.id, w.company_id as "companyId", w.p_number as "pNumber", w.name, w.street, w.postal_code as "postalCode", w.town,
       w.municipality_code as "municipalityCode", m.name as municipality, w.lat, w.lon, w.sector_id as "sectorId",
       w.sector_scheme as "sectorScheme", w.sector_code as "sectorCode", s.name_da as "sectorDa", s.name_en as "sectorEn",
       w.employees_fte::float8 as "employeesFte", w.employees_on as "employeesOn", w.note, w.closed_on as "closedOn", w.version
  from workplace w
  left join municipality m on m.code = w.municipality_code
  left join sector s on s.organisation_id = w.organisation_id and s.id = w.sector_id`;

/** One workplace; refuses with 404 when there is none. */
export const workplaceOf = (tx: Tx, workplaceId: string): Promise<Workplace> => tx.one<Workplace>(`${select} where w.id = $1`, [workplaceId]);

/** A company's workplaces, open ones first, by name; at most 100. */
export const workplacesOf = (tx: Tx, companyId: string): Promise<Workplace[]> =>
  tx.rows<Workplace>(`${select} where w.company_id = $1 order by w.closed_on is not null, w.name, w.id limit 100`, [companyId]);
