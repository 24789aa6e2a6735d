import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { PulsesQueries } from '#mentor-page';
import { By, Input, type Actor, type InputOf } from '#platform';
import { optionalId, optionalText } from '../form.js';
import type { Ui } from '../kit/index.js';
import { may } from '../may.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { PulsesPage } from './pulses.page.js';

const show = page({ id: 'pulsesPage', method: 'get', path: '/ugens-svar', permission: 'pulses.read', query: z.object({ virksomhed: optionalId, placering: optionalId, cursor: optionalText(400) }) });

@Controller()
export class PulsesPages {
  constructor(private readonly pulses: PulsesQueries) {}

  @Page(show)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { virksomhed, placering, cursor }: InputOf<typeof show>): Promise<VNode> {
    const [{ items, next }, figures] = await Promise.all([
      this.pulses.list(actor, { companyId: virksomhed, placementId: placering, cursor, limit: 50 }),
      may(ui, 'pulses.figures') ? this.pulses.figures(actor) : undefined,
    ]);
    return <PulsesPage ui={ui} rows={items} more={next ? moreHref(ui.path, next) : undefined} figures={figures?.items} narrowed={Boolean(virksomhed ?? placering)} />;
  }
}
