import type { ComponentChildren } from 'preact';
import { Footer, Header } from './frame.js';
import { AboutCitizen, TextAdvice } from './text-advice.js';
import type { Ui } from './ui.js';

export interface PageProps {
  ui: Ui;
  /** The h1, and the first part of the browser's title. */
  title: string;
  /** Under the h1: one line of context. */
  lead?: ComponentChildren;
  /** Buttons to the right of the h1. */
  actions?: ComponentChildren;
  /** `narrow` for forms and reading, `bare` without menu and htmx (sign-in, the mentor's page). */
  layout?: 'wide' | 'narrow' | 'bare';
  /** Above the h1: the way back, `<BackLink>`. */
  back?: ComponentChildren;
  /** Confirmations, `<Toast>`; outside the flow of the page. */
  toast?: ComponentChildren;
  /** Without JavaScript: seconds until the page looks again by itself, for work that is under way. */
  refreshSeconds?: number;
  /** False: no scripts at all, for a page opened on a phone with a poor connection. */
  scripts?: boolean;
  /** Where the name at the top leads; a mentor's own pages have a first page of their own. */
  home?: string;
  /** What is written here is about a citizen: advice against naming a diagnosis comes while one writes. */
  aboutCitizen?: boolean;
  children: ComponentChildren;
}

const Head = ({ ui, title, layout, refreshSeconds, scripts }: Pick<PageProps, 'ui' | 'title' | 'layout' | 'refreshSeconds' | 'scripts'>) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {refreshSeconds && (
      <noscript>
        <meta http-equiv="refresh" content={String(refreshSeconds)} />
      </noscript>
    )}
    <title>{`${title} – Indgang`}</title>
    <link rel="icon" href={ui.asset('logo.svg')} type="image/svg+xml" />
    <link rel="preload" href={ui.asset('plex-400.woff2')} as="font" type="font/woff2" crossOrigin="anonymous" />
    <link rel="stylesheet" href={ui.asset(layout === 'bare' ? 'bare.css' : 'indgang.css')} />
    {layout !== 'bare' && <script src={ui.asset('htmx.js')} defer />}
    {scripts && <script src={ui.asset('indgang.js')} defer />}
  </head>
);

/** A whole HTML document. Render with `renderPage` to get the doctype before it. */
export function Page({ ui, title, lead, actions, layout = 'wide', back, toast, refreshSeconds, scripts = true, home, aboutCitizen, children }: PageProps) {
  return (
    <html lang={ui.lang}>
      <Head ui={ui} title={title} layout={layout} refreshSeconds={refreshSeconds} scripts={scripts} />
      <body class={`layout-${layout}`}>
        <a class="skip-link" href="#main">
          {ui.t('kit.skip')}
        </a>
        <Header ui={ui} bare={layout === 'bare'} home={home} />
        <main id="main" class="page" tabIndex={-1}>
          {back}
          <div class="page-head">
            <div>
              <h1>{title}</h1>
              {lead && <p class="lead">{lead}</p>}
            </div>
            {actions && <div class="page-actions">{actions}</div>}
          </div>
          <TextAdvice ui={ui} />
          {aboutCitizen ? <AboutCitizen ui={ui}>{children}</AboutCitizen> : children}
        </main>
        <div id="toasts" class="toasts">
          {toast}
        </div>
        <Footer ui={ui} />
      </body>
    </html>
  );
}

export const BackLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="way-back" href={href}>
    {children}
  </a>
);
