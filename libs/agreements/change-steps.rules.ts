import type { Member } from './members.js';
import type { ChangeStep } from './steps.js';
import type { WrittenSlot } from './write-slots.js';

/**
 * A step more in a change being written. Terms and a slot's facts are one step each however often they are corrected; a
 * place that was added in the same change and is closed again was never there.
 */
export function withStep(steps: readonly ChangeStep[], next: ChangeStep): readonly ChangeStep[] {
  if (next.do === 'close-slot' && isNew(steps, next.slotId)) return without(steps, next.slotId);
  const before = steps.find((step) => step.do === next.do && aboutTheSame(step, next));
  if (!before) return [...steps, next];
  return steps.map((step) => (step === before ? merged(before, next) : step));
}

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

/**
 * The places a coming change adds that can stand in the pool before its day, one by one and as they will read. None of a
 * change of model or of the workplaces it has now, which only its day makes room for, and none that the same change moves.
 */
export function comingSlots(steps: readonly ChangeStep[], members: readonly Member[]): readonly WrittenSlot[] {
  if (steps.some((step) => step.do === 'convert' || (step.do === 'terms' && step.change.workplaces && inOrder(step.change.workplaces) !== inOrder(members)))) return [];
  const moved = new Set(steps.flatMap((step) => (step.do === 'move-slot' ? [step.slotId] : [])));
  const added = steps.flatMap((step) => (step.do === 'add-slots' ? step.slots : []));
  return added.flatMap((slot) =>
    (slot.ids ?? [])
      .filter((id) => !moved.has(id))
      .map((id) => ({ ...slot, ...steps.reduce((facts, step) => (step.do === 'change-slot' && step.slotId === id ? { ...facts, ...step.change } : facts), {}), ids: [id], count: 1 })),
  );
}

const inOrder = (members: readonly Member[]): string => members.map(({ workplaceId, slotCap }) => `${workplaceId} ${slotCap ?? ''}`).sort().join();
