import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CitizensQueries } from '#citizens';
import { FitsQueries, OpeningsQueries } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { optionalText } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { OpeningScreen } from '../pool/opening-screen.js';
import { For } from '../ui-of-request.js';
import { CitizenChoices } from './citizen-choices.js';
import { PickCitizenPage } from './pick-citizen.page.js';

const params = z.object({ id: z.uuid() });
const pickPage = page({ id: 'pickCitizenPage', method: 'get', path: '/puljen/:id/borger', permission: 'citizens.read', params, query: z.object({ q: optionalText(100) }) });
const pickedPage = page({ id: 'pickedCitizenPage', method: 'get', path: '/puljen/:id/borger/:citizenId', permission: 'citizens.read', params: params.extend({ citizenId: z.uuid() }) });

/** From a place in the pool to one of one's own citizens. */
@Controller()
export class PickCitizenPages {
  constructor(
    private readonly fits: FitsQueries,
    private readonly openings: OpeningsQueries,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(pickPage)
  async pick(@For() ui: Ui, @By() actor: Actor, @Input() { id, q }: InputOf<typeof pickPage>): Promise<unknown> {
    const opening = await this.openings.one(actor, id);
    const [{ items }, { considerations }] = await Promise.all([this.fits.citizens(actor, { openingId: id, q }), this.choices.ofRecord(ui, actor)]);
    return <PickCitizenPage ui={ui} opening={opening} rows={items} considerations={considerations} q={q} />;
  }
}

/** The place again, with what is known of the citizen filled in. */
@Controller()
export class PickedCitizenPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly screen: OpeningScreen,
  ) {}

  @Page(pickedPage)
  async picked(@For() ui: Ui, @By() actor: Actor, @Input() { id, citizenId }: InputOf<typeof pickedPage>): Promise<VNode> {
    return this.screen.show(ui, actor, id, { citizen: await this.citizens.one(actor, { citizenId }) });
  }
}
