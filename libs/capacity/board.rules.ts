import { addDays } from '#platform';

/** How many weeks past the chosen date the board also looks. */
export const weeksAhead = [0, 4, 8, 13] as const;

/** The chosen date and those the board looks ahead to. */
export const horizonsOf = (date: string): string[] => weeksAhead.map((weeks) => addDays(date, weeks * 7));

/** One number for each of the four days. */
export type Ahead = readonly number[];

/** Places of one model in one cell, as counted. A slot is in exactly one of three states a day; the rest are free. */
export interface SlotCount {
  readonly agreed: Ahead;
  readonly occupied: Ahead;
  readonly reserved: Ahead;
}

/** What was counted for a sector in a municipality; null where a workplace has none. */
export interface CountedCell {
  readonly sectorId: string | null;
  readonly municipalityCode: string | null;
  readonly models: Readonly<Partial<Record<CapacityModel, SlotCount>>>;
  readonly open: Ahead;
  readonly mentorHeadroom: Ahead;
}

/** The models that promise places before there is a citizen. Match-driven outreach (model 3) adds nothing, ever. */
export type CapacityModel = 'fixed_slots' | 'standing' | 'cluster';
export const committedModels: readonly CapacityModel[] = ['fixed_slots', 'cluster'];
export const callableModels: readonly CapacityModel[] = ['standing'];

/** Places on a day: free = agreed − occupied − reserved. */
export interface Places {
  readonly agreed: number;
  readonly occupied: number;
  readonly reserved: number;
  readonly free: number;
}

export interface BoardFigures {
  /** Models 1 and 4: places that are agreed and should be in use. */
  readonly committed: Places;
  /** Model 2: places that may be called on. Idle is as agreed, never a fault; so never added to `committed`. */
  readonly callable: Places;
  /** Places in openings shared outside any agreement. */
  readonly open: number;
  /** Trainees the named mentors could still carry, summed over workplaces, none below zero. */
  readonly mentorHeadroom: number;
  /** The ratio rule is not computed yet. */
  readonly legalHeadroom: null;
  readonly ahead: readonly { readonly weeks: number; readonly committedFree: number; readonly callableFree: number }[];
}

const nothing: Ahead = weeksAhead.map(() => 0);
const plus = (a: Ahead, b: Ahead): Ahead => a.map((value, day) => value + (b[day] ?? 0));

/** Two cells as one: a region's, a sector's, or the whole. */
export function addCells(a: CountedCell, b: CountedCell): CountedCell {
  const models: Partial<Record<CapacityModel, SlotCount>> = { ...a.models };
  for (const model of [...committedModels, ...callableModels]) {
    const [one, other] = [a.models[model], b.models[model]];
    if (other) models[model] = one ? addCounts(one, other) : other;
  }
  return { ...a, models, open: plus(a.open, b.open), mentorHeadroom: plus(a.mentorHeadroom, b.mentorHeadroom) };
}

const addCounts = (a: SlotCount, b: SlotCount): SlotCount => ({
  agreed: plus(a.agreed, b.agreed),
  occupied: plus(a.occupied, b.occupied),
  reserved: plus(a.reserved, b.reserved),
});

export const emptyCell = (sectorId: string | null, municipalityCode: string | null): CountedCell => ({
  sectorId,
  municipalityCode,
  models: {},
  open: nothing,
  mentorHeadroom: nothing,
});

/** A cell's numbers for the first day, and what is free later. `model` leaves the other models' places out. */
export function figuresOf(cell: CountedCell, model?: string): BoardFigures {
  const asked = (models: readonly CapacityModel[]): SlotCount[] =>
    models.flatMap((each) => (model === undefined || model === each ? (cell.models[each] ?? []) : []));
  const [committed, callable] = [asked(committedModels), asked(callableModels)];
  return {
    committed: placesOn(0, committed),
    callable: placesOn(0, callable),
    open: cell.open[0] ?? 0,
    mentorHeadroom: cell.mentorHeadroom[0] ?? 0,
    legalHeadroom: null,
    ahead: weeksAhead.slice(1).map((weeks, index) => ({
      weeks,
      committedFree: placesOn(index + 1, committed).free,
      callableFree: placesOn(index + 1, callable).free,
    })),
  };
}

function placesOn(day: number, counts: readonly SlotCount[]): Places {
  let [agreed, occupied, reserved] = [0, 0, 0];
  for (const count of counts) {
    agreed += count.agreed[day] ?? 0;
    occupied += count.occupied[day] ?? 0;
    reserved += count.reserved[day] ?? 0;
  }
  return { agreed, occupied, reserved, free: agreed - occupied - reserved };
}
