/** A workplace today, as the board counts it. */
export interface WorkplaceToday {
  /** Agreed places that are neither occupied nor promised away. */
  readonly free: number;
  /** Of these, the ones whose mentor should be trained by now (training-needs.rules.ts). */
  readonly freeDue: number;
  readonly mentors: number;
  /** What the mentors not away can still carry (`mentor_headroom`); below zero when overfull. */
  readonly headroom: number;
  /** What those away would add if they were back. */
  readonly awayRoom: number;
  /** The part of the headroom that untrained mentors give. */
  readonly untrainedRoom: number;
}

export interface LostPlaces {
  readonly unnamed: number;
  readonly full: number;
  readonly away: number;
  readonly untrained: number;
}

/**
 * Places that nobody can start in today because of a mentor, each under one cause: nobody is named, those named are
 * full, they would do if they were not away, or they are not trained yet. Never more than are free.
 */
export function lostPlaces({ free, freeDue, mentors, headroom, awayRoom, untrainedRoom }: WorkplaceToday): LostPlaces {
  const usable = (room: number): number => Math.min(free, Math.max(0, room));
  const now = usable(headroom);
  const withAway = Math.max(now, usable(headroom + awayRoom));
  const lacking = free - withAway;
  const trained = usable(headroom - Math.max(0, untrainedRoom));
  return {
    unnamed: mentors === 0 ? lacking : 0,
    full: mentors === 0 ? 0 : lacking,
    away: withAway - now,
    untrained: Math.min(freeDue, now - trained),
  };
}

export const lostInAll = ({ unnamed, full, away, untrained }: LostPlaces): number => unnamed + full + away + untrained;
