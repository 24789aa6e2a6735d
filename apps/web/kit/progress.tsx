import type { ComponentChildren } from 'preact';
import type { Ui } from './ui.js';

interface ProgressBarProps {
  id: string;
  label: string;
  /** Units done of `max`; without `value` it shows work of unknown length. */
  value?: number;
  max: number;
  /** In words beside the bar: "3.200 af 10.000 rækker". */
  text: ComponentChildren;
}

export const ProgressBar = ({ id, label, value, max, text }: ProgressBarProps) => (
  <div class="progress">
    <label for={id}>{label}</label>
    <progress id={id} value={value} max={max} />
    <span class="progress-text">{text}</span>
  </div>
);

export interface Step {
  label: string;
  /** Only steps already reached have an address. */
  href?: string;
  /** Filled in, whatever the step one stands on; unless said, what comes before that is. */
  done?: boolean;
}

const isDone = ({ done }: Step, index: number, current: number): boolean => index !== current && (done ?? index < current);

/** Where one is in a task of several pages; `current` counts from 0. */
export const StepIndicator = ({ ui, steps, current }: { ui: Ui; steps: readonly Step[]; current: number }) => (
  <nav class="steps" aria-label={ui.t('kit.steps')}>
    <ol>
      {steps.map((step, index) => (
        <li
          key={step.label}
          class={isDone(step, index, current) ? 'step-done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span class="step-number" aria-hidden="true">
            {index + 1}
          </span>
          {step.href && index !== current ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
          {isDone(step, index, current) && <span class="sr-only"> {ui.t('kit.steps.done')}</span>}
        </li>
      ))}
    </ol>
  </nav>
);
