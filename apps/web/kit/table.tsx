import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import type { Ui } from './ui.js';

export interface Column<Row> {
  key: string;
  label: string;
  cell(row: Row): ComponentChildren;
  /** Right-aligned digits. */
  numeric?: boolean;
  /** Names the row: a row header for screen readers, the title of the card on a phone. One column should be it. */
  head?: boolean;
  /** The heading is a link that sorts by this key. */
  sortable?: boolean;
  /** The heading is read aloud only: a column of buttons. */
  quiet?: boolean;
  /** On a phone the words stand without their heading: they say themselves what they are. */
  plain?: boolean;
}

export interface TableProps<Row> {
  ui: Ui;
  /** What the table shows; read aloud, seen with `captionShown`. */
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** `current` is a column key, with '-' before it for falling order; `href` makes the address that sorts so. */
  sort?: { current: string; href(sort: string): string };
  /** Marks rows, for instance the ones that came in live. */
  highlighted?(row: Row): boolean;
}

const sortState = (key: string, current: string) =>
  current === key ? 'ascending' : current === `-${key}` ? 'descending' : 'none';
const sortIcon = {
  ascending: 'sort-table-ascending',
  descending: 'sort-table-descending',
  none: 'sort-table-none',
} as const;

function HeadCell<Row>({ ui, column, sort }: { ui: Ui; column: Column<Row>; sort: TableProps<Row>['sort'] }) {
  const className = column.numeric ? 'numeric' : undefined;
  if (!sort || !column.sortable) {
    return (
      <th scope="col" class={className}>
        {column.quiet ? <span class="sr-only">{column.label}</span> : column.label}
      </th>
    );
  }
  const state = sortState(column.key, sort.current);
  return (
    <th scope="col" class={className} aria-sort={state === 'none' ? undefined : state}>
      <a class="sort-link" href={sort.href(state === 'ascending' ? `-${column.key}` : column.key)}>
        {column.label}
        <Icon ui={ui} name={sortIcon[state]} />
      </a>
    </th>
  );
}

/** A dense table with a heading row that stays in sight; each row becomes a card below 48 em. */
export function Table<Row>({ ui, columns, rows, sort, ...props }: TableProps<Row>) {
  return (
    <table class="table data-table">
      <caption class={props.captionShown ? undefined : 'sr-only'}>{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} ui={ui} column={column} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={props.rowKey(row)} class={props.highlighted?.(row) ? 'row-new' : undefined}>
            {columns.map((column) => {
              const cell = {
                class: [column.numeric && 'numeric', column.plain && 'plain'].filter(Boolean).join(' ') || undefined,
                'data-label': column.head || column.quiet ? undefined : column.label,
              };
              return column.head ? (
                <th key={column.key} scope="row" {...cell}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} {...cell}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
