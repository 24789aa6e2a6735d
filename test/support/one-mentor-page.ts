/** One row in every table of a mentor's own page (see one-of-each.ts). */
import type { Part } from './one-of-each.js';

export const addMentorPage: Part = async (add, rows, tx) => {
  const later = new Date(tx.now.getTime() + 600_000);
  const link = { mentor_id: rows.mentor, created_at: tx.now, expires_at: later };
  await add('mentor_page_link', { token_hash: `hash of a page link ${rows.mentor}`, ...link }, false);
  await add('mentor_session', { token_hash: `hash of a mentor session ${rows.mentor}`, ...link }, false);
  const answer = { mood: 'okay', days_attended: 3, call_me: false, answered_on: tx.today, answered_at: tx.now };
  rows.pulse = await add('pulse', { placement_id: rows.placement, mentor_id: rows.mentor, iso_year: 2026, iso_week: 53, ...answer });
  await add('pulse_reminder', { placement_id: rows.placement, since: tx.today, reminded_at: tx.now }, false);
};
