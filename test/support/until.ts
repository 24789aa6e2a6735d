import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition instead of for a time; the test's own time limit ends a wait that is in vain. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20);
}
