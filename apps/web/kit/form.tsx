import type { ComponentChildren } from 'preact';
import type { Ui } from './ui.js';

export interface FormProps {
  ui: Ui;
  action: string;
  class?: string;
  id?: string;
  /** Hidden values: the version being edited. */
  fields?: Record<string, string | number>;
  /** The form carries a file. */
  upload?: boolean;
  /** Keeps `draftFields` in the browser until a page with `<Toast draftDone>` says they arrived. Never citizen data. */
  draft?: string;
  draftFields?: readonly string[];
  children: ComponentChildren;
}

/** A form that posts, with its CSRF token. Works without JavaScript: post, then redirect. */
export const Form = ({ ui, action, fields = {}, upload, draft, draftFields, children, ...rest }: FormProps) => (
  <form
    method="post"
    action={action}
    class={rest.class}
    id={rest.id}
    encType={upload ? 'multipart/form-data' : undefined}
    noValidate
    data-draft={draft}
    data-draft-fields={draftFields?.join(' ')}
  >
    <input type="hidden" name="_csrf" value={ui.csrf} />
    {ui.once && <input type="hidden" name="_once" value={ui.once} />}
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={String(value)} />
    ))}
    {children}
  </form>
);
