/**
 * `npm test`: everything that is checked, in one go, and one plain last line.
 *
 * What the machine lacks (a Redis server, a Chromium) is left out and said so; INDGANG_REQUIRE_ALL=1 turns that into a
 * failure, so that a machine that should have everything cannot pass by lacking something.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './machine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
const bin = (name) => join(root, 'node_modules/.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'indgang-run-'));
const jestReport = join(scratch, 'jest.json');

const checks = [
  { name: 'lint', command: [bin('oxlint')] },
  { name: 'build', command: [process.execPath, 'apps/ops/build.mjs'] },
];

const failed = [];
for (const { name, command } of checks) {
  console.log(`\n— ${name}`);
  if ((await run(command)) !== 0) failed.push(name);
}
// The type check uses one core and the tests wait now and then: together they take less time than in turn.
const types = [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--singleThreaded'];
const typesChecked = heard(types);

const debian = '/usr/lib/postgresql/15';
/** The main job over HTTP: together they use every kind of statement that the product sends. */
const journeys =
  'session|people|companies|agreements|slot-openings|pool|pool-search|reservations|mentor-link|capacity|imports|imports-undo';
const rounds = [{ name: 'tests', args: [], env: {} }];
if (existsSync(join(debian, 'bin/postgres'))) {
  const args = ['--testPathPatterns', `/test/(${journeys})\\.spec\\.ts$`];
  rounds.push({ name: "journeys on Debian's PostgreSQL 15", args, env: { INDGANG_TEST_POSTGRES: debian } });
}
const tests = {
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};
for (const { name, args, env } of rounds) {
  console.log(`\n— ${name}`);
  const code = await runJest(args, env);
  const report = existsSync(jestReport) ? JSON.parse(readFileSync(jestReport, 'utf8')) : {};
  for (const figure of Object.keys(tests)) tests[figure] += report[figure] ?? 0;
  if (code !== 0 && !report.numFailedTests && !report.numRuntimeErrorTestSuites) failed.push(name);
  rmSync(jestReport, { force: true });
}
rmSync(scratch, { recursive: true, force: true });

console.log('\n— types');
const { code: typeFaults, said } = await typesChecked;
console.log(said);
if (typeFaults !== 0) failed.push('types');

const left = leftOut();
for (const sentence of left) console.log(sentence);
const strict = process.env.INDGANG_REQUIRE_ALL === '1';
const passed = tests.numPassedTests + [...checks.map(({ name }) => name), 'types'].filter((name) => !failed.includes(name)).length;
const broken = tests.numFailedTests + tests.numRuntimeErrorTestSuites + failed.length + (strict ? left.length : 0);
const skipped = tests.numPendingTests + tests.numTodoTests;
if (failed.length > 0) console.log(`Failed besides the tests: ${failed.join(', ')}.`);
console.log(`${passed} passed, ${broken} failed, ${skipped} skipped`);
process.exitCode = broken > 0 ? 1 : 0;

function runJest(args, env) {
  // Two, also where there are more cores: each starts a PostgreSQL's worth of work, products and browsers of its own, and
  // tests of what happens under load must not be starved by their neighbours.
  const workers = Math.min(2, availableParallelism());
  return run([process.execPath, bin('jest'), '--ci', `--maxWorkers=${workers}`, '--json', `--outputFile=${jestReport}`, ...args], { INDGANG_TEST_BUILT: 'yes', ...env });
}

function run([program, ...args], env = {}) {
  return new Promise((resolve) => {
    spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
      .once('error', () => resolve(1))
      .once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs beside the rest, and what it says is told afterwards. */
function heard([program, ...args]) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.once('error', () => resolve({ code: 1, said })).once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

function leftOut() {
  const missing = [];
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    missing.push('Left out: the job tests on Redis, because this machine has no redis-server.');
  }
  if (rounds.length === 1) {
    missing.push("Left out: the journeys on Debian's PostgreSQL 15, because this machine does not have it.");
  }
  if (!chromiumPath()) missing.push('Left out: the browser tests, because this machine has no Chromium.');
  return missing;
}
