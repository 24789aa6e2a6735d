import type { Tx } from '#platform';
import type { Merge } from './plan.rules.js';

/**
 * Takes one company of the register into another that a sheet shows it to be: its workplaces, contacts and who knew it
 * move, its row goes. What it was is kept with the run, so that an undo can put it back.
 */
export async function mergeCompanies(tx: Tx, importId: string, { company, into }: Merge): Promise<void> {
  await tx.run(
    `insert into import_change (organisation_id, import_id, id, kind, subject, subject_id, before, after)
     select c.organisation_id, $1, $2, 'merged', 'company', c.id, jsonb_build_object(
              'company', to_jsonb(c),
              'workplaces', (select coalesce(jsonb_agg(w.id), '[]') from workplace w where w.organisation_id = c.organisation_id and w.company_id = c.id),
              'contacts', (select coalesce(jsonb_agg(p.id), '[]') from contact_person p where p.organisation_id = c.organisation_id and p.company_id = c.id),
              'knowledge', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from company_knowledge k where k.organisation_id = c.organisation_id and k.company_id = c.id)),
            jsonb_build_object('into', $4::uuid)
       from company c where c.id = $3`,
    [importId, tx.newId(), company, into],
  );
  await tx.run('update workplace set company_id = $2, version = version + 1 where company_id = $1', [company, into]);
  await tx.run('update contact_person set company_id = $2, version = version + 1 where company_id = $1', [
    company,
    into,
  ]);
  await tx.run(
    `insert into company_knowledge (organisation_id, company_id, user_id, source, import_id, since, others_knew)
     select organisation_id, $2, user_id, source, import_id, since, others_knew from company_knowledge where company_id = $1
     on conflict on constraint company_knowledge_pk do nothing`,
    [company, into],
  );
  await tx.run('delete from company_knowledge where company_id = $1', [company]);
  await tx.run('update import_row set company_id = $2 where company_id = $1', [company, into]);
  const gone = await tx.one<{ cvr: string | null; responsible: string | null }>(
    'delete from company where id = $1 returning cvr, responsible_user_id as responsible',
    [company],
  );
  await tx.run(
    'update company set cvr = coalesce(cvr, $2), responsible_user_id = coalesce(responsible_user_id, $3), version = version + 1 where id = $1',
    [into, gone.cvr, gone.responsible],
  );
}

type Merged = {
  company: Record<string, unknown>;
  workplaces: string[];
  contacts: string[];
  knowledge: Record<string, unknown>[];
};

/** Puts back every company that a run took into another, the last first. What was moved on meanwhile stays where it is. */
export async function unmergeCompanies(tx: Tx, importId: string): Promise<void> {
  const merged = await tx.rows<{ id: string; before: Merged; into: string }>(
    `select subject_id as id, before, after->>'into' as into from import_change where import_id = $1 and kind = 'merged' order by id desc`,
    [importId],
  );
  for (const { id, before, into } of merged) {
    if (before.company.cvr)
      await tx.run('update company set cvr = null, version = version + 1 where id = $1 and cvr = $2', [
        into,
        before.company.cvr,
      ]);
    await tx.run('insert into company select * from jsonb_populate_record(null::company, $1)', [
      JSON.stringify(before.company),
    ]);
    await tx.run(
      'update workplace set company_id = $1, version = version + 1 where id = any ($2) and company_id = $3',
      [id, before.workplaces, into],
    );
    await tx.run(
      'update contact_person set company_id = $1, version = version + 1 where id = any ($2) and company_id = $3',
      [id, before.contacts, into],
    );
    await tx.run(
      `insert into company_knowledge select k.* from jsonb_populate_recordset(null::company_knowledge, $1) k
         join app_user u on u.organisation_id = k.organisation_id and u.id = k.user_id on conflict on constraint company_knowledge_pk do nothing`,
      [JSON.stringify(before.knowledge)],
    );
  }
}
