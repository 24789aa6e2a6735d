import { Badge, type Tone, type Ui } from '../kit/index.js';

const tones = { draft: 'warn', awaiting: 'warn', coming: 'info', active: 'good', paused: 'warn', ending: 'warn', ended: 'neutral' } as const satisfies Record<string, Tone>;
export type State = keyof typeof tones;

/** Kladde, aktiv or afsluttet, in a word. */
export const AgreementState = ({ ui, state }: { readonly ui: Ui; readonly state: State }) => <Badge tone={tones[state]}>{ui.t(`agreement.state.${state}`)}</Badge>;
