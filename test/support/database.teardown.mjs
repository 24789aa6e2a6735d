/** Ends what database.setup.mjs began. */
import { rmSync } from 'node:fs';

export default async function teardown() {
  const { postgres, redis, place } = globalThis.indgangTest;
  redis?.child.kill('SIGKILL');
  await postgres.stop();
  rmSync(place, { recursive: true, force: true });
}
