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
  /** Of the free places, by what limits them; `committed` counts models 1 and 4 together, as one workplace's room is shared. */
  readonly room: Readonly<Partial<Record<RoomKey, RoomCount>>>;
  readonly open: Ahead;
  readonly mentorHeadroom: Ahead;
  /** Workplaces with agreed places: how many more the ratio rule allows, and at how many that is unknown. */
  readonly legalHeadroom: Ahead;
  readonly legalKnown: Ahead;
  readonly legalUnknown: Ahead;
}

/** Free places: those that can be filled, and those kept back by the ratio rule or for want of a mentor's time. */
export interface RoomCount {
  readonly placeable: Ahead;
  readonly heldByLaw: Ahead;
  readonly heldByMentor: Ahead;
}
export type RoomKey = CapacityModel | 'committed';

/** The models that promise places before there is a citizen. Match-driven outreach (model 3) adds nothing, ever. */
export type CapacityModel = 'fixed_slots' | 'standing' | 'cluster';
export const committedModels: readonly CapacityModel[] = ['fixed_slots', 'cluster'];
export const callableModels: readonly CapacityModel[] = ['standing'];
const roomKeys: readonly RoomKey[] = [...committedModels, ...callableModels, 'committed'];

/** Places on a day: free = agreed − occupied − reserved = placeable + heldByLaw + heldByMentor. */
export interface Places {
  readonly agreed: number;
  readonly occupied: number;
  readonly reserved: number;
  readonly free: number;
  /** By workplace the least of what is free, what the ratio rule leaves (unknown: no limit) and what mentors can carry. */
  readonly placeable: number;
  readonly heldByLaw: number;
  readonly heldByMentor: number;
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
  /** People more the ratio rule allows at workplaces with agreed places, at the hours agreed there; null: known nowhere. */
  readonly legalHeadroom: number | null;
  /** Workplaces with agreed places whose number of employees nobody has said. */
  readonly legalUnknown: number;
  readonly ahead: readonly FiguresAhead[];
}

export interface FiguresAhead {
  readonly weeks: number;
  readonly committedFree: number;
  readonly callableFree: number;
  readonly committedPlaceable: number;
  readonly callablePlaceable: number;
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
  const room: Partial<Record<RoomKey, RoomCount>> = { ...a.room };
  for (const key of roomKeys) {
    const [one, other] = [a.room[key], b.room[key]];
    if (other) room[key] = one ? addRooms(one, other) : other;
  }
  return {
    ...a,
    models,
    room,
    open: plus(a.open, b.open),
    mentorHeadroom: plus(a.mentorHeadroom, b.mentorHeadroom),
    legalHeadroom: plus(a.legalHeadroom, b.legalHeadroom),
    legalKnown: plus(a.legalKnown, b.legalKnown),
    legalUnknown: plus(a.legalUnknown, b.legalUnknown),
  };
}

const addRooms = (a: RoomCount, b: RoomCount): RoomCount => ({
  placeable: plus(a.placeable, b.placeable),
  heldByLaw: plus(a.heldByLaw, b.heldByLaw),
  heldByMentor: plus(a.heldByMentor, b.heldByMentor),
});

const addCounts = (a: SlotCount, b: SlotCount): SlotCount => ({
  agreed: plus(a.agreed, b.agreed),
  occupied: plus(a.occupied, b.occupied),
  reserved: plus(a.reserved, b.reserved),
});

export const emptyCell = (sectorId: string | null, municipalityCode: string | null): CountedCell => ({
  sectorId,
  municipalityCode,
  models: {},
  room: {},
  open: nothing,
  mentorHeadroom: nothing,
  legalHeadroom: nothing,
  legalKnown: nothing,
  legalUnknown: nothing,
});

/** A cell's numbers for the first day, and what is free later. `model` leaves the other models' places out. */
export function figuresOf(cell: CountedCell, model?: string): BoardFigures {
  const asked = (models: readonly CapacityModel[]): SlotCount[] =>
    models.flatMap((each) => (model === undefined || model === each ? (cell.models[each] ?? []) : []));
  const committed = (day: number): Places => placesOn(day, asked(committedModels), roomOf(cell, committedModels, 'committed', model));
  const callable = (day: number): Places => placesOn(day, asked(callableModels), roomOf(cell, callableModels, 'standing', model));
  return {
    committed: committed(0),
    callable: callable(0),
    open: cell.open[0] ?? 0,
    mentorHeadroom: cell.mentorHeadroom[0] ?? 0,
    legalHeadroom: (cell.legalKnown[0] ?? 0) > 0 ? (cell.legalHeadroom[0] ?? 0) : null,
    legalUnknown: cell.legalUnknown[0] ?? 0,
    ahead: weeksAhead.slice(1).map((weeks, index) => {
      const [agreed, called] = [committed(index + 1), callable(index + 1)];
      return { weeks, committedFree: agreed.free, callableFree: called.free, committedPlaceable: agreed.placeable, callablePlaceable: called.placeable };
    }),
  };
}

/** Another model's room is not theirs, so models that were not asked for have none. */
function roomOf(cell: CountedCell, models: readonly CapacityModel[], whole: RoomKey, model?: string): RoomCount | undefined {
  const key = model === undefined ? whole : models.find((each) => each === model);
  return key && cell.room[key];
}

function placesOn(day: number, counts: readonly SlotCount[], room?: RoomCount): Places {
  let [agreed, occupied, reserved] = [0, 0, 0];
  for (const count of counts) {
    agreed += count.agreed[day] ?? 0;
    occupied += count.occupied[day] ?? 0;
    reserved += count.reserved[day] ?? 0;
  }
  return {
    agreed,
    occupied,
    reserved,
    free: agreed - occupied - reserved,
    placeable: room?.placeable[day] ?? 0,
    heldByLaw: room?.heldByLaw[day] ?? 0,
    heldByMentor: room?.heldByMentor[day] ?? 0,
  };
}
