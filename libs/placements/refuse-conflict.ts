import { formatter } from '#dictionary';
import { isDate, lastDay, Refusal, type Actor } from '#platform';
import { conflictIn, type Check } from './change.rules.js';

/** A check's days as people say them: `until` is the last day. */
export function worded({ language }: Pick<Actor, 'language'>, params: Check['params']): Record<string, string | number> {
  const { formatDate } = formatter(language);
  const said = (name: string, value: string | number): string | number => {
    if (typeof value === 'number' || !isDate(value)) return value;
    return formatDate(name === 'until' ? lastDay({ from: value, to: value }) : value);
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}

/** Refuses with the first conflict's own code and sentence; its days are extra members of the problem document. `why`: what was stated for going beyond a mentor's limit. */
export function refuseConflict(actor: Actor, checks: readonly Check[], why?: string): void {
  const conflict = conflictIn(checks, why);
  if (conflict) throw new Refusal(conflict.code, { params: worded(actor, conflict.params), extra: conflict.params });
}
