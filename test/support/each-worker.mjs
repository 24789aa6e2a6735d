/**
 * Before the first test of each worker. The runner lets Node itself load the tests, so that what they import is loaded
 * once a worker and not once a file; what it does not do is to give up on a test that never ends.
 */
import { addEventHandler } from 'jest-circus';
import { setTimeout as pause } from 'node:timers/promises';

const usualMs = 60_000;
/** A limit tells a test that hangs, not one that is slow: those stated hold on a machine this many times slower too. */
const slower = 6;

// Meant for the workers, not for the products that tests start.
delete process.env.NODE_OPTIONS;

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
