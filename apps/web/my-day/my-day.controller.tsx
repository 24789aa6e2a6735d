import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { CaseloadsQueries } from '#citizens';
import { mayDo } from '#people';
import { MyDayQueries } from '#placements';
import { By, Clock, type Actor } from '#platform';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MyDayPage } from './my-day.page.js';

const showMyDay = page({ id: 'showMyDay', method: 'get', path: '/', permission: 'session.own' });

@Controller()
export class MyDayPages {
  constructor(
    private readonly myDay: MyDayQueries,
    private readonly caseloads: CaseloadsQueries,
    private readonly clock: Clock,
  ) {}

  /** An administrator who does no fieldwork has no cards, but the same front page. */
  @Page(showMyDay)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    const day = mayDo(actor.roles, 'reservations.read') ? await this.myDay.of(actor) : undefined;
    const caseload = mayDo(actor.roles, 'citizens.read') ? await this.caseloads.own(actor) : undefined;
    return <MyDayPage ui={ui} day={day} caseload={caseload} today={this.clock.today()} />;
  }
}
