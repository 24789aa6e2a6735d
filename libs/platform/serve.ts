import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config.js';
import { codeOf, PlainFault } from './plain-fault.js';
import { Readiness } from './readiness.js';

/** Requests get this long to finish, jobs 25 s after them at most; a second later the process is gone. */
const patienceMs = { requests: 20_000, all: 29_000 };

/**
 * Listens, and stops without breaking a reply: not ready at once, no new connections, running requests finished, then the
 * jobs, then the pools (Nest's shutdown hooks). Answers how to stop; calling it twice is calling it once.
 * @throws PlainFault when the port is taken or not allowed.
 */
export async function serve(app: INestApplication, config: Config): Promise<() => Promise<void>> {
  const readiness = app.get(Readiness, { strict: false });
  await readiness.requireSafeRole();
  await app.listen(config.port, config.host).catch((error: unknown) => {
    throw portFault(error, config);
  });
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= windDown(app, readiness));
}

/** What a failure to listen means, in words. */
export function portFault(error: unknown, { port, host }: Pick<Config, 'port' | 'host'>): unknown {
  if (codeOf(error) === 'EADDRINUSE')
    return new PlainFault(
      `Port ${port} is taken by another program.`,
      `Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  if (codeOf(error) === 'EACCES')
    return new PlainFault(`Port ${port} may not be used by this account.`, 'Choose one above 1023 with PORT.');
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error)))
    return new PlainFault(
      `HOST is not an address of this machine (${host.length} characters).`,
      'Leave it out for this machine only, or 0.0.0.0 for all.',
    );
  return error;
}

async function windDown(app: INestApplication, readiness: Readiness): Promise<void> {
  const overdue = new AbortController();
  readiness.stop();
  const server = app.getHttpServer() as Server;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([
    closed,
    pause(patienceMs.requests, undefined, { signal: overdue.signal }).catch(() => undefined),
  ]);
  server.closeAllConnections();
  await Promise.race([
    app.close(),
    pause(patienceMs.all - patienceMs.requests, undefined, { signal: overdue.signal }).catch(() => undefined),
  ]);
  overdue.abort();
}

/**
 * Runs `stop` once on the signals that ask a process to end, then ends it: 0 when it stopped well, 1 when it did not, or
 * not in time. Until then the process stays, also when nothing but the end of another one is waited for.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  const giveUp = (): never => {
    process.stderr.write(`Not everything came to its end within ${patienceMs.all / 1_000} seconds; it is left to itself.\n`);
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      setTimeout(giveUp, patienceMs.all);
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
