/** Takes a job and never finishes it: for the test that kills the process with the job in its hands. */
import { Jobs } from '../../libs/platform/jobs.js';
import type { QueueBackend } from '../../libs/platform/queue-connection.js';

const jobs = new Jobs(JSON.parse(process.argv[2] ?? '') as QueueBackend);
jobs.work('stuck', () => {
  process.stdout.write('begun\n');
  return new Promise(() => undefined);
});
jobs.start();
