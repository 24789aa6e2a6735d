/**
 * Tells a server that is in use from one left behind by a kill -9. Whoever serves holds an advisory lock in the server as
 * long as it lives: process numbers are used again after a restart, such locks are not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf, PlainFault } from './plain-fault.js';
import { address, type Secrets } from './postgres-secrets.js';

/** The lock's number. */
export const IN_USE = 4_720_001;

/** Ends a server that outlived its Node process, and clears a lock file whose server is gone. */
export async function stopLeftover(data: string, secrets: Secrets): Promise<void> {
  const left = leftover(data);
  if (left) {
    if (await inUse(left.port, secrets))
      throw new PlainFault(
        'Indgang is already running on this data folder.',
        'Stop the other `npm start` first, or set DATA_FOLDER to a folder of its own.',
      );
    process.kill(left.pid, 'SIGINT');
    for (let waited = 0; isPostgres(left.pid); waited += 50) {
      if (waited === 20_000) process.kill(left.pid, 'SIGQUIT');
      await pause(50);
    }
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

async function inUse(port: number, secrets: Secrets): Promise<boolean> {
  const client = new Client({
    connectionString: address('postgres', secrets, port, 'postgres'),
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // A killed Node's sessions end within milliseconds; the wait keeps a quick restart from being refused.
    await client.query(`set lock_timeout = '1s'`);
    await client.query('select pg_advisory_lock($1)', [IN_USE]);
    return false;
  } catch (error) {
    return codeOf(error) === '55P03';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server that runs on this folder, whoever started it. */
export function leftover(data: string): { pid: number; port: number } | undefined {
  try {
    const [pid, , , port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    return pid && port && isPostgres(pid) ? { pid, port } : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Alive and PostgreSQL: after a restart of the machine the number may belong to another program, or to a zombie. */
function isPostgres(pid: number): boolean {
  if (existsSync('/proc/self/stat')) {
    const stat = `/proc/${pid}/stat`;
    return existsSync(stat) && /^\d+ \(postgres\) [^ZX]/.test(readFileSync(stat, 'utf8'));
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes('postgres');
}
