import { setImmediate } from 'node:timers/promises';
import type { Steps } from './steps.rules.js';

/** So many steps take a few milliseconds, whatever the computation: a step is one row's part of it. */
const STEPS_AT_A_TIME = 64;

/** Does a long computation a few milliseconds at a time: in between everybody else's requests are answered. */
export async function inSlices<T>(steps: Steps<T>, stepsAtATime = STEPS_AT_A_TIME): Promise<T> {
  for (let done = 1; ; done += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (done % stepsAtATime === 0) await setImmediate();
  }
}
