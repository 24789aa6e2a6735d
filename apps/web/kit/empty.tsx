import type { ComponentChildren } from 'preact';

/** Nothing here yet: says why, and what to do about it. */
export const Empty = (props: { title: string; children?: ComponentChildren; action?: ComponentChildren }) => (
  <div class="empty">
    <p class="empty-title">{props.title}</p>
    {props.children && <div>{props.children}</div>}
    {props.action}
  </div>
);
