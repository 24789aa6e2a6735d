import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { DecideRow, importsOperations } from '#imports';
import { By, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { Page, page } from '../page-route.js';
import { rowsHref } from './import-href.js';

const decideForm = page({
  id: 'decideRowForm',
  method: 'post',
  path: '/import/:importId/raekker/:row',
  permission: 'imports.write',
  params: importsOperations.decideRow.params,
  body: z.object({ decision: importsOperations.decideRow.body.shape.decision, cursor: z.string().max(400).optional() }),
});

@Controller()
export class DecisionPages {
  constructor(private readonly decideRow: DecideRow) {}

  /** Back to the same place in the list: the answered row has folded, the next question stands below it. */
  @Page(decideForm)
  async decide(@By() actor: Actor, @Input() { importId, row, decision, cursor }: InputOf<typeof decideForm>): Promise<PageAnswer> {
    await this.decideRow.run(actor, { importId, row, decision });
    return seeOther(`${rowsHref(importId, { verdict: 'decision', cursor })}#raekke-${row}`);
  }
}
