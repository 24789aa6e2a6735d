import { Module, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers } from '#platform';
import { ReferenceModule } from '#reference';
import { ChangeColumns } from './change-columns.js';
import { DecideRow } from './decide-row.js';
import { DiscardImport } from './discard-import.js';
import { ImportsQueries } from './imports.queries.js';
import { RunImport } from './run-import.js';
import { SharingQueries } from './sharing.queries.js';
import { StartImport } from './start-import.js';
import { UndoImport } from './undo-import.js';
import { UploadSheet } from './upload-sheet.js';

const parts = [
  ImportsQueries,
  SharingQueries,
  UploadSheet,
  ChangeColumns,
  DecideRow,
  DiscardImport,
  StartImport,
  RunImport,
  UndoImport,
];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class ImportsModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly runImport: RunImport,
  ) {}

  onModuleInit(): void {
    this.handlers.on('import.started', ({ organisationId, subjectId }) =>
      this.runImport.run(organisationId, subjectId),
    );
  }
}
