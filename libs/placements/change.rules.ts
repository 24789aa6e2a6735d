import { stopOf } from './stop.rules.js';

/**
 * What can be done to a placement's days and place. `rotate` is a move within a cluster, which finds the slot itself;
 * `take-back` undoes the move that made the segment.
 */
export type Verb = 'extend' | 'end' | 'move' | 'rotate' | 'take-back' | 'pause' | 'hours';

/** Half-open days. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/** The mentor there will be at the place, on the first day. */
export interface MentorFacts {
  readonly name: string;
  readonly trained: boolean;
  /** Paused on the first day. */
  readonly away: boolean;
  /** Carried in those days already, this citizen not counted, and how many at most. */
  readonly load: number;
  readonly accepts: number;
  /** First day no longer mentor. */
  readonly activeUntil: string | null;
}

/** The slot that is wished for, over the days that are wished for. */
export interface SlotFacts {
  /** The agreement is activated. */
  readonly inForce: boolean;
  /** Where the slot's own days and its agreement's meet; until null: no end. */
  readonly from: string;
  readonly until: string | null;
  /** Others' placements and live first reservations on those days. */
  readonly occupied: readonly Days[];
  readonly reserved: readonly Days[];
}

/** The place that is wished for: where the citizen is now, when the placement is extended. */
export interface PlaceFacts {
  /** Where the citizen is already. */
  readonly same: boolean;
  readonly otherWorkplace: boolean;
  /** One of the workplaces of the agreement. */
  readonly member: boolean;
  /** Null: outside any agreement, or (rotating) none found there. */
  readonly slot: SlotFacts | null;
  readonly workplaceClosedOn: string | null;
  readonly closures: readonly Days[];
  /** The citizen's other placements on those days. */
  readonly elsewhere: readonly Days[];
  /** How many the agreement allows there at once, and the most it has there in those days, this citizen not counted. */
  readonly cap: number | null;
  readonly carried: number;
  readonly mentor: MentorFacts | null;
  readonly mentorNeeded: boolean;
}

export interface ChangeFacts {
  readonly verb: Verb;
  readonly today: string;
  readonly segment: Days & {
    readonly over: boolean;
    /** Somebody has said that the citizen came. */
    readonly started: boolean;
    /** The day the citizen came; left out while nobody has. */
    readonly cameOn?: string | null;
    /** First day of the segment that continues it elsewhere. */
    readonly continuedOn: string | null;
  };
  /** First day of what is wished for; of an extension the day the segment ends now. */
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly place?: PlaceFacts;
  /** Of the move that made the segment; left out where none is to be taken back. */
  readonly move?: { readonly late: boolean; readonly builtOn: boolean };
  readonly pauses?: readonly Days[];
  /** First days of the weekly hours. */
  readonly steps?: readonly string[];
}

/** Numbers, and days: `from` a first day, `until` a first day after. */
type Params = Readonly<Record<string, string | number>>;

/**
 * One thing looked at. `conflict` refuses with that code, `reason` unless it is said why; `warning` is for the reader to
 * mind; `ok` says it was looked at.
 */
export interface Check {
  readonly code: string;
  readonly level: 'ok' | 'warning' | 'reason' | 'conflict';
  readonly params: Params;
}

interface Question {
  readonly code: string;
  readonly level: 'warning' | 'reason' | 'conflict';
  readonly verbs: readonly Verb[];
  /** What is wrong, as the values of its sentence; nothing: all is well. */
  readonly wrong: (facts: ChangeFacts) => Params | boolean | undefined;
  /** Values of the sentence that says all is well; without it nothing is said then. */
  readonly well?: (facts: ChangeFacts) => Params | undefined;
}

const all: readonly Verb[] = ['extend', 'end', 'move', 'rotate', 'take-back', 'pause', 'hours'];
const moves: readonly Verb[] = ['move', 'rotate'];
const stays: readonly Verb[] = ['extend', 'take-back'];
const places: readonly Verb[] = [...stays, ...moves];

const meets = (a: Days, b: Days): boolean => a.from < b.until && b.from < a.until;
const first = (days: readonly Days[] | undefined, within: Days): Params | undefined => {
  const hit = days?.find((each) => meets(each, within));
  return hit && { from: hit.from, until: hit.until };
};
const slotOf = ({ place }: ChangeFacts): SlotFacts | undefined => place?.slot ?? undefined;
const mentorOf = ({ place }: ChangeFacts): MentorFacts | undefined => place?.mentor ?? undefined;
const full = (facts: ChangeFacts): Params | undefined => {
  const mentor = mentorOf(facts);
  return mentor && mentor.load >= mentor.accepts ? { name: mentor.name, accepts: mentor.accepts } : undefined;
};
const room = (facts: ChangeFacts): Params | undefined => {
  const mentor = mentorOf(facts);
  return mentor && { n: mentor.load + 1, accepts: mentor.accepts };
};
const away = (facts: ChangeFacts): Params | undefined => {
  const mentor = mentorOf(facts);
  return mentor?.away ? { name: mentor.name } : undefined;
};
const twice = (steps: readonly string[] = []): boolean => new Set(steps).size < steps.length;
const startsAfter = (day: string | undefined, { from }: Days): Params | undefined => (day && day > from ? { from: day } : undefined);
const endsBefore = (day: string | null | undefined, { until }: Days): Params | undefined => (day && day < until ? { until: day } : undefined);

/** In the order they are said: the first conflict is what saving refuses with. First the days, */
const ofDays: readonly Question[] = [
  { code: 'placement.over', level: 'conflict', verbs: all, wrong: ({ segment }) => segment.over },
  {
    code: 'placement.continued',
    level: 'conflict',
    verbs: ['extend', 'end', 'take-back', ...moves],
    wrong: ({ segment: { continuedOn } }) => (continuedOn ? { from: continuedOn } : undefined),
  },
  { code: 'placement.not-moved', level: 'conflict', verbs: ['take-back'], wrong: ({ move }) => !move },
  { code: 'placement.move-late', level: 'conflict', verbs: ['take-back'], wrong: ({ move, segment }) => move?.late && { from: segment.from } },
  { code: 'placement.move-built-on', level: 'conflict', verbs: ['take-back'], wrong: ({ move }) => move?.builtOn },
  {
    code: 'placement.stop-after-end',
    level: 'conflict',
    verbs: ['end'],
    wrong: ({ segment, from }) => 'refusal' in stopOf({ ...segment, over: false, on: from }),
  },
  // Not even called off by then: a mistyped year would give the place away.
  {
    code: 'placement.stop-too-early',
    level: 'conflict',
    verbs: ['end'],
    wrong: ({ segment: { cameOn, ...segment }, from, today }) => !cameOn && from < segment.from && from < today,
  },
  // Who has been there is not made never to have come: the day is a slip of the pen.
  {
    code: 'placement.end-before-start',
    level: 'conflict',
    verbs: ['end'],
    wrong: ({ segment: { cameOn }, from }) => Boolean(cameOn && from <= cameOn),
  },
  { code: 'placement.never-begins', level: 'warning', verbs: ['end'], wrong: ({ segment: { cameOn, from: first }, from }) => !cameOn && from <= first },
  {
    code: 'placement.before-start',
    level: 'conflict',
    verbs: [...moves, 'pause', 'hours'],
    wrong: ({ verb, segment, from }) =>
      (from < segment.from || (segment.started && from === segment.from && moves.includes(verb))) && { from: segment.from },
  },
  {
    code: 'placement.after-end',
    level: 'conflict',
    verbs: [...moves, 'pause', 'hours'],
    wrong: ({ segment, from, steps = [] }) => [from, ...steps].some((day) => day >= segment.until) && { until: segment.until },
  },
  { code: 'placement.not-longer', level: 'conflict', verbs: ['extend'], wrong: ({ segment, until }) => until <= segment.until && { until: segment.until } },
  { code: 'placement.end-before-start', level: 'conflict', verbs: [...moves, 'pause'], wrong: ({ from, until }) => until <= from },
  { code: 'placement.hours-twice', level: 'conflict', verbs: ['hours'], wrong: ({ steps }) => twice(steps) },
  { code: 'placement.pause-too-long', level: 'conflict', verbs: ['pause'], wrong: ({ segment, until }) => until > segment.until && { until: segment.until } },
  { code: 'placement.pause-twice', level: 'conflict', verbs: ['pause'], wrong: (facts) => first(facts.pauses, facts) },
];
/** then the place on them. */
const ofPlace: readonly Question[] = [
  { code: 'placement.not-a-member', level: 'conflict', verbs: ['rotate'], wrong: ({ place }) => place && !place.member },
  { code: 'placement.same-place', level: 'conflict', verbs: moves, wrong: ({ place }) => place?.same },
  { code: 'placement.no-slot-there', level: 'conflict', verbs: ['rotate'], wrong: ({ place }) => place?.member && !place.slot },
  { code: 'placement.not-in-force', level: 'conflict', verbs: places, wrong: (facts) => slotOf(facts)?.inForce === false },
  { code: 'placement.before-agreement', level: 'conflict', verbs: places, wrong: (facts) => startsAfter(slotOf(facts)?.from, facts) },
  {
    code: 'placement.after-agreement',
    level: 'conflict',
    verbs: places,
    wrong: (facts) => endsBefore(slotOf(facts)?.until, facts),
    well: (facts) => slotOf(facts) && {},
  },
  { code: 'placement.overlap', level: 'conflict', verbs: places, wrong: (facts) => first(slotOf(facts)?.occupied, facts), well: (facts) => slotOf(facts) && {} },
  { code: 'placement.reserved-there', level: 'conflict', verbs: places, wrong: (facts) => first(slotOf(facts)?.reserved, facts) },
  {
    code: 'placement.workplace-closed',
    level: 'conflict',
    verbs: places,
    wrong: (facts) => endsBefore(facts.place?.workplaceClosedOn, facts),
  },
  {
    code: 'placement.cap-reached',
    level: 'conflict',
    verbs: places,
    wrong: ({ place }) => place && place.cap !== null && place.carried >= place.cap && { n: place.cap },
    well: ({ place }) => (place && place.cap !== null ? { n: place.carried + 1, cap: place.cap } : undefined),
  },
  {
    code: 'agreement.mentor-needed',
    level: 'conflict',
    verbs: moves,
    wrong: ({ place }) => place?.mentorNeeded && !place.mentor,
    well: (facts) => mentorOf(facts) && {},
  },
  { code: 'placement.mentor-none', level: 'warning', verbs: moves, wrong: ({ place }) => place && !place.mentorNeeded && !place.mentor },
  {
    code: 'placement.mentor-untrained',
    level: 'warning',
    verbs: places,
    wrong: (facts) => mentorOf(facts)?.trained === false,
    well: (facts) => mentorOf(facts) && {},
  },
  { code: 'placement.mentor-full', level: 'reason', verbs: moves, wrong: full, well: room },
  { code: 'placement.mentor-away', level: 'reason', verbs: moves, wrong: away },
  // Who stays with the mentor, or comes back, is nobody the mentor has to say yes to.
  { code: 'placement.mentor-full', level: 'warning', verbs: stays, wrong: full, well: room },
  { code: 'placement.mentor-away', level: 'warning', verbs: stays, wrong: away },
  {
    code: 'placement.mentor-leaves',
    level: 'warning',
    verbs: places,
    wrong: (facts) => endsBefore(mentorOf(facts)?.activeUntil, facts),
  },
  { code: 'placement.citizen-elsewhere', level: 'warning', verbs: places, wrong: (facts) => first(facts.place?.elsewhere, facts) },
  { code: 'placement.closure', level: 'warning', verbs: places, wrong: (facts) => first(facts.place?.closures, facts) },
  { code: 'placement.new-workplace', level: 'warning', verbs: moves, wrong: ({ place }) => place?.otherWorkplace },
];

/**
 * What speaks for and against a change, before it is saved and when it is: the one rule of preview and verb. On days that
 * cannot be, that is all there is to say: what the place is like then follows from nothing. The
 * database's `placement_no_overlap` stays the judge of two on one slot.
 */
export function checksOf(facts: ChangeFacts): Check[] {
  const days = answers(ofDays, facts);
  const impossible = days.find(({ level }) => level === 'conflict');
  return impossible ? [impossible] : [...days, ...answers(ofPlace, facts)];
}

const answers = (questions: readonly Question[], facts: ChangeFacts): Check[] =>
  questions.flatMap(({ code, level, verbs, wrong, well }): Check[] => {
    if (!verbs.includes(facts.verb)) return [];
    const fault = wrong(facts);
    if (fault) return [{ code, level, params: fault === true ? {} : fault }];
    const good = well?.(facts);
    return good ? [{ code, level: 'ok', params: good }] : [];
  });

/** What refuses the change, where somebody says why or not; undefined: it may be saved. */
export const conflictIn = (checks: readonly Check[], why?: string): Check | undefined =>
  checks.find(({ level }) => level === 'conflict') ?? (why ? undefined : checks.find(({ level }) => level === 'reason'));
