import type { Ui } from './ui.js';

interface LiveBarProps {
  ui: Ui;
  /** The event stream (SSE) of the session. Its messages carry a name and an id, never rendered rows. */
  stream: string;
  /** Name of the message that counts. */
  event: string;
  /** GET answers JSON `{ "n": 3 }`: how many of the new ones this reader's filter and rights let through. */
  countHref: string;
  /** This list again, from the top. */
  href: string;
  /** Dictionary key with `.one` and `.other`: "{n} ny åbning", "{n} nye åbninger". */
  textKey: string;
}

/** "3 nye åbninger – vis": rows never move under the reader's hand. Empty until something comes. */
export const LiveBar = ({ ui, stream, event, countHref, href, textKey }: LiveBarProps) => (
  <div
    class="live-bar"
    hx-sse:connect={stream}
    data-live={event}
    data-count={countHref}
    data-one={ui.t(`${textKey}.one`)}
    data-other={ui.t(`${textKey}.other`)}
  >
    <span role="status" />
    <a href={href} hidden>
      {ui.t('kit.live.show')}
    </a>
  </div>
);
