import type { ComponentChildren } from 'preact';

/** A white sheet with an optional heading; `aside` stands to the right of the heading. */
export const Card = (props: {
  title?: string;
  id?: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) => (
  <section class="card-sheet" id={props.id} aria-label={props.title}>
    {(props.title || props.aside) && (
      <div class="card-head">
        {props.title && <h2>{props.title}</h2>}
        {props.aside}
      </div>
    )}
    {props.children}
  </section>
);

/** Two columns on a wide window, the second the narrower with `side`; below each other otherwise. */
export const Columns = ({ side, children }: { side?: boolean; children: ComponentChildren }) => (
  <div class={side ? 'columns columns-side' : 'columns'}>{children}</div>
);

/** A few big numbers, each a link to its rows. */
export const Figures = (props: {
  figures: readonly { label: string; value: string; href?: string; note?: string }[];
}) => (
  <dl class="figures">
    {props.figures.map((figure) => (
      <div key={figure.label}>
        <dt>{figure.label}</dt>
        <dd>
          {figure.href ? <a href={figure.href}>{figure.value}</a> : figure.value}
          {figure.note && <small>{figure.note}</small>}
        </dd>
      </div>
    ))}
  </dl>
);
