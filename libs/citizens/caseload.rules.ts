/** How much a role with one citizen weighs, in percent of a citizen (R103: roles and tasks, not heads only). */
export interface CaseloadWeights {
  readonly consultantPercent: number;
  readonly caseworkerPercent: number;
  readonly mentorPercent: number;
}

/** With how many citizens somebody has each role today. */
export interface RoleCounts {
  readonly consultant: number;
  readonly caseworker: number;
  readonly mentor: number;
}

/** The weighted caseload in citizens, to one decimal. */
export const caseloadOf = ({ consultant, caseworker, mentor }: RoleCounts, weights: CaseloadWeights): number =>
  Math.round((consultant * weights.consultantPercent + caseworker * weights.caseworkerPercent + mentor * weights.mentorPercent) / 10) / 10;

/** Whether a caseload has come to the number from which it is a warning (40 unless the organisation says otherwise, R102). */
export const isHeavy = (caseload: number, warning: number): boolean => caseload >= warning;
