/** The product as people start it: the built programs, run by Node alone, with a folder and a port of their own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { begins } from './begins.js';
import { until } from './until.js';

const root = join(import.meta.dirname, '../..');

export const script = (name: string): string => join(root, `dist/apps/ops/${name}.js`);

/** As `prestart` does, unless the test run has built already; a type error elsewhere is the type check's business, not a test's. */
export const build = (): unknown => process.env.INDGANG_TEST_BUILT ?? spawnSync(process.execPath, [join(root, 'apps/ops/build.mjs')]);

/** One run of a built program, with no environment but what is named. */
export class Program {
  /** All it printed. */
  said = '';
  private readonly child: ChildProcess;

  constructor(name: string, env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [script(name)], {
      env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async ready(): Promise<this> {
    await until(() => this.said.includes('is ready') || this.ended);
    expect(this.said).toContain('is ready');
    return this;
  }

  async exitCode(): Promise<number | null> {
    await until(() => this.ended);
    return this.child.exitCode;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

/** `npm start` on an empty folder, on the tests' day: its own PostgreSQL, demo data, everything in one process. */
export async function startProduct(): Promise<Product> {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'indgang-product-'));
  const port = await freePort();
  const day = { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'test-day.mjs')).href}`, INDGANG_TEST_BEGINS: begins };
  const program = await new Program('start', { DATA_FOLDER: folder, PORT: String(port), ...day }).ready();
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      program.kill('SIGTERM');
      await program.exitCode();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = await listen(0);
  const at = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return at !== null && typeof at === 'object' ? at.port : 0;
}

export function listen(at: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => server.once('error', reject).listen(at, '127.0.0.1', () => resolve(server)));
}
