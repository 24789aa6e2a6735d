import type { MentorState } from '#mentors';
import { addDays } from '#platform';
import { may } from '../may.js';
import { Badge, Tabs, type Tone, type Ui } from '../kit/index.js';

const tones: Readonly<Record<MentorState, Tone>> = { ready: 'good', untrained: 'warn', full: 'info', away: 'warn' };

/** How a mentor stands today, in words. */
export const MentorStates = ({ ui, states }: { readonly ui: Ui; readonly states: readonly MentorState[] }) => (
  <span class="badges">
    {states.length === 0 && <Badge>{ui.t('mentors.state.none')}</Badge>}
    {states.map((state) => (
      <Badge key={state} tone={tones[state]}>
        {ui.t(`mentors.state.${state}`)}
      </Badge>
    ))}
  </span>
);

/** Mentors, what is lost because of them, how they are trained, and what they say: pages of one subject. */
export const MentorTabs = ({ ui, current }: { readonly ui: Ui; readonly current: '/mentorer' | '/mentorer/flaskehalse' | '/kurser' | '/ugens-svar' }) => (
  <Tabs
    label={ui.t('mentors.tabs')}
    current={current}
    tabs={[
      { href: '/mentorer', label: ui.t('mentors.title') },
      { href: '/mentorer/flaskehalse', label: ui.t('bottlenecks.tab') },
      { href: '/kurser', label: ui.t('training.title') },
      ...(may(ui, 'pulses.read') ? [{ href: '/ugens-svar', label: ui.t('pulses.title') }] : []),
    ]}
  />
);

/** When a mentor's training counts until, or that there is none. */
export const TrainedText = ({ ui, trainedOn, trainedUntil }: { readonly ui: Ui; readonly trainedOn: string | null; readonly trainedUntil: string | null }) => {
  if (!trainedOn) return <span class="muted">{ui.t('mentor.trained.no')}</span>;
  return <>{trainedUntil ? ui.t('mentors.trained.until', { on: ui.formatDate(trainedOn), until: ui.formatDate(addDays(trainedUntil, -1)) }) : ui.formatDate(trainedOn)}</>;
};
