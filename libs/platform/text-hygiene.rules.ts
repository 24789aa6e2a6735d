import type { InputFault } from './refusal.js';
import { holdsCpr } from './cpr.rules.js';

/** Secrets and what only a program reads: taken as they are. */
const asTheyAre = new Set(['password', 'newPassword', 'currentPassword', 'token', 'cursor', '_csrf', '_once']);
/** Fields with numbers that look like a CPR number but are something else. */
const exemptFromCpr = new Set([...asTheyAre, 'pNumber', 'cvr', 'phone', 'contactPhone']);
/** An id of ours may by chance hold ten such digits, and can hold nobody's number. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// NUL cannot be stored by PostgreSQL, and half a surrogate pair would silently become U+FFFD.
const unstorable = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

/** What turns the direction of the text around it, and what has no width: both make a text look like another one. */
const hidden = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Drawn as nothing, or as a mark on a letter that is not there. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{M}\s\u2800]/gu;

/** A text without hidden signs; empty when nothing of it can be seen, so that a name of such signs is a missing name. */
export function visibleText(text: string): string {
  const shown = text.replace(hidden, '');
  return shown.replace(unseen, '') === '' ? '' : shown;
}

export interface Tidied {
  readonly value: unknown;
  readonly faults: readonly InputFault[];
}

/**
 * Every text that comes in, at any depth: without hidden signs; composed (NFC), so that "å" is one character and found
 * again; refused when it cannot be stored or holds a CPR-shaped number (product rule 2). The number itself is never repeated.
 * What is only asked for (`'certain'`: paths, searches) is refused for a sure one alone, or one P-number in eight could
 * not be searched for; what would be stored is refused for a possible one too.
 */
export function tidyText(input: unknown, only?: 'certain'): Tidied {
  const faults: InputFault[] = [];
  const walk = (value: unknown, field: string, depth: number): unknown => {
    if (depth > 20) {
      faults.push({ field, code: 'fault.too-deep' });
      return null;
    }
    if (typeof value === 'string') return tidyOne(value, field, faults, only);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${field}[${index}]`, depth + 1));
    if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return value;
    const entries = Object.entries(value).map(([name, item]) => [
      unstorable(name) ? '' : name,
      walk(item, field ? `${field}.${name}` : name, depth + 1),
    ]);
    return Object.fromEntries(entries);
  };
  return { value: walk(input, '', 0), faults };
}

function tidyOne(text: string, field: string, faults: InputFault[], only?: 'certain'): string {
  if (unstorable(text)) {
    faults.push({ field, code: 'fault.unreadable-text' });
    return '';
  }
  const name = field.split('.').at(-1)?.replace(/\[\d+\]$/, '') ?? '';
  const composed = (asTheyAre.has(name) ? text : visibleText(text)).normalize('NFC');
  if (!exemptFromCpr.has(name) && !uuid.test(composed) && holdsCpr(composed, only)) faults.push({ field, code: 'fault.cpr' });
  return composed;
}
