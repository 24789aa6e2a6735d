import type { ComponentChildren } from 'preact';

export interface Comparison {
  label: string;
  left: ComponentChildren;
  right: ComponentChildren;
  /** Marked where the two differ. */
  differs?: boolean;
}

interface SideBySideProps {
  caption: string;
  leftTitle: string;
  rightTitle: string;
  rows: readonly Comparison[];
}

/** Two records to choose between: an import row and what is there already, one's own edit and the other's. */
export const SideBySide = ({ caption, leftTitle, rightTitle, rows }: SideBySideProps) => (
  <table class="side-by-side">
    <caption class="sr-only">{caption}</caption>
    <thead>
      <tr>
        <td />
        <th scope="col">{leftTitle}</th>
        <th scope="col">{rightTitle}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.label} class={row.differs ? 'differs' : undefined}>
          <th scope="row">{row.label}</th>
          <td data-label={leftTitle}>{row.left}</td>
          <td data-label={rightTitle}>{row.right}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
