import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { By, Config, Input, MailboxQueries, notFound, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MailboxPage, MailPage } from './mailbox.page.js';

const showMailbox = page({ id: 'showMailbox', method: 'get', path: '/postkasse', permission: 'demo.read' });
const showMail = page({ id: 'showMail', method: 'get', path: '/postkasse/:id', permission: 'demo.read', params: z.object({ id: z.uuid() }) });

/** Only in a demo: where mail is really sent, these pages do not exist. */
@Controller()
export class MailboxPages {
  constructor(
    private readonly mailbox: MailboxQueries,
    private readonly config: Config,
  ) {}

  @Page(showMailbox)
  async list(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    this.onlyInDemo();
    return <MailboxPage ui={ui} mails={await this.mailbox.list(actor)} />;
  }

  @Page(showMail)
  async one(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof showMail>): Promise<VNode> {
    this.onlyInDemo();
    return <MailPage ui={ui} mail={await this.mailbox.one(actor, id)} />;
  }

  private onlyInDemo(): void {
    if (!this.config.demo) throw notFound();
  }
}
