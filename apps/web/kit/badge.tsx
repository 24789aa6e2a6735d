import type { ComponentChildren } from 'preact';
import type { Ui } from './ui.js';

const tones = {
  neutral: 'badge',
  info: 'badge badge-info',
  good: 'badge badge-success',
  warn: 'badge badge-warning',
  bad: 'badge badge-error',
} as const;
export type Tone = keyof typeof tones;

/** A state in a word or two. The word carries the meaning; the colour only helps. */
export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={tones[tone]}>{children}</span>
);

export type ModelNumber = 1 | 2 | 3 | 4;
const models = {
  1: { class: 'model model-1', key: 'kit.model.1' },
  2: { class: 'model model-2', key: 'kit.model.2' },
  3: { class: 'model model-3', key: 'kit.model.3' },
  4: { class: 'model model-4', key: 'kit.model.4' },
} as const;

/** The collaboration model of an agreement: '1 Faste pladser'. */
export const ModelBadge = ({ ui, model }: { ui: Pick<Ui, 't'>; model: ModelNumber }) => (
  <span class={models[model].class}>
    <b>{model}</b> {ui.t(models[model].key)}
  </span>
);
