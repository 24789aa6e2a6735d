/** `npm run accept`: rewrites what is checked in about the schema, the permissions and the API. Read `git diff` after it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../../node_modules/.bin/jest', import.meta.url));
const specs = ['test/schema-drift.spec.ts', 'test/permissions.spec.ts'];
const { status } = spawnSync(process.execPath, [jest, ...specs], {
  stdio: 'inherit',
  env: { ...process.env, INDGANG_ACCEPT: '1' },
});
process.exitCode = status ?? 1;
