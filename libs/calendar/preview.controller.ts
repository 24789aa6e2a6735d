import { Controller } from '@nestjs/common';
import type { Preview } from '#placements';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { previewPlacement } from './calendar.operations.js';
import { PreviewQueries } from './preview.queries.js';

@Controller('api/v1')
export class PreviewController {
  constructor(private readonly previews: PreviewQueries) {}

  @Operation(previewPlacement)
  preview(@By() actor: Actor, @Input() input: InputOf<typeof previewPlacement>): Promise<Preview> {
    return this.previews.preview(actor, input);
  }
}
