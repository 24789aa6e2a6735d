import type { ComponentChildren } from 'preact';

export interface Fact {
  term: string;
  /** Left out altogether when there is nothing to show. */
  value: ComponentChildren;
}

const absent = (value: ComponentChildren): boolean =>
  value === undefined || value === null || value === '' || value === false;

/** Facts about one thing; in columns with `columns`. */
export const DefinitionList = ({ facts, columns }: { facts: readonly Fact[]; columns?: boolean }) => (
  <dl class={columns ? 'facts facts-columns' : 'facts'}>
    {facts
      .filter((fact) => !absent(fact.value))
      .map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
  </dl>
);
