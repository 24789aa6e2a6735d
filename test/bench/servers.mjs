/** The two servers that are compared, each a process of its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../..');
const running = new Set();

/** The product from `dist`: all of it in one process, or one of its parts (`apps/api/main.js`). Ready when it answers. */
export async function startProduct(postgres, size, { file = 'apps/ops/start.js', record, smtpUrl } = {}) {
  const port = await freePort();
  const environment = {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    DATABASE_POOL_SIZE: String(size),
    PORT: String(port),
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PER_MINUTE: '0',
    ...(record && { BENCH_RECORD: record }),
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
  };
  const preload = record ? [`--import=${join(here, 'record.mjs')}`] : [];
  const child = launch([...preload, join(root, 'dist', file)], environment);
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return server(url, child);
}

/** Fastify and pg with the recorded statements. */
export async function startBare(given) {
  const child = launch([join(here, 'bare.mjs')], {});
  child.stdin.end(JSON.stringify(given));
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error('the bare server ended')));
  });
  return server(url, child);
}

export async function stopAll() {
  await Promise.all([...running].map((child) => end(child, 'SIGKILL')));
}

const server = (url, child) => ({ url, rssMb: () => memoryOf(child.pid), stop: () => end(child) });

function launch(args, environment) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.stdout.resume();
  return child;
}

function end(child, signal = 'SIGTERM') {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return gone;
}

async function answering(url, child) {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error('the product ended');
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the product is not ready after a minute');
}

/** Megabytes in memory now; where the system keeps no such file, 0. */
function memoryOf(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
