import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { SharingQueries } from '#imports';
import { UsersQueries } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { SharingPage } from './sharing.page.js';

/** A filter that cannot be meant is no filter. */
const query = z.object({ kendt: z.enum(['first', 'already']).optional().catch(undefined), cursor: z.string().max(400).optional() });
const showBrought = page({ id: 'broughtCompaniesPage', method: 'get', path: '/import/deling/:userId', permission: 'imports.read', params: z.object({ userId: z.uuid() }), query });
const pageSize = 50;

/** The companies behind a figure of who has shared what. */
@Controller()
export class SharingPages {
  constructor(
    private readonly sharing: SharingQueries,
    private readonly users: UsersQueries,
  ) {}

  @Page(showBrought)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { userId, kendt, cursor }: InputOf<typeof showBrought>): Promise<unknown> {
    const [{ name }, { items, next }] = await Promise.all([this.users.one(actor, userId), this.sharing.brought(actor, { userId, known: kendt, cursor, limit: pageSize })]);
    return <SharingPage ui={ui} userId={userId} name={name} known={kendt} rows={items} more={next ? moreHref(ui.path, next) : undefined} />;
  }
}
