export { BoardMemory } from './board-memory.js';
export { boardCsv, boardWorkbook } from './board-sheet.js';
export { BoardQueries, type Board, type BoardCell, type BoardPlace, type BoardQuestion } from './board.queries.js';
export { type BoardFigures, type Places } from './board.rules.js';
export { CapacityController } from './capacity.controller.js';
export { CapacityModule } from './capacity.module.js';
export * as capacityOperations from './capacity.operations.js';
export { CellRowsQueries, type CellRow, type Figure, figures, type RowsQuestion, type WorkplaceRoom } from './cell-rows.queries.js';
