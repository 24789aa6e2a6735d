import { nameKey, streetKey } from '#companies';
import type { Tx } from '#platform';
import { inSlices } from './in-slices.js';
import type { Known, Row } from './plan.rules.js';

type Found = Omit<Known, 'workplaces' | 'contacts'>;
type FoundWorkplace = Known['workplaces'][number] & { companyId: string };
type FoundContact = Known['contacts'][number] & { companyId: string };

/** The companies of the register that the rows of a sheet may speak of: by number, name, address, phone or e-mail. */
export async function knownCompanies(tx: Tx, rows: Row[]): Promise<Known[]> {
  const { cvr, pNumber, name, phone, email, place } = await inSlices(traces(rows));
  const ids = await tx.rows<{ id: string }>(
    `select id from company where cvr = any ($1)
      union select company_id from workplace where p_number = any ($2)
      union select id from company where name_key = any ($3)
      union select company_id from contact_person where phone = any ($4)
      union select company_id from contact_person where email = any ($5)
      union select w.company_id from unnest($6::text[], $7::text[]) as place (postal_code, street_key)
              join workplace w on w.organisation_id = app_organisation() and w.postal_code = place.postal_code and w.street_key = place.street_key`,
    [
      [...cvr],
      [...pNumber],
      [...name],
      [...phone],
      [...email],
      [...place.values()].map(({ postalCode }) => postalCode),
      [...place.values()].map(({ street }) => street),
    ],
  );
  return fetchKnown(
    tx,
    ids.map(({ id }) => id),
  );
}

/** What the rows say that a company may be found by, each once. */
function* traces(rows: Row[]) {
  const [cvr, pNumber, name] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [phone, email] = [new Set<string>(), new Set<string>()];
  const place = new Map<string, { postalCode: string; street: string }>();
  for (const { facts } of rows) {
    name.add(nameKey(facts.name));
    if (facts.cvr) cvr.add(facts.cvr);
    if (facts.pNumber) pNumber.add(facts.pNumber);
    if (facts.phone) phone.add(facts.phone);
    if (facts.email) email.add(facts.email);
    const street = facts.street && facts.postalCode ? streetKey(facts.street) : '';
    if (street && facts.postalCode)
      place.set(`${facts.postalCode} ${street}`, { postalCode: facts.postalCode, street });
    yield;
  }
  return { cvr, pNumber, name, phone, email, place };
}

async function fetchKnown(tx: Tx, ids: string[]): Promise<Known[]> {
  const [companies, workplaces, contacts] = await Promise.all([
    tx.rows<Found>(
      `select c.id, c.cvr, c.name,
              exists (select from agreement a where a.organisation_id = c.organisation_id and a.company_id = c.id) as anchored
         from company c where c.id = any ($1) order by c.id`,
      [ids],
    ),
    tx.rows<FoundWorkplace>(
      `select company_id as "companyId", id, p_number as "pNumber", street, postal_code as "postalCode", town
         from workplace where company_id = any ($1) order by id`,
      [ids],
    ),
    tx.rows<FoundContact>(
      'select company_id as "companyId", id, name, phone, email from contact_person where company_id = any ($1) order by id',
      [ids],
    ),
  ]);
  const known = new Map(
    companies.map((company): [string, Known] => [company.id, { ...company, workplaces: [], contacts: [] }]),
  );
  for (const { companyId, ...workplace } of workplaces) known.get(companyId)?.workplaces.push(workplace);
  for (const { companyId, ...contact } of contacts) known.get(companyId)?.contacts.push(contact);
  return [...known.values()];
}
