/**
 * A real PostgreSQL 18 for machines that have none: started by `npm start` and by the tests, never in a real installation.
 *
 * The server is a process group of its own, so that Ctrl-C in the terminal reaches Node first and Node may finish its
 * requests; it is ended when Node ends, and started again should it die before that.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf, PlainFault } from './plain-fault.js';
import { environment, initialise, settings } from './postgres-cluster.js';
import { prepareDatabase } from './postgres-database.js';
import { type PostgresHome, postgresHome } from './postgres-home.js';
import { IN_USE, leftover, stopLeftover } from './postgres-leftover.js';
import { address, loadSecrets, type Secrets } from './postgres-secrets.js';

/**
 * For tests only: `durable: false` may lose what was promised when the machine dies, `programs` is another PostgreSQL
 * to run (the folder above its `bin`) instead of the bundled one, and `mayRestart` is what a restart waits for.
 */
export type EmbeddedOptions = {
  folder: string;
  durable?: boolean;
  programs?: string;
  mayRestart?: () => Promise<unknown>;
  note?: (line: string) => void;
};

/** Addresses for the owner (migrations), the application and the superuser, and the way to stop. */
export type EmbeddedPostgres = { ownerUrl: string; appUrl: string; superUrl: string; stop(): Promise<void> };

const MEBIBYTE = 2 ** 20;

/** Answers of a server that will be there in a moment; any other one is final. */
const startingUp = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/**
 * Starts the server, first making its folder, roles and database where they are missing. Restarts it should it die.
 * @throws PlainFault when the folder cannot be written, the disk is full, or another start is using the same folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  try {
    const home = postgresHome(options.folder, options.programs);
    requireSpace(dirname(home.data));
    const secrets = loadSecrets(options.folder);
    await stopLeftover(home.data, secrets);
    if (!existsSync(join(home.data, 'PG_VERSION'))) initialise(home, secrets.postgres);
    const server = new Server(home, secrets, options, await freePort());
    await server.start();
    await prepareDatabase(server.url('postgres', 'postgres'), secrets);
    return {
      ownerUrl: server.url('indgang_owner', 'indgang'),
      appUrl: server.url('indgang_app', 'indgang'),
      superUrl: server.url('postgres', 'indgang'),
      stop: () => server.stop(),
    };
  } catch (error) {
    throw plain(error, options.folder);
  }
}

/** The server that another process is running on this folder, or undefined when none is. */
export function runningEmbeddedPostgres(folder: string): { pid: number; ownerUrl: string; appUrl: string } | undefined {
  const at = existsSync(folder) ? leftover(folder) : undefined;
  if (!at) return undefined;
  const secrets = loadSecrets(folder);
  return {
    pid: at.pid,
    ownerUrl: address('indgang_owner', secrets, at.port, 'indgang'),
    appUrl: address('indgang_app', secrets, at.port, 'indgang'),
  };
}

class Server {
  private child: ChildProcess | undefined;
  private lock: Client | undefined;
  private stopping = false;
  private readonly onExit = () => this.child?.kill('SIGINT');

  constructor(
    private readonly home: PostgresHome,
    private readonly secrets: Secrets,
    private readonly options: EmbeddedOptions,
    private readonly port: number,
  ) {}

  url(user: keyof Secrets, database: string): string {
    return address(user, this.secrets, this.port, database);
  }

  async start(): Promise<void> {
    process.once('exit', this.onExit);
    this.launch('w');
    await this.holdLock();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.lock?.end().catch(() => undefined);
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // It does not keep Node alive, but is waited for.
      child.ref();
      child.kill('SIGINT');
      const impatient = setTimeout(() => child.kill('SIGQUIT'), 15_000);
      await gone;
      clearTimeout(impatient);
    }
    process.off('exit', this.onExit);
  }

  private launch(logMode: 'w' | 'a'): void {
    const log = openSync(logFile(this.options.folder), logMode, 0o600);
    const { native, data, runAs } = this.home;
    const child = spawn(
      join(native, 'bin/postgres'),
      ['-D', data, ...settings(this.port, this.options.durable ?? true)],
      {
        detached: true,
        stdio: ['ignore', log, log],
        cwd: data,
        env: environment,
        ...runAs,
      },
    );
    closeSync(log);
    child.unref();
    child.once('error', () => undefined);
    child.once('exit', () => void this.exited());
    this.child = child;
  }

  /** PostgreSQL must not stay away because someone ended it: requests get 503 for a second or two, then it is back. */
  private async exited(): Promise<void> {
    if (this.stopping || !this.lock) return;
    this.options.note?.('PostgreSQL ended unexpectedly and is started again.');
    await (this.options.mayRestart?.() ?? pause(500));
    if (this.stopping) return;
    rmSync(join(this.home.data, 'postmaster.pid'), { force: true });
    this.launch('a');
    await this.holdLock().catch(() => undefined);
  }

  private async holdLock(): Promise<void> {
    for (;;) {
      const client = new Client({
        connectionString: this.url('postgres', 'postgres'),
        application_name: 'indgang start',
      });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query('select pg_advisory_lock($1)', [IN_USE]);
        this.lock = client;
        return;
      } catch (error) {
        await client.end().catch(() => undefined);
        const ended = !this.child || this.child.exitCode !== null || this.child.signalCode !== null;
        if (ended || !startingUp.has(codeOf(error))) throw error;
        await pause(30);
      }
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const bound = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return bound !== null && typeof bound === 'object' ? bound.port : 0;
}

function requireSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 150 * MEBIBYTE)
    throw new PlainFault(
      `The disk is full: less than 150 MB free for ${folder}.`,
      'Free some space, or set DATA_FOLDER to a folder on another disk.',
    );
}

const logFile = (folder: string) => `${folder}.log`;

/** Turns what PostgreSQL or the file system said into a sentence; keeps anything unforeseen as it is. */
function plain(error: unknown, folder: string): unknown {
  if (error instanceof PlainFault) return error;
  const log = existsSync(logFile(folder)) ? readFileSync(logFile(folder), 'utf8').slice(-4000) : '';
  const said = `${codeOf(error)} ${error instanceof Error ? error.message : ''} ${log}`;
  if (/ENOSPC|No space left/.test(said))
    return new PlainFault(
      `The disk is full: PostgreSQL could not write to ${folder}.`,
      'Free some space, or set DATA_FOLDER to a folder on another disk.',
    );
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied/.test(said))
    return new PlainFault(
      `PostgreSQL may not write to ${folder}.`,
      'Check who owns the folder, or set DATA_FOLDER to one you can write to.',
    );
  if (/lock file .* already exists/.test(said))
    return new PlainFault('Indgang is already running on this data folder.', 'Stop the other `npm start` first.');
  return new PlainFault(
    `PostgreSQL did not start; its own words are in ${logFile(folder)}.`,
    error instanceof Error ? error.message.split('\n')[0] : '',
  );
}
