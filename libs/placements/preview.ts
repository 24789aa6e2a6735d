import { translator } from '#dictionary';
import type { Actor, Tx } from '#platform';
import { changeOf, type Wish } from './change-facts.js';
import { conflictIn, type Check } from './change.rules.js';
import { readPlacement } from './lock-placement.js';
import { worded } from './refuse-conflict.js';

/** A check with its sentence. */
export interface SaidCheck {
  readonly code: string;
  readonly level: Check['level'];
  readonly text: string;
}

/** A change as it would be carried out now. Nothing is saved, and nothing is promised: others may come first. */
export interface Preview {
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly slotId: string | null;
  readonly workplaceId: string | null;
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  /** No check is a conflict; with a `reason` among them it must be said why. */
  readonly possible: boolean;
  readonly checks: readonly SaidCheck[];
}

/** By the same rule that saving refuses by. */
export async function previewOf(tx: Tx, actor: Actor, { id, ...wish }: Wish & { readonly id: string }): Promise<Preview> {
  const { from, until, destination, checks } = await changeOf(tx, await readPlacement(tx, id), wish);
  return {
    from,
    until,
    slotId: destination?.slotId ?? null,
    workplaceId: destination?.workplaceId ?? null,
    mentorId: destination?.mentor?.id ?? null,
    mentorName: destination?.mentor?.name ?? null,
    possible: !conflictIn(checks, 'said'),
    checks: checks.map((check) => said(actor, check)),
  };
}

const prefixes = { ok: 'check', warning: 'warning', reason: 'refusal', conflict: 'refusal' } as const;

function said(actor: Actor, { code, level, params }: Check): SaidCheck {
  return { code, level, text: translator(actor.language)(`${prefixes[level]}.${code}`, worded(actor, params)) };
}
