import { z } from 'zod';
import { operation, pageOf, pageQuery } from '#platform';
import { FIELDS } from './columns.rules.js';

const count = z.number().int().min(0).max(10_000_000);
const version = z.number().int().min(1).max(2_147_483_647);
const rowNumber = z.number().int().min(1).max(1_000_000);
const text = (max: number) => z.string().max(max);
const moment = z.iso.datetime();
const importId = z.strictObject({ importId: z.uuid() });
const mapping = z.array(z.enum(FIELDS).nullable()).min(1).max(100);
const verdict = z.enum(['new', 'adds', 'duplicate', 'decision', 'refused']);
const tag = 'Imports';

const counts = z.object({
  new: count,
  adds: count,
  duplicate: count,
  decision: count,
  refused: count,
  warned: count,
  outcome: z
    .object({
      companies: count,
      workplaces: count,
      contacts: count,
      filled: count,
      merged: count,
      brought: count,
      alreadyKnown: count,
    })
    .optional(),
});

const importRun = z.object({
  id: z.uuid(),
  fileName: text(200),
  sheet: text(60).nullable(),
  otherSheets: z.array(text(60)).max(100),
  userId: z.uuid(),
  userName: text(120),
  status: z.enum(['preview', 'running', 'done', 'failed', 'undone']),
  headings: z.array(text(120)).max(100),
  mapping,
  counts: z.union([counts, z.object({})]),
  undecided: count,
  rowsTotal: count,
  rowsDone: count,
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  undoneAt: moment.nullable(),
  errorCode: text(60).nullable(),
  version,
});

const where = {
  cvr: text(8).nullable(),
  pNumber: text(10).nullable(),
  street: text(200).nullable(),
  postalCode: text(4).nullable(),
  town: text(100).nullable(),
};
const facts = z.object({
  ...where,
  name: text(200),
  workplaceName: text(200).nullable(),
  contactName: text(120).nullable(),
  contactTitle: text(120).nullable(),
  phone: text(16).nullable(),
  morePhones: z.array(text(16)).max(1_000).optional(),
  email: text(254).nullable(),
  sector: text(200).nullable(),
  employees: z.number().min(0).max(1_000_000).nullable(),
  places: count.nullable(),
  note: text(4_000).nullable(),
  lastContact: z.iso.date().nullable(),
});
const candidate = z.object({
  ...where,
  kind: z.enum(['company', 'workplace']),
  why: z.enum(['same-name', 'same-address', 'same-contact', 'other-cvr', 'other-p-number']),
  row: rowNumber.optional(),
  companyId: z.uuid().optional(),
  workplaceId: z.uuid().nullable().optional(),
  name: text(200),
  contacts: z.array(text(120)).max(5),
});
const importRow = z.object({
  row: rowNumber,
  verdict,
  reason: z.enum(['empty', 'no-name', 'cpr']).nullable(),
  reasonColumn: text(120).nullable(),
  warnings: z.array(z.object({ field: z.enum(FIELDS), code: text(80) })).max(20),
  facts: facts.nullable(),
  decision: text(20).nullable(),
  candidates: z.array(candidate).max(10),
  companyId: z.uuid().nullable(),
  workplaceId: z.uuid().nullable(),
});
const kept = z.object({
  kind: z.enum(['company', 'workplace', 'contact']),
  id: z.uuid(),
  companyId: z.uuid(),
  name: text(500),
});

export const listImports = operation({
  id: 'listImports',
  method: 'get',
  path: '/imports',
  summary: 'Imports of private networks, newest first',
  permission: 'imports.read',
  tag,
  query: z.strictObject(pageQuery),
  answer: pageOf(importRun),
});
export const uploadSheet = operation({
  id: 'uploadSheet',
  method: 'post',
  path: '/imports',
  summary: 'Upload a spreadsheet (CSV or XLSX, at most 5 MB) and see what it would do',
  permission: 'imports.write',
  tag,
  consumes: 'multipart/form-data',
  body: z.object({ file: z.string().max(7_000_000).meta({ format: 'binary' }) }),
  answer: importRun,
  status: 201,
  refuses: [
    'import.empty',
    'import.no-rows',
    'import.file-too-large',
    'import.wrong-extension',
    'import.not-text',
    'import.broken-quotes',
    'import.not-a-workbook',
    'import.old-workbook',
    'import.workbook-macros',
    'import.workbook-unsafe',
    'import.workbook-too-large',
    'import.too-many-rows',
    'import.too-many-columns',
    'import.cell-too-long',
    'input.cpr',
  ],
});
export const readImport = operation({
  id: 'readImport',
  method: 'get',
  path: '/imports/:importId',
  summary: 'One import: columns, counts, how far it is, what came of it',
  permission: 'imports.read',
  tag,
  params: importId,
  answer: importRun,
});
export const listImportRows = operation({
  id: 'listImportRows',
  method: 'get',
  path: '/imports/:importId/rows',
  summary: 'Rows with their verdict, and what each may be the same as',
  permission: 'imports.read',
  tag,
  params: importId,
  query: z.strictObject({ ...pageQuery, verdict: verdict.optional(), warned: z.stringbool().optional().describe('Only rows where something was left out') }),
  answer: pageOf(importRow),
});
export const changeColumns = operation({
  id: 'changeColumns',
  method: 'put',
  path: '/imports/:importId/columns',
  summary: 'Say what the columns hold; remembered for sheets with the same headings',
  permission: 'imports.write',
  tag,
  params: importId,
  body: z.strictObject({ mapping, version }),
  answer: importRun,
  refuses: ['edit.stale'],
});
export const decideRow = operation({
  id: 'decideRow',
  method: 'put',
  path: '/imports/:importId/rows/:row/decision',
  summary: 'Say whether a row is the same as a candidate (same:0), new, or left out',
  permission: 'imports.write',
  tag,
  params: z.strictObject({ importId: z.uuid(), row: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({
    decision: z.templateLiteral(['same:', z.number().int().min(0).max(9)]).or(z.enum(['new', 'leave-out'])),
  }),
  answer: importRow,
  refuses: ['import.not-open'],
});
export const startImport = operation({
  id: 'startImport',
  method: 'post',
  path: '/imports/:importId/run',
  summary: 'Run it, all or nothing; rows without a decision become new or are left out',
  permission: 'imports.write',
  tag,
  params: importId,
  body: z.strictObject({ version, undecided: z.enum(['new', 'leave-out']).default('new') }),
  answer: importRun,
  status: 202,
  refuses: ['import.not-open', 'import.nothing-to-do', 'edit.stale'],
});
export const undoImport = operation({
  id: 'undoImport',
  method: 'post',
  path: '/imports/:importId/undo',
  summary: 'Take a finished import back; what others have built on stays',
  permission: 'imports.write',
  tag,
  params: importId,
  body: z.strictObject({ version }),
  answer: importRun,
  status: 200,
  refuses: ['import.not-done', 'edit.stale'],
});
export const listKept = operation({
  id: 'listKept',
  method: 'get',
  path: '/imports/:importId/kept',
  summary: 'What an undone import left, because others have built on it (at most 1,000)',
  permission: 'imports.read',
  tag,
  params: importId,
  answer: z.array(kept).max(1_000),
});
export const downloadRefused = operation({
  id: 'downloadRefused',
  method: 'get',
  path: '/imports/:importId/refused',
  summary: 'The refused rows as a file like the one uploaded, with the reason last',
  permission: 'imports.read',
  tag,
  params: importId,
  produces: 'application/octet-stream',
});
export const discardImport = operation({
  id: 'discardImport',
  method: 'delete',
  path: '/imports/:importId',
  summary: 'Throw a preview away',
  permission: 'imports.write',
  tag,
  params: importId,
  refuses: ['import.not-open'],
});
export const readSharing = operation({
  id: 'readSharing',
  method: 'get',
  path: '/imports/sharing',
  summary: 'Who brought which companies, and how many a colleague already knew',
  permission: 'imports.read',
  tag,
  answer: z
    .array(
      z.object({ userId: z.uuid(), userName: text(120), brought: count, firstToBring: count, alreadyKnown: count }),
    )
    .max(1_000),
});
export const listBroughtCompanies = operation({
  id: 'listBroughtCompanies',
  method: 'get',
  path: '/users/:userId/brought-companies',
  summary: 'The companies somebody brought, and how many colleagues knew each by then',
  permission: 'imports.read',
  tag,
  params: z.strictObject({ userId: z.uuid() }),
  query: z.strictObject({
    ...pageQuery,
    known: z.enum(['first', 'already']).optional().describe('Only those nobody knew, or only those a colleague did'),
  }),
  answer: pageOf(
    z.object({
      companyId: z.uuid(),
      name: text(200),
      source: z.enum(['import', 'created', 'shared']),
      since: moment,
      othersKnew: count,
    }),
  ),
});
