import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PostgresHome } from './postgres-home.js';

/** Built beside its place and moved there, so that a kill half-way leaves nothing that looks finished. */
export function initialise({ data, native, runAs }: PostgresHome, superuserPassword: string): void {
  const fresh = `${data}.new`;
  const password = join(dirname(data), 'password.new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(password, superuserPassword, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined)
    for (const path of [fresh, password]) chownSync(path, runAs.uid, runAs.gid);
  try {
    const flags = [
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--no-instructions',
    ];
    const made = spawnSync(join(native, 'bin/initdb'), ['-D', fresh, ...flags], {
      encoding: 'utf8',
      cwd: fresh,
      env: environment,
      ...runAs,
    });
    if (made.error) throw made.error;
    if (made.status !== 0) throw new Error(made.stderr);
    renameSync(fresh, data);
  } finally {
    rmSync(password, { force: true });
  }
}

/** The letters æ, ø and å must count as letters in trigram search, so never the bare C locale. */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
/** The server's whole environment: nothing of the caller's can change how it works. */
export const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: locale };

/** The server's settings as command-line flags, so that a newer version's take effect on an older folder. */
export function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_statement: 'none',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
