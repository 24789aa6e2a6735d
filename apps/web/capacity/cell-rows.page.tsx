import type { Board, CellRow, WorkplaceRoom } from '#capacity';
import { agreementHref } from '../agreements/agreement-href.js';
import { modelNumber } from '../agreements/model-number.js';
import { companyHref } from '../companies/company-href.js';
import { BackLink, Badge, Empty, LinkButton, ModelBadge, Page, Pager, Table, type Column, type Tone, type Ui } from '../kit/index.js';
import type { Cell } from './board-address.js';
import { tableOf } from './board-table.js';
import { figureWords, namesOf } from './what-numbers-mean.js';

interface Props {
  readonly ui: Ui;
  readonly cell: Cell;
  /** The board one came from. */
  readonly back: string;
  readonly board: Board;
  readonly rows: readonly CellRow[];
  /** The first page of rows. */
  readonly first: boolean;
  readonly more?: string;
}

/** What stands behind a number of the board; the counts of all rows add up to it. */
export const CellRowsPage = (props: Props) => {
  const { ui, cell, back, board, rows, first, more } = props;
  const { sector, place, ...whole } = cell;
  const number = tableOf(board, whole, namesOf(ui)).sum(cell.figure, { row: sector, column: place });
  const pool = poolHref(cell, board);
  return (
    <Page
      ui={ui}
      title={`${figureWords(ui, cell.figure)} (${ui.formatNumber(number)})`}
      lead={whereWords(props)}
      back={<BackLink href={back}>{ui.t('capacityPage.back')}</BackLink>}
      actions={
        pool && (
          <LinkButton ui={ui} kind="secondary" href={pool} icon="search">
            {ui.t('capacityPage.pool')}
          </LinkButton>
        )
      }
    >
      <p class="muted">{ui.t(`capacityPage.means.${cell.figure}`)}</p>
      {rows.length === 0 ? (
        <Empty title={ui.t('capacityPage.none')}>{ui.t('capacityPage.none.text')}</Empty>
      ) : (
        <>
          <p class="results-summary">{sumWords(ui, rows, first && !more, number)}</p>
          <Table ui={ui} caption={figureWords(ui, cell.figure)} columns={columnsOf(ui, rows)} rows={rows} rowKey={({ id }) => id} />
          <Pager ui={ui} href={more} />
        </>
      )}
    </Page>
  );
};

const sumWords = (ui: Ui, rows: readonly CellRow[], complete: boolean, number: number): string => {
  const sum = rows.reduce((total, { count }) => total + count, 0);
  const words = { rows: ui.t.n('capacityPage.rows', rows.length), sum: ui.formatNumber(sum), number: ui.formatNumber(number) };
  return ui.t(complete ? 'capacityPage.sum' : 'capacityPage.sum.part', words);
};

/** 'Bygge og anlæg · Nyborg · 22. nov. 2026 (uge 47)' */
function whereWords({ ui, cell, board }: Props): string {
  const sector = cell.sector === 'none' ? ui.t('capacity.no-sector') : board.sectors.find(({ id }) => id === cell.sector)?.name;
  const place = cell.place === 'none' ? ui.t('capacity.no-place') : board.places.find(({ code }) => code === cell.place)?.name;
  const model = cell.model && ui.t(`capacityPage.model.${cell.model}`);
  const parts = [sector ?? ui.t('capacityPage.everySector'), place ?? cell.place ?? ui.t('capacityPage.everyPlace'), model, `${ui.formatDate(board.date)} (${ui.formatWeek(board.date)})`];
  return parts.filter(Boolean).join(' · ');
}

/** What can be had now is in the pool, where it can be reserved. */
function poolHref({ figure, sector, place, by, model }: Cell, { date, today }: Board): string | undefined {
  const models = { 'committed-free': model ?? '', 'callable-free': 'standing', open: 'shared' };
  if (!(figure in models) || date !== today) return undefined;
  const wanted = Object.entries({ sector, municipality: by === 'municipality' ? place : undefined, model: models[figure as keyof typeof models] });
  const query = new URLSearchParams(wanted.flatMap(([name, value]) => (value && value !== 'none' ? [[name, value]] : []))).toString();
  return query ? `/puljen?${query}` : '/puljen';
}

const columnsOf = (ui: Ui, rows: readonly CellRow[]): Column<CellRow>[] => {
  const columns: (Column<CellRow> & { readonly wanted: boolean })[] = [
    {
      key: 'company',
      label: ui.t('companies.column.name'),
      head: true,
      wanted: true,
      cell: (row) => (
        <span class="named">
          <a href={companyHref(row.companyId)}>{row.companyName}</a>
          <small>{[row.workplaceName !== row.companyName && row.workplaceName, !row.workplaceName.endsWith(`, ${row.town}`) && row.town].filter(Boolean).join(', ')}</small>
        </span>
      ),
    },
    { key: 'tasks', label: ui.t('capacityPage.tasks'), wanted: rows.some(({ tasks }) => tasks), cell: (row) => (row.kind === 'opening' ? <a href={`/puljen/${row.id}`}>{row.tasks}</a> : row.tasks) },
    { key: 'model', label: ui.t('capacityPage.model'), wanted: rows.some(({ model }) => model), cell: ({ model }) => isModel(model) && <ModelBadge ui={ui} model={modelNumber[model]} /> },
    { key: 'agreement', label: ui.t('capacityPage.agreement'), wanted: rows.some(({ agreementId }) => agreementId), cell: (row) => row.agreementId && <a href={agreementHref(row.agreementId)}>{row.agreementTitle}</a> },
    { key: 'state', label: ui.t('capacityPage.state'), wanted: rows.some(({ kind }) => kind !== 'workplace'), cell: (row) => <State ui={ui} row={row} /> },
    { key: 'limit', label: ui.t('capacityPage.limitedBy'), wanted: rows.some(({ room }) => room), cell: ({ room }) => room && <Limit ui={ui} room={room} /> },
    { key: 'count', label: ui.t('capacityPage.count'), numeric: true, wanted: true, cell: ({ count }) => ui.formatNumber(count) },
  ];
  return columns.filter(({ wanted }) => wanted);
};

const isModel = (model: string | null): model is keyof typeof modelNumber => model !== null && model in modelNumber;
const tones: Readonly<Record<string, Tone>> = { free: 'good', reserved: 'info', occupied: 'neutral' };

/** Which of the three is least, and all three. */
const Limit = ({ ui, room: { free, legal, mentor, limitedBy } }: { readonly ui: Ui; readonly room: WorkplaceRoom }) => (
  <span class="named">
    <Badge tone={limitedBy === 'agreement' ? 'good' : 'warn'}>{ui.t(`capacityPage.limitedBy.${limitedBy}`)}</Badge>
    <small>{ui.t('capacityPage.room', { free: ui.formatNumber(free), legal: legal === null ? ui.t('capacity.unknown') : ui.formatNumber(legal), mentor: ui.formatNumber(mentor) })}</small>
  </span>
);

/** Free, reserved or occupied, and until when. A place of a standing agreement that nobody uses is as agreed. */
const State = ({ ui, row: { state, model, kind, changesOn } }: { readonly ui: Ui; readonly row: CellRow }) => {
  const name = kind === 'opening' ? 'open' : state === 'free' && model === 'standing' ? 'callable' : (state ?? 'free');
  return (
    <span class="named">
      <Badge tone={name === 'callable' ? 'info' : (tones[name] ?? 'good')}>{ui.t(`capacityPage.state.${name}`)}</Badge>
      {changesOn && <small>{ui.t(`capacityPage.changes.${name}`, { date: ui.formatDate(changesOn) })}</small>}
    </span>
  );
};
