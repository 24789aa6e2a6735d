import type { ModelNumber } from '../kit/index.js';

export type Model = 'fixed_slots' | 'standing' | 'match_driven' | 'cluster';

/** The models by the number people know them by. */
export const modelNumber: Readonly<Record<Model, ModelNumber>> = { fixed_slots: 1, standing: 2, match_driven: 3, cluster: 4 };
