import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { addDays, By, Input, type Actor, type InputOf } from '#platform';
import { UtilisationQueries } from '#upkeep';
import { optionalDay } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { UtilisationPage } from './utilisation.page.js';

const query = z.object({ from: optionalDay, lastDay: optionalDay });
const showUtilisation = page({ id: 'utilisationPage', method: 'get', path: '/kapacitet/udnyttelse', permission: 'capacity.read', query });

@Controller()
export class UtilisationPages {
  constructor(private readonly utilisation: UtilisationQueries) {}

  /** Days the wrong way round are as if none were said. */
  @Page(showUtilisation)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { from, lastDay }: InputOf<typeof showUtilisation>): Promise<unknown> {
    const asked = from && lastDay && from > lastDay ? {} : { from, until: lastDay && addDays(lastDay, 1) };
    return <UtilisationPage ui={ui} used={await this.utilisation.all(actor, asked)} />;
  }
}
