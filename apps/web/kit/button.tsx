import type { ComponentChildren } from 'preact';
import { Form } from './form.js';
import { Icon, type IconName } from './icon.js';
import type { Ui } from './ui.js';

const kinds = {
  primary: 'button button-primary',
  secondary: 'button button-secondary',
  quiet: 'button button-tertiary',
  warning: 'button button-warning',
} as const;
export type ButtonKind = keyof typeof kinds;

interface Look {
  ui: Ui;
  kind?: ButtonKind;
  icon?: IconName;
  /** Low and narrow, for table rows. */
  small?: boolean;
  children: ComponentChildren;
}

const look = ({ kind = 'primary', small }: Look): string => kinds[kind] + (small ? ' button-small' : '');
const Inside = ({ ui, icon, children }: Look) => (
  <>
    {icon && <Icon ui={ui} name={icon} />}
    <span>{children}</span>
  </>
);

/** Submits the form it stands in; `name` and `value` tell which of several buttons was pressed, `to` sends it elsewhere. */
export const Button = (props: Look & { name?: string; value?: string; form?: string; to?: string }) => (
  <button type="submit" class={look(props)} name={props.name} value={props.value} form={props.form} formAction={props.to}>
    <Inside {...props} />
  </button>
);

/** A link that looks like a button: for going somewhere, never for changing something. */
export const LinkButton = (props: Look & { href: string; download?: boolean }) => (
  <a class={look(props)} href={props.href} download={props.download}>
    <Inside {...props} />
  </a>
);

/** One action as its own small form: `<PostButton action="/puljen/1/reserver" fields={{ version: '3' }}>`. */
export const PostButton = (props: Look & { action: string; fields?: Record<string, string | number> }) => (
  <Form ui={props.ui} action={props.action} fields={props.fields} class="inline-form">
    <Button ui={props.ui} kind={props.kind} icon={props.icon} small={props.small}>
      {props.children}
    </Button>
  </Form>
);

/** Prints the page as it stands. Of no use without scripts, so it shows with them. */
export const PrintButton = ({ ui }: { ui: Ui }) => (
  <button type="button" class={look({ ui, kind: 'secondary', small: true, children: null })} data-print hidden>
    {ui.t('kit.print')}
  </button>
);

/** Buttons side by side; below each other at full width on a phone. */
export const ButtonRow = ({ children }: { children: ComponentChildren }) => <div class="button-row">{children}</div>;
