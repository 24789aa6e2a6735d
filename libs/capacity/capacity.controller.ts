import { Controller, Header, StreamableFile } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf, type Page } from '#platform';
import { boardCsv, boardWorkbook } from './board-sheet.js';
import { type Board, BoardQueries } from './board.queries.js';
import { exportBoardCsv, exportBoardXlsx, readBoard, readCellRows } from './capacity.operations.js';
import { type CellRow, CellRowsQueries } from './cell-rows.queries.js';

@Controller('api/v1')
export class CapacityController {
  constructor(
    private readonly boards: BoardQueries,
    private readonly cells: CellRowsQueries,
  ) {}

  @Operation(readBoard)
  board(@By() actor: Actor, @Input() input: InputOf<typeof readBoard>): Promise<Board> {
    return this.boards.board(actor, input);
  }

  @Operation(readCellRows)
  rows(@By() actor: Actor, @Input() input: InputOf<typeof readCellRows>): Promise<Page<CellRow>> {
    return this.cells.rows(actor, input);
  }

  @Operation(exportBoardCsv)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kapacitet-{day}.csv"')
  async csv(@By() actor: Actor, @Input() input: InputOf<typeof exportBoardCsv>): Promise<string> {
    return boardCsv(await this.boards.board(actor, input), actor.language);
  }

  @Operation(exportBoardXlsx)
  @Header('content-disposition', 'attachment; filename="kapacitet-{day}.xlsx"')
  async xlsx(@By() actor: Actor, @Input() input: InputOf<typeof exportBoardXlsx>): Promise<StreamableFile> {
    return new StreamableFile(await boardWorkbook(await this.boards.board(actor, input), actor.language), { type: exportBoardXlsx.produces });
  }
}
