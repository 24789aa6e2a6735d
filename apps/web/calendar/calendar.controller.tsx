import { Controller, Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CalendarQueries, LanesQueries } from '#calendar';
import { By, Clock, Input, Refusal, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { WorkplaceChoices } from '../companies/workplace-choices.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { calendarQuery, changeHref } from './calendar-address.js';
import { CalendarPage, type CalendarChoices } from './calendar.page.js';
import { LanesPage } from './lanes.page.js';

const read = { method: 'get', permission: 'placements.read' } as const;
const showCalendar = page({ ...read, id: 'calendarPage', path: '/kalender', query: calendarQuery });
const showLanes = page({ ...read, id: 'lanesPage', path: '/kalender/klynger/:id', params: z.object({ id: z.uuid() }), query: z.object({ week: z.string().max(20).optional() }) });
const chooseRotation = page({ ...read, id: 'chooseRotation', path: '/kalender/roter', query: z.object({ placement: z.uuid(), workplace: z.uuid(), from: z.string().max(10) }) });
const pageSize = 100;

/** What the calendar can be narrowed by. */
@Injectable()
export class CalendarLists {
  constructor(
    private readonly choices: WorkplaceChoices,
    private readonly lanes: LanesQueries,
  ) {}

  async choicesFor(actor: Actor): Promise<CalendarChoices> {
    const [sectors, municipalities, clusters] = await Promise.all([this.choices.sectors(actor), this.choices.municipalities(), this.lanes.clusters(actor)]);
    return { sectors, municipalities, clusters };
  }
}

@Controller()
export class CalendarPages {
  constructor(
    private readonly calendars: CalendarQueries,
    private readonly lanes: LanesQueries,
    private readonly lists: CalendarLists,
    private readonly clock: Clock,
  ) {}

  @Page(showCalendar)
  async calendar(@For() ui: Ui, @By() actor: Actor, @Input() address: InputOf<typeof showCalendar>): Promise<VNode> {
    const asked = { ...address, week: address.week?.trim() ? address.week.trim() : undefined, limit: pageSize };
    const [calendar, choices] = await Promise.all([this.calendars.calendar(actor, asked).catch(notThatWeek), this.lists.choicesFor(actor)]);
    return <CalendarPage ui={ui} address={address} calendar={calendar} today={this.clock.today()} {...choices} />;
  }

  @Page(showLanes)
  async cluster(@For() ui: Ui, @By() actor: Actor, @Input() { id, week }: InputOf<typeof showLanes>): Promise<VNode> {
    return <LanesPage ui={ui} cluster={await this.lanes.lanes(actor, { id, week })} today={this.clock.today()} />;
  }

  /** The form below the lanes names a placement; its own page shows what the move means. */
  @Page(chooseRotation)
  rotation(@Input() { placement, ...wish }: InputOf<typeof chooseRotation>): PageAnswer {
    return seeOther(`${changeHref(placement, 'roter')}?${new URLSearchParams(wish).toString()}`);
  }
}

/** A week that does not exist is said on the page, above what was typed. */
function notThatWeek(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'input.invalid') return undefined;
  throw error;
}
