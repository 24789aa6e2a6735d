import { cluster } from './cluster.rules.js';
import { fixedSlots } from './fixed-slots.rules.js';
import { matchDriven } from './match-driven.rules.js';
import type { Model, ModelRules } from './model.rules.js';
import { standing } from './standing.rules.js';

/** Every model's rules. Exhaustive: a fifth model is a compile error until it is written. */
export const models: Readonly<Record<Model, ModelRules>> = {
  fixed_slots: fixedSlots,
  standing,
  match_driven: matchDriven,
  cluster,
};
