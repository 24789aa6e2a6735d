import type { Code, Model } from './model.rules.js';
import { agreementStates, type AgreementState } from './state.rules.js';

/** What can happen to an agreement after it is written. */
export const agreementEvents = ['activate', 'ask', 'accept', 'change', 'convert', 'pause', 'resume', 'renew', 'end'] as const;
export type AgreementEvent = (typeof agreementEvents)[number];

const notOver = agreementStates.filter((state) => state !== 'ended');
const inForce: readonly AgreementState[] = ['coming', 'active', 'paused', 'ending'];

/** In which states each event may happen. What is over is history: a new agreement begins where the old one ended. */
const allowed: Readonly<Record<AgreementEvent, readonly AgreementState[]>> = {
  activate: ['draft', 'awaiting'],
  ask: notOver,
  accept: notOver,
  change: notOver,
  convert: notOver,
  pause: inForce,
  resume: inForce,
  renew: inForce,
  end: notOver,
};

/** Why an event may not happen now: below `refusal.agreement.`. A match-driven agreement promises no places that could rest. */
export function hindrance(model: Model, event: AgreementEvent, state: AgreementState): Code | undefined {
  if (state === 'ended') return 'ended';
  if (!allowed[event].includes(state)) return inForce.includes(state) ? 'in-force' : 'not-in-force';
  return model === 'match_driven' && (event === 'pause' || event === 'resume') ? 'nothing-to-pause' : undefined;
}
