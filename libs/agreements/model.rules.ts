/** The four collaboration models of VCG2 (product.md, R35). They differ in policy, not in shape. */
export type Model = 'fixed_slots' | 'standing' | 'match_driven' | 'cluster';

/** What the rules judge: counts and yes/no, gathered by the action; no I/O here. */
export interface AgreementFacts {
  readonly workplaces: number;
  /** Named mentors active on the first day (or today, when that is later). */
  readonly mentors: number;
  /** Of them, without a training date. */
  readonly untrainedMentors: number;
  readonly workplacesWithoutMentor: number;
  readonly slots: number;
  readonly hasContactPerson: boolean;
  readonly hasCoordinator: boolean;
  readonly slotPooling: 'pooled' | 'per_workplace' | null;
  /** Somebody is placed on, or first in line for, one of its places: now or later. */
  readonly taken: boolean;
  /** An accepted match this agreement is born of. */
  readonly hasMatch: boolean;
  /** How often it is followed up, and how, in words. */
  readonly hasFollowUpPlan: boolean;
  /** The mentor's task is paid for on days the agreement no longer covers. */
  readonly paidBeyondEnd: boolean;
}

/** Why not: a dictionary key below `refusal.agreement.`; or what to mind: one below `warning.agreement.`. */
export type Code = string;

/** What every model answers. A fifth model does not compile until it answers all of it (models.rules.ts). */
export interface ModelRules {
  /** One company, or a cluster of workplaces that may span companies. */
  readonly party: 'company' | 'cluster';
  /** Whether it promises places before a citizen exists. Model 3 never does. */
  readonly promisesSlots: boolean;
  /** Promised places are called when needed (2), rather than standing ready (1, 4). */
  readonly callable: boolean;
  /** Whether an idle place is a problem to show: always, never, or as the agreement says. */
  readonly refill: (setting: boolean | undefined) => boolean;
  /** What must be true to write a draft. */
  mayCreate(facts: AgreementFacts): readonly Code[];
  /** What must be true before it counts. */
  mayActivate(facts: AgreementFacts): readonly Code[];
  /** Worth knowing, never a hindrance. */
  warnings(facts: AgreementFacts): readonly Code[];
}

/** `code` when `broken`, as a list to spread. */
export const when = (broken: boolean, code: Code): readonly Code[] => (broken ? [code] : []);
