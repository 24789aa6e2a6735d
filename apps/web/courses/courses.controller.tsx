import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CoursesQueries } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/ui.js';
import { may } from '../may.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CoursesPage, views } from './courses.page.js';

const query = z.object({ vis: z.enum(views).catch('mine').default('mine'), ansvarlig: z.uuid().optional().catch(undefined), cursor: z.string().max(400).optional(), done: z.string().max(60).optional() });
const showCourses = page({ id: 'coursesPage', method: 'get', path: '/forloeb', permission: 'courses.read', query });

@Controller()
export class CoursesPages {
  constructor(private readonly courses: CoursesQueries) {}

  @Page(showCourses)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { vis, ansvarlig, cursor }: InputOf<typeof showCourses>): Promise<unknown> {
    const overdue = vis === 'overskredne';
    const { items, next } = await this.courses.list(actor, { mine: vis === 'mine', overdue, owner: ansvarlig, cursor, limit: 50 });
    const counts = overdue && may(ui, 'caseloads.read') ? await this.courses.overdueByOwner(actor) : undefined;
    return <CoursesPage ui={ui} view={vis} rows={items} counts={counts} owner={ansvarlig} more={next === null ? undefined : moreHref(ui.path, next)} />;
  }
}
