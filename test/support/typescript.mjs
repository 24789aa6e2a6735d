/**
 * Lets plain `node` import the TypeScript sources, for what runs outside jest: setting up the test database, and the bench.
 * Types are stripped by the same compiler as jest uses, `#library` means the source, and nothing is written to `dist`.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
