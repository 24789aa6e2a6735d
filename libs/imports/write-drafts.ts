import { nameKey, streetKey } from '#companies';
import { phoneText, translator } from '#dictionary';
import type { Actor, Tx } from '#platform';
import type { Reference } from '#reference';
import type { CompanyDraft, ContactDraft, Drafts, WorkplaceDraft } from './drafts.rules.js';
import { fillCompanies, fillContacts, fillWorkplaces } from './fill-drafts.js';
import type { Outcome } from './imports.queries.js';
import { inSlices } from './in-slices.js';
import { municipalityOf } from './municipality.rules.js';
import type { Steps } from './steps.rules.js';

const CHUNK = 500;

/** Writes what a sheet brings, some hundreds at a time: new companies, workplaces and people, gaps filled in known ones, and who knew them. */
export async function writeDrafts(
  tx: Tx,
  actor: Actor,
  importId: string,
  drafts: Drafts,
  reference: Reference,
): Promise<Omit<Outcome, 'merged'>> {
  const companyIds = new Map(drafts.companies.map(({ key, id }) => [key, id]));
  const workplaceIds = new Map(drafts.workplaces.map(({ key, id }) => [key, id]));
  const sectors = await ownSectors(tx);
  const companies = await writeEach(
    drafts.companies,
    (draft) => ({ ...draft, nameKey: nameKey(draft.name) }),
    (made) => insertCompanies(tx, actor, importId, made),
    (known) => fillCompanies(tx, importId, known),
  );
  const workplaces = await writeEach(
    drafts.workplaces,
    (draft) => workplaceRow(draft, companyIds.get(draft.companyKey), reference, sectors, actor),
    (made) => insertWorkplaces(tx, actor, importId, made),
    (known) => fillWorkplaces(tx, importId, known),
  );
  const contacts = await writeEach(
    drafts.contacts,
    (draft) => contactRow(draft, companyIds, workplaceIds),
    (made) => insertContacts(tx, actor, importId, made),
    (known) => fillContacts(tx, importId, known),
  );
  const ids = drafts.companies.map(({ id }) => id);
  const alreadyKnown = await writeKnowledge(tx, actor, importId, ids);
  for (const part of chunks(ids)) await tx.run('select refresh_search($1)', [part]);
  return {
    companies: companies.made,
    workplaces: workplaces.made,
    contacts: contacts.made,
    filled: companies.filled + workplaces.filled + contacts.filled,
    brought: ids.length,
    alreadyKnown,
  };
}

/** What is known by its own id is in the register already; what is known by a row is new. */
async function writeEach<D extends { key: string; id: string | null }, R>(
  drafts: D[],
  toRow: (draft: D) => R,
  insert: (made: R[]) => Promise<number>,
  fill: (known: R[]) => Promise<number>,
): Promise<{ made: number; filled: number }> {
  const done = { made: 0, filled: 0 };
  for (const part of chunks(drafts)) {
    const made = await inSlices(
      eachMade(
        part.filter(({ key, id }) => key !== id),
        toRow,
      ),
    );
    const known = await inSlices(
      eachMade(
        part.filter(({ key, id }) => key === id),
        toRow,
      ),
    );
    if (made.length > 0) done.made += await insert(made);
    if (known.length > 0) done.filled += await fill(known);
  }
  return done;
}

function* eachMade<D, R>(drafts: D[], toRow: (draft: D) => R): Steps<R[]> {
  const rows: R[] = [];
  for (const draft of drafts) yield void rows.push(toRow(draft));
  return rows;
}

function chunks<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) =>
    all.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

type Sectors = { byDivision: Map<string, string>; byKey: Map<string, string> };

async function ownSectors(tx: Tx): Promise<Sectors> {
  const divisions = await tx.rows<{ division: string; id: string }>(
    `select scheme || ' ' || division_code as division, sector_id as id from sector_division`,
  );
  const keys = await tx.rows<{ key: string; id: string }>('select key, id from sector');
  return {
    byDivision: new Map(divisions.map(({ division, id }) => [division, id])),
    byKey: new Map(keys.map(({ key, id }) => [key, id])),
  };
}

export type WorkplaceRow = ReturnType<typeof workplaceRow>;

function workplaceRow(
  draft: WorkplaceDraft,
  companyId: string | null | undefined,
  reference: Reference,
  sectors: Sectors,
  actor: Actor,
) {
  const { id, name, pNumber, street, postalCode, town, employees } = draft;
  const place = postalCode ? reference.postalCode(postalCode) : undefined;
  const sector = draft.sector ? reference.sectorFromText(draft.sector) : undefined;
  return {
    id,
    companyId,
    name,
    pNumber,
    street,
    postalCode,
    employees,
    streetKey: street && streetKey(street),
    town: place?.town && town ? inTownsOwnCase(town, place.town) : (town ?? place?.town ?? null),
    municipalityCode: municipalityOf(town, postalCode, reference).code,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    sectorScheme: sector?.code ? sector.scheme : null,
    sectorCode: sector?.code ?? null,
    sectorId: sector
      ? (sectors.byDivision.get(`${sector.scheme} ${sector.division ?? ''}`) ??
        sectors.byKey.get(sector.sectorKey) ??
        null)
      : null,
    note: noteOf(draft, actor),
  };
}

/** "ÆRØSKØBING" is written as the postal service writes it. */
function inTownsOwnCase(town: string, official: string): string {
  return town.toLowerCase() === official.toLowerCase() ? official : town;
}

/** What the sheet says that has no field of its own stays readable in the note, each sentence once. */
function noteOf({ notes }: WorkplaceDraft, { language }: Actor): string | null {
  const t = translator(language);
  const lines = notes.flatMap(({ note, places, lastContact, contactName, phones, email }) => [
    ...(note ? [note] : []),
    ...(places ? [t.n('import.note.places', places)] : []),
    ...(lastContact ? [t('import.note.last-contact', { date: lastContact })] : []),
    ...phones.map((phone) => [t('import.note.phone', { phone: phoneText(phone) }), contactName && `(${contactName})`].filter(Boolean).join(' ')),
    ...(email ? [t('import.note.email', { email })] : []),
  ]);
  return [...new Set(lines)].join('\n').slice(0, 4_000) || null;
}

type NewCompany = CompanyDraft & { nameKey: string };

async function insertCompanies(tx: Tx, actor: Actor, importId: string, drafts: NewCompany[]): Promise<number> {
  await tx.run(
    `insert into journal_entry (organisation_id, id, at, actor_kind, actor_user_id, actor_name, action, subject_type, subject_id, company_id, after)
     select app_organisation(), d.entry, $2, $3, $4, $5, 'company.imported', 'company', d.id, d.id, jsonb_build_object('name', d.name, 'cvr', d.cvr)
       from jsonb_to_recordset($1::jsonb) as d(entry uuid, id uuid, name text, cvr text)`,
    [
      JSON.stringify(drafts.map((draft) => ({ ...draft, entry: tx.newId() }))),
      tx.now,
      actor.kind,
      actor.userId,
      actor.name,
    ],
  );
  return tx.run(
    `insert into company (organisation_id, id, cvr, name, name_key, responsible_user_id, import_id, created_at, created_by)
     select app_organisation(), d.id, case when not exists (select 1 from company c where c.organisation_id = app_organisation() and c.cvr = d.cvr) then d.cvr end,
            d.name, d."nameKey", $2, $3, $4, $2
       from jsonb_to_recordset($1::jsonb) as d(id uuid, cvr text, name text, "nameKey" text)`,
    [JSON.stringify(drafts), actor.userId, importId, tx.now],
  );
}

function insertWorkplaces(tx: Tx, actor: Actor, importId: string, rows: WorkplaceRow[]): Promise<number> {
  return tx.run(
    `insert into workplace (organisation_id, id, company_id, p_number, name, street, street_key, postal_code, town, municipality_code, lat, lon,
                            sector_scheme, sector_code, sector_id, employees_fte, employees_on, note, import_id, created_at, created_by)
     select app_organisation(), d.id, d."companyId",
            case when not exists (select 1 from workplace w where w.organisation_id = app_organisation() and w.p_number = d."pNumber") then d."pNumber" end,
            d.name, d.street, d."streetKey", d."postalCode", d.town, d."municipalityCode", d.lat, d.lon, d."sectorScheme", d."sectorCode", d."sectorId",
            d.employees, case when d.employees is not null then $2::date end, d.note, $3, $4, $5
       from jsonb_to_recordset($1::jsonb) as d(id uuid, "companyId" uuid, "pNumber" text, name text, street text, "streetKey" text, "postalCode" text, town text,
            "municipalityCode" text, lat float8, lon float8, "sectorScheme" text, "sectorCode" text, "sectorId" uuid, employees numeric, note text)`,
    [JSON.stringify(rows), tx.today, importId, tx.now, actor.userId],
  );
}

type ContactRow = Omit<ContactDraft, 'key' | 'companyKey' | 'workplaceKey'> & {
  companyId: string | null | undefined;
  workplaceId: string | null | undefined;
};

function contactRow(
  { companyKey, workplaceKey, ...person }: ContactDraft,
  companyIds: Map<string, string | null>,
  workplaceIds: Map<string, string | null>,
): ContactRow {
  return {
    ...person,
    companyId: companyIds.get(companyKey),
    workplaceId: workplaceKey && workplaceIds.get(workplaceKey),
  };
}

function insertContacts(tx: Tx, actor: Actor, importId: string, rows: ContactRow[]): Promise<number> {
  return tx.run(
    `insert into contact_person (organisation_id, id, company_id, workplace_id, name, title, email, phone, import_id, created_at, created_by)
     select app_organisation(), d.id, d."companyId", d."workplaceId", d.name, d.title, d.email, d.phone, $2, $3, $4
       from jsonb_to_recordset($1::jsonb) as d(id uuid, "companyId" uuid, "workplaceId" uuid, name text, title text, email text, phone text)`,
    [JSON.stringify(rows), importId, tx.now, actor.userId],
  );
}

/** Who brought which company, and how many colleagues had already: the first sharing figure (R7). Answers how many were known. */
async function writeKnowledge(tx: Tx, actor: Actor, importId: string, companyIds: (string | null)[]): Promise<number> {
  const counted = `select id, (select count(*) from company_knowledge k
                                where k.organisation_id = app_organisation() and k.company_id = brought.id and k.user_id <> $2) as others
                     from unnest($1::uuid[]) as brought(id)`;
  const known = await tx.one<{ known: number }>(`select count(*) as known from (${counted}) counted where others > 0`, [
    companyIds,
    actor.userId,
  ]);
  await tx.run(
    `insert into company_knowledge (organisation_id, company_id, user_id, source, import_id, since, others_knew)
     select app_organisation(), id, $2, 'import', $3, $4, others from (${counted}) counted
     on conflict on constraint company_knowledge_pk do nothing`,
    [companyIds, actor.userId, importId, tx.now],
  );
  return known.known;
}
