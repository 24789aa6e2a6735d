import type { Refusal } from '#platform';
import { ButtonRow, LinkButton, Page } from './kit/index.js';
import { renderPage } from './kit/render.js';
import { uiOf, type PageRequest } from './ui-of-request.js';

/**
 * What a person sees when something is refused: the sentence, and a way on. One who is not signed in is sent to sign
 * in and comes back to where they were going.
 */
export function errorPage(request: object, refusal: Refusal): { readonly html: string } | { readonly redirect: string } {
  const asked = request as PageRequest & { readonly method: string };
  if (refusal.status === 401) return { redirect: signInAddress(asked) };
  const ui = uiOf(asked);
  const node = (
    <Page ui={ui} title={ui.t(`web.error.title.${titleOf(refusal.status)}`)} layout={ui.viewer ? 'narrow' : 'bare'}>
      <p class="lead">{ui.t(`refusal.${refusal.code}`, refusal.details.params)}</p>
      {refusal.details.faults?.length ? (
        <ul>
          {refusal.details.faults.map((fault) => (
            <li key={fault.field}>
              <strong>{fault.field}</strong>: {ui.t(fault.code, fault.params)}
            </li>
          ))}
        </ul>
      ) : null}
      <ButtonRow>
        <LinkButton ui={ui} href={isMentors(asked.url) ? '/mentor' : '/'}>
          {ui.t('web.error.home')}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
  return { html: renderPage(node) };
}

const titleOf = (status: number): string => ({ 403: 'forbidden', 404: 'missing', 429: 'wait', 503: 'away' })[status] ?? (status >= 500 ? 'fault' : 'refused');

/** A mentor's own pages have another way in: by a link in a mail. */
const isMentors = (url: string): boolean => /^\/mentor(?=[/?]|$)/.test(url);

function signInAddress({ method, url }: { readonly method: string; readonly url: string }): string {
  if (isMentors(url)) return '/mentor/adgang';
  return method === 'GET' && url !== '/' ? `/log-ind?next=${encodeURIComponent(url)}` : '/log-ind';
}
