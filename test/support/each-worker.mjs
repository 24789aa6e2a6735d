/**
 * Before the first test of each worker. The runner lets Node itself load the tests, so that what they import is loaded
 * once a worker and not once a file; what it does not do is to give up on a test that never ends.
 *
 * Each worker has a database of its own, and its own of Redis': tests move their clock, and what one product tidies away
 * as long past is another's present.
 */
import fc from 'fast-check';
import { addEventHandler } from 'jest-circus';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const usualMs = 60_000;
/** A limit tells a test that hangs, not one that is slow: those stated hold on a machine this many times slower too. */
const slower = 6;

// The same made-up cases in every run: what fails here fails there too. INDGANG_TEST_SEED makes up others.
fc.configureGlobal({ seed: Number(process.env.INDGANG_TEST_SEED ?? 20_261_122) });

// Meant for the workers, not for the products that tests start.
delete process.env.NODE_OPTIONS;

await ownDatabase(`indgang_${process.pid}`);

addEventHandler(({ name }, { currentDescribeBlock }) => {
  if (name === 'add_test') limit(currentDescribeBlock.children.at(-1));
  if (name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
});

function limit(entry) {
  const { fn, timeout = usualMs } = entry;
  if (!fn) return;
  const ms = timeout * slower;
  entry.fn = () => {
    const done = new AbortController();
    const tooLong = async () => {
      await pause(ms, undefined, { signal: done.signal });
      throw new Error(`not done within ${ms / 1_000} s`);
    };
    return Promise.race([Promise.resolve().then(fn), tooLong()]).finally(() => done.abort());
  };
}

async function ownDatabase(name) {
  const { env } = process;
  const client = new Client({ connectionString: other(env.INDGANG_TEST_SUPER_URL, 'postgres') });
  await client.connect();
  await client.query(`create database ${name} owner indgang_owner template indgang`);
  await client.end();
  for (const role of ['OWNER', 'APP', 'SUPER']) env[`INDGANG_TEST_${role}_URL`] = other(env[`INDGANG_TEST_${role}_URL`], name);
  if (env.INDGANG_TEST_REDIS_URL) env.INDGANG_TEST_REDIS_URL = other(env.INDGANG_TEST_REDIS_URL, Number(env.JEST_WORKER_ID) % 16);
}

function other(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return String(address);
}
