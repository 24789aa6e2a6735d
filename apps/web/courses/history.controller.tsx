import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CoursePartsQueries } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import { History } from '../history.js';
import { Card } from '../kit/index.js';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CourseFrame } from './course-frame.js';
import { CourseScreen } from './course-screen.js';

const showHistory = page({
  id: 'courseHistoryPage',
  method: 'get',
  path: '/forloeb/:courseId/historik',
  permission: 'courses.read',
  params: z.object({ courseId: z.uuid() }),
  query: z.object({ cursor: z.string().max(400).optional() }),
});

/** Historik: who wrote what on the course, and when. */
@Controller()
export class CourseHistoryPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly parts: CoursePartsQueries,
  ) {}

  @Page(showHistory)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, cursor }: InputOf<typeof showHistory>): Promise<unknown> {
    const course = await this.screen.course({ ui, actor, courseId });
    const { items, next } = await this.parts.history(actor, { courseId, cursor, limit: 50 });
    return (
      <CourseFrame ui={ui} course={course} tab="historik">
        <Card title={ui.t('course.tab.historik')}>
          <History ui={ui} label={ui.t('course.tab.historik')} entries={items} older={next === null ? undefined : moreHref(ui.path, next)} />
        </Card>
      </CourseFrame>
    );
  }
}
