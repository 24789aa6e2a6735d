import type { Model } from '#agreements';

/** What may happen to an agreement's places and matches over time. */
export const occasions = [
  /** A place is, or will be within the organisation's lead time, empty and unreserved. */
  'runs-free',
  /** A placement ended before its time, or was cancelled before it began; nobody waits for the place. */
  'stopped-early',
  /** A first reservation came to nothing and nobody waits. */
  'fell-through',
  /** Somebody is first on a place: a match. */
  'first-reserved',
  /** The time between two questions about the offer has gone by. */
  'offer-time',
  /** The placement of the match an agreement was born of is over. */
  'match-over',
] as const;
export type Occasion = (typeof occasions)[number];

/** The kinds of task that follow from a model. */
export type UpkeepKind = 'refill' | 'call-slot' | 'offer-question' | 'match-over';

/** What is judged: the model, and whether an idle place is a problem (always in 1, as agreed in 4: `agreement.refill`). */
export interface PromiseOf {
  readonly model: Model | null;
  readonly refill: boolean;
}

const empty: Readonly<Record<Model, UpkeepKind | null>> = { fixed_slots: 'refill', standing: null, match_driven: null, cluster: 'refill' };
const only = (model: Model, kind: UpkeepKind): Readonly<Record<Model, UpkeepKind | null>> => ({ fixed_slots: null, standing: null, match_driven: null, cluster: null, [model]: kind });

const raises: Readonly<Record<Occasion, Readonly<Record<Model, UpkeepKind | null>>>> = {
  'runs-free': empty,
  'stopped-early': empty,
  'fell-through': empty,
  'first-reserved': only('standing', 'call-slot'),
  'offer-time': only('standing', 'offer-question'),
  'match-over': only('match_driven', 'match-over'),
};

/**
 * Which task an occasion raises under a model (domain.md 2.1-2.4, R39). Never a refill in models 2 and 3, and in model 4
 * only as the agreement says; what was shared outside any agreement raises nothing.
 */
export function raisedBy(occasion: Occasion, { model, refill }: PromiseOf): UpkeepKind | null {
  const kind = model === null ? null : raises[occasion][model];
  return kind === 'refill' && !refill ? null : kind;
}
