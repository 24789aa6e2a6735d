import { Controller, Header } from '@nestjs/common';
import type { VNode } from 'preact';
import { StoredQueries } from '#mentor-page';
import { By, type Actor } from '#platform';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MentorStoredPage } from './mentor-stored.page.js';

const own = { permission: 'mentor.own' } as const;
const show = page({ ...own, id: 'mentorStoredPage', method: 'get', path: '/mentor/aftale' });
const file = page({ ...own, id: 'mentorStoredFile', method: 'get', path: '/mentor/mine-oplysninger.json' });

@Controller()
export class MentorStoredPages {
  constructor(private readonly stored: StoredQueries) {}

  @Page(show)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    const [{ items }, stored] = await Promise.all([this.stored.agreements(actor), this.stored.all(actor)]);
    return <MentorStoredPage ui={ui} agreements={items} stored={stored} />;
  }

  @Page(file)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="mine-oplysninger.json"')
  async file(@By() actor: Actor): Promise<string> {
    return JSON.stringify(await this.stored.all(actor), null, 2);
  }
}
