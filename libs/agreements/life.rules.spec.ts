import { agreementEvents, hindrance, type AgreementEvent } from './life.rules.js';
import type { Model } from './model.rules.js';
import { agreementStates, type AgreementState } from './state.rules.js';

const models: readonly Model[] = ['fixed_slots', 'standing', 'match_driven', 'cluster'];

/** What is said to each event in each state, for a model with places. "-": it may happen. */
const said: Readonly<Record<AgreementEvent, Readonly<Record<AgreementState, string>>>> = {
  activate: { draft: '-', awaiting: '-', coming: 'in-force', active: 'in-force', paused: 'in-force', ending: 'in-force', ended: 'ended' },
  ask: { draft: '-', awaiting: '-', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  accept: { draft: '-', awaiting: '-', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  change: { draft: '-', awaiting: '-', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  convert: { draft: '-', awaiting: '-', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  pause: { draft: 'not-in-force', awaiting: 'not-in-force', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  resume: { draft: 'not-in-force', awaiting: 'not-in-force', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  renew: { draft: 'not-in-force', awaiting: 'not-in-force', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
  end: { draft: '-', awaiting: '-', coming: '-', active: '-', paused: '-', ending: '-', ended: 'ended' },
};
const withoutPlaces = (event: AgreementEvent, answer: string): string => (answer === '-' && ['pause', 'resume'].includes(event) ? 'nothing-to-pause' : answer);

const table = models.flatMap((model) => agreementEvents.flatMap((event) => agreementStates.map((state) => [model, event, state] as const)));

describe('every model, every event, every state', () => {
  it.each(table)('%s: %s while it is %s', (model, event, state) => {
    const answer = said[event][state];
    expect(hindrance(model, event, state) ?? '-').toBe(model === 'match_driven' ? withoutPlaces(event, answer) : answer);
  });
});
