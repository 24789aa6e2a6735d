import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CitizensQueries } from '#citizens';
import { FitsQueries } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CitizenChoices } from './citizen-choices.js';
import { FittingPlacesPage } from './fitting-places.page.js';

const placesPage = page({ id: 'fittingPlacesPage', method: 'get', path: '/borgere/:citizenId/pladser', permission: 'citizens.read', params: z.object({ citizenId: z.uuid() }) });

/** From a citizen to the places in the pool that fit, and on to a reservation or a coffee meeting. */
@Controller()
export class FittingPlacesPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly fits: FitsQueries,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(placesPage)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof placesPage>): Promise<unknown> {
    const citizen = await this.citizens.one(actor, input);
    const [{ items }, { considerations }] = await Promise.all([this.fits.places(actor, input), this.choices.ofRecord(ui, actor)]);
    return <FittingPlacesPage ui={ui} citizen={citizen} places={items} considerations={considerations} />;
  }
}
