import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { type Actor, Db, Refusal, staleEdit, type Tx } from '#platform';
import { emptyFilled } from './fill-drafts.js';
import { ImportsQueries, type ImportView } from './imports.queries.js';
import { unmergeCompanies } from './merge-companies.js';

/**
 * Takes a finished import back: what it made goes, what it filled in is emptied, companies it made one of are two again.
 * What others have since built on stays, and `ImportsQueries.kept` lists it. What an import undone before left only because
 * this one had brought it too goes with this one: the last that knew it takes it along.
 * @throws 404, `import.not-done` (409), `edit.stale` (412)
 */
@Injectable()
export class UndoImport {
  constructor(
    private readonly db: Db,
    private readonly queries: ImportsQueries,
  ) {}

  run(actor: Actor, { importId, version }: { importId: string; version: number }): Promise<ImportView> {
    return this.db.write(
      actor,
      async (tx) => {
        const before = await this.queries.one(tx, importId);
        if (before.status !== 'done') throw new Refusal('import.not-done');
        const undone = await tx.run(
          `update import_run set status = 'undone', undone_at = $3, undone_by = $4, version = version + 1 where id = $1 and version = $2 and status = 'done'`,
          [importId, version, tx.now, actor.userId],
        );
        if (undone === 0) throw staleEdit(await this.queries.one(tx, importId));
        const touched = await tx.rows<{ id: string }>(
          'select distinct company_id as id from import_row where import_id = $1 and company_id is not null',
          [importId],
        );
        await emptyFilled(tx, importId);
        await unmergeCompanies(tx, importId);
        await tx.run('delete from company_knowledge where import_id = $1', [importId]);
        const removed = await this.remove(tx, importId);
        await tx.run('select refresh_search(array(select id from company where id = any ($1)))', [
          touched.map(({ id }) => id),
        ]);
        await journal(tx, actor, { action: 'import.undone', subject: 'import', subjectId: importId, after: removed });
        return this.queries.one(tx, importId);
      },
      60_000,
    );
  }

  /** From the leaves up: a person or workplace that has been worked with stays, and holds its company. */
  private async remove(tx: Tx, importId: string): Promise<{ contacts: number; workplaces: number; companies: number }> {
    const contacts = await tx.run(
      `delete from contact_person t where ${broughtBy('contact_id')} and not (${touchedSince}) and not (${metByOtherImport('contact_id')})`,
      [importId],
    );
    const workplaces = await tx.run(
      `delete from workplace t where ${broughtBy('workplace_id')} and not (${touchedSince}) and not (${metByOtherImport('workplace_id')})
          and ${['contact_person', 'mentor', 'agreement_workplace', 'slot', 'opening', 'reservation', 'placement']
            .map(
              (table) =>
                `not exists (select 1 from ${table} o where o.organisation_id = t.organisation_id and o.workplace_id = t.id)`,
            )
            .join(' and ')}`,
      [importId],
    );
    const companies = await tx.run(
      `delete from company t where ${broughtBy('company_id')} and not (${touchedSince}) and not (${metByOtherImport('company_id')})
          and ${['workplace', 'contact_person', 'agreement', 'company_knowledge']
            .map(
              (table) =>
                `not exists (select 1 from ${table} o where o.organisation_id = t.organisation_id and o.company_id = t.id)`,
            )
            .join(' and ')}`,
      [importId],
    );
    return { contacts, workplaces, companies };
  }
}

/** Made by this import, or by one undone before that left it to this one. */
const broughtBy = (column: string): string =>
  `t.import_id = any (array(select id from import_run where id = $1 or status = 'undone'))
    and (t.import_id = $1 or t.id in (select r.${column} from import_row r where r.import_id = $1))`;

/** Somebody has done something with it after the run that made it; what happened is in the journal, whoever did it. */
const touchedSince = `exists (select 1 from journal_entry j where j.organisation_id = t.organisation_id and j.subject_id = t.id
                and j.at > (select u.finished_at from import_run u where u.organisation_id = t.organisation_id and u.id = t.import_id))`;

/** A later import has a row about it. */
const metByOtherImport = (column: string): string =>
  `exists (select 1 from import_row r join import_run u on u.organisation_id = r.organisation_id and u.id = r.import_id
            where r.organisation_id = t.organisation_id and r.${column} = t.id and r.import_id <> $1 and u.status in ('running', 'done'))`;
