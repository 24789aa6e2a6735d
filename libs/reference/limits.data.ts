/**
 * How long a measure may last and how many a workplace may have, by rules of law with the days they hold. Advice for
 * the organisation: the grant decides, and the municipality must confirm the rows. A reform is a new row.
 *
 * Source: LAB § 61 (duration of work placement), the executive order's § 65 (reasonableness requirement); from
 * 1 July 2025 community-benefit work has neither limit of its own. Exact lists of § 61 (1) are as commonly administered.
 */
export interface DurationRule {
  readonly code: string;
  readonly measure: string;
  /** Codes of target groups; empty: all that no other rule of the measure names. */
  readonly targetGroups: readonly string[];
  /** When it holds only where something is so; null: the usual rule. */
  readonly circumstanceDa: string | null;
  readonly circumstanceEn: string | null;
  readonly unit: 'week' | 'month';
  /** Null: the law sets no limit. */
  readonly length: number | null;
  /** In all, after a concrete assessment. */
  readonly prolongedTo: number | null;
  /** So much more at a time beyond that, where there is a very special need. */
  readonly further: number | null;
  readonly version: string;
  readonly law: string;
  /** Half-open. */
  readonly from: string;
  readonly to: string | null;
}

export interface RatioRule {
  readonly version: string;
  /** From so many full-time employees on, one person for every `per`; half-open steps. */
  readonly steps: readonly { readonly from: number; readonly per: number }[];
  readonly atLeast: number;
  /** How many months the number of employees is the mean of. */
  readonly months: number;
  /** A full-time week in minutes: what one place is on both sides. */
  readonly fullTimeMinutes: number;
  /** What counts on the used side; by choice, where the organisation says so. */
  readonly measures: readonly string[];
  readonly measuresByChoice: readonly string[];
  /** What must fit itself: Integration Act placements count but are not themselves checked. */
  readonly measuresChecked: readonly string[];
  readonly law: string;
  readonly from: string;
  readonly to: string | null;
}

export interface AdditionalityRule {
  readonly version: string;
  /** The latest month is held against the mean of so many, itself among them. */
  readonly months: number;
  /** Which measures ask for it. */
  readonly measures: readonly string[];
  readonly law: string;
  readonly from: string;
  readonly to: string | null;
}

const labBegan = '2020-01-01';
const usual = { circumstanceDa: null, circumstanceEn: null, unit: 'week', prolongedTo: null, further: null, version: '2024', from: labBegan, to: null } as const;
const shortGroups = ['LAB6-01', 'LAB6-02', 'LAB6-04'];

export const durationRules: readonly DurationRule[] = [
  { ...usual, code: 'WP-SHORT', measure: 'WORK_PLACEMENT', targetGroups: shortGroups, length: 4, law: 'LAB § 61, stk. 1' },
  {
    ...usual,
    code: 'WP-SHORT-NEW-GRADUATE',
    measure: 'WORK_PLACEMENT',
    targetGroups: shortGroups,
    circumstanceDa: 'nyuddannede',
    circumstanceEn: 'newly educated',
    length: 8,
    law: 'LAB § 61, stk. 1',
  },
  {
    ...usual,
    code: 'WP-SHORT-HARD-TO-EMPLOY',
    measure: 'WORK_PLACEMENT',
    targetGroups: shortGroups,
    circumstanceDa: 'personer uden erhvervserfaring, med langvarig ledighed eller svære at få i job',
    circumstanceEn: 'people without work experience, long unemployed or hard to employ',
    length: 13,
    prolongedTo: 26,
    further: 13,
    law: 'LAB § 61, stk. 1 og 2',
  },
  { ...usual, code: 'WP-LONG', measure: 'WORK_PLACEMENT', targetGroups: [], length: 13, prolongedTo: 26, further: 13, law: 'LAB § 61, stk. 1 og 2' },
  { ...usual, code: 'SUBSIDY-PRIVATE', measure: 'WAGE_SUBSIDY', targetGroups: [], unit: 'month', length: 6, law: 'LAB kap. 12' },
  {
    ...usual,
    code: 'SUBSIDY-PUBLIC',
    measure: 'WAGE_SUBSIDY',
    targetGroups: [],
    circumstanceDa: 'offentlige arbejdsgivere',
    circumstanceEn: 'public employers',
    unit: 'month',
    length: 4,
    law: 'LAB kap. 12',
  },
  { ...usual, code: 'UTILITY', measure: 'UTILITY_WORK', targetGroups: [], length: null, version: '2025', law: 'LAB kap. 13', from: '2025-07-01' },
];

export const ratioRules: readonly RatioRule[] = [
  {
    version: '2020',
    steps: [
      { from: 0, per: 5 },
      { from: 50, per: 10 },
    ],
    atLeast: 1,
    months: 4,
    fullTimeMinutes: 2220,
    measures: ['WORK_PLACEMENT', 'WAGE_SUBSIDY', 'INTEGRATION_PLACEMENT'],
    measuresByChoice: ['UTILITY_WORK'],
    measuresChecked: ['WORK_PLACEMENT', 'WAGE_SUBSIDY'],
    law: 'Bekendtgørelsens § 65 om rimelighedskravet (LAB kap. 11 og 12)',
    from: labBegan,
    to: null,
  },
];

export const additionalityRules: readonly AdditionalityRule[] = [
  { version: '2020', months: 12, measures: ['WAGE_SUBSIDY'], law: 'LAB kap. 12 (merbeskæftigelse)', from: labBegan, to: null },
];
