/**
 * One throw-away PostgreSQL for the whole run, migrated by the same code as production, and a Redis where the machine has
 * one. The addresses reach the tests as INDGANG_TEST_* variables. Each worker copies the database (each-worker.mjs), each
 * test file makes its own organisation.
 * INDGANG_TEST_POSTGRES names another PostgreSQL to test on, such as /usr/lib/postgresql/15.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './typescript.mjs';

export default async function setup() {
  const { startEmbeddedPostgres, runningEmbeddedPostgres } = await import('../../libs/platform/embedded-postgres.ts');
  const { migrateDatabase } = await import('../../libs/platform/migrate-database.ts');
  const { loadReference } = await import('../../libs/reference/load-reference.ts');
  removeAbandoned(runningEmbeddedPostgres);
  const place = mkdtempSync(join(tmpdir(), `indgang-test-${process.pid}-`));
  const postgres = await startEmbeddedPostgres({
    folder: join(place, 'postgres'),
    durable: false,
    programs: process.env.INDGANG_TEST_POSTGRES,
  });
  const redis = await startRedis();
  globalThis.indgangTest = { postgres, redis, place };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  process.once('exit', () => {
    redis?.child.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  });
  const folder = fileURLToPath(new URL('../../migrations', import.meta.url));
  await migrateDatabase({ ownerUrl: postgres.ownerUrl, appRole: 'indgang_app', folder, load: loadReference });
  process.env.INDGANG_TEST_PLACE = place;
  process.env.INDGANG_TEST_OWNER_URL = postgres.ownerUrl;
  process.env.INDGANG_TEST_APP_URL = postgres.appUrl;
  process.env.INDGANG_TEST_SUPER_URL = postgres.superUrl;
  if (redis) process.env.INDGANG_TEST_REDIS_URL = redis.url;
}

/** Undefined where the machine has no redis-server; the tests that need it then say that they were left out. */
async function startRedis() {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'].map(
      String,
    ),
    { stdio: 'ignore', detached: true },
  );
  const started = await new Promise((resolve) =>
    child.once('error', () => resolve(false)).once('spawn', () => resolve(true)),
  );
  if (!started) return undefined;
  child.unref();
  return { child, url: `redis://127.0.0.1:${port}` };
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A run that was killed hard leaves its server behind. The folder's name says whose it was. */
function removeAbandoned(running) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith('indgang-test-'))) {
    if (isAlive(Number(name.split('-')[2]))) continue;
    const left = running(join(tmpdir(), name, 'postgres'));
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
