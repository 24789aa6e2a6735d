import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { TakeBackMove } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, wholeNumber } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { placementHref } from './calendar-address.js';
import { PlacementScreen } from './placement-screen.js';

const takeBackForm = page({ id: 'takeBackMoveForm', method: 'post', path: '/kalender/placeringer/:id/tag-tilbage', permission: 'placements.write', aboutCitizen: true, params: z.object({ id: z.uuid() }), body: formBody });

/** A move that was a mistake is taken back by a button where it led to. */
@Controller()
export class TakeBackPages {
  constructor(
    private readonly screen: PlacementScreen,
    private readonly takeBack: TakeBackMove,
  ) {}

  @Page(takeBackForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof takeBackForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ version: wholeNumber(1, 1_000_000) }), values, ({ version }) => this.takeBack.run(actor, { id, version }));
    if ('done' in result) return seeOther(placementHref(result.done.id), 'placement.takenBack');
    return again(await this.screen.show(ui, actor, id, result.errors));
  }
}
