import { hasText } from '#dictionary';
import { Icon } from './icon.js';
import type { Ui } from './ui.js';

/** Field name (or id) to message, already in the reader's language. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The "field" of an error that belongs to no single field. */
const wholeForm = 'form';

interface ErrorSummaryProps {
  ui: Ui;
  errors: FieldErrors;
  /** What the form calls its fields, where that is not the dictionary's `field.<name>`. */
  labels?: Readonly<Record<string, string>>;
}

/**
 * All that is wrong with a form, each line a link to its field and saying which. Nothing when there are no errors.
 * Answer 422 with it.
 */
export function ErrorSummary({ ui, errors, labels = {} }: ErrorSummaryProps) {
  const said = (field: string, message: string): string => {
    const label = labels[field] ?? (hasText(`field.${field}`) ? ui.t(`field.${field}`) : '');
    // Some labels are questions.
    return label ? `${label.replace(/\?$/, '')}: ${message}` : message;
  };
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="alert alert-error" role="alert" tabIndex={-1} data-focus aria-labelledby="error-summary">
      <span class="alert-icon">
        <Icon ui={ui} name="error" />
      </span>
      <div class="alert-body">
        <h2 class="alert-heading" id="error-summary">
          {ui.t.n('kit.errors', entries.length)}
        </h2>
        <ul class="plain-list">
          {entries.map(([field, message]) => (
            <li key={field}>{field === wholeForm ? message : <a href={`#${field}`}>{said(field, message)}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
