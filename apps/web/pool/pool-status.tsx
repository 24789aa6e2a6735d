import type { PoolRow } from '#openings';
import { addDays } from '#platform';
import { Badge, ModelBadge, type Tone, type Ui } from '../kit/index.js';
import { modelNumber } from '../agreements/model-number.js';

type Standing = Pick<PoolRow, 'free' | 'reserved' | 'queue' | 'slotId' | 'model' | 'freeFrom' | 'capLeft'>;

/** Free for fewer than 13 weeks: its last day is worth a word. */
export function lastFreeDay({ freeFrom, freeUntil }: Pick<PoolRow, 'freeFrom' | 'freeUntil'>, today: string): string | undefined {
  const first = freeFrom > today ? freeFrom : today;
  return freeUntil !== null && freeUntil < addDays(first, 91) ? addDays(freeUntil, -1) : undefined;
}

/** How an opening stands today, in a word or two, with its tone. */
function standing(ui: Ui, { free, reserved, queue, slotId, model, freeFrom, capLeft }: Standing, today: string): readonly [Tone, string] {
  if (free === 0 && reserved > 0) return ['warn', queue > 0 ? ui.t('poolPage.status.queue', { n: queue }) : ui.t('poolPage.status.reserved')];
  if (free === 0) return ['neutral', ui.t(capLeft === 0 ? 'poolPage.status.full' : 'poolPage.status.taken')];
  if (slotId && freeFrom > today) return ['neutral', ui.t('poolPage.status.until', { date: ui.formatDate(freeFrom) })];
  if (model === 'standing') return ['info', ui.t('poolPage.status.callable')];
  return ['good', ui.t('poolPage.status.free')];
}

export const PoolStatus = ({ ui, row, today }: { readonly ui: Ui; readonly row: Standing; readonly today: string }) => {
  const [tone, text] = standing(ui, row, today);
  return <Badge tone={tone}>{text}</Badge>;
};

/** The model of the agreement behind an opening; one that a colleague found outside any agreement says so. */
export const PoolModel = ({ ui, model }: { readonly ui: Ui; readonly model: PoolRow['model'] }) =>
  model ? <ModelBadge ui={ui} model={modelNumber[model]} /> : <Badge>{ui.t('poolPage.model.shared')}</Badge>;
