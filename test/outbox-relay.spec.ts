/** What a committed change asked for is done: once when all goes well, again when something broke, never not at all. */
import { Logger } from '@nestjs/common';
import {
  Clock,
  Db,
  Ids,
  Jobs,
  newToken,
  outbox,
  OutboxHandlers,
  OutboxRelay,
  type OutboxNews,
  systemActor,
  type Tx,
} from '#platform';
import { until } from './support/until.js';

const url = process.env.INDGANG_TEST_APP_URL ?? '';
const ids = new Ids();
const clock = new Clock();
const db = new Db({ url, size: 3 }, clock, ids);
const actor = systemActor(ids.next());

let jobs: Jobs;
let handlers: OutboxHandlers;
let relay: OutboxRelay;
let topic: string;
let told: OutboxNews[];

beforeAll(async () => {
  Logger.overrideLogger(false);
  const organisation = `insert into organisation (organisation_id, name, created_at) values (app_organisation(), 'Prøveby', now())`;
  await db.write(actor, (tx) => tx.run(organisation));
});

beforeEach(() => {
  jobs = new Jobs({ postgresUrl: url, name: `test-${newToken()}`, firstPauseMs: 5 });
  handlers = new OutboxHandlers();
  relay = new OutboxRelay(db, jobs, handlers, clock);
  topic = `test.${newToken()}`;
  told = [];
});

afterEach(async () => {
  await relay.beforeApplicationShutdown();
  await jobs.stop(1_000);
});

afterAll(() => db.onApplicationShutdown());

const write = (subjectId: string, dueAt?: Date) =>
  db.write(actor, (tx) => outbox(tx, topic, subjectId, { extra: 'x' }, dueAt));

const unsent = () =>
  db.read(actor, (tx) =>
    tx.rows<{ last_error: string | null }>('select last_error from outbox where topic = $1 and sent_at is null', [
      topic,
    ]),
  );

const attempts = () =>
  db.read(actor, (tx) => tx.rows<{ attempts: number }>('select attempts from outbox where topic = $1', [topic]));

const listen = async (news: OutboxNews) => {
  told.push(news);
};

it('tells every listener of a committed row, with its ids, and marks it sent', async () => {
  handlers.on(topic, listen);
  handlers.on(topic, listen);
  relay.start();
  jobs.start();
  const subjectId = ids.next();
  await write(subjectId);
  await until(async () => (await unsent()).length === 0);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({ organisationId: actor.organisationId, subjectId, ids: { extra: 'x' } });
});

it('hears of what is due as soon as it is committed, and of nothing else', async () => {
  let rung = 0;
  const other = new Db({ url, size: 1 }, clock, ids);
  other.afterNews = () => void (rung += 1);
  const put = (dueAt?: Date) => (tx: Tx) => outbox(tx, topic, ids.next(), {}, dueAt);
  await other.write(actor, (tx) => tx.rows('select 1'));
  await other.write(actor, put(new Date(clock.now().getTime() + 60_000)));
  await expect(other.write(actor, (tx) => put()(tx).then(() => Promise.reject(new Error('no'))))).rejects.toThrow('no');
  expect(rung).toBe(0);
  await other.write(actor, put());
  expect(rung).toBe(1);
  relay = new OutboxRelay(other, jobs, handlers, clock);
  const before = other.afterNews;
  relay.start();
  expect(other.afterNews).not.toBe(before);
  await relay.beforeApplicationShutdown();
  await other.onApplicationShutdown();
});

it('tells nothing of a change that was rolled back', async () => {
  handlers.on(topic, listen);
  const broken = db.write(actor, async (tx) => {
    await outbox(tx, topic, ids.next());
    throw new Error('changed my mind');
  });
  await expect(broken).rejects.toThrow('changed my mind');
  expect(await relay.carry()).toBe(0);
});

it('waits with what is due later', async () => {
  handlers.on(topic, listen);
  await write(ids.next(), new Date(clock.now().getTime() + 3_600_000));
  expect(await relay.carry()).toBe(0);
  clock.advance(3_600_001);
  expect(await relay.carry()).toBe(1);
});

it('leaves a topic that nobody here listens to for a process that does', async () => {
  await write(ids.next());
  expect(await relay.carry()).toBe(0);
  expect(await unsent()).toHaveLength(1);
});

it('tries again when a listener fails, and tells the others all the same', async () => {
  let failures = 0;
  handlers.on(topic, async () => {
    failures += 1;
    if (failures < 3) throw new Error('not yet');
  });
  handlers.on(topic, listen);
  relay.start();
  jobs.start();
  await write(ids.next());
  relay.wake();
  await until(async () => (await unsent()).length === 0);
  expect(failures).toBe(3);
  expect(told).toHaveLength(3);
});

it('keeps a row whose listener never succeeds, with the kind of error, and as a dead letter', async () => {
  handlers.on(topic, async () => {
    throw Object.assign(new Error('no such address anna@example.invalid'), { code: 'EENVELOPE' });
  });
  relay.start();
  jobs.start();
  await write(ids.next());
  relay.wake();
  await until(async () => (await jobs.failed()).length === 1);
  expect(await unsent()).toEqual([{ last_error: 'EENVELOPE' }]);
});

it('tries anew, minutes later, what failed every time: a mail server that was away loses no mail', async () => {
  let away = true;
  handlers.on(topic, async (news) => {
    if (away) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    told.push(news);
  });
  relay.start();
  jobs.start();
  await write(ids.next());
  relay.wake();
  await until(async () => (await jobs.failed()).length === 1);
  away = false;
  clock.advance(2 * 60_000 + 1_000);
  relay.wake();
  await until(() => told.length === 1);
  await until(async () => (await unsent()).length === 0);
});

it('hands a row in again when the queue has forgotten it', async () => {
  handlers.on(topic, listen);
  await write(ids.next());
  expect(await relay.carry()).toBe(1);
  await jobs.stop();
  const forgetful = new Jobs({ postgresUrl: url, name: `test-${newToken()}` });
  relay = new OutboxRelay(db, forgetful, handlers, clock);
  expect(await relay.carry()).toBe(0);
  clock.advance(31_000);
  relay.start();
  forgetful.start();
  await until(() => told.length === 1);
  await relay.beforeApplicationShutdown();
  await forgetful.stop();
});

it('two relays never carry the same row', async () => {
  handlers.on(topic, listen);
  for (let row = 0; row < 20; row += 1) await write(ids.next());
  const other = new OutboxRelay(db, jobs, handlers, clock);
  const carried = await Promise.all([relay.carry(), other.carry(), relay.carry()]);
  expect(carried.reduce((sum, rows) => sum + rows, 0)).toBe(20);
});

it('a queue that is away leaves the row waiting and harms nobody', async () => {
  const nowhere = new Jobs({ postgresUrl: 'postgres://nobody@127.0.0.1:1/none' });
  const stranded = new OutboxRelay(db, nowhere, handlers, clock);
  handlers.on(topic, listen);
  await write(ids.next());
  await expect(stranded.carry()).rejects.toMatchObject({ code: 'queue.away' });
  expect(await unsent()).toHaveLength(1);
  // No try of the row's own: five seconds later it goes to a queue that is back, and a listener's failure is its first.
  clock.advance(6_000);
  expect(await relay.carry()).toBe(1);
  expect(await attempts()).toEqual([{ attempts: 1 }]);
});
