/** The demo data, loaded as `npm start` does it: into an empty database, as the application's own role. */
import { join } from 'node:path';
import pg from 'pg';
import { personas } from '#people';
import { addDays, Db, Ids, migrateDatabase, Rounds, systemActor } from '#platform';
import { loadReference } from '#reference';
import { loadDemo } from '../apps/ops/demo/load-demo.js';
import { startApp, testClock, type TestApp } from './support/app.js';
import { root } from './support/sources.js';

const name = `demo_${process.pid}`;
const at = (url: string | undefined): string => String(url).replace(/\/\w+$/, `/${name}`);
const clock = testClock();
let db: Db;
let superuser: pg.Client;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.INDGANG_TEST_SUPER_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await onServer(`create database ${name} owner indgang_owner`);
  await migrateDatabase({ ownerUrl: at(process.env.INDGANG_TEST_OWNER_URL), appRole: 'indgang_app', folder: join(root, 'migrations'), load: loadReference });
  db = new Db({ url: at(process.env.INDGANG_TEST_APP_URL), size: 2, patienceMs: 60_000 }, clock, new Ids());
  superuser = new pg.Client({ connectionString: at(process.env.INDGANG_TEST_SUPER_URL) });
  await superuser.connect();
  expect(await loadDemo(db)).toBe(true);
}, 60_000);
afterAll(async () => {
  await superuser.end();
  await db.onApplicationShutdown();
  await onServer(`drop database ${name} with (force)`);
});

const numbers = async (sql: string, params: unknown[] = []): Promise<Record<string, number>> => (await superuser.query<Record<string, number>>(sql, params)).rows[0] ?? {};

test('is loaded once: where an organisation is, nothing is done', async () => {
  expect(await loadDemo(db)).toBe(false);
  expect(await numbers('select count(*)::int as n from organisation')).toEqual({ n: 2 });
});

test('what a start that was cut short left out is loaded by the next; another organisation is left alone', async () => {
  class CutShort extends Ids {
    private made = 0;
    override next(): string {
      this.made += 1;
      if (this.made === 2) throw new Error('power cut');
      return super.next();
    }
  }
  await superuser.query('truncate organisation cascade');
  await expect(loadDemo(db, new CutShort())).rejects.toThrow('power cut');
  await superuser.query(`update organisation set name = 'Jobcenter Andetsteds'`);
  expect(await loadDemo(db)).toBe(false);
  await superuser.query(`update organisation set name = 'Jobcenter Nyborg (demo)'`);
  expect(await loadDemo(db)).toBe(true);
  expect(await numbers('select count(*)::int as n from organisation')).toEqual({ n: 2 });
});

test('everyone in the persona chooser exists, under the address they are found by', async () => {
  const { rows } = await superuser.query<{ persona: string; email: string }>('select persona, email from app_user where persona is not null');
  expect(rows.map(({ persona }) => persona).sort()).toEqual([...personas].sort());
  expect(rows.every(({ persona, email }) => email === `${persona}@demo.example`)).toBe(true);
});

/** The last minute of a year; and the day that all below goes by. */
const days = ['2026-12-31T22:59:00Z', testClock().now().toISOString()];
test.each(days)('every page has something to show, whatever day it is: %s', async (instant) => {
  clock.set(new Date(instant));
  await superuser.query('truncate organisation cascade');
  expect(await loadDemo(db)).toBe(true);
  const counts = await numbers(
    `select
    (select count(distinct model)::int from agreement) as models,
    (select count(distinct sector_id)::int from workplace where organisation_id = (select organisation_id from app_user where persona = 'consultant')) as sectors,
    (select least(count(*), 1)::int from reservation r join app_user u on u.id = r.reserved_by where u.persona = 'consultant' and r.ended_at is null and r.seat is not null and r.expires_at < $1::timestamptz + interval '1 day') as expiring,
    (select least(count(*), 2)::int from reservation where ended_at is null and seat is null) as waiting,
    (select least(count(*), 3)::int from opening where held_until > $1) as held,
    (select least(count(*), 3)::int from placement p join slot s on s.id = p.slot_id where s.model = 'fixed_slots' and p.ends_on between $2::date and $2::date + 21) as ending,
    (select least(count(*), 3)::int from opening where slot_id is null and in_pool and published_at > $1::timestamptz - interval '1 day') as fresh,
    (select least(count(*), 1)::int from placement p join slot s on s.id = p.slot_id and s.model = 'cluster' where p.continues_id is not null) as rotated,
    (select count(*)::int from task where kind = 'refill' and done_at is null and escalated_at is not null) as escalated,
    (select max(slots)::int from (select count(*) as slots from slot s join agreement a on a.id = s.agreement_id and a.total_cap = 4 group by a.id) x) as capped,
    (select least(count(*), 3)::int from outbox where topic = 'mail.mentor-request') as mails`,
    [clock.now(), clock.today()],
  );
  expect(counts).toEqual({ models: 4, sectors: 12, expiring: 1, waiting: 2, held: 3, ending: 3, fresh: 3, rotated: 1, escalated: 2, capped: 8, mails: 3 });
});

test('nobody is met by more tasks than a day holds', async () => {
  const { rows } = await superuser.query<{ n: number }>('select count(*)::int as n from task where done_at is null group by user_id order by 1 desc');
  expect(rows.filter(({ n }) => n > 10)).toEqual([]);
});

test('it is as the verbs would have left it: places taken, gaps offered, lines in the journal', async () => {
  const wrong = await numbers(`select
    (select count(*)::int from opening o where taken <> (select count(*) from reservation r where r.opening_id = o.id and r.seat is not null
        and (r.ended_at is null or (r.accepted_at is not null and o.slot_id is null)))) as taken,
    (select count(*)::int from placement p where p.continues_id is null and not exists (select from reservation r where r.id = p.reservation_id and r.accepted_at is not null)) as unasked,
    (select count(*)::int from reservation r where not exists (select from journal_entry j where j.subject_id = r.id and j.action = 'reservation.made')) as unwritten,
    (select count(*)::int from slot s where not exists (select from opening o where o.slot_id = s.id)) as unoffered,
    (select count(*)::int from workplace where search_text = '' or lat is null or sector_id is null) as unfound,
    (select count(*)::int from reservation r join opening o on o.id = r.opening_id where r.ended_at is null and (not o.in_pool or r.from_date < o.free_from)) as misplaced`);
  expect(wrong).toEqual({ taken: 0, unasked: 0, unwritten: 0, unoffered: 0, unfound: 0, misplaced: 0 });
});

test('refreshing the openings once more changes none', async () => {
  const openings = async (): Promise<unknown[]> => (await superuser.query('select * from opening order by id')).rows;
  const before = await openings();
  const { rows } = await superuser.query<{ organisation_id: string }>('select organisation_id from organisation');
  for (const { organisation_id: organisationId } of rows) {
    await db.touch({ organisationId }, (tx) => tx.run('select refresh_slot_opening(array(select id from slot), $1, $2)', [tx.today, tx.now]));
  }
  expect(await openings()).toEqual(before);
});

describe('the rounds of jobs', () => {
  /** What a round leaves behind and cannot take back: a task, a mail, a line in the journal, a mark that somebody was told. */
  const traces = (): Promise<Record<string, number>> =>
    numbers(`select (select count(*)::int from task) as tasks, (select count(*)::int from outbox) as mails, (select count(*)::int from journal_entry) as lines,
                    (select count(*)::int from pulse_reminder) as silences, (select count(*)::int from opening where in_pool) as offered`);
  let app: TestApp;
  beforeAll(async () => {
    // What the demo data leave out: a change that comes by date, and a seat that a crash left free.
    await superuser.query(
      `insert into agreement_version (organisation_id, id, agreement_id, number, valid_from, content, steps, written_at)
       select organisation_id, gen_random_uuid(), id, 90, $1, '{}', '[]', $2 from agreement where activated_at is not null limit 1`,
      [addDays(clock.today(), 30), clock.now()],
    );
    await superuser.query('update training_session t set seats = seats + 1 where exists (select from training_enrolment e where e.session_id = t.id and e.accepted_at is not null and e.seat is null)');
    await superuser.query('analyze');
    app = await startApp({ databaseUrl: at(process.env.INDGANG_TEST_APP_URL), databaseDirectUrl: at(process.env.INDGANG_TEST_APP_URL) }, clock);
    // Nothing comes due while a round is at work, however long that takes.
    clock.hold();
  });
  afterAll(() => app.close());

  test('do each occasion once: two workers at once, and a clock that jumps ahead, back and ahead', async () => {
    const { all } = app.nest.get(Rounds, { strict: false });
    const { rows } = await superuser.query<{ id: string }>('select organisation_id as id from organisation');
    const idle = new Set(all.keys());
    const comeRound = async (): Promise<Record<string, number>> => {
      for (const [name, round] of all) {
        const done = await Promise.all(rows.flatMap(({ id }) => [round.run(systemActor(id)), round.run(systemActor(id))]));
        if (done.some((each) => Number(each) > 0)) idle.delete(name);
      }
      return traces();
    };
    await comeRound();
    // The day before the first session a reminder is due, holds and answers are over after forty days, the first things go after a year, certificates lapse after two.
    for (const days of [7, 33, 360, 260]) {
      app.clock.advance(days * 86_400_000);
      const first = await comeRound();
      app.clock.advance(-days * 86_400_000);
      expect([days, 'back', await comeRound()]).toEqual([days, 'back', first]);
      app.clock.advance(days * 86_400_000);
      expect([days, 'ahead', await comeRound()]).toEqual([days, 'ahead', first]);
    }
    expect([...idle]).toEqual([]);
  }, 120_000);
});
