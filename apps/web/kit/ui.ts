import type { Formatter } from '#platform';

/** Text of a key in the reader's language; `n` chooses between `<key>.one` and `<key>.other` and fills in `{n}`. */
export interface Translate {
  (key: string, values?: Record<string, string | number>): string;
  n(key: string, count: number, values?: Record<string, string | number>): string;
}

export type Language = 'da' | 'en';

/** Who is looking: only what the frame round a page shows. */
export interface Viewer {
  name: string;
  roles: readonly string[];
}

/** All a page knows of its reader. Components are pure functions of their props; this is always one of them. */
export interface Ui extends Formatter {
  t: Translate;
  lang: Language;
  /** Address of a built file: asset('indgang.css'). */
  asset(name: string): string;
  /** Put in every form that posts (the `Form` component does). */
  csrf: string;
  /** Path and query of this page, for the language switch and the current menu item. */
  path: string;
  /** Label of the organisation, shown at the top left. */
  organisation?: string;
  viewer?: Viewer;
  /** Demo data: says so in a banner. */
  demo: boolean;
}
