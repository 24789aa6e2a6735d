import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { BoardMemory } from './board-memory.js';
import { BoardQueries } from './board.queries.js';
import { CellRowsQueries } from './cell-rows.queries.js';

@Module({ imports: [ReferenceModule], providers: [BoardMemory, BoardQueries, CellRowsQueries], exports: [BoardQueries, CellRowsQueries] })
export class CapacityModule {}
