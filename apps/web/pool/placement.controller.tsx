import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { StopPlacement } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { PageAnswer } from '../answer.js';
import { formBody, neededText, optionalDay, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { OpeningScreen } from './opening-screen.js';

const endForm = page({
  id: 'endPlacementForm',
  method: 'post',
  path: '/puljen/:id/placeringer/:placement/afslut',
  permission: 'placements.write',
  aboutCitizen: true,
  params: z.object({ id: z.uuid(), placement: z.uuid() }),
  body: formBody,
});

/** Ending a placement early, from its opening's page. */
@Controller()
export class PlacementPages {
  constructor(
    private readonly screen: OpeningScreen,
    private readonly stopPlacement: StopPlacement,
  ) {}

  @Page(endForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { id, placement, ...values }: InputOf<typeof endForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ reason: neededText(500), on: optionalDay }), values, async (input) => {
      const { cancelled } = await this.stopPlacement.run(actor, { id: placement, ...input });
      return cancelled ? 'placement.cancelled' : 'placement.ended';
    });
    return this.screen.after(ui, actor, id, result, { form: 'other', values });
  }
}
