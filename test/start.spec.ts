/** `npm start` as a person meets it: on an empty folder, again, after a power cut, and when something is in the way. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningEmbeddedPostgres } from '#platform';
import { build, freePort, listen, Program, script } from './support/product.js';
import { until } from './support/until.js';

/** Where those starts that come as far as a database have theirs: the first is on nothing, the others find it. */
const home = mkdtempSync(join(tmpdir(), 'indgang-home-'));
let folder: string;
let port: number;
let begun: Run[];

class Run extends Program {
  constructor(name: string, env: Record<string, string> = {}) {
    super(name, { DATA_FOLDER: folder, PORT: String(port), ...env });
    begun.push(this);
  }
}

beforeAll(build, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-start-'));
  port = await freePort();
  begun = [];
});

afterEach(async () => {
  for (const run of begun) run.kill('SIGTERM');
  await until(() => begun.every((run) => run.ended));
  const left = postgres();
  if (left) process.kill(left.pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

const health = async (path: string) => (await fetch(`http://127.0.0.1:${port}/health/${path}`)).status;
const postgres = () => runningEmbeddedPostgres(join(home, 'postgres'));
const atHome = (changes: Record<string, string> = {}): Run => new Run('start', { DATA_FOLDER: home, ...changes });

it('starts on nothing, stops on Ctrl-C and takes its PostgreSQL along, and starts again', async () => {
  const first = await atHome().ready();
  expect(first.said).toContain(`http://localhost:${port}`);
  await until(async () => (await health('ready')) === 200);
  expect(postgres()).toBeDefined();
  first.kill('SIGINT');
  // A disk that takes longer than the half minute there is: PostgreSQL ends behind it, and that is said.
  const wentWell = (await first.exitCode()) === 0 || first.said.includes('left to itself');
  expect([wentWell, first.said]).toEqual([true, expect.stringContaining('Stopping')]);
  await until(() => postgres() === undefined);
  await atHome().ready();
  await until(async () => (await health('ready')) === 200);
}, 90_000);

it('starts again after a kill -9 of Node, and of everything', async () => {
  const first = await atHome().ready();
  first.kill('SIGKILL');
  await first.exitCode();
  const orphan = postgres();
  expect(orphan).toBeDefined();
  const second = await atHome().ready();
  expect(postgres()?.pid).not.toBe(orphan?.pid);
  second.kill('SIGKILL');
  await second.exitCode();
  process.kill(postgres()?.pid ?? 0, 'SIGKILL');
  await atHome().ready();
  await until(async () => (await health('ready')) === 200);
}, 90_000);

it('is alive without its PostgreSQL, and ready again by itself', async () => {
  await atHome().ready();
  const before = postgres()?.pid ?? 0;
  process.kill(before, 'SIGKILL');
  // Another may be running before anybody has asked: how long it is away is the machine's affair.
  await until(async () => (await health('ready')) === 503 || (postgres()?.pid ?? before) !== before);
  expect(await health('live')).toBe(200);
  await until(async () => (await health('ready')) === 200 && (postgres()?.pid ?? before) !== before);
}, 90_000);

it('refuses a second start on the same folder, in words', async () => {
  await atHome().ready();
  const second = atHome({ PORT: String(await freePort()) });
  expect(await second.exitCode()).toBe(1);
  expect(second.said).toContain('already running on this data folder');
  expect(second.said).not.toMatch(/\n\s+at /);
  await until(async () => (await health('ready')) === 200);
}, 90_000);

it('says that the port is taken before it makes a database', async () => {
  const other = await listen(port);
  const run = new Run('start');
  expect(await run.exitCode()).toBe(1);
  expect(run.said).toContain(`Port ${port} is taken`);
  expect(run.said).not.toMatch(/PostgreSQL|\n\s+at /);
  await new Promise((resolve) => other.close(resolve));
  const nowhere = new Run('start', { HOST: '999.1.1.1' });
  expect(await nowhere.exitCode()).toBe(1);
  expect(nowhere.said).toContain('HOST is not an address of this machine');
  expect(nowhere.said).not.toMatch(/\n\s+at /);
});

it('wrong settings stop the start with their names, never their values', async () => {
  const wrong = {
    PORT: 'sesame-3000',
    DATABASE_URL: 'mysql://sesame@db/x',
    REDIS_URL: 'sesame',
    SMTP_URL: 'http://sesame',
  };
  const run = new Run('start', wrong);
  expect(await run.exitCode()).toBe(1);
  for (const name of Object.keys(wrong)) expect(run.said).toContain(name);
  expect(run.said).not.toContain('sesame');
  expect(run.said).not.toMatch(/\n\s+at /);
});

it('says that the folder may not be written', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  const run = new Run('start', { DATA_FOLDER: join(folder, 'a-file/data') });
  expect(await run.exitCode()).toBe(1);
  expect(run.said).toContain('may not write');
  expect(run.said).not.toMatch(/\n\s+at /);
});

it('refuses a role that row-level security does not bind', async () => {
  const run = new Run('start', { DATABASE_URL: process.env.INDGANG_TEST_SUPER_URL ?? '' });
  expect(await run.exitCode()).toBe(1);
  expect(run.said).toContain('row-level security');
});

it('doctor says what is wrong and, when all is well, so', async () => {
  const away = new Run('doctor');
  expect(await away.exitCode()).toBe(1);
  expect(away.said).toMatch(/FEJL +database +not running/);
  const well = new Run('doctor', { DATABASE_URL: process.env.INDGANG_TEST_APP_URL ?? '', DEMO: 'on' });
  await well.exitCode();
  for (const name of ['database', 'role', 'migrations', 'queue', 'mail', 'clock'])
    expect(well.said).toMatch(new RegExp(`OK +${name} `));
});

it('a password that is wrong is not printed', () => {
  const url = 'postgres://indgang_app:sesame@127.0.0.1:1/indgang';
  const { status, stdout, stderr } = spawnSync(process.execPath, [script('doctor')], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout + stderr).not.toContain('sesame');
});
