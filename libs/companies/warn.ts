import { translator } from '#dictionary';
import type { Actor } from '#platform';

/** Something to look at that stops nothing: a stable code and a sentence in the reader's language. */
export interface Warning {
  readonly code: string;
  readonly text: string;
}

/** The sentence of `warning.<code>`. */
export const warn = (actor: Actor, code: string, values: Readonly<Record<string, string | number>> = {}): Warning => ({
  code,
  text: translator(actor.language)(`warning.${code}`, values),
});
