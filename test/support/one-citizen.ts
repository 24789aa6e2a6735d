/** One row in every table about a citizen (see one-of-each.ts). */
import type { Part } from './one-of-each.js';

const day = 86_400_000;

export const addCitizen: Part = async (add, rows, tx, user) => {
  const created_at = tx.now;
  const on = (days: number): string => new Date(tx.now.getTime() + days * day).toISOString().slice(0, 10);
  rows.citizen = await add('citizen', { case_ref: 'PRØVE-3', pseudonym: 'Prøve', created_at });
  const of = { citizen_id: rows.citizen };
  await add('citizen_target_group', { ...of, target_group_code: 'LAB6-03', valid: `[${on(-100)},)` }, false);
  rows.citizen_job_goal = await add('citizen_job_goal', { ...of, tasks: 'Bage brød', position: 1 });
  await add('citizen_consideration', { ...of, consideration_id: rows.consideration }, false);
  const role = { ...of, user_id: user, role: 'consultant', is_primary: true, created_at };
  await add('citizen_role', { ...role, valid: `[${on(-100)},${on(-50)})` });
  await add('citizen_away', { ...of, during: `[${on(-50)},${on(-40)})`, reason: 'Flyttet', created_at }, false);
  rows.citizen_role = await add('citizen_role', { ...role, valid: `[${on(-40)},)` });
  rows.citizen_access = await add('citizen_access', {
    ...of,
    user_id: user,
    kind: 'cover',
    reason: 'Ferie',
    from_at: created_at,
    until_at: new Date(tx.now.getTime() + day),
    granted_by: user,
  });
  rows.citizen_seen = await add('citizen_seen', { ...of, at: created_at, actor_kind: 'user', user_id: user, fields: 'name', basis: 'attached' });
  await add('access_check', { seen_id: rows.citizen_seen, month: '2026-10', verdict: 'fine', checked_at: created_at, checked_by: user }, false);
  rows.visit = await add('visit', { ...of, kind: 'taster', workplace_id: rows.workplace, arranged_by: user, contact_email: 'mentor@proeve.example', minutes: 45, created_at });
  const visit = { visit_id: rows.visit };
  await add('visit_time', { ...visit, number: 1, starts_at: new Date(tx.now.getTime() + day) }, false);
  await add('visit_link', { ...visit, token_hash: `hash ${rows.visit}`, created_at, expires_at: created_at }, false);
};
