import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { agreementStates, AgreementsQueries } from '#agreements';
import { TimelineQueries } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { optionalText } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AgreementScreen } from './agreement-screen.js';
import { AgreementsPage } from './agreements.page.js';

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value);
const listAgreements = page({
  id: 'agreementsPage',
  method: 'get',
  path: '/aftaler',
  permission: 'agreements.read',
  query: z.object({
    model: z.preprocess(blankAsMissing, z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']).optional()),
    state: z.preprocess(blankAsMissing, z.enum(agreementStates).optional()),
    mine: z.enum(['true']).optional(),
    cursor: optionalText(400),
  }),
});
const readAgreement = page({
  id: 'agreementPage',
  method: 'get',
  path: '/aftaler/:agreementId',
  permission: 'agreements.read',
  params: z.object({ agreementId: z.uuid() }),
  query: z.object({ cursor: optionalText(400) }),
});

@Controller()
export class AgreementsPages {
  constructor(
    private readonly agreements: AgreementsQueries,
    private readonly screen: AgreementScreen,
    private readonly timelines: TimelineQueries,
  ) {}

  @Page(listAgreements)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { model, state, mine, cursor }: InputOf<typeof listAgreements>): Promise<unknown> {
    const { items, next } = await this.agreements.list(actor, { model, state, ...(mine && actor.userId && { contactUserId: actor.userId }), cursor, limit: 50 });
    return <AgreementsPage ui={ui} filter={{ model, state, mine: Boolean(mine) }} rows={items} more={next ? moreHref(ui.path, next) : undefined} />;
  }

  @Page(readAgreement)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, cursor }: InputOf<typeof readAgreement>): Promise<unknown> {
    const { items, next } = await this.timelines.read(actor, { of: 'agreement', id: agreementId, cursor, limit: 20 });
    return this.screen.show(ui, actor, agreementId, { history: items, older: next ? moreHref(ui.path, next) : undefined });
  }
}
