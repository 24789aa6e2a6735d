import { z } from 'zod';
import type { Wish } from '#placements';
import { addDays, day } from '#platform';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import type { ChangeName } from './calendar-address.js';

type Field = 'slot' | 'workplace' | 'from' | 'lastDay';

interface ChangeKind {
  readonly verb: Wish['verb'];
  readonly fields: readonly Field[];
  /** A reason is written when it is saved; it never stands in an address. */
  readonly reason: boolean;
  readonly done: string;
}

/** What each page asks for. */
export const changeKinds: Readonly<Record<ChangeName, ChangeKind>> = {
  flyt: { verb: 'move', fields: ['from', 'lastDay', 'slot'], reason: false, done: 'placement.moved' },
  roter: { verb: 'rotate', fields: ['workplace', 'from', 'lastDay'], reason: false, done: 'placement.rotated' },
  forlaeng: { verb: 'extend', fields: ['lastDay'], reason: false, done: 'placement.extended' },
  afslut: { verb: 'end', fields: ['lastDay'], reason: true, done: 'placement.ended' },
  pause: { verb: 'pause', fields: ['from', 'lastDay'], reason: true, done: 'placement.paused' },
};

const id = z.uuid();
const idIn = (values: FormValues, name: string): string | undefined => id.safeParse(textOf(values, name)).data;
const dayIn = (values: FormValues, name: string): string | undefined => day.safeParse(textOf(values, name).trim()).data;

/** A form's values as the wish they stand for; people say a last day, the rule the first day after. Undefined: not enough said yet. */
export function wishOf(name: ChangeName, values: FormValues): Wish | undefined {
  const { verb, fields } = changeKinds[name];
  const [from, lastDay] = [dayIn(values, 'from'), dayIn(values, 'lastDay')];
  const until = lastDay && addDays(lastDay, 1);
  const wish: Wish = { verb, from, until, slotId: idIn(values, 'slot'), workplaceId: idIn(values, 'workplace') };
  if (name === 'afslut') return { verb, from: until };
  if (name === 'forlaeng') return until ? { verb, until } : undefined;
  if (fields.includes('slot') && !wish.slotId && !wish.workplaceId) return undefined;
  if (fields.includes('workplace') && !wish.workplaceId) return undefined;
  return from && (name !== 'pause' || until) ? wish : undefined;
}

/** Which of the form's days cannot be read: an impossible date is told, not guessed at. */
export const unreadableDays = (values: FormValues): string[] => ['from', 'lastDay'].filter((name) => textOf(values, name).trim() !== '' && !dayIn(values, name));
