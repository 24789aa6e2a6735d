import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built files lie: beside the built program, or in dist/ when run from source as the tests do. */
const folders = [new URL('../../assets/', import.meta.url), new URL('../../dist/assets/', import.meta.url)];

function readManifest(): { folder: string; files: Record<string, string> } {
  for (const folder of folders) {
    try {
      return {
        folder: fileURLToPath(folder),
        files: JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error('The pages have no style sheet: run "npm run build" first.');
}

let manifest: ReturnType<typeof readManifest> | undefined;
const built = () => (manifest ??= readManifest());

/** The folder to serve under /assets/, with `immutable` caching: a changed file gets a new name. */
export const assetsFolder = (): string => built().folder;

/** '/assets/indgang.3f2a….css' for 'indgang.css'. Throws for a name the build does not make. */
export function asset(name: string): string {
  const file = built().files[name];
  if (!file) throw new Error(`No built file named ${name}`);
  return `/assets/${file}`;
}
