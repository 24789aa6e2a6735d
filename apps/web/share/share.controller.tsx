import { Controller, Header } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { openingsOperations, ShareOpening } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, part, seeOther, type PageAnswer } from '../answer.js';
import { formBody, optionalId, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { ShareScreen } from './share-screen.js';
import { shareForm } from './share-values.js';

const at = { permission: openingsOperations.shareOpening.permission } as const;
const showShare = page({ ...at, id: 'showShare', method: 'get', path: '/del', query: z.object({ virksomhed: optionalId, arbejdssted: optionalId }) });
const findWorkplaces = page({ ...at, id: 'findShareWorkplaces', method: 'get', path: '/del/arbejdssteder', query: z.object({ q: z.string().trim().max(200).default('') }) });
const shareDetails = page({ ...at, id: 'shareDetails', method: 'get', path: '/del/detaljer', query: formBody });
const postShare = page({ ...at, id: 'postShare', method: 'post', path: '/del', body: formBody });

@Controller()
export class SharePages {
  constructor(
    private readonly screen: ShareScreen,
    private readonly shareOpening: ShareOpening,
  ) {}

  @Page(showShare)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { virksomhed, arbejdssted }: InputOf<typeof showShare>): Promise<VNode> {
    return this.screen.begin(ui, actor, { companyId: virksomhed, workplaceId: arbejdssted });
  }

  @Page(findWorkplaces)
  @Header('content-type', 'application/json')
  async find(@By() actor: Actor, @Input() { q }: InputOf<typeof findWorkplaces>): Promise<string> {
    return JSON.stringify(await this.screen.find(actor, q));
  }

  @Page(shareDetails)
  async details(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof shareDetails>): Promise<PageAnswer> {
    return part(await this.screen.details(ui, actor, values));
  }

  @Page(postShare)
  async share(@For() ui: Ui, @By() actor: Actor, @Input() { searchAgain, ...posted }: InputOf<typeof postShare>): Promise<PageAnswer> {
    // Who searches again has taken none of the found.
    const values = searchAgain ? { ...posted, workplaceId: '' } : posted;
    const result = await submit(ui, shareForm, values, (input) => this.shareOpening.run(actor, input));
    if ('done' in result) return seeOther(`/puljen/${result.done.id}`, 'opening.shared');
    return again(await this.screen.again(ui, actor, values, result.errors));
  }
}
