import type { Board } from '#capacity';
import { Empty, FilterBar, DateField, LinkButton, Page, Results, Select, type Option, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { boardHref, figureChoices, modelChoices, type BoardAddress } from './board-address.js';
import { BoardHeat } from './board-heat.js';
import { tableOf, type BoardTable } from './board-table.js';
import { BoardMap } from './board-map.js';
import { LimitsShown } from './limits-shown.js';
import { figureWords, namesOf, WhatNumbersMean } from './what-numbers-mean.js';
import { WeeksAhead } from './weeks-ahead.js';

export interface CapacityProps {
  readonly ui: Ui;
  readonly address: BoardAddress;
  /** By municipality, whatever the table shows: for the map and the choices. */
  readonly municipalities: Board;
  readonly regions: Board;
}

/** Kapacitet: one number by sector and place on one day, each cell a way to its rows, with the country beside it. */
export const CapacityPage = (props: CapacityProps) => {
  const { ui, address } = props;
  const board = address.by === 'region' ? props.regions : props.municipalities;
  const table = tableOf(board, address, namesOf(ui));
  return (
    <Page ui={ui} title={ui.t('capacity.title')} lead={ui.t('capacityPage.lead')}>
      <Filters {...props} />
      <Results summary={<InWords ui={ui} address={address} board={board} />}>
        <WeeksAhead ui={ui} address={address} board={board} table={table} />
        <LimitsShown ui={ui} address={address} table={table} />
        {board.cells.length === 0 ? <NothingYet ui={ui} /> : <Shown {...props} table={table} />}
        <WhatNumbersMean ui={ui} address={address} table={table} />
        <p>
          <a href="/kapacitet/udnyttelse">{ui.t('utilisation.link')}</a>
        </p>
        <Files ui={ui} address={address} />
      </Results>
    </Page>
  );
};

const Shown = ({ ui, address, municipalities, table }: CapacityProps & { readonly table: BoardTable }) => (
  <div class="capacity">
    <BoardHeat ui={ui} address={address} table={table} />
    <BoardMap ui={ui} address={address} board={municipalities} />
  </div>
);

const Filters = ({ ui, address, municipalities, regions }: CapacityProps) => {
  const all = ui.t('capacityPage.all');
  const places = (board: Board): Option[] => board.places.map(({ code, name }) => ({ value: code, label: name }));
  const isFiltered = boardHref(address) !== '/kapacitet';
  return (
    <FilterBar ui={ui} action="/kapacitet" label={ui.t('capacityPage.filter')} resetHref={isFiltered ? '/kapacitet' : undefined} search={<FigureChoice ui={ui} figure={address.figure} />}>
      <DateField ui={ui} name="date" label={ui.t('capacityPage.date')} value={municipalities.date} />
      <Select ui={ui} name="by" label={ui.t('capacityPage.by')} options={(['municipality', 'region'] as const).map((by) => ({ value: by, label: ui.t(`capacity.by.${by}`) }))} value={address.by} />
      <Select ui={ui} name="model" label={ui.t('capacityPage.model')} options={modelChoices.map((model) => ({ value: model, label: ui.t(`capacityPage.model.${model}`) }))} value={address.model} empty={all} />
      <Select ui={ui} name="sector" label={ui.t('capacity.sector')} options={municipalities.sectors.map(({ id, name }) => ({ value: id, label: name }))} value={address.sector} empty={all} />
      <Select ui={ui} name="region" label={ui.t('capacity.by.region')} options={places(regions)} value={address.region} empty={all} />
      <Select ui={ui} name="municipality" label={ui.t('capacity.by.municipality')} options={places(municipalities)} value={address.municipality} empty={all} />
    </FilterBar>
  );
};

const FigureChoice = ({ ui, figure }: { readonly ui: Ui; readonly figure: BoardAddress['figure'] }) => (
  <Select ui={ui} name="figure" label={ui.t('capacityPage.figure')} options={figureChoices.map((value) => ({ value, label: figureWords(ui, value) }))} value={figure} />
);

/** Which number, for which day, in which classification: a table of numbers says so itself. */
const InWords = ({ ui, address, board }: Pick<CapacityProps, 'ui' | 'address'> & { readonly board: Board }) => {
  const words = { number: figureWords(ui, address.figure), date: ui.formatDate(board.date), week: ui.formatWeek(board.date), classification: ui.t(`capacityPage.classification.${board.by}`) };
  return <>{ui.t('capacityPage.inWords', words)}</>;
};

const NothingYet = ({ ui }: { readonly ui: Ui }) => (
  <Empty
    title={ui.t('capacityPage.empty')}
    action={
      may(ui, 'openings.share') && (
        <LinkButton ui={ui} kind="secondary" href="/del" icon="plus">
          {ui.t('share.title')}
        </LinkButton>
      )
    }
  >
    {ui.t('capacityPage.empty.text')}
  </Empty>
);

/** The whole board with all its numbers, for a spreadsheet. */
const Files = ({ ui, address }: Pick<CapacityProps, 'ui' | 'address'>) => {
  const href = (ending: string): string => boardHref({ figure: 'committed-free', date: address.date, by: address.by, model: address.model }, {}, `/kapacitet/tavle.${ending}`);
  return (
    <div class="button-row">
      <LinkButton ui={ui} kind="secondary" icon="download" href={href('xlsx')} download>
        {ui.t('capacityPage.xlsx')}
      </LinkButton>
      <LinkButton ui={ui} kind="secondary" icon="download" href={href('csv')} download>
        {ui.t('capacityPage.csv')}
      </LinkButton>
      <span class="muted">{ui.t('capacityPage.files')}</span>
    </div>
  );
};
