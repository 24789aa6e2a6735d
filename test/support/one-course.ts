/** One row in every table of a citizen's course (see one-of-each.ts). */
import type { Part } from './one-of-each.js';

export const addCourse: Part = async (add, rows, tx, user) => {
  const created_at = tx.now;
  const today = tx.today;
  rows.course = await add('course', { citizen_id: rows.citizen, opened_on: today, owner_user_id: user, created_at });
  const of = { course_id: rows.course };
  const agreed = { purpose: 'Prøve bageriet', agreed_with_citizen_on: today, agreed_with_company_on: today, hours_outcome: 'not_yet' };
  rows.start_terms = await add('start_terms', { ...of, ...agreed, created_at, created_by: user });
  rows.what_it_takes = await add('what_it_takes', { start_terms_id: rows.start_terms, criterion: 'Møder fast', review_on: today, written_at: created_at });
  // Its first version is written by the database.
  await add('ordinary_hours', { ...of, iso_year: 2026, iso_week: 53, minutes: 120, written_at: created_at }, false);
  const held = { held_on: today, how: 'call', citizen_present: true, paid_hours: 'yes', next_step: 'Øve kassen', next_on: '2099-01-01' };
  rows.follow_up = await add('follow_up', { ...of, ...held, created_at, created_by: user });
  const text = { goal: 'Bager', purpose: 'Prøve', tasks: 'Pakke', attendance: 'Mandag', pen: 'citizen', responsible_user_id: user };
  rows.work_agreement = await add('work_agreement', { ...of, ...text, placement_id: rows.placement, number: 1, created_at });
  const version = { work_agreement_id: rows.work_agreement };
  rows.work_agreement_milestone = await add('work_agreement_milestone', { ...version, position: 1, milestone: 'To timer', paid_hours: true });
  rows.work_agreement_signature = await add('work_agreement_signature', { ...version, party: 'citizen', signed_on: today, created_at });
  rows.staircase_step = await add('staircase_step', { name_da: 'Prøvetrin', name_en: 'Trial step', position: 1 });
  rows.citizen_step = await add('citizen_step', { ...of, citizen_id: rows.citizen, step_id: rows.staircase_step, from_on: today, created_at });
};
