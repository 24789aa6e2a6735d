import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, type Actor, type InputOf } from '#platform';
import { UtilisationQueries } from '#upkeep';
import { optionalDay } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { UtilisationPage } from './utilisation.page.js';

const query = z.object({ from: optionalDay, until: optionalDay });
const showUtilisation = page({ id: 'utilisationPage', method: 'get', path: '/kapacitet/udnyttelse', permission: 'capacity.read', query });

@Controller()
export class UtilisationPages {
  constructor(private readonly utilisation: UtilisationQueries) {}

  /** Days the wrong way round are as if none were said. */
  @Page(showUtilisation)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { from, until }: InputOf<typeof showUtilisation>): Promise<unknown> {
    const asked = from && until && from >= until ? {} : { from, until };
    return <UtilisationPage ui={ui} used={await this.utilisation.all(actor, asked)} />;
  }
}
