import type { PlanAdvice } from '#limits';
import { Alert, type Ui } from '../kit/index.js';
import { workplaceLimitsHref } from './limits-href.js';
import { additionalityFacts, durationWords, earlierWords, elsewhereWords, ratioFacts } from './limits-words.js';

interface Props {
  readonly ui: Ui;
  /** Undefined: what was typed cannot be read as a period yet. */
  readonly advice?: PlanAdvice;
  /** How long depends on whom it is for. */
  readonly needsTargetGroup: boolean;
}

/** What the rules say about a stay that is being planned: how long it may last, and whether there is room. Advice. */
export const PlanAdviceText = ({ ui, advice, needsTargetGroup }: Props) => {
  if (!advice) return <p class="muted">{ui.t('advice.needs-period')}</p>;
  const { duration, checked, additionality } = advice;
  const elsewhere = elsewhereWords(ui, advice);
  if (duration.verdict === 'none' && !checked && !additionality && elsewhere.length === 0) return null;
  const [length, ...lengthFacts] = needsTargetGroup ? [ui.t('advice.needs-target-group')] : durationWords(ui, duration);
  const beyond = isBeyond(advice);
  const verdicts = [...elsewhere, length, ...earlierWords(ui, advice.earlier), ui.t(`advice.ratio.${ratioVerdict(advice)}`), additionality && ui.t('advice.additionality', { outcome: ui.t(`additionality.${additionality.outcome}`) })];
  const facts = [...lengthFacts, ratioFacts(ui, advice), additionality && additionalityFacts(ui, additionality)];
  return (
    <Alert ui={ui} kind={elsewhere.length > 0 || (!needsTargetGroup && isLong(advice)) || beyond || additionality?.outcome === 'not_met' ? 'warning' : 'info'} heading={ui.t('advice.title')}>
      {verdicts.filter(Boolean).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <details class="advice-facts">
        <summary>{ui.t('advice.how')}</summary>
        {facts.filter(Boolean).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <a href={workplaceLimitsHref(advice.limits.workplaceId)}>{ui.t('limits.title')}</a>
        </p>
      </details>
      <p class="muted">{ui.t('limits.isAdvice')}</p>
    </Alert>
  );
};

const isLong = ({ duration: { verdict }, earlier }: PlanAdvice): boolean => !['within', 'no-limit', 'none'].includes(verdict) || earlier.apart > 0;
const isBeyond = ({ checked, limits: { leftMinutes }, minutesPerWeek }: PlanAdvice): boolean => checked && leftMinutes !== null && leftMinutes < minutesPerWeek;


type RatioVerdict = 'unchecked' | 'unknown' | 'room' | 'beyond';
const ratioVerdict = (advice: PlanAdvice): RatioVerdict => (!advice.checked ? 'unchecked' : advice.limits.cap === null ? 'unknown' : isBeyond(advice) ? 'beyond' : 'room');
