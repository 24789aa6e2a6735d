import type { Ui } from './ui.js';

/** Drawings from the Danish design system that the build puts in icons.svg. */
export const iconNames = [
  'arrow-forward',
  'business',
  'calendar-month',
  'check',
  'chevron-down',
  'chevron-right',
  'close',
  'document',
  'download',
  'edit',
  'email',
  'error',
  'info',
  'language',
  'location',
  'lock',
  'menu',
  'person',
  'persons',
  'plus',
  'search',
  'settings',
  'share',
  'sort-table-ascending',
  'sort-table-descending',
  'sort-table-none',
  'success',
  'time',
  'upload',
  'warning',
] as const;
export type IconName = (typeof iconNames)[number];

/** A drawing beside text. It says nothing to a screen reader: the text must be enough. */
export const Icon = ({ ui, name }: { ui: Pick<Ui, 'asset'>; name: IconName }) => (
  <svg class="icon-svg" aria-hidden="true" focusable="false">
    <use href={`${ui.asset('icons.svg')}#${name}`} />
  </svg>
);
