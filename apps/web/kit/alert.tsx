import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import type { Ui } from './ui.js';

const looks = {
  info: 'alert alert-info',
  success: 'alert alert-success',
  warning: 'alert alert-warning',
  error: 'alert alert-error',
} as const;

interface AlertProps {
  ui: Ui;
  kind: keyof typeof looks;
  heading?: string;
  /** Read aloud at once: for the answer to what the reader just did. */
  live?: boolean;
  children?: ComponentChildren;
}

export const Alert = ({ ui, kind, heading, live, children }: AlertProps) => (
  <div class={looks[kind]} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
    <span class="alert-icon">
      <Icon ui={ui} name={kind} />
    </span>
    <div class="alert-body">
      <span class="sr-only">{ui.t(`kit.alert.${kind}`)}: </span>
      {heading && <p class="alert-heading">{heading}</p>}
      {children && <div class="alert-text">{children}</div>}
    </div>
  </div>
);
