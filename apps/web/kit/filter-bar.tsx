import type { ComponentChildren } from 'preact';
import { Button } from './button.js';
import type { Ui } from './ui.js';

interface FilterBarProps {
  ui: Ui;
  /** The page's own path: filters are its query, so a view can be bookmarked and shared. */
  action: string;
  /** Read aloud: "Filtrér puljen". */
  label: string;
  /** Id of the element (`<Results>`) that shows what was found; only that part is replaced. */
  results?: string;
  /** Fields that stay hidden, for instance the sorting. */
  keep?: Record<string, string | undefined>;
  /** Shown when a filter is set: the way back to all. */
  resetHref?: string;
  /** The field that stays in sight on a phone, where the others fold away. */
  search?: ComponentChildren;
  children?: ComponentChildren;
}

/** A GET form that filters as one types; without JavaScript the button does it. */
export const FilterBar = ({ ui, action, label, results = 'results', ...props }: FilterBarProps) => (
  <form
    class="filter-bar"
    method="get"
    action={action}
    role="search"
    aria-label={label}
    hx-get={action}
    hx-trigger="input delay:300ms, submit"
    hx-target={`#${results}`}
    hx-select={`#${results}`}
    hx-swap="outerHTML"
    hx-push-url="true"
    hx-sync="this:replace"
  >
    {props.search && <div class="filter-search">{props.search}</div>}
    {props.children && (
      <details class="filter-more" open data-phone-closed>
        <summary>{ui.t(props.search ? 'kit.filter.more' : 'kit.filter.all')}</summary>
        <div class="filter-fields">{props.children}</div>
      </details>
    )}
    {Object.entries(props.keep ?? {}).map(
      ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
    )}
    <div class="filter-actions">
      <Button ui={ui} kind="secondary" icon="search">
        {ui.t('kit.filter')}
      </Button>
      {props.resetHref && (
        <a class="reset-link" href={props.resetHref}>
          {ui.t('kit.filter.reset')}
        </a>
      )}
    </div>
  </form>
);

/** What a FilterBar replaces. `summary` ("Viser 25 af 140") is read aloud when it changes. */
export const Results = (props: { id?: string; summary: ComponentChildren; children: ComponentChildren }) => (
  <section id={props.id ?? 'results'} class="results">
    <p class="results-summary" role="status">
      {props.summary}
    </p>
    {props.children}
  </section>
);
