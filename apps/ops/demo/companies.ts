import { nameKey, streetKey } from '#companies';
import type { Tx } from '#platform';
import type { DemoCompany } from './companies.data.js';
import type { Staff } from './people.js';
import type { Rows } from './rows.js';
import { firstNames, lastNames, titles } from './words.data.js';

export interface DemoWorkplace {
  readonly id: string;
  readonly companyId: string;
  readonly sectorKey: string;
  readonly sector_id: string | null;
  readonly municipality_code: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly domain: string;
}

interface Surroundings {
  readonly sectors: ReadonlyMap<string, { readonly id: string; readonly key: string }>;
  readonly towns: ReadonlyMap<string, { readonly town: string; readonly lat: number | null; readonly lon: number | null }>;
}

/** The organisation's own sectors by division (DB25), and where postal codes lie. */
export async function lookAround(tx: Tx): Promise<Surroundings> {
  const sectors = await tx.rows<{ division: string; id: string; key: string }>(
    `select d.division_code as division, s.id, s.key from sector_division d join sector s on s.organisation_id = d.organisation_id and s.id = d.sector_id where d.scheme = 'DB25'`,
  );
  const towns = await tx.rows<{ code: string; town: string; lat: number | null; lon: number | null }>('select code, town, lat, lon from postal_code');
  return { sectors: new Map(sectors.map((each) => [each.division, each])), towns: new Map(towns.map((each) => [each.code, each])) };
}

/** An invented person, the same for the same number. */
export const person = (n: number): string => `${firstNames[(n * 7) % firstNames.length] ?? ''} ${lastNames[(n * 5) % lastNames.length] ?? ''}`;

/** Numbers of the form 00…: in Denmark no subscriber has one. */
export const phone = (n: number): string => `+4500${String(330_000 + n * 17).padStart(6, '0')}`;

export const address = (name: string, domain: string): string => `${ascii(name.split(' ')[0] ?? '')}.${ascii(name.split(' ').at(-1) ?? '')}@${domain}`;
const ascii = (text: string): string =>
  text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/[^a-z0-9]/g, '');

/** Companies with workplaces, contacts and who knows them; answers each company's workplaces, its own first. */
export function addCompanies(rows: Rows, companies: readonly DemoCompany[], staff: Staff, around: Surroundings): DemoWorkplace[][] {
  const consultants = Object.values(staff).slice(0, 7);
  return companies.map(([name, street, postalCode, municipality, division, fte, ...branches], n) => {
    const made = -706 + n * 9;
    const companyId = rows.id(made);
    const responsible = consultants[(n * 3) % consultants.length];
    const domain = `${ascii(name).slice(0, 24)}.example`;
    const stamp = { created_at: rows.at(made), created_by: responsible?.id, version: 1 };
    rows.add('company', { id: companyId, cvr: cvr(n), name, name_key: nameKey(name), responsible_user_id: responsible?.id, ...stamp });
    if (responsible) rows.note(made, responsible, 'company.created', companyId, { company_id: companyId, after: { name, cvr: cvr(n) } });
    consultants.slice(0, 1 + (n % 3)).forEach((who, known) =>
      rows.add('company_knowledge', { company_id: companyId, user_id: who.id, source: known ? 'shared' : 'created', since: rows.at(made + known * 40), others_knew: known }),
    );
    const sector = around.sectors.get(division);
    const all = [[name, street, postalCode, municipality] as const, ...branches];
    return all.map(([place, at, code, municipality_code], b) => {
      const id = rows.id(made);
      const town = around.towns.get(code);
      const where = { sector_id: sector?.id ?? null, municipality_code, lat: moved(town?.lat, n, 0.006), lon: moved(town?.lon, n + 3, 0.01) };
      const employees = { employees_fte: Math.max(2, Math.round(fte / (b + 1))), employees_on: rows.at(-60).toISOString().slice(0, 10) };
      const written = { p_number: String(9_900_000_000 + n * 10 + b), name: place, street: at, street_key: streetKey(at), postal_code: code, town: town?.town ?? null };
      rows.add('workplace', { id, company_id: companyId, ...written, sector_scheme: 'DB25', sector_code: division, ...where, ...employees, ...stamp });
      addContact(rows, companyId, id, n * 3 + b, domain, made);
      return { id, companyId, sectorKey: sector?.key ?? 'services', domain, ...where };
    });
  });
}

function addContact(rows: Rows, company_id: string, workplace_id: string, n: number, domain: string, made: number): void {
  const name = person(n);
  const preferred_contact = ['phone', 'email', 'visit', 'sms'][n % 4];
  rows.add('contact_person', { id: rows.id(made), company_id, workplace_id, name, title: titles[n % titles.length], email: address(name, domain), phone: phone(n), preferred_contact, created_at: rows.at(made), version: 1 });
}

/** So that workplaces of one town do not stand on one point of the map. */
const moved = (degrees: number | null | undefined, n: number, by: number): number | null => (degrees ? degrees + ((n % 7) - 3) * by : null);

/** In a range nobody has been given, with a right check digit (modulus 11). */
function cvr(n: number): string {
  for (let seven = 9_900_000 + n * 3; ; seven += 1) {
    const sum = [...String(seven)].reduce((total, digit, index) => total + Number(digit) * (index === 0 ? 2 : 8 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${seven}${check}`;
  }
}
