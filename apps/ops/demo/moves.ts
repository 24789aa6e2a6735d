import { rotatePlacement } from '#placements';
import { addDays, mondayOf, type Actor, type Tx } from '#platform';
import type { Doer, Rows } from './rows.js';

/** Running for four weeks more at least, those that end last first; not on a pool, whose citizens rotate. */
const runningSql = `
select p.id, p.starts_on as "from", p.minutes_per_week as minutes, p.workplace_id as "workplaceId"
  from placement p
  join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
 where p.cancelled_at is null and p.starts_on <= $1::date and p.ends_on > $1::date + 35 and s.model <> 'cluster'
 order by p.ends_on desc, p.id limit 3`;

const rotatingSql = `
select p.id, p.version, aw.workplace_id as "workplaceId"
  from placement p
  join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.slot_pooling = 'pooled' and a.activated_at is not null
  join agreement_workplace aw on aw.organisation_id = a.organisation_id and aw.agreement_id = a.id and aw.workplace_id <> p.workplace_id
  join mentor m on m.organisation_id = aw.organisation_id and m.workplace_id = aw.workplace_id and m.active_from <= $1::date and m.active_until is null
   and not exists (select from mentor_pause z where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null and z.period && daterange($1::date, $1::date + 21))
 where p.cancelled_at is null and p.starts_on < $1::date and p.ends_on > $1::date + 21
   and not exists (select from placement q where q.organisation_id = p.organisation_id and q.workplace_id = aw.workplace_id and q.cancelled_at is null and q.ends_on > $1::date)
 order by p.ends_on desc, p.id, aw.workplace_id limit 1`;

interface Running {
  readonly id: string;
  readonly from: string;
  readonly minutes: number;
  readonly workplaceId: string;
}

/** What the calendar shows besides: a holiday, hours that rise, a workplace that shuts, and a citizen who rotates on. */
export async function addMoves(tx: Tx, rows: Rows, actor: Actor, by: Doer): Promise<void> {
  const monday = mondayOf(addDays(tx.today, 14));
  const [away, rising, shut] = await tx.rows<Running>(runningSql, [tx.today]);
  const days = { period: `[${monday},${addDays(monday, 7)})`, created_at: rows.at(-2), created_by: by.id, version: 1 };
  if (away) rows.add('placement_pause', { id: rows.id(-2), placement_id: away.id, reason: 'Ferie', ...days });
  if (rising) {
    rows.add('placement_hours', { placement_id: rising.id, from_on: rising.from, minutes_per_week: 480 });
    rows.add('placement_hours', { placement_id: rising.id, from_on: monday, minutes_per_week: rising.minutes });
  }
  if (shut) rows.add('workplace_closure', { id: rows.id(-2), workplace_id: shut.workplaceId, reason: 'Ferielukket', ...days });
  await rows.write(tx);
  const rotating = await tx.row<{ id: string; version: number; workplaceId: string }>(rotatingSql, [tx.today]);
  const consultant: Actor = { ...actor, kind: 'user', userId: by.id, name: by.name };
  if (rotating && by.id) await rotatePlacement(tx, consultant, { ...rotating, from: monday });
}
