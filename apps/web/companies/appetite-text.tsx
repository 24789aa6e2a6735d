import type { MonthRequests } from '#agreements';
import type { Appetite } from '#companies';
import { Badge, type Tone, type Ui } from '../kit/index.js';

const tones = { offering: 'good', maybe: 'warn', not_now: 'bad' } as const satisfies Record<Appetite['light'], Tone>;

/** Vil gerne, måske or ikke nu: in a word, with reason and date. */
export const AppetiteText = ({ ui, appetite }: { readonly ui: Ui; readonly appetite: Appetite }) => (
  <span class="appetite">
    {appetite.workplace && `${appetite.workplace}: `}
    <Badge tone={tones[appetite.light]}>{ui.t(`appetite.light.${appetite.light}`)}</Badge> <span class="muted">{[appetite.reason, ui.t('appetite.since', { date: ui.formatDate(appetite.setOn) })].filter(Boolean).join(' · ')}</span>
  </span>
);

/** This month's requests against the company's own limit; nothing when it has none. */
export function requestsText(ui: Ui, { asked, limit }: MonthRequests): string | undefined {
  if (limit === null) return undefined;
  const text = ui.t.n('appetite.month', asked, { limit });
  return asked >= limit ? `${text} ${ui.t('appetite.month.over')}` : text;
}
