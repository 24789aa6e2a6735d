/**
 * `npm run bench`: the product as it is run (one process, sign-in, row-level security, validation) beside a bare Fastify
 * + pg server with the same statements, on a database of national size that is made for it and thrown away.
 * `--small` for a quick try, `--json` for one line an operation.
 */
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import '../support/typescript.mjs';
import { LARGE, load, sizes } from './load.mjs';
import { askOnce, makeQuestions, nextReservation, password, record, signIn } from './questions.mjs';
import { root, startBare, startProduct, stopAll } from './servers.mjs';

const { startEmbeddedPostgres } = await import('../../libs/platform/embedded-postgres.ts');
const { migrateDatabase } = await import('../../libs/platform/migrate-database.ts');
const { loadReference } = await import('../../libs/reference/load-reference.ts');
const { hashPassword } = await import('../../libs/people/passwords.ts');

const [small, json] = ['--small', '--json'].map((flag) => process.argv.includes(flag));
const seconds = small ? 3 : 8;
const connections = 12;
const say = (line) => (json ? process.stderr : process.stdout).write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'indgang-bench-'));
let postgres;
/** The mentors' mails go out as they would; nobody reads them here. */
const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => stream.resume().once('end', done),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
process.once('exit', () => {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
});
try {
  postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  await prepare();
  await measure();
} finally {
  await stopAll();
  mail.close();
  await postgres?.stop();
}

async function prepare() {
  const [started, counts] = [performance.now(), sizes(small)];
  await migrateDatabase({
    ownerUrl: postgres.ownerUrl,
    appRole: 'indgang_app',
    folder: join(root, 'migrations'),
    load: loadReference,
  });
  await load(postgres.superUrl, counts, new Date().toISOString().slice(0, 10), await hashPassword(password));
  say(`Loaded in ${Math.round((performance.now() - started) / 1000)} s: ${JSON.stringify(counts)}`);
}

async function measure() {
  const questions = await makeQuestions(postgres.superUrl);
  const operations = await record(postgres, connections, folder, questions);
  const bare = await startBare({ url: postgres.appUrl, organisation: LARGE, size: connections, operations });
  await new Promise((resolve) => mail.listen(0, '127.0.0.1', resolve));
  const product = await startProduct(postgres, connections, {
    smtpUrl: `smtp://127.0.0.1:${mail.server.address().port}`,
  });
  const token = await signIn(product);
  const idleMb = product.rssMb();
  const lines = [];
  for (const question of questions) {
    const cold = await stopwatch(() => askOnce(product, question, token));
    say(`${question.name}: the first answer took ${Math.round(cold)} ms`);
    for (const clients of [1, 16]) {
      const peer = await shoot(bare, question, clients);
      const own = await shoot(product, question, clients, token);
      lines.push({
        operation: question.name,
        clients,
        ...own,
        ratio: round(own.rps / peer.rps),
        rssMb: product.rssMb(),
        bareRps: peer.rps,
        bareP95: peer.p95,
      });
      say(`  ${clients} client(s): ${own.rps} requests/s, p95 ${own.p95} ms; bare ${peer.rps} requests/s`);
      if (json && clients === 16) console.log(JSON.stringify(summary(lines.at(-1), lines.at(-2))));
    }
  }
  if (!json) table(lines, idleMb, product.rssMb());
}

/** One line an operation: throughput and its ratio from 16 clients, and the waiting times of one client alone. */
function summary(many, one) {
  const oneClient = { rps: one.rps, p50: one.p50, p95: one.p95, p99: one.p99, ratio: one.ratio };
  return { ...many, oneClient };
}

/** Bounded: reads for some seconds after one to warm up, reservations by number, each on an opening of its own. */
async function shoot(server, question, clients, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const common = { url: server.url + question.path, connections: clients, headers, timeout: 20 };
  if (!question.openings) {
    await fire(question, { ...common, duration: 1 });
    return fire(question, { ...common, duration: seconds });
  }
  const setupRequest = (request) => ({ ...request, method: 'POST', ...nextReservation(question) });
  const amount = Math.min(2_000, Math.floor(question.openings.length / 5));
  return fire(question, { ...common, amount, requests: [{ setupRequest }] });
}

function fire({ name }, options) {
  const times = [];
  const started = performance.now();
  let last = started;
  return new Promise((resolve, reject) => {
    const shots = autocannon(options, (error, result) => {
      const failed = result && result.non2xx + result.errors + result.timeouts;
      if (error || failed)
        reject(error ?? new Error(`${name}: ${failed} requests failed: ${JSON.stringify(result.statusCodeStats)}`));
      else resolve({ rps: round((times.length * 1000) / (last - started)), ...percentiles(times) });
    });
    shots.on('response', (_client, _status, _bytes, ms) => {
      times.push(ms);
      last = performance.now();
    });
  });
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function stopwatch(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function round(value) {
  return Math.round(value * 100) / 100;
}

function table(lines, idleMb, loadedMb) {
  console.log(
    `\n${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; memory ${idleMb} MB idle, ${loadedMb} MB after the run\n`,
  );
  console.log(
    '| operation | clients | requests/s | p50 ms | p95 ms | p99 ms | bare requests/s | ratio | memory MB |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  );
  for (const { operation, clients, rps, p50, p95, p99, bareRps, ratio, rssMb } of lines)
    console.log(`| ${[operation, clients, rps, p50, p95, p99, bareRps, ratio, rssMb].join(' | ')} |`);
}
