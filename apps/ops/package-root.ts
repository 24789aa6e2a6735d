import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json, seen from the sources and from `dist` alike: migrations and data are found from here. */
export const packageRoot = above(dirname(fileURLToPath(import.meta.url)));

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  return above(dirname(folder));
}

/** Where `npm start` keeps the database it brings itself; DATA_FOLDER is relative to the repository. */
export function databaseFolder(dataFolder: string): string {
  return join(resolve(packageRoot, dataFolder), 'postgres');
}
