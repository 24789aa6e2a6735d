import { fileURLToPath } from 'node:url';
import { PlainFault, WrongSetting } from '#platform';

/** Runs `work` when the file at `url` is the one that Node was asked to run; a fault becomes a sentence and exit code 1. */
export async function command(url: string, work: () => Promise<void>): Promise<void> {
  if (process.argv[1] !== fileURLToPath(url)) return;
  try {
    await work();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

/** Says what is wrong in words; only a fault that nobody foresaw shows its stack. */
export function explain(error: unknown): void {
  if (error instanceof PlainFault) console.error(`\n${error.message}\n${error.hint}`);
  else if (error instanceof WrongSetting) console.error(`\n${error.message}`);
  else console.error(error);
}
