import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.js';
import type { Ui } from './ui.js';

export interface TimelineEntry {
  key: string;
  /** When, as people read it; `datetime` is the machine's form. */
  when: string;
  datetime: string;
  who?: string;
  title: ComponentChildren;
  icon?: IconName;
  body?: ComponentChildren;
}

/** What happened, newest first. */
export const Timeline = ({ ui, label, entries }: { ui: Ui; label: string; entries: readonly TimelineEntry[] }) => (
  <ol class="timeline" aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.key}>
        <span class="timeline-mark">
          <Icon ui={ui} name={entry.icon ?? 'check'} />
        </span>
        <div>
          <p class="timeline-title">{entry.title}</p>
          <p class="timeline-meta">
            <time dateTime={entry.datetime}>{entry.when}</time>
            {entry.who && ` · ${entry.who}`}
          </p>
          {entry.body && <div class="timeline-body">{entry.body}</div>}
        </div>
      </li>
    ))}
  </ol>
);
