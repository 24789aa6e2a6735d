import type { Formatter, Translate } from '#dictionary';
import type { Language } from '#platform';

/** Who is looking: only what the frame round a page shows. */
export interface Viewer {
  id?: string;
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
  /** Marks the forms of one showing of a page, so that one posted twice counts once. On a mentor's own pages. */
  once?: string;
  /** Path and query of this page, for the language switch and the current menu item. */
  path: string;
  /** Label of the organisation, shown at the top left. */
  organisation?: string;
  viewer?: Viewer;
  /** Demo data: says so in a banner. */
  demo: boolean;
}
