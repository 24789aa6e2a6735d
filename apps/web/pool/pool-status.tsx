import type { PoolRow } from '#openings';
import { addDays } from '#platform';
import { Badge, ModelBadge, type Tone, type Ui } from '../kit/index.js';
import { modelNumber } from '../agreements/model-number.js';

type Standing = Pick<PoolRow, 'free' | 'reserved' | 'queue' | 'slotId' | 'model' | 'freeFrom' | 'freeUntil' | 'capLeft'>;

/** Free for fewer than 13 weeks: its last day is worth a word. */
export function lastFreeDay({ freeFrom, freeUntil }: Pick<PoolRow, 'freeFrom' | 'freeUntil'>, today: string): string | undefined {
  const first = freeFrom > today ? freeFrom : today;
  return freeUntil !== null && freeUntil < addDays(first, 91) ? addDays(freeUntil, -1) : undefined;
}

/** How an opening stands today, in a word or two, with its tone. */
function standing(ui: Ui, row: Standing, today: string): readonly [Tone, string] {
  const { free, reserved, queue, slotId, model, freeFrom, freeUntil, capLeft } = row;
  if (free === 0 && reserved > 0) return ['warn', queue > 0 ? ui.t('poolPage.status.queue', { n: queue }) : ui.t('poolPage.status.reserved')];
  if (free === 0) return ['neutral', ui.t(capLeft === 0 ? 'poolPage.status.full' : 'poolPage.status.taken')];
  const last = lastFreeDay(row, today);
  const words = { period: ui.formatPeriod({ from: freeFrom, to: freeUntil ?? freeFrom }), date: ui.formatDate(last ?? freeFrom) };
  const say = (key: string): string => ui.t(`poolPage.status.${key}${last ? '.last' : ''}`, words);
  if (slotId && freeFrom > today) return ['neutral', say('until')];
  return model === 'standing' ? ['info', say('callable')] : ['good', say('free')];
}

export const PoolStatus = ({ ui, row, today }: { readonly ui: Ui; readonly row: Standing; readonly today: string }) => {
  const [tone, text] = standing(ui, row, today);
  return <Badge tone={tone}>{text}</Badge>;
};

/** The model of the agreement behind an opening; one that a colleague found outside any agreement says so. */
export const PoolModel = ({ ui, model }: { readonly ui: Ui; readonly model: PoolRow['model'] }) =>
  model ? <ModelBadge ui={ui} model={modelNumber[model]} /> : <Badge>{ui.t('poolPage.model.shared')}</Badge>;
