/**
 * Makes `dist` from the sources, when they are newer than the last build: `npm ci` builds once, each later `npm start`
 * only looks. Without the compiler (`npm ci --omit=dev`) an existing build is used as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = join(root, 'dist/.built');
const sources = [
  'apps',
  'libs',
  'migrations',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

process.exitCode = build();

function build() {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (!sources.some((source) => newerThan(join(root, source), built))) return 0;
  const compiler = findCompiler();
  if (!compiler && built)
    return say('The sources are newer than dist, and the compiler is not installed: dist is used as it is.', 0);
  if (!compiler)
    return say('Nothing built: the compiler is missing. Run `npm ci` without --omit=dev once, and keep dist.', 1);
  const started = Date.now();
  rmSync(stamp, { force: true });
  if (!run(compiler, '-p', 'tsconfig.build.json')) return 1;
  const assets = join(root, 'apps/ops/build-assets.mjs');
  if (existsSync(assets) && !run(assets)) return 1;
  mkdirSync(dirname(stamp), { recursive: true });
  // The stamp is the time the build began: what was saved while it ran is built next time.
  writeFileSync(stamp, '');
  utimesSync(stamp, new Date(started), new Date(started));
  return 0;
}

function newerThan(path, moment) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  if (!found.isDirectory()) return found.mtimeMs > moment;
  if (found.mtimeMs > moment) return true;
  return readdirSync(path).some((name) => newerThan(join(path, name), moment));
}

function findCompiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  } catch {
    return undefined;
  }
}

function run(...command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;
}

function say(sentence, code) {
  console.log(sentence);
  return code;
}
