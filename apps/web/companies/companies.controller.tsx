import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CompaniesQueries } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { part } from '../answer.js';
import { optionalId, optionalText } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CompaniesPage, pageSize } from './companies.page.js';
import { MunicipalityChoice } from './place-fields.js';
import { WorkplaceChoices } from './workplace-choices.js';

const listCompaniesPage = page({
  id: 'companiesPage',
  method: 'get',
  path: '/virksomheder',
  permission: 'companies.read',
  query: z.object({
    q: optionalText(200),
    sector: optionalId,
    municipality: optionalText(4),
    mine: z.enum(['true']).optional(),
    cursor: optionalText(400),
  }),
});
const municipalityChoice = page({
  id: 'municipalityChoice',
  method: 'get',
  path: '/virksomheder/kommunevalg',
  permission: 'companies.read',
  query: z.object({ postalCode: z.string().trim().max(10).default('') }),
});

@Controller()
export class CompaniesPages {
  constructor(
    private readonly companies: CompaniesQueries,
    private readonly choices: WorkplaceChoices,
  ) {}

  @Page(listCompaniesPage)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { q, sector, municipality, mine, cursor }: InputOf<typeof listCompaniesPage>): Promise<unknown> {
    const [{ items, next }, sectors, municipalities] = await Promise.all([
      this.companies.list(actor, { text: q, sectorId: sector, municipalityCode: municipality, ...(mine && actor.userId && { responsibleUserId: actor.userId }), cursor, limit: pageSize }),
      this.choices.sectors(actor),
      this.choices.municipalities(),
    ]);
    const filter = { q, sector, municipality, mine: Boolean(mine) };
    return <CompaniesPage ui={ui} filter={filter} rows={items} more={next ? moreHref(ui.path, next) : undefined} sectors={sectors} municipalities={municipalities} />;
  }

  /** The choice of municipality of a postal code, for the form while it is filled in. */
  @Page(municipalityChoice)
  async choice(@For() ui: Ui, @By() actor: Actor, @Input() { postalCode }: InputOf<typeof municipalityChoice>): Promise<unknown> {
    return part(<MunicipalityChoice ui={ui} value="" choices={await this.choices.ofPlace(actor, postalCode)} />);
  }
}
