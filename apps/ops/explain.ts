import { PlainFault, WrongSetting } from '#platform';

/** Says what is wrong in words; only a fault that nobody foresaw shows its stack. */
export function explain(error: unknown): void {
  if (error instanceof PlainFault) console.error(`\n${error.message}\n${error.hint}\n`);
  else if (error instanceof WrongSetting) console.error(`\n${error.message}\n`);
  else console.error(error);
}
