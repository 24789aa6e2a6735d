import type { Tx } from '#platform';
import type { CompanyDraft, ContactDraft } from './drafts.rules.js';
import type { WorkplaceRow } from './write-drafts.js';

/**
 * Facts that the register lacked and a sheet has. What stands there is never overwritten; each filling is noted with
 * the run (what was before, what after), so that an undo can empty it again. A note is added to, once.
 */
type Filling = {
  subject: 'company' | 'workplace' | 'contact';
  table: string;
  columns: Record<string, string>;
  unless?: Record<string, string>;
};

const NUMBER_TAKEN = (table: string, column: string): string =>
  `exists (select 1 from ${table} o where o.organisation_id = app_organisation() and o.${column} = d.${column})`;

const COMPANY: Filling = {
  subject: 'company',
  table: 'company',
  columns: { cvr: 'text' },
  unless: { cvr: NUMBER_TAKEN('company', 'cvr') },
};
const WORKPLACE: Filling = {
  subject: 'workplace',
  table: 'workplace',
  columns: {
    p_number: 'text',
    sector_scheme: 'text',
    sector_code: 'text',
    sector_id: 'uuid',
    employees_fte: 'numeric',
    employees_on: 'date',
  },
  unless: { p_number: NUMBER_TAKEN('workplace', 'p_number') },
};
const CONTACT: Filling = {
  subject: 'contact',
  table: 'contact_person',
  columns: { title: 'text', phone: 'text', email: 'text' },
};

export function fillCompanies(tx: Tx, importId: string, drafts: CompanyDraft[]): Promise<number> {
  return fill(
    tx,
    importId,
    COMPANY,
    drafts.map(({ id, cvr }) => ({ id, cvr })),
  );
}

export async function fillWorkplaces(tx: Tx, importId: string, rows: WorkplaceRow[]): Promise<number> {
  const filled = await fill(
    tx,
    importId,
    WORKPLACE,
    rows.map(({ id, pNumber, sectorScheme, sectorCode, sectorId, employees }) => ({
      id,
      p_number: pNumber,
      sector_scheme: sectorScheme,
      sector_code: sectorCode,
      sector_id: sectorId,
      employees_fte: employees,
      employees_on: employees === null ? null : tx.today,
    })),
  );
  return filled + (await addNotes(tx, importId, rows));
}

export function fillContacts(
  tx: Tx,
  importId: string,
  drafts: Pick<ContactDraft, 'id' | 'title' | 'phone' | 'email'>[],
): Promise<number> {
  return fill(
    tx,
    importId,
    CONTACT,
    drafts.map(({ id, title, phone, email }) => ({ id, title, phone, email })),
  );
}

async function fill(
  tx: Tx,
  importId: string,
  { subject, table, columns, unless = {} }: Filling,
  drafts: object[],
): Promise<number> {
  if (drafts.length === 0) return 0;
  const names = Object.keys(columns);
  const given = names.map(
    (name) =>
      `case when t.${name} is null ${unless[name] ? `and not ${unless[name]}` : ''} then d.${name} end as ${name}`,
  );
  return tx.run(
    `with d as (select * from jsonb_to_recordset($1::jsonb) as d(change uuid, id uuid, ${names.map((name) => `${name} ${columns[name] ?? ''}`).join(', ')})),
          gap as (select d.change, t.id, ${given.join(', ')} from ${table} t join d on d.id = t.id),
          filled as (
            update ${table} t set ${names.map((name) => `${name} = coalesce(t.${name}, gap.${name})`).join(', ')}, version = t.version + 1
              from gap where t.id = gap.id and num_nonnulls(${names.map((name) => `gap.${name}`).join(', ')}) > 0
            returning t.id)
     insert into import_change (organisation_id, import_id, id, kind, subject, subject_id, before, after)
     select app_organisation(), $2, gap.change, 'filled', $3, gap.id, '{}', jsonb_strip_nulls(to_jsonb(gap) - 'id' - 'change')
       from gap join filled on filled.id = gap.id`,
    [JSON.stringify(drafts.map((draft) => ({ ...draft, change: tx.newId() }))), importId, subject],
  );
}

async function addNotes(tx: Tx, importId: string, rows: WorkplaceRow[]): Promise<number> {
  return tx.run(
    `with d as (select * from jsonb_to_recordset($1::jsonb) as d(change uuid, id uuid, note text)),
          was as (select d.change, t.id, t.note as before, left(concat_ws(E'\\n', t.note, d.note), 4000) as after
                    from workplace t join d on d.id = t.id where d.note is not null and position(d.note in coalesce(t.note, '')) = 0),
          added as (update workplace t set note = was.after, version = t.version + 1 from was where t.id = was.id returning t.id)
     insert into import_change (organisation_id, import_id, id, kind, subject, subject_id, before, after)
     select app_organisation(), $2, was.change, 'filled', 'workplace', was.id, jsonb_build_object('note', was.before), jsonb_build_object('note', was.after)
       from was join added on added.id = was.id`,
    [JSON.stringify(rows.map(({ id, note }) => ({ id, note, change: tx.newId() }))), importId],
  );
}

/** Empties what a run filled, where it still stands as the run left it. */
export async function emptyFilled(tx: Tx, importId: string): Promise<void> {
  const notes: Filling = { subject: 'workplace', table: 'workplace', columns: { note: 'text' } };
  for (const { subject, table, columns } of [COMPANY, WORKPLACE, CONTACT, notes]) {
    const names = Object.keys(columns);
    const emptied = names.map(
      (name) =>
        `${name} = case when c.after ? '${name}' and t.${name} = (c.after->>'${name}')::${columns[name] ?? ''} then (c.before->>'${name}')::${columns[name] ?? ''} else t.${name} end`,
    );
    await tx.run(
      `update ${table} t set ${emptied.join(', ')}, version = t.version + 1
         from import_change c
        where c.organisation_id = t.organisation_id and c.import_id = $1 and c.kind = 'filled' and c.subject = $2 and c.subject_id = t.id
          and c.after ?| $3`,
      [importId, subject, names],
    );
  }
}
