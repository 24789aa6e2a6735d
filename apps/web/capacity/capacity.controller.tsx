import { Controller, Header, StreamableFile } from '@nestjs/common';
import { boardCsv, BoardQueries, boardWorkbook, CellRowsQueries } from '#capacity';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { boardHref, boardQuery, cellOf, rowsQuery, settled } from './board-address.js';
import { CapacityPage } from './capacity.page.js';
import { CellRowsPage } from './cell-rows.page.js';

const read = { method: 'get', permission: 'capacity.read' } as const;
const showBoard = page({ ...read, id: 'capacityPage', path: '/kapacitet', query: boardQuery });
const showRows = page({ ...read, id: 'capacityRowsPage', path: '/kapacitet/raekker', query: rowsQuery });
const downloadCsv = page({ ...read, id: 'downloadCapacityCsv', path: '/kapacitet/tavle.csv', query: boardQuery });
const downloadXlsx = page({ ...read, id: 'downloadCapacityXlsx', path: '/kapacitet/tavle.xlsx', query: boardQuery });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pageSize = 50;

@Controller()
export class CapacityPages {
  constructor(
    private readonly boards: BoardQueries,
    private readonly cells: CellRowsQueries,
  ) {}

  @Page(showBoard)
  async board(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof showBoard>): Promise<unknown> {
    const [municipalities, regions] = await this.both(actor, input);
    return <CapacityPage ui={ui} address={settled(input)} municipalities={municipalities} regions={regions} />;
  }

  @Page(showRows)
  async rows(@For() ui: Ui, @By() actor: Actor, @Input() { cursor, ...address }: InputOf<typeof showRows>): Promise<unknown> {
    const [cell, { row: _row, place: _place, ...cameFrom }] = [cellOf(address), address];
    const [{ items, next }, board] = await Promise.all([this.cells.rows(actor, { ...cell, cursor, limit: pageSize }), this.boards.board(actor, cell)]);
    return <CellRowsPage ui={ui} cell={cell} back={boardHref(cameFrom)} board={board} rows={items} first={!cursor} more={next ? moreHref(ui.path, next) : undefined} />;
  }

  @Page(downloadCsv)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kapacitet-{day}.csv"')
  async csv(@By() actor: Actor, @Input() input: InputOf<typeof downloadCsv>): Promise<string> {
    return boardCsv(await this.boards.board(actor, input), actor.language);
  }

  @Page(downloadXlsx)
  @Header('content-disposition', 'attachment; filename="kapacitet-{day}.xlsx"')
  async xlsx(@By() actor: Actor, @Input() input: InputOf<typeof downloadXlsx>): Promise<StreamableFile> {
    return new StreamableFile(await boardWorkbook(await this.boards.board(actor, input), actor.language), { type: xlsx });
  }

  /** One after the other: the second finds what the first has counted. */
  private async both(actor: Actor, question: InputOf<typeof showBoard>) {
    const municipalities = await this.boards.board(actor, { ...question, by: 'municipality' });
    return [municipalities, await this.boards.board(actor, { ...question, by: 'region' })] as const;
  }
}
