import { Injectable } from '@nestjs/common';
import { type Actor, cutPage, Db, type Page, readCursor, type Tx, writeCursor } from '#platform';
import { z } from 'zod';
import { attachment } from './attachment.rules.js';
import type { Mapping } from './columns.rules.js';
import type { Candidate } from './plan.rules.js';
import type { Counts } from './preview-rows.js';
import type { Facts, Warning } from './row.rules.js';
import { type FileKind, writeSpreadsheet } from './spreadsheet.js';
import { refusedRows } from './refused-rows.js';
import type { Cells } from './table.js';

/** What a finished run made; `alreadyKnown`: companies in the sheet that a colleague had brought before. */
export type Outcome = {
  companies: number;
  workplaces: number;
  contacts: number;
  filled: number;
  merged: number;
  brought: number;
  alreadyKnown: number;
};

/** One uploaded file. `counts` are rows by verdict; `rowsDone` of `rowsTotal` is the progress of the run. */
export type ImportView = {
  id: string;
  fileName: string;
  /** Of a workbook: the sheet that was read, and the others with something in them, which were not. */
  sheet: string | null;
  otherSheets: string[];
  userId: string;
  userName: string;
  status: 'preview' | 'running' | 'done' | 'failed' | 'undone';
  headings: string[];
  mapping: Mapping;
  counts: Counts & { outcome?: Outcome };
  /** Rows that need a decision and have none. */
  undecided: number;
  rowsTotal: number;
  rowsDone: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  errorCode: string | null;
  version: number;
};

/** The other side of a question: a company of the register, or another row of the file. */
export type CandidateView = Candidate & {
  name: string;
  cvr: string | null;
  pNumber: string | null;
  street: string | null;
  postalCode: string | null;
  town: string | null;
  contacts: string[];
};

export type ImportRowView = {
  row: number;
  verdict: keyof Omit<Counts, 'warned'>;
  reason: string | null;
  reasonColumn: string | null;
  warnings: Warning[];
  facts: Facts | null;
  decision: string | null;
  candidates: CandidateView[];
  /** What it became, as long as that is there: not yet while a run is under way, and no more after an undo. */
  companyId: string | null;
  workplaceId: string | null;
};

/** What an undone import left, because others have since built on it. */
export type Kept = { kind: 'company' | 'workplace' | 'contact'; id: string; companyId: string; name: string };

const runColumns = `r.id, r.file_name as "fileName", r.dialect->>'sheet' as sheet, coalesce(r.dialect->'otherSheets', '[]') as "otherSheets", r.user_id as "userId", u.name as "userName", r.status,
  r.columns->'headings' as headings, r.columns->'mapping' as mapping, r.counts, r.rows_total as "rowsTotal",
  r.rows_done as "rowsDone", r.created_at as "createdAt", r.started_at as "startedAt", r.finished_at as "finishedAt",
  r.undone_at as "undoneAt", r.error_code as "errorCode", r.version,
  (select count(*) from import_row q where q.organisation_id = r.organisation_id and q.import_id = r.id
      and q.verdict = 'decision' and q.decision is null) as undecided`;
const runs = `select ${runColumns} from import_run r join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id`;
const rowColumns = `row_number as row, verdict, reason, reason_column as "reasonColumn", warnings, facts, decision, candidates,
  (select c.id from company c where c.organisation_id = import_row.organisation_id and c.id = company_id) as "companyId", workplace_id as "workplaceId"`;

/** A file to hand out, and the header that names it. */
export type Download = { disposition: string; bytes: Buffer };

type StoredRow = Omit<ImportRowView, 'candidates'> & { candidates: Candidate[] };

@Injectable()
export class ImportsQueries {
  constructor(private readonly db: Db) {}

  /** The organisation's imports, newest first. */
  list(actor: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<ImportView>> {
    const before = readCursor(cursor, z.tuple([z.uuid()]))?.[0] ?? null;
    return this.db.read(actor, async (tx) => {
      const found = await tx.rows<ImportView>(
        `${runs} where $1::uuid is null or r.id < $1 order by r.id desc limit $2`,
        [before, limit + 1],
      );
      return cutPage(found, limit, (last) => writeCursor([last.id]));
    });
  }

  read(actor: Actor, { importId }: { importId: string }): Promise<ImportView> {
    return this.db.read(actor, (tx) => this.one(tx, importId));
  }

  one(tx: Tx, importId: string): Promise<ImportView> {
    return tx.one<ImportView>(`${runs} where r.id = $1`, [importId]);
  }

  /** The rows of the preview in the order of the file, all or those of one verdict or with warnings, with what each may be the same as. */
  rows(
    actor: Actor,
    { importId, verdict, warned = false, cursor, limit }: { importId: string; verdict?: string; warned?: boolean; cursor?: string; limit: number },
  ): Promise<Page<ImportRowView>> {
    const after = readCursor(cursor, z.tuple([z.number().int()]))?.[0] ?? 0;
    return this.db.read(actor, async (tx) => {
      await this.one(tx, importId);
      const found = await tx.rows<StoredRow>(
        `select ${rowColumns} from import_row
          where import_id = $1 and ($2::text is null or verdict = $2) and (not $5::boolean or warnings <> '[]') and row_number > $3 order by row_number limit $4`,
        [importId, verdict ?? null, after, limit + 1, warned],
      );
      return cutPage(await withCandidates(tx, importId, found), limit, (last) => writeCursor([last.row]));
    });
  }

  async row(tx: Tx, importId: string, row: number): Promise<ImportRowView> {
    const found = await tx.one<StoredRow>(
      `select ${rowColumns} from import_row where import_id = $1 and row_number = $2`,
      [importId, row],
    );
    const [view] = await withCandidates(tx, importId, [found]);
    return view as ImportRowView;
  }

  /** The first rows as they stand in the file, for choosing what the columns hold. */
  async samples(actor: Actor, { importId }: { importId: string }): Promise<Cells[]> {
    const found = await this.db.read(actor, (tx) =>
      tx.rows<{ cells: Cells }>(
        'select cells from import_row where import_id = $1 and cells is not null order by row_number limit 5',
        [importId],
      ),
    );
    return found.map(({ cells }) => cells);
  }

  /** The refused and left-out rows as a file like the one they came from, with a column saying why. A row with a CPR-shaped number is named, not repeated. */
  refusedFile(actor: Actor, { importId }: { importId: string }): Promise<Download> {
    return this.db.read(actor, async (tx) => {
      const { fileName, headings } = await this.one(tx, importId);
      const { kind } = await tx.one<{ kind: FileKind }>('select dialect as kind from import_run where id = $1', [
        importId,
      ]);
      const rows = await tx.rows<{
        row: number;
        cells: Cells | null;
        reason: string | null;
        reasonColumn: string | null;
      }>(
        `select row_number as row, cells, reason, reason_column as "reasonColumn" from import_row
          where import_id = $1 and (verdict = 'refused' or decision = 'leave-out') order by row_number`,
        [importId],
      );
      const bytes = await writeSpreadsheet(kind, refusedRows(headings, rows, actor.language));
      const name = fileName.replace(/(\.\w+)$/u, actor.language === 'da' ? '-afvist$1' : '-refused$1');
      return { disposition: attachment(name), bytes };
    });
  }

  /** After an undo: what is still there, because somebody has built on it. */
  kept(actor: Actor, { importId }: { importId: string }): Promise<Kept[]> {
    return this.db.read(actor, async (tx) => {
      await this.one(tx, importId);
      return tx.rows<Kept>(
        `select 'company' as kind, id, id as "companyId", name from company where import_id = $1
          union all select 'workplace', id, company_id, concat_ws(', ', name, street, town) from workplace where import_id = $1
          union all select 'contact', id, company_id, name from contact_person where import_id = $1
          order by 4, 1 limit 1000`,
        [importId],
      );
    });
  }
}

async function withCandidates(tx: Tx, importId: string, rows: StoredRow[]): Promise<ImportRowView[]> {
  const asked = rows.flatMap(({ candidates }) => candidates);
  const companies = await tx.rows<
    Omit<CandidateView, 'kind' | 'why'> & { workplaceId: string | null; companyId: string }
  >(
    `select c.id as "companyId", w.id as "workplaceId", c.name, c.cvr, w.p_number as "pNumber", w.street, w.postal_code as "postalCode", w.town,
            array(select p.name from contact_person p where p.organisation_id = c.organisation_id and p.company_id = c.id order by p.id limit 5) as contacts
       from company c left join workplace w on w.organisation_id = c.organisation_id and w.company_id = c.id
      where c.id = any ($1) order by w.id`,
    [asked.map(({ companyId }) => companyId).filter(Boolean)],
  );
  const others = await tx.rows<{ row: number; facts: Facts }>(
    'select row_number as row, facts from import_row where import_id = $1 and row_number = any ($2)',
    [importId, asked.map(({ row }) => row).filter((row) => row !== undefined)],
  );
  const view = (candidate: Candidate): CandidateView[] => {
    const known = companies.find(
      ({ companyId, workplaceId }) =>
        companyId === candidate.companyId && (!candidate.workplaceId || workplaceId === candidate.workplaceId),
    );
    const facts = others.find(({ row }) => row === candidate.row)?.facts;
    if (known) return [{ ...known, ...candidate }];
    if (!facts) return [];
    const { name, cvr, pNumber, street, postalCode, town, contactName } = facts;
    return [{ ...candidate, name, cvr, pNumber, street, postalCode, town, contacts: contactName ? [contactName] : [] }];
  };
  return rows.map((row) => ({ ...row, candidates: row.candidates.flatMap(view) }));
}
