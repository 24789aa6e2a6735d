/**
 * One suite of job tests, run on both backends of the queue: what holds on PostgreSQL must hold on Redis.
 * The Redis half is left out where the machine has no redis-server (the last line of `npm test` says so).
 */
import { Logger } from '@nestjs/common';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { newToken } from '#platform';
import { Jobs, type JobIds } from '../libs/platform/jobs.js';
import { openQueue, openWorker, type QueueBackend } from '../libs/platform/queue-connection.js';
import { until } from './support/until.js';

const postgresUrl = process.env.INDGANG_TEST_APP_URL ?? '';
const redisUrl = process.env.INDGANG_TEST_REDIS_URL;

const backends: [string, Omit<QueueBackend, 'name'>][] = [['PostgreSQL', { postgresUrl }]];
if (redisUrl) backends.push(['Redis', { postgresUrl, redisUrl }]);

beforeAll(() => Logger.overrideLogger(false));

describe.each(backends)('jobs on %s', (_, where) => {
  let backend: QueueBackend;
  let opened: Jobs[];
  let done: JobIds[];

  const open = (changes: Partial<QueueBackend> = {}) => {
    const jobs = new Jobs({ ...backend, ...changes });
    opened.push(jobs);
    return jobs;
  };

  const record = async (ids: JobIds) => {
    done.push(ids);
  };

  beforeEach(() => {
    backend = { ...where, name: `test-${newToken()}`, firstPauseMs: 5 };
    opened = [];
    done = [];
  });

  afterEach(async () => {
    await Promise.all(opened.map((jobs) => jobs.stop(1_000)));
  });

  it('does what is handed in, with the ids it was given', async () => {
    const jobs = open();
    jobs.work('greet', record);
    jobs.start();
    await jobs.add('greet', { person: 'p1' });
    await until(() => done.length === 1);
    expect(done).toEqual([{ person: 'p1' }]);
    expect(await jobs.alive()).toBe(true);
  });

  it('does what was handed in before anyone worked, in another process', async () => {
    await open().addAll(['a', 'b', 'c'].map((n) => ({ name: 'greet', ids: { n } })));
    const worker = open();
    worker.work('greet', record);
    worker.start();
    await until(() => done.length === 3);
    expect(done.map(({ n }) => n).sort()).toEqual(['a', 'b', 'c']);
  });

  it('takes a key once, also after the job is done', async () => {
    const jobs = open();
    jobs.work('greet', record);
    await Promise.all([1, 2, 3].map((n) => jobs.add('greet', { n: String(n) }, { key: 'row:1' })));
    jobs.start();
    await until(() => done.length === 1);
    await jobs.add('greet', { n: '4' }, { key: 'row:1' });
    await jobs.add('greet', { n: 'last' }, { key: 'row:2' });
    await until(() => done.some(({ n }) => n === 'last'));
    expect(done).toHaveLength(2);
  });

  it('waits with a job that is delayed', async () => {
    const jobs = open();
    jobs.work('greet', record);
    jobs.start();
    // By the clock that the queue goes by, too: a machine may put it right meanwhile, and the monotonic one is not put right.
    const began = Date.now();
    await jobs.add('greet', { n: 'later' }, { delayMs: 400 });
    await until(() => done.length === 1);
    expect(Date.now() - began).toBeGreaterThanOrEqual(400);
  });

  it('ticks once however many workers there are', async () => {
    const ticks = { a: 0, b: 0 };
    for (const side of ['a', 'b'] as const) {
      const jobs = open();
      jobs.every('tick', 500, async () => {
        ticks[side] += 1;
      });
      jobs.start();
    }
    const began = performance.now();
    await until(() => ticks.a + ticks.b >= 3);
    expect(ticks.a + ticks.b).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 500) + 1);
  });

  it('makes up for a round that came due while nobody worked, once however many come back', async () => {
    const { pattern, due } = await dailySoon();
    await until(() => Date.now() > due);
    const ran: string[] = [];
    const comeBack = async (name: string): Promise<void> => {
      const jobs = open();
      jobs.every('daily', pattern, async () => void ran.push(name));
      jobs.work('greet', record);
      jobs.start();
      await until(() => ran.length > 0);
      await jobs.add('greet', { n: name }, { delayMs: 300 });
    };
    await Promise.all(['one', 'two'].map(comeBack));
    await until(() => done.length === 2);
    await comeBack('later');
    await until(() => done.length === 3);
    expect(ran).toHaveLength(1);
  });

  /** A round of every day that is due in a moment, left behind by a process that is gone. */
  async function dailySoon(): Promise<{ pattern: string; due: number }> {
    const queue = openQueue(backend);
    const danish = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: 'numeric', minute: 'numeric', second: 'numeric', hour12: false });
    for (;;) {
      const [hour, minute, second] = danish.format(Date.now() + 2_000).split(':').map(Number);
      const pattern = `${second} ${minute} ${hour} * * *`;
      await queue.upsertJobScheduler('daily', { pattern, tz: 'Europe/Copenhagen' }, { name: 'daily', data: {} });
      const due = (await queue.getJobSchedulers())[0]?.next ?? 0;
      // Where the machine stood still meanwhile it is tomorrow's.
      if (due > Date.now() + 60_000) continue;
      await queue.close();
      return { pattern, due };
    }
  }

  it('forgets a round that no longer exists', async () => {
    const before = open();
    before.every('old', 100, record);
    before.start();
    await until(() => done.length >= 1);
    await before.stop();
    const after = open();
    after.work('greet', record);
    after.start();
    await after.add('greet', { n: 'marker' });
    await until(() => done.some(({ n }) => n === 'marker'));
    const count = done.length;
    await after.add('greet', { n: 'end' }, { delayMs: 500 });
    await until(() => done.some(({ n }) => n === 'end'));
    expect(done.length).toBeLessThanOrEqual(count + 2);
  });

  it('tries a poisonous job five times, shows it as a dead letter, and goes on', async () => {
    let tries = 0;
    const jobs = open();
    jobs.work('poison', async () => {
      tries += 1;
      throw Object.assign(new Error('550 no such user anna@example.invalid'), { code: 'EENVELOPE' });
    });
    jobs.work('greet', record);
    jobs.start(1);
    await jobs.add('poison', { row: '7' }, { key: 'p' });
    await jobs.add('greet', { n: 'after' });
    await until(async () => done.length > 0 && (await jobs.failed()).length === 1);
    expect(tries).toBe(5);
    expect(done).toEqual([{ n: 'after' }]);
    const [letter] = await jobs.failed();
    expect(letter).toMatchObject({
      id: 'p',
      name: 'poison',
      ids: { row: '7' },
      attempts: 5,
      reason: 'Error EENVELOPE',
    });
    expect(JSON.stringify(letter)).not.toContain('anna');
  });

  it('runs a job again when the process that had it was killed', async () => {
    const jobs = open();
    await jobs.add('stuck', { n: '1' });
    const victim = stuckWorker(backend);
    await until(() => victim.said.includes('begun'));
    victim.child.kill('SIGKILL');
    jobs.work('stuck', record);
    jobs.start();
    await until(() => done.length === 1);
    expect(done).toEqual([{ n: '1' }]);
  });

  it('lets a running job finish before it stops', async () => {
    const jobs = open();
    let release = () => undefined as void;
    jobs.work('slow', (ids) => new Promise<void>((resolve) => (release = () => resolve(record(ids)))));
    jobs.start();
    const started = release;
    await jobs.add('slow', { n: '1' });
    await until(() => release !== started);
    const stopped = jobs.stop();
    release();
    await stopped;
    expect(done).toEqual([{ n: '1' }]);
  });
});

test('PostgreSQL that says goodbye to a worker that is closing does not end the process', async () => {
  const name = `test-${newToken()}`;
  const worker = openWorker({ postgresUrl, name }, 1, async () => undefined);
  worker.on('error', () => undefined);
  await worker.waitUntilReady();
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  let listening = 0;
  await until(async () => {
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [name]);
    listening = rows[0]?.pid ?? 0;
    return listening > 0;
  });
  // It stands still while the worker lets go of it, and is ended before it has read that.
  process.kill(listening, 'SIGSTOP');
  const closed = worker.close(true);
  await client.query('select pg_terminate_backend($1)', [listening]);
  process.kill(listening, 'SIGCONT');
  await closed;
  await until(async () => (await client.query('select from pg_stat_activity where pid = $1', [listening])).rowCount === 0);
  await client.end();
});

describe('a backend that is away', () => {
  const nowhere: [string, QueueBackend][] = [
    ['PostgreSQL', { postgresUrl: 'postgres://nobody@127.0.0.1:1/none' }],
    ['Redis', { postgresUrl, redisUrl: 'redis://127.0.0.1:1' }],
  ];

  it.each(nowhere)('%s: add refuses, alive says no, starting and stopping do no harm', async (_, backend) => {
    Logger.overrideLogger(false);
    const jobs = new Jobs(backend);
    jobs.work('greet', async () => undefined);
    jobs.every('tick', 1_000, async () => undefined);
    jobs.start();
    await expect(jobs.add('greet', {})).rejects.toMatchObject({ code: 'queue.away', status: 503 });
    expect(await jobs.alive()).toBe(false);
    await jobs.stop();
  });
});

function stuckWorker(backend: QueueBackend): { child: ChildProcess; said: string } {
  const script = join(import.meta.dirname, 'support/stuck-worker.ts');
  const hooks = join(import.meta.dirname, 'support/typescript.mjs');
  const child = spawn(process.execPath, ['--import', hooks, script, JSON.stringify(backend)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started = { child, said: '' };
  child.stdout.on('data', (chunk: Buffer) => (started.said += chunk.toString()));
  return started;
}
