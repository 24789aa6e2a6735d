import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { journal } from '#journal';
import { hashPassword } from '#people';
import { Db, Ids, newToken, systemActor, type Actor, type Tx } from '#platform';
import { keepUpkeep } from '#upkeep';
import { keepVisits } from '#visits';
import { Agreements } from './agreements.js';
import { fynCompanies, vestCompanies, type DemoCompany } from './companies.data.js';
import { addCitizenLife } from './citizens.js';
import { addCompanies, lookAround } from './companies.js';
import { addAgreementLife } from './agreement-life.js';
import { addStatedEmployees } from './limits.js';
import { addMoves } from './moves.js';
import { addPeople } from './people.js';
import { addProgress } from './progress.js';
import { addPulses } from './pulses.js';
import { Rows } from './rows.js';
import { addTraining } from './training.js';
import { Traffic } from './traffic.js';

interface DemoOrganisation {
  readonly which: 'fyn' | 'vest';
  readonly name: string;
  readonly municipalities: readonly string[];
  readonly companies: readonly DemoCompany[];
}

const organisations: readonly DemoOrganisation[] = [
  { which: 'fyn', name: 'Jobcenter Nyborg (demo)', municipalities: ['0450', '0440', '0461', '0479', '0430'], companies: fynCompanies },
  { which: 'vest', name: 'Jobcenter Vestkyst (demo)', municipalities: ['0760'], companies: vestCompanies },
];

/**
 * Fills an empty database with two invented organisations, each in one transaction: dates follow today, so that
 * something happens on every page whenever it is loaded. What a start that was cut short left out is loaded by the next.
 * False, and nothing done, when both are there, or any other organisation.
 */
export async function loadDemo(db: Db, ids: Ids = new Ids()): Promise<boolean> {
  const there = await db.system((tx) => tx.rows<{ name: string }>('select name from organisation'));
  const missing = organisations.filter(({ name }) => !there.some((each) => each.name === name));
  if (missing.length + there.length !== organisations.length || missing.length === 0) return false;
  for (const organisation of missing) {
    const actor = systemActor(ids.next());
    await db.write(actor, (tx) => load(tx, actor, organisation));
  }
  return true;
}

async function load(tx: Tx, actor: Actor, { which, name, municipalities, companies }: DemoOrganisation): Promise<void> {
  await tx.run(
    `insert into organisation (organisation_id, name, label, created_at, contact_email, contact_phone) values (app_organisation(), $1, 'Jobcenter', $2, $3, '+4500110000')`,
    [name, tx.now, `virksomhed@${which}.example`],
  );
  await tx.run('insert into organisation_municipality select app_organisation(), unnest($1::text[])', [municipalities]);
  await furnishOrganisation(tx);
  await furnishStaircase(tx);
  await journal(tx, actor, { action: 'organisation.created', subject: 'organisation', subjectId: actor.organisationId, after: { name } });
  await fill(tx, actor, which, companies);
  // They have joined, as colleagues do; nobody knows the password, so they are only ever chosen.
  await tx.run('update app_user set password_hash = $1', [await hashPassword(newToken())]);
}

async function fill(tx: Tx, actor: Actor, which: 'fyn' | 'vest', companies: readonly DemoCompany[]): Promise<void> {
  const rows = new Rows(actor.organisationId, tx.now);
  const staff = addPeople(rows, which);
  const workplaces = addCompanies(rows, companies, staff, await lookAround(tx));
  const agreements = new Agreements(rows, staff, workplaces, tx.today);
  agreements.addAll();
  await rows.write(tx);
  await tx.run('select refresh_search(array(select id from company))');
  await tx.run('update slot set consideration_ids = array(select id from consideration where position % 4 = slot.number % 4)');
  await tx.run('select refresh_slot_opening(array_agg(id), $1, created_at) from slot group by created_at', [tx.today]);
  const traffic = new Traffic(rows, staff, agreements, tx.today);
  traffic.openings(workplaces);
  traffic.placements();
  traffic.reservations(workplaces);
  const courses = ['citizen', 'citizen_target_group', 'citizen_role', 'course', 'placement'] as const;
  await rows.write(tx, ['opening', 'reservation', ...courses, 'journal_entry', 'outbox']);
  traffic.matches(workplaces);
  await rows.write(tx, ['mentor', 'reservation', ...courses]);
  await rows.write(tx);
  await addProgress(tx, rows);
  await addTraining(tx, rows, staff.consultant ?? { id: null, name: '' });
  await addStatedEmployees(tx, workplaces);
  await finish(tx);
  await addMoves(tx, rows, actor, staff.consultant ?? { id: null, name: '' });
  await addAgreementLife(tx, rows, actor, staff.consultant ?? { id: null, name: '' });
  await addPulses(tx);
  await addCitizenLife(tx, staff);
  await keepUpkeep(tx, actor);
  await tx.run(waitedTooLongSql);
  await keepVisits(tx);
}

/** A place that ran free while its consultant had other things to do: asked for three weeks ahead, a manager's since a week after that. */
const waitedTooLongSql = `
update task t set due_on = x.empty_from, raised_at = x.empty_from - 21 + time '07:05', escalated_at = x.empty_from - 14 + time '07:40'
  from (select r.id, (r.facts ->> 'emptyFrom')::date as empty_from from task r join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id
         where r.kind = 'refill' and r.done_at is null and u.persona is distinct from 'consultant' and (r.facts ->> 'emptyFrom')::date < r.due_on
           and exists (select from placement p where p.organisation_id = r.organisation_id and p.slot_id = r.subject_id
                        and p.stopped_at is null and p.ends_on = (r.facts ->> 'emptyFrom')::date)
         order by 2 desc, r.id limit 1) x
 where t.id = x.id`;

/** What the verbs keep in step: places taken, what the pool is searched by, and the gap each slot offers now. */
async function finish(tx: Tx): Promise<void> {
  await tx.run(
    `update opening o
        set taken = least(o.places, (select count(*) from reservation r where r.opening_id = o.id and r.seat is not null
                           and (r.ended_at is null or (r.accepted_at is not null and o.slot_id is null)))),
            consideration_ids = case when o.slot_id is null then array(select id from consideration where position % 3 = length(o.tasks) % 3) else o.consideration_ids end,
            mentor_id = coalesce(o.mentor_id, (select m.id from mentor m where m.workplace_id = o.workplace_id order by m.id limit 1)),
            search_text = pool_search_text(c.name, w.name, o.tasks, w.street, w.postal_code, w.town)
       from workplace w join company c on c.id = w.company_id
      where w.id = o.workplace_id`,
  );
  await tx.run('select refresh_slot_opening(array(select id from slot), $1, $2)', [tx.today, tx.now]);
}
