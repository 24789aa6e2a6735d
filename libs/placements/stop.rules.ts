/** A placement's days, half-open, and the day its stop is asked for: the first day the citizen is no longer there. */
export interface StopAsked {
  readonly from: string;
  readonly until: string;
  readonly on: string;
  readonly over: boolean;
}

export type Stop =
  | { readonly refusal: 'placement.over' | 'placement.stop-after-end' }
  /** Never began: it keeps its days for the record, and holds the slot no more. */
  | { readonly cancelled: true }
  | { readonly until: string };

/** What stopping means. A stop shortens; only a new reservation lengthens. */
export function stopOf({ from, until, on, over }: StopAsked): Stop {
  if (over) return { refusal: 'placement.over' };
  if (on >= until) return { refusal: 'placement.stop-after-end' };
  return on <= from ? { cancelled: true } : { until: on };
}
