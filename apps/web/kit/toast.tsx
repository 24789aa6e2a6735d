import type { ComponentChildren } from 'preact';
import { Form } from './form.js';
import { Icon } from './icon.js';
import type { Ui } from './ui.js';

interface ToastProps {
  ui: Ui;
  children: ComponentChildren;
  /** Takes the act back. The bar goes away after 10 s, but waits while it has the pointer or the focus. */
  undo?: { action: string; fields?: Record<string, string | number> };
  /** The draft (see `Form`) that has now arrived and can be forgotten. */
  draftDone?: string;
}

/** "It is done", with a way to regret, instead of asking "are you sure?" beforehand. */
export const Toast = ({ ui, children, undo, draftDone }: ToastProps) => (
  <div class="toast-bar" role="status" data-toast={10} data-draft-done={draftDone}>
    <Icon ui={ui} name="success" />
    <span>{children}</span>
    {undo && (
      <Form ui={ui} action={undo.action} fields={undo.fields} class="inline-form">
        <button type="submit" class="link-button">
          {ui.t('kit.undo')}
        </button>
      </Form>
    )}
    <button type="button" class="toast-close" data-close aria-label={ui.t('kit.close')}>
      <Icon ui={ui} name="close" />
    </button>
  </div>
);
