import { Controller, Req, StreamableFile } from '@nestjs/common';
import { type Actor, By, Input, type InputOf, Operation } from '#platform';
import { ChangeColumns } from './change-columns.js';
import { DecideRow } from './decide-row.js';
import { DiscardImport } from './discard-import.js';
import * as spec from './imports.operations.js';
import { ImportsQueries } from './imports.queries.js';
import { StartImport } from './start-import.js';
import { UndoImport } from './undo-import.js';
import { type MultipartRequest, uploadedFile } from './uploaded-file.js';
import { UploadSheet } from './upload-sheet.js';

/** From the file to the preview, and what people read on the way. */
@Controller('api/v1')
export class ImportsController {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly uploadSheet: UploadSheet,
    private readonly changeColumns: ChangeColumns,
    private readonly decideRow: DecideRow,
  ) {}

  @Operation(spec.listImports)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listImports>) {
    return this.queries.list(actor, input);
  }

  @Operation(spec.uploadSheet)
  async upload(@By() actor: Actor, @Req() request: MultipartRequest) {
    return this.uploadSheet.run(actor, await uploadedFile(request));
  }

  @Operation(spec.readImport)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readImport>) {
    return this.queries.read(actor, input);
  }

  @Operation(spec.listImportRows)
  rows(@By() actor: Actor, @Input() input: InputOf<typeof spec.listImportRows>) {
    return this.queries.rows(actor, input);
  }

  @Operation(spec.changeColumns)
  columns(@By() actor: Actor, @Input() input: InputOf<typeof spec.changeColumns>) {
    return this.changeColumns.run(actor, input);
  }

  @Operation(spec.decideRow)
  decide(@By() actor: Actor, @Input() input: InputOf<typeof spec.decideRow>) {
    return this.decideRow.run(actor, input);
  }

  @Operation(spec.downloadRefused)
  async refused(@By() actor: Actor, @Input() input: InputOf<typeof spec.downloadRefused>) {
    const { bytes, disposition } = await this.queries.refusedFile(actor, input);
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition, length: bytes.length });
  }
}

/** The run and its taking back. */
@Controller('api/v1')
export class ImportRunsController {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly startImport: StartImport,
    private readonly undoImport: UndoImport,
    private readonly discardImport: DiscardImport,
  ) {}

  @Operation(spec.startImport)
  start(@By() actor: Actor, @Input() input: InputOf<typeof spec.startImport>) {
    return this.startImport.run(actor, input);
  }

  @Operation(spec.undoImport)
  undo(@By() actor: Actor, @Input() input: InputOf<typeof spec.undoImport>) {
    return this.undoImport.run(actor, input);
  }

  @Operation(spec.listKept)
  kept(@By() actor: Actor, @Input() input: InputOf<typeof spec.listKept>) {
    return this.queries.kept(actor, input);
  }

  @Operation(spec.discardImport)
  discard(@By() actor: Actor, @Input() input: InputOf<typeof spec.discardImport>) {
    return this.discardImport.run(actor, input);
  }
}
