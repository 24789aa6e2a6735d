import type { Model } from './model.rules.js';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}
interface Coded {
  readonly code: string;
  readonly da: string;
  readonly en: string;
}

export interface ContentSlot {
  readonly id: string;
  readonly number: number;
  readonly workplace: string;
  readonly tasks: string;
  readonly minutesPerWeek: number;
  readonly pathToHours: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly considerations: readonly { readonly da: string; readonly en: string }[];
}

/** Everything that was agreed, as it read: what a version keeps, the company accepts, and paper shows. */
export interface AgreementContent {
  readonly organisation: string;
  readonly model: Model;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly slotPooling: 'pooled' | 'per_workplace' | null;
  readonly refill: boolean;
  readonly callNoticeDays: number | null;
  readonly answerDays: number | null;
  readonly terms: string | null;
  readonly minutesPerWeek: number | null;
  readonly requestsPerMonth: number | null;
  readonly totalCap: number | null;
  readonly followUpWeeks: number | null;
  readonly followUpPlan: string | null;
  readonly company: { readonly id: string; readonly name: string } | null;
  readonly cluster: { readonly id: string; readonly name: string; readonly kind: 'geographic' | 'administrative' } | null;
  readonly contact: Person | null;
  readonly deputy: Person | null;
  readonly coordinator: Person | null;
  /** Øre an hour, minutes a week, from, until (exclusive). */
  readonly mentorPay: { readonly ore: number; readonly minutes: number; readonly from: string; readonly until: string | null } | null;
  readonly measureTypes: readonly Coded[];
  readonly targetGroups: readonly Coded[];
  readonly workplaces: readonly { readonly id: string; readonly name: string; readonly company: string; readonly cap: number | null }[];
  readonly mentors: readonly { readonly id: string; readonly name: string }[];
  readonly slots: readonly ContentSlot[];
}

/** What is compared one to one; lists and slots are compared by what came and went. */
export type ContentField = Exclude<keyof AgreementContent, 'slots' | 'organisation'>;

export interface Difference {
  /** What reads otherwise, in the order of the agreement. */
  readonly fields: readonly ContentField[];
  readonly slotsAdded: readonly ContentSlot[];
  readonly slotsClosed: readonly ContentSlot[];
  /** The slots that go on but read otherwise: before and after. */
  readonly slotsChanged: readonly { readonly before: ContentSlot; readonly after: ContentSlot }[];
}

const fields: readonly ContentField[] = [
  'model', 'title', 'company', 'cluster', 'slotPooling', 'startsOn', 'endsOn', 'workplaces', 'totalCap', 'minutesPerWeek', 'mentors', 'coordinator',
  'mentorPay', 'contact', 'deputy', 'followUpWeeks', 'followUpPlan', 'refill', 'callNoticeDays', 'answerDays', 'requestsPerMonth', 'measureTypes', 'targetGroups', 'terms',
];
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a version changes against the one before it. */
export function differenceOf(before: AgreementContent, after: AgreementContent): Difference {
  const was = new Map(before.slots.map((slot) => [slot.id, slot]));
  const is = new Set(after.slots.map(({ id }) => id));
  return {
    fields: fields.filter((field) => !same(before[field], after[field])),
    slotsAdded: after.slots.filter(({ id }) => !was.has(id)),
    slotsClosed: before.slots.filter(({ id }) => !is.has(id)),
    slotsChanged: after.slots.flatMap((slot) => {
      const old = was.get(slot.id);
      return old && !same(old, slot) ? [{ before: old, after: slot }] : [];
    }),
  };
}

export const isNothing = ({ fields: changed, slotsAdded, slotsClosed, slotsChanged }: Difference): boolean =>
  changed.length + slotsAdded.length + slotsClosed.length + slotsChanged.length === 0;
