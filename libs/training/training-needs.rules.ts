/** Who must be trained when, by model (product.md; domain.md 2.1-2.4, R43): the whole rule is this table. */
export interface TrainingRule {
  /** The day it is due from: the signing, the first match, or the day the mentor was named. */
  readonly since: 'signed' | 'matched' | 'named';
  readonly who: readonly TrainedRole[];
  /** Whether a start may wait for it, where the organisation says so. In model 3 it comes after the start by its nature. */
  readonly gates: boolean;
}

export type TrainedRole = 'mentor' | 'coordinator';
export type TrainingModel = 'fixed_slots' | 'standing' | 'match_driven' | 'cluster';

export const trainingRules: Readonly<Record<TrainingModel, TrainingRule>> = {
  fixed_slots: { since: 'signed', who: ['mentor'], gates: true },
  standing: { since: 'matched', who: ['mentor'], gates: true },
  match_driven: { since: 'named', who: ['mentor'], gates: false },
  cluster: { since: 'signed', who: ['mentor', 'coordinator'], gates: true },
};

/** Days are 'YYYY-MM-DD' in Denmark. */
export interface TrainingFacts {
  readonly model: TrainingModel;
  readonly role: TrainedRole;
  readonly today: string;
  /** The day the agreement was activated; null: a draft. */
  readonly signedOn: string | null;
  /** The day of the first "yes" under the agreement. */
  readonly matchedOn: string | null;
  readonly namedOn: string | null;
  readonly trainedOn: string | null;
  /** First day the training no longer counts. */
  readonly trainedUntil: string | null;
}

export interface TrainingNeed {
  readonly kind: 'first' | 'refresher';
  readonly since: string;
  readonly gates: boolean;
}

const counts = ({ trainedOn, trainedUntil, today }: Pick<TrainingFacts, 'trainedOn' | 'trainedUntil' | 'today'>): boolean =>
  trainedOn !== null && trainedOn <= today && (trainedUntil === null || trainedUntil > today);

/** What somebody still has to learn, and since when; undefined: nothing, or not yet. Never a reason to refuse a slot. */
export function trainingNeed(facts: TrainingFacts): TrainingNeed | undefined {
  const { model, role, today, signedOn, matchedOn, namedOn, trainedOn, trainedUntil } = facts;
  const rule = trainingRules[model];
  if (!rule.who.includes(role) || signedOn === null || counts(facts)) return undefined;
  const begins = { signed: signedOn, matched: matchedOn, named: namedOn }[rule.since];
  if (begins === null) return undefined;
  // Nobody is asked to be trained before being named, nor anew before the training lapsed.
  const lapsed = trainedOn !== null && trainedOn <= today;
  const since = [begins, namedOn, lapsed ? trainedUntil : null].reduce<string>((latest, each) => (each !== null && each > latest ? each : latest), '');
  return since <= today ? { kind: lapsed ? 'refresher' : 'first', since, gates: rule.gates } : undefined;
}
