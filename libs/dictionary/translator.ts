import type { Language } from '#platform';
import { da } from './da.js';
import { en } from './en.js';

type Values = Readonly<Record<string, string | number>>;

/** Text of a key; `n` chooses `<key>.one` or `<key>.other` and fills in `{n}`. */
export interface Translate {
  (key: string, values?: Values): string;
  n(key: string, count: number, values?: Values): string;
}

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { da, en };

/** What a key says in a language, with `{name}` filled in. An unknown key shows itself: a test finds it before a reader. */
function say(language: Language, key: string, values: Values = {}): string {
  const text = texts[language][key] ?? texts.da[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function speaker(language: Language): Translate {
  const plural = new Intl.PluralRules(language);
  const t = (key: string, values?: Values): string => say(language, key, values);
  return Object.assign(t, {
    n: (key: string, count: number, values?: Values): string =>
      say(language, `${key}.${plural.select(count) === 'one' ? 'one' : 'other'}`, { n: count, ...values }),
  });
}

const speakers: Readonly<Record<Language, Translate>> = { da: speaker('da'), en: speaker('en') };

/** The dictionary in one language. */
export const translator = (language: Language): Translate => speakers[language];

/** Whether a key exists, for texts whose key is made of data (a role, a reason). */
export const hasText = (key: string): boolean => key in da;

/** Danish unless English is asked for: by the cookie that the switch sets, else by Accept-Language. */
export function languageOf(headers: { readonly cookie?: string; readonly 'accept-language'?: string }): Language {
  const chosen = /(?:^|;\s*)lang=(da|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  if (chosen) return chosen as Language;
  const wished = (headers['accept-language'] ?? '').slice(0, 100).toLowerCase().split(',');
  const [best] = wished
    .map((each) => ({ language: /^\s*(da|en)\b/.exec(each)?.[1], weight: Number(/;\s*q=([\d.]+)/.exec(each)?.[1] ?? 1) }))
    .filter(({ language, weight }) => language && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return best?.language === 'en' ? 'en' : 'da';
}
