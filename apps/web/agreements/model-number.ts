import type { Model } from '#agreements';
import type { ModelNumber } from '../kit/index.js';

/** The models by the number people know them by. */
export const modelNumber: Readonly<Record<Model, ModelNumber>> = { fixed_slots: 1, standing: 2, match_driven: 3, cluster: 4 };
