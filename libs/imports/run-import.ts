import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { type Actor, codeOf, Db, isDatabaseAway, outbox, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { draftsOf, type Drafts } from './drafts.rules.js';
import type { Outcome } from './imports.queries.js';
import { inSlices } from './in-slices.js';
import { knownCompanies } from './known-companies.js';
import { type Candidate, type Decision, type Merge, type Planned, planSteps, type Row } from './plan.rules.js';
import { mergeCompanies } from './merge-companies.js';
import { writeDrafts } from './write-drafts.js';

type Prepared = { drafts: Drafts; merges: Merge[] };
type Turn = { actor: Actor; importId: string; version: number };
type StoredRow = Row & { decision: string | null; candidates: Candidate[] };

const CHUNK = 1_000;
const LONG = 120_000;
/** Somebody may create the same company while a run is prepared; then it is prepared again. */
const TRIES = 3;
const AGAIN = /^(?:23505|40\w{3})$/u;

/**
 * The job behind a started import. It prepares in small steps that anybody can watch (`rowsDone`), then writes
 * everything in one transaction: all of it or nothing. Interrupted anywhere, it is simply run again. Runs of one
 * organisation take turns, so that each sees what the one before it made.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  async run(organisationId: string, importId: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const turn = await this.takeTurn(organisationId, importId);
      if (!turn) return;
      try {
        const prepared = await this.prepare(turn);
        if (prepared) await this.db.write(turn.actor, (tx) => this.finish(tx, turn, prepared), LONG);
        return;
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        if (AGAIN.test(codeOf(error)) && attempt < TRIES) continue;
        await this.fail(turn, failureOf(codeOf(error)));
        throw error;
      }
    }
  }

  /**
   * Takes the run on, when it is this one's turn, in the name of the user whose import it is. The version taken is the
   * right to go on: of two jobs that work on one run the later one has it, and the earlier one stops at its next step.
   */
  private takeTurn(organisationId: string, importId: string): Promise<Turn | undefined> {
    return this.db.touch({ organisationId }, async (tx) => {
      const first = await tx.row<{ id: string; userId: string; name: string }>(
        `select r.id, r.user_id as "userId", u.name
           from import_run r join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id
          where r.status = 'running' order by r.started_at, r.id limit 1`,
      );
      if (first?.id !== importId) return undefined;
      const taken = await tx.row<{ version: number }>(
        `update import_run set version = version + 1 where id = $1 and status = 'running' returning version`,
        [importId],
      );
      if (!taken) return undefined;
      const actor: Actor = {
        organisationId,
        kind: 'user',
        userId: first.userId,
        name: first.name,
        roles: [],
        teamId: null,
        language: 'da',
      };
      return { actor, importId, version: taken.version };
    });
  }

  private async prepare(turn: Turn): Promise<Prepared | undefined> {
    const { rows, known } = await this.db.read(
      turn.actor,
      async (tx) => {
        const stored = await storedRows(tx, turn.importId);
        return { rows: stored, known: await knownCompanies(tx, stored) };
      },
      LONG,
    );
    const plan = await inSlices(planSteps(rows, known, rows.flatMap(decisionOf)));
    const drafts = await inSlices(draftsOf(plan.rows, new Map(rows.map(({ row, facts }) => [row, facts]))));
    const mine = await this.nameNew(turn, plan.rows, drafts);
    return mine ? { drafts, merges: plan.merges } : undefined;
  }

  /**
   * Gives what is new its ids and notes on each row what it became, a thousand rows at a time: the progress others see.
   * False when another job has taken the run over.
   */
  private async nameNew({ actor, importId, version }: Turn, planned: Planned[], drafts: Drafts): Promise<boolean> {
    const ids = new Map<string, string>();
    for (let at = 0; at < planned.length; at += CHUNK) {
      const chunk = planned.slice(at, at + CHUNK);
      const mine = await this.db.touch(actor, async (tx) => {
        const progressed = await tx.run(
          `update import_run set rows_done = least(rows_total - 1, $2) where id = $1 and version = $3 and status = 'running'`,
          [importId, at + chunk.length, version],
        );
        if (progressed > 0) await noteBecame(tx, importId, chunk, ids);
        return progressed > 0;
      });
      if (!mine) return false;
    }
    const named = (kind: string, draft: { id: string | null; key: string }): void => {
      draft.id ??= ids.get(`${kind} ${draft.key}`) ?? null;
    };
    drafts.companies.forEach((draft) => named('company', draft));
    drafts.workplaces.forEach((draft) => named('workplace', draft));
    drafts.contacts.forEach((draft) => named('contact', draft));
    return true;
  }

  private async finish(tx: Tx, { actor, importId, version }: Turn, { drafts, merges }: Prepared): Promise<void> {
    const mine = await tx.row(
      `select 1 from import_run where id = $1 and version = $2 and status = 'running' for update`,
      [importId, version],
    );
    if (!mine) return;
    for (const merge of merges) await mergeCompanies(tx, importId, merge);
    const outcome: Outcome = {
      ...(await writeDrafts(tx, actor, importId, drafts, await this.reference.current(tx))),
      merged: merges.length,
    };
    await tx.run(
      `update import_row set cells = null where import_id = $1 and verdict <> 'refused' and decision is distinct from 'leave-out'`,
      [importId],
    );
    await tx.run(
      `update import_run set status = 'done', rows_done = rows_total, finished_at = $2, version = version + 1,
              counts = counts || jsonb_build_object('outcome', $3::jsonb)
        where id = $1`,
      [importId, tx.now, JSON.stringify(outcome)],
    );
    await journal(tx, actor, { action: 'import.done', subject: 'import', subjectId: importId, after: outcome });
    await tellNext(tx);
  }

  private fail({ actor, importId, version }: Turn, code: string): Promise<void> {
    return this.db.touch(actor, async (tx) => {
      await tx.run(
        `update import_run set status = 'failed', error_code = $4, finished_at = $3, version = version + 1
          where id = $1 and version = $2 and status = 'running'`,
        [importId, version, tx.now, code],
      );
      await tellNext(tx);
    });
  }
}

/** What the page says of a failed run: `importPage.failed.<code>`. */
const failureOf = (code: string): string => (AGAIN.test(code) ? 'crossed' : 'unexpected');

/** The rows that take part, fetched a thousand at a time: a large answer would hold up everybody else while it is read. */
async function storedRows(tx: Tx, importId: string): Promise<StoredRow[]> {
  const stored: StoredRow[] = [];
  for (let part: StoredRow[] = []; ; stored.push(...part)) {
    part = await tx.rows<StoredRow>(
      `select row_number as row, facts, decision, candidates from import_row
        where import_id = $1 and row_number > $2 and verdict <> 'refused' and decision is distinct from 'leave-out'
        order by row_number limit $3`,
      [importId, stored.at(-1)?.row ?? 0, CHUNK],
    );
    if (part.length === 0) return stored;
  }
}

/** Writes on each row which company, workplace and person it is, or will be. */
async function noteBecame(tx: Tx, importId: string, planned: Planned[], ids: Map<string, string>): Promise<void> {
  const idOf = (kind: string, ref: Planned['contact']): string | null => {
    if (!ref || 'id' in ref) return ref?.id ?? null;
    const key = `${kind} ${ref.row}`;
    if (!ids.has(key)) ids.set(key, tx.newId());
    return ids.get(key) ?? null;
  };
  const became = planned.map(({ row, company, workplace, contact }) => ({
    row,
    company: idOf('company', company),
    workplace: idOf('workplace', workplace),
    contact: idOf('contact', contact),
  }));
  await tx.run(
    `update import_row r set company_id = b.company, workplace_id = b.workplace, contact_id = b.contact
       from jsonb_to_recordset($2::jsonb) as b(row integer, company uuid, workplace uuid, contact uuid)
      where r.import_id = $1 and r.row_number = b.row`,
    [importId, JSON.stringify(became)],
  );
}

/** The run that has waited for its turn. */
async function tellNext(tx: Tx): Promise<void> {
  const next = await tx.row<{ id: string }>(
    `select id from import_run where status = 'running' order by started_at, id limit 1`,
  );
  if (next) await outbox(tx, 'import.started', next.id);
}

function decisionOf({ row, decision, candidates }: StoredRow): Decision[] {
  if (decision === null) return [];
  return [{ row, same: decision.startsWith('same:') ? (candidates[Number(decision.slice(5))] ?? null) : null }];
}
