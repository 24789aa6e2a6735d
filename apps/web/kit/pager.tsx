import type { Ui } from './ui.js';

/** The next page of a keyset list. `href` carries the cursor; nothing when the list is at its end. */
export const Pager = ({ ui, href }: { ui: Ui; href?: string }) =>
  href ? (
    <nav class="pager" aria-label={ui.t('kit.pager')}>
      <a class="button button-secondary" href={href} rel="next">
        <span>{ui.t('kit.pager.more')}</span>
      </a>
    </nav>
  ) : null;
