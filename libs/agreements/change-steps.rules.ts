import type { SlotFacts } from './change-slot-facts.js';
import type { Model } from './model.rules.js';
import type { ChangeStep } from './steps.js';
import type { WrittenSlot } from './write-slots.js';

/**
 * A step more in a change being written. Terms and a slot's facts are one step each however often they are corrected; a
 * place that was added in the same change and is closed again was never there, and one that is moved was added there.
 */
export function withStep(steps: readonly ChangeStep[], next: ChangeStep): readonly ChangeStep[] {
  if (next.do === 'close-slot' && isNew(steps, next.slotId)) return without(steps, next.slotId);
  if (next.do === 'move-slot' && isNew(steps, next.slotId)) {
    const moved = slotsAdded(steps).filter(({ ids }) => ids?.includes(next.slotId));
    return [...without(steps, next.slotId), { do: 'add-slots', slots: moved.map((slot) => ({ ...slot, workplaceId: next.workplaceId })) }];
  }
  // A workplace leaves after its places are closed: what it is a step behind stays before it.
  if (next.do === 'terms' && next.change.workplaces && steps.at(-1)?.do !== 'terms') return [...steps, next];
  const before = steps.findLast((step) => step.do === next.do && aboutTheSame(step, next));
  if (!before) return [...steps, next];
  return steps.map((step) => (step === before ? merged(before, next) : step));
}

/** An agreement as its editor shows it. */
export interface Shown {
  readonly workplaces: readonly { readonly workplaceId: string; readonly slotCap: number | null }[];
  readonly mentors: readonly { readonly id: string }[];
  readonly slots: readonly { readonly id: string }[];
}

/**
 * A step without what it leaves as it is shown; undefined: all of it. A form sends every field, and what nobody touched is
 * no part of the change: whoever changes it meanwhile would see it changed back on the day.
 */
export function touched(step: ChangeStep, shown: Shown): ChangeStep | undefined {
  if (step.do !== 'terms' && step.do !== 'change-slot') return step;
  const { workplaces, mentors, slots } = shown;
  const stands: Readonly<Record<string, unknown>> =
    step.do === 'terms' ? { ...shown, mentorIds: mentors.map(({ id }) => id), workplaces: workplaces.map(({ workplaceId, slotCap }) => ({ workplaceId, slotCap })) } : { ...slots.find(({ id }) => id === step.slotId) };
  const change = Object.fromEntries(Object.entries(step.change).filter(([field, value]) => value !== undefined && written(value) !== written(stands[field])));
  return Object.keys(change).length > 0 ? { ...step, change } : undefined;
}

/** Lists are of ids or members, in any order. */
const written = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map((each) => JSON.stringify(each)).toSorted() : (value ?? null));

const isNew = (steps: readonly ChangeStep[], slotId: string): boolean =>
  steps.some((step) => step.do === 'add-slots' && step.slots.some(({ ids }) => ids?.includes(slotId)));

function aboutTheSame(one: ChangeStep, other: ChangeStep): boolean {
  if (one.do === 'add-slots') return false;
  return 'slotId' in one && 'slotId' in other ? one.slotId === other.slotId : true;
}

function merged(before: ChangeStep, next: ChangeStep): ChangeStep {
  if (before.do === 'terms' && next.do === 'terms') return { do: 'terms', change: { ...before.change, ...next.change } };
  if (before.do === 'change-slot' && next.do === 'change-slot') return { ...next, change: { ...before.change, ...next.change } };
  return next;
}

function without(steps: readonly ChangeStep[], slotId: string): readonly ChangeStep[] {
  return steps.flatMap((step): readonly ChangeStep[] => {
    if (step.do !== 'add-slots') return 'slotId' in step && step.slotId === slotId ? [] : [step];
    const slots = step.slots.flatMap((slot) => {
      const ids = (slot.ids ?? []).filter((id) => id !== slotId);
      return ids.length > 0 ? [{ ...slot, ids, count: ids.length }] : [];
    });
    return slots.length > 0 ? [{ ...step, slots }] : [];
  });
}

/** The model a change ends with; undefined: it stays. */
export const modelAfter = (steps: readonly ChangeStep[]): Model | undefined => steps.flatMap((step) => (step.do === 'convert' ? [step.conversion.to] : [])).at(-1);

/** The end a change gives the agreement; null: none any more, undefined: it stays. */
export const endAfter = (steps: readonly ChangeStep[]): string | null | undefined => steps.flatMap((step) => (step.do === 'terms' && step.change.endsOn !== undefined ? [step.change.endsOn] : [])).at(-1);

/** The places a change moves, without those that it closes. */
export const movedSlots = (steps: readonly ChangeStep[]): readonly string[] =>
  [...new Set(steps.flatMap((step) => (step.do === 'move-slot' ? [step.slotId] : [])))].filter((id) => !closedSlots(steps).includes(id));

/**
 * A place that moves on a later day is one that ends and one that begins elsewhere: each is offered at its own workplace.
 * `anew`: as each of the moved ones begins, unless the change says otherwise.
 */
export function withMovesApart(steps: readonly ChangeStep[], anew: ReadonlyMap<string, WrittenSlot>): readonly ChangeStep[] {
  return steps.flatMap((step): readonly ChangeStep[] => {
    if (!('slotId' in step)) return [step];
    const { slotId } = step;
    const slot = anew.get(slotId);
    if (!slot || step.do !== 'move-slot') return slot || step.do === 'move-slot' ? [] : [step];
    if (steps.findLast((other) => other.do === 'move-slot' && other.slotId === slotId) !== step) return [];
    return [{ do: 'close-slot', slotId }, { do: 'add-slots', slots: [{ ...slot, ...factsGiven(steps, slotId), workplaceId: step.workplaceId }] }];
  });
}

const factsGiven = (steps: readonly ChangeStep[], slotId: string): SlotFacts => steps.reduce((facts, step) => (step.do === 'change-slot' && step.slotId === slotId ? { ...facts, ...step.change } : facts), {});

/** The places a change closes. */
export const closedSlots = (steps: readonly ChangeStep[]): readonly string[] => steps.flatMap((step) => (step.do === 'close-slot' ? [step.slotId] : []));

/** The places a change adds, one by one and as they will read. */
function slotsAdded(steps: readonly ChangeStep[]): readonly WrittenSlot[] {
  const added = steps.flatMap((step) => (step.do === 'add-slots' ? step.slots : step.do === 'convert' ? (step.conversion.slots ?? []) : []));
  return added.flatMap((slot) =>
    (slot.ids ?? []).map((id) => ({ ...slot, ...factsGiven(steps, id), ids: [id], count: 1 })),
  );
}

/** Those that can stand in the pool before their day: all that the change itself does not close. */
export function comingSlots(steps: readonly ChangeStep[]): readonly WrittenSlot[] {
  const gone = new Set(closedSlots(steps));
  return slotsAdded(steps).filter(({ ids = [] }) => ids.every((id) => !gone.has(id)));
}
