import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explain } from './explain.js';

/** Runs `work` when the file at `url` is the one that Node was asked to run; a fault becomes a sentence and exit code 1. */
export async function command(url: string, work: () => Promise<void>): Promise<void> {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  try {
    await work();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
