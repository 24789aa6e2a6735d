import { addDays, outbox, type Tx } from '#platform';
import type { Staff } from './people.js';

const names = ['Ida', 'Bo', 'Amal', 'Jens', 'Lis', 'Omar', 'Tove', 'Kim', 'Signe', 'Poul', 'Nadia', 'Erik', 'Maja', 'Viggo', 'Fatma', 'Ole'];
const goals: readonly (readonly [tasks: string, sector: string])[] = [
  ['Bage og pakke brød', 'industry'],
  ['Arbejde på lager', 'transport'],
  ['Holde orden i en butik', 'trade'],
  ['Passe grønne områder', 'cleaning'],
  ['Lave mad i et køkken', 'hospitality'],
];
/** Where travel is measured from: Nyborg and its neighbours. */
const districts = ['5800', '5853', '5540', '5300'];

/** What the citizens of the demo are called and would like, who is around them, and two visits on their way. */
export async function addCitizenLife(tx: Tx, staff: Staff): Promise<void> {
  await tx.run(
    `with numbered as (select id, row_number() over (order by case_ref) as n from citizen)
     update citizen c set pseudonym = ($1::text[])[1 + n % $2::int], minutes_possible = 300 + 60 * (n % 8), near_postal_code = ($3::text[])[1 + n % 4],
            travel_minutes = 20 + 5 * (n % 6), transport = (array['foot', 'bicycle', 'public', 'car'])[1 + n % 4]
       from numbered where numbered.id = c.id`,
    [names, names.length, districts],
  );
  const citizens = await tx.rows<{ id: string }>('select id from citizen order by case_ref');
  await tx.run(
    `insert into citizen_job_goal (organisation_id, id, citizen_id, tasks, position, sector_id)
     select app_organisation(), c.id, c.citizen, c.tasks, 1, (select s.id from sector s where s.key = c.sector)
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) c (id, citizen, tasks, sector)`,
    [citizens.map(() => tx.newId()), citizens.map(({ id }) => id), ...[0, 1].map((part) => citizens.map((_, n) => goals[n % goals.length]?.[part]))],
  );
  await tx.run(
    `insert into citizen_consideration (organisation_id, citizen_id, consideration_id)
     select organisation_id, id, (select k.id from consideration k where k.organisation_id = c.organisation_id and k.retired_on is null order by k.position limit 1)
       from citizen c where c.minutes_possible < 480 and exists (select from consideration)`,
  );
  const open = await tx.rows<{ id: string }>('select c.id from citizen c join course k on k.organisation_id = c.organisation_id and k.citizen_id = c.id and k.closed_on is null order by c.case_ref');
  await attach(tx, open.filter((_, n) => n % 2 === 0), staff.caseworker?.id, 'caseworker');
  await attach(tx, open.filter((_, n) => n % 3 === 0), staff.lone?.id, 'support_mentor');
  await addVisits(tx, staff.consultant?.id);
  await addSeen(tx, staff);
}

/** Who looked at whom last month, for the managers' sample: those attached, and one look with a reason. */
async function addSeen(tx: Tx, staff: Staff): Promise<void> {
  const seen = await tx.rows<{ citizenId: string; userId: string }>(
    `select r.citizen_id as "citizenId", r.user_id as "userId" from citizen_role r where lower(r.valid) < date_trunc('month', $1::date) - interval '1 month' order by r.citizen_id, r.user_id limit 60`,
    [tx.today],
  );
  const look = seen[0] && staff.amira && { citizenId: seen[0].citizenId, userId: staff.amira.id };
  const rows = [...seen.map((each) => ({ ...each, basis: 'attached', reason: null })), ...(look ? [{ ...look, basis: 'look', reason: 'Kollegaen er syg, og virksomheden ringede' }] : [])];
  await tx.run(
    `insert into citizen_seen (organisation_id, id, citizen_id, at, actor_kind, user_id, fields, basis, reason)
     select app_organisation(), s.id, s.citizen, (date_trunc('month', $1::date) - interval '1 month' + make_interval(days => (s.n * 7 % 27)::int, hours => 10)) at time zone 'Europe/Copenhagen',
            'user', s.reader, 'record', s.basis, s.reason
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) with ordinality s (id, citizen, reader, basis, reason, n)`,
    [tx.today, rows.map(() => tx.newId()), rows.map(({ citizenId }) => citizenId), rows.map(({ userId }) => userId), rows.map(({ basis }) => basis), rows.map(({ reason }) => reason)],
  );
}

async function attach(tx: Tx, citizens: readonly { readonly id: string }[], userId: string | undefined, role: string): Promise<void> {
  if (!userId) return;
  await tx.run(
    `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, created_at)
     select app_organisation(), c.id, c.citizen, $3, $4, false, daterange($5::date - 60, null), $6
       from unnest($1::uuid[], $2::uuid[]) c (id, citizen)
      where not exists (select from citizen_role r where r.organisation_id = app_organisation() and r.citizen_id = c.citizen and r.user_id = $3)`,
    [citizens.map(() => tx.newId()), citizens.map(({ id }) => id), userId, role, tx.today, tx.now],
  );
}

/** One that waits for the company, one that is agreed, one that was held and nobody has said how it went; the first two have their link by mail. */
async function addVisits(tx: Tx, userId: string | undefined): Promise<void> {
  const own = await tx.rows<{ id: string }>(
    'select c.id from citizen c join citizen_role r on r.organisation_id = c.organisation_id and r.citizen_id = c.id and r.is_primary where r.user_id = $1 order by c.case_ref limit 3',
    [userId ?? null],
  );
  const places = await tx.rows<{ id: string; name: string; email: string }>(
    `select w.id, m.name, m.email from workplace w join mentor m on m.organisation_id = w.organisation_id and m.workplace_id = w.id
      where m.email is not null order by w.id limit 3`,
  );
  for (const [n, { id: citizenId }] of own.entries()) {
    const [id, place] = [tx.newId(), places[n]];
    if (!place) continue;
    await tx.run(
      `insert into visit (organisation_id, id, kind, citizen_id, workplace_id, arranged_by, contact_name, contact_email, note, minutes, created_at)
       values (app_organisation(), $1, 'taster', $2, $3, $4, $5, $6, 'Se, hvordan dagen går, og prøve en opgave', 45, $7)`,
      [id, citizenId, place.id, userId, place.name, place.email, tx.now],
    );
    await tx.run(
      `insert into visit_time (organisation_id, visit_id, number, starts_at)
       select app_organisation(), $1, n, ($2::date + 2 + n + time '10:00') at time zone 'Europe/Copenhagen' from generate_series(1, 3) n`,
      // The third one's times have gone by.
      [id, n === 2 ? addDays(tx.today, -8) : tx.today],
    );
    if (n > 0) await tx.run('update visit set chosen = 2, chosen_at = $2, version = 2 where id = $1', [id, tx.now]);
    if (n < 2) await outbox(tx, 'mail.visit-times', id);
  }
}
