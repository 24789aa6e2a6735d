/** What a citizen looks for, as far as a place can be measured against it. */
export interface Seeker {
  /** The sectors wished for, in order; none: any will do. */
  readonly sectorIds: readonly string[];
  readonly minutesPossible: number | null;
  readonly considerationIds: readonly string[];
  readonly travelMinutes: number | null;
  readonly transport: 'foot' | 'bicycle' | 'public' | 'car' | null;
}

export interface Offered {
  readonly sectorId: string | null;
  readonly minutesPerWeek: number;
  readonly considerationIds: readonly string[];
  /** As the crow flies from the citizen's postal district; null: one of the two is not on the map. */
  readonly km: number | null;
}

/** How a place and a citizen fit. Advice: nothing here keeps anybody from reserving. */
export interface Fit {
  /** What the work must offer and this place does not. */
  readonly missing: readonly string[];
  readonly sector: 'wished' | 'other' | 'any';
  readonly hours: 'fits' | 'more' | 'unknown';
  readonly distance: 'near' | 'far' | 'unknown';
  /** In whole kilometres. */
  readonly km: number | null;
  /** The lower, the better; 0: everything fits. */
  readonly rank: number;
}

/** Kilometres an hour as the crow flies, waiting and detours in it: a first guess, which the two people know better. */
const speeds = { foot: 4, bicycle: 12, public: 22, car: 40 } as const;

/** How far somebody comes in the time they can travel; null: they have not said. */
export const reachOf = ({ travelMinutes, transport }: Pick<Seeker, 'travelMinutes' | 'transport'>): number | null =>
  travelMinutes === null ? null : (travelMinutes / 60) * speeds[transport ?? 'public'];

/** A missing consideration weighs most, then a way that is too long, then another trade; hours can be talked about. */
const weights = { missing: 8, far: 4, other: 2, more: 1 } as const;

export function fitOf(seeker: Seeker, place: Offered): Fit {
  const missing = seeker.considerationIds.filter((id) => !place.considerationIds.includes(id));
  const sector = seeker.sectorIds.length === 0 ? 'any' : place.sectorId !== null && seeker.sectorIds.includes(place.sectorId) ? 'wished' : 'other';
  const hours = seeker.minutesPossible === null ? 'unknown' : place.minutesPerWeek <= seeker.minutesPossible ? 'fits' : 'more';
  const reach = reachOf(seeker);
  const distance = place.km === null || reach === null ? 'unknown' : place.km <= reach ? 'near' : 'far';
  const rank = missing.length * weights.missing + (distance === 'far' ? weights.far : 0) + (sector === 'other' ? weights.other : 0) + (hours === 'more' ? weights.more : 0);
  return { missing, sector, hours, distance, km: place.km === null ? null : Math.round(place.km), rank };
}

/** The best first; of equals the nearer. */
export const byFit = (a: Pick<Fit, 'rank' | 'km'>, b: Pick<Fit, 'rank' | 'km'>): number => a.rank - b.rank || (a.km ?? 999) - (b.km ?? 999);
