export const mentorStates = ['ready', 'untrained', 'full', 'away'] as const;
export type MentorState = (typeof mentorStates)[number];

export interface MentorStanding {
  readonly today: string;
  readonly activeFrom: string;
  readonly activeUntil: string | null;
  readonly trainedOn: string | null;
  readonly trainedUntil: string | null;
  readonly away: boolean;
  readonly accepts: number;
  readonly trainees: number;
}

/** Whether the training counts on a day: there is one, and it has not lapsed. */
export const isTrained = ({ today, trainedOn, trainedUntil }: Pick<MentorStanding, 'today' | 'trainedOn' | 'trainedUntil'>): boolean =>
  trainedOn !== null && trainedOn <= today && (trainedUntil === null || trainedUntil > today);

/** What stands in the way of one more trainee today; `ready` alone when nothing does; nothing for who is no mentor today. */
export function mentorStatesOf(mentor: MentorStanding): MentorState[] {
  const { today, activeFrom, activeUntil, away, accepts, trainees } = mentor;
  if (activeFrom > today || (activeUntil !== null && activeUntil <= today)) return [];
  const found: MentorState[] = [];
  if (!isTrained(mentor)) found.push('untrained');
  if (trainees >= accepts) found.push('full');
  if (away) found.push('away');
  return found.length > 0 ? found : ['ready'];
}
