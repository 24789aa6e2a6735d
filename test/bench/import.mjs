/**
 * `node test/bench/import.mjs [rows]`, run by hand after a build: the product as `npm start` runs it, with a PostgreSQL
 * and a data folder of its own, takes in a sheet of 10,000 rows as CSV and as XLSX, each new and once more. Prints for
 * each step the seconds, the peak memory of the process so far, how long its event loop stood still at most, and how long
 * a colleague who searches meanwhile had to wait.
 */
import ExcelJS from 'exceljs';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sheet } from './import-sheet.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = process.env.BENCH_ROOT ?? join(here, '../..');
const rows = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'indgang-import-'));
const server = await start();
process.once('exit', () => server.child.kill('SIGTERM'));
try {
  await measure();
} finally {
  const gone = new Promise((done) => server.child.once('exit', done));
  server.child.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const token = await signIn('consultant');
  const colleague = await signIn('colleague');
  const files = { 'csv.csv': csv(sheet(rows, 1)), 'xlsx.xlsx': await xlsx(sheet(rows, 2)) };
  console.log(`${rows} rows, load ${loadavg()[0].toFixed(1)}; base ${(await told()).peakMb} MB\n`);
  console.log(
    '| file | step | seconds | peak MB | longest block ms | colleague waits at most ms |\n|---|---|--:|--:|--:|--:|',
  );
  for (const time of ['new', 'again'])
    for (const [name, bytes] of Object.entries(files))
      await once({ token, colleague, name, bytes, label: `${name.split('.')[0]} ${time}` });
}

async function once({ token, colleague, name, bytes, label }) {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  const uploaded = await step(label, 'upload', colleague, () => ask(token, 'POST', '/imports', form));
  const done = await step(label, 'run', colleague, async () => {
    await ask(token, 'POST', `/imports/${uploaded.id}/run`, { version: uploaded.version });
    for (;;) {
      const now = await ask(token, 'GET', `/imports/${uploaded.id}`);
      if (now.status !== 'running') return now;
      await pause(200);
    }
  });
  console.log(`  ${done.status}: ${JSON.stringify(done.counts)}`);
}

async function step(label, what, colleague, work) {
  await told();
  const ended = new AbortController();
  const waits = waitOf(colleague, ended.signal);
  const started = performance.now();
  const answer = await work();
  const seconds = (performance.now() - started) / 1_000;
  ended.abort();
  const { longestMs, peakMb } = await told();
  console.log(`| ${[label, what, seconds.toFixed(1), peakMb, longestMs, Math.round(await waits)].join(' | ')} |`);
  return answer;
}

/** A colleague looks something up ten times a second; the longest wait. */
async function waitOf(token, signal) {
  let longest = 0;
  while (!signal.aborted) {
    const asked = performance.now();
    await ask(token, 'GET', '/companies?text=klint');
    longest = Math.max(longest, performance.now() - asked);
    await pause(100);
  }
  return longest;
}

function told() {
  const answer = new Promise((done) => server.child.once('message', done));
  server.child.send('measure');
  return answer;
}

async function signIn(persona) {
  return (await ask(undefined, 'POST', '/session/persona', { persona })).token;
}

async function ask(token, method, path, body) {
  const plain = body && !(body instanceof FormData);
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(plain && { 'content-type': 'application/json' }),
    },
    ...(body && { body: plain ? JSON.stringify(body) : body }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** With the flags of the start script, so that what is measured is what people run. */
async function start() {
  const port = await freePort();
  const [, ...script] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start.split(' ');
  const flags = (process.env.BENCH_FLAGS?.split(' ') ?? script.slice(0, -1)).filter(Boolean);
  const child = spawn(
    process.execPath,
    [...flags, `--import=${join(here, 'loop-watch.mjs')}`, join(root, script.at(-1))],
    {
      cwd: root,
      env: { ...process.env, PORT: String(port), DATABASE_URL: '', DATA_FOLDER: folder, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('the product ended');
    if ((await fetch(`${url}/health/ready`).catch(() => undefined))?.ok) return { child, url };
    await pause(100);
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

function csv(records) {
  return records
    .map((cells) => cells.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'))
    .join('\r\n');
}

async function xlsx(records) {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('Netværk');
  for (const record of records) page.addRow(record.map((cell) => (/^[1-9]\d{7,9}$/.test(cell) ? Number(cell) : cell)));
  return book.xlsx.writeBuffer({ useSharedStrings: true });
}
