import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CitizensQueries } from '#citizens';
import { OpeningsQueries } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { optionalText } from '../form.js';
import type { Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { OpeningScreen } from '../pool/opening-screen.js';
import { For } from '../ui-of-request.js';
import { PickCitizenPage } from './pick-citizen.page.js';

const params = z.object({ id: z.uuid() });
const pickPage = page({ id: 'pickCitizenPage', method: 'get', path: '/puljen/:id/borger', permission: 'citizens.read', params, query: z.object({ q: optionalText(100), cursor: optionalText(400) }) });
const pickedPage = page({ id: 'pickedCitizenPage', method: 'get', path: '/puljen/:id/borger/:citizenId', permission: 'citizens.read', params: params.extend({ citizenId: z.uuid() }) });

/** From a place in the pool to one of one's own citizens, and back with what is known of them filled in. */
@Controller()
export class PickCitizenPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly openings: OpeningsQueries,
    private readonly screen: OpeningScreen,
  ) {}

  @Page(pickPage)
  async pick(@For() ui: Ui, @By() actor: Actor, @Input() { id, q, cursor }: InputOf<typeof pickPage>): Promise<unknown> {
    const opening = await this.openings.one(actor, id);
    const { items, next } = await this.citizens.list(actor, { q, cursor });
    return <PickCitizenPage ui={ui} opening={opening} rows={items} q={q} more={next ? moreHref(ui.path, next) : undefined} />;
  }

  @Page(pickedPage)
  async picked(@For() ui: Ui, @By() actor: Actor, @Input() { id, citizenId }: InputOf<typeof pickedPage>): Promise<VNode> {
    return this.screen.show(ui, actor, id, { citizen: await this.citizens.one(actor, { citizenId }) });
  }
}
