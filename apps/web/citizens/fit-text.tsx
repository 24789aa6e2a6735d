import type { Fit } from '#openings';
import { Badge, LinkButton, type Option, type Ui } from '../kit/index.js';
import { labelOf } from './citizen-choices.js';
import { citizenHref } from './citizen-href.js';

interface Props {
  readonly ui: Ui;
  readonly fit: Fit;
  readonly considerations: readonly Option[];
  /** The citizen's hours, where they are fewer than the place's. */
  readonly minutesPossible: number | null;
}

/** How a citizen and a place fit, in words: what is missing, the trade, the way, the hours. Advice, never a verdict. */
export const FitText = ({ ui, fit, considerations, minutesPossible }: Props) => (
  <span class="badges">
    {fit.missing.length === 0 ? <Badge tone="good">{ui.t('pick.fits')}</Badge> : <Badge tone="warn">{ui.t('fit.missing', { what: fit.missing.map((id) => labelOf(considerations, id)).join(', ') })}</Badge>}
    {fit.sector !== 'any' && <Badge tone={fit.sector === 'wished' ? 'good' : 'neutral'}>{ui.t(`fit.sector.${fit.sector}`)}</Badge>}
    {fit.km !== null && <Badge tone={fit.distance === 'far' ? 'warn' : 'neutral'}>{ui.t(fit.distance === 'far' ? 'fit.far' : 'fit.km', { n: fit.km })}</Badge>}
    {fit.hours === 'more' && minutesPossible !== null && <Badge tone="neutral">{ui.t('fit.hours', { hours: ui.formatHours(minutesPossible) })}</Badge>}
  </span>
);

/** From a citizen and a place on: to reserve at once, or to meet the company first. */
export const GoOn = ({ ui, openingId, citizenId }: { readonly ui: Ui; readonly openingId: string; readonly citizenId: string }) => (
  <span class="badges">
    <LinkButton ui={ui} small href={`/puljen/${openingId}/borger/${citizenId}#reserver`}>
      {ui.t('pick.reserve')}
    </LinkButton>
    <LinkButton ui={ui} small kind="secondary" href={`${citizenHref(citizenId, 'besoeg')}/ny?openingId=${openingId}`}>
      {ui.t('pick.coffee')}
    </LinkButton>
  </span>
);
