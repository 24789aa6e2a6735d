import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { ConfirmStart, coursesOperations, RecordNoShow } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { PageAnswer } from '../answer.js';
import { formBody, neededText, submit, withoutBlanks } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CourseScreen } from './course-screen.js';

const params = z.object({ courseId: z.uuid() });
const placed = z.object({ courseId: z.uuid(), placementId: z.uuid() });
const write = { permission: 'courses.write', aboutCitizen: true, method: 'post', body: formBody } as const;
const showCourse = page({ id: 'coursePage', method: 'get', path: '/forloeb/:courseId', permission: 'courses.read', params });
const startForm = page({ ...write, id: 'confirmStartForm', path: '/forloeb/:courseId/placeringer/:placementId/start', params: placed });
const noShowForm = page({ ...write, id: 'noShowForm', path: '/forloeb/:courseId/placeringer/:placementId/ikke-moedt', params: placed });

const startSchema = readAs(withoutBlanks(coursesOperations.confirmStart.body), { startedOn: 'text' });

/** A course's first page, and what is said there about a start. */
@Controller()
export class CoursePages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly confirmStart: ConfirmStart,
    private readonly recordNoShow: RecordNoShow,
  ) {}

  @Page(showCourse)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showCourse>): Promise<unknown> {
    return this.screen.show({ ui, actor, courseId });
  }

  @Page(startForm)
  async start(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, placementId, ...values }: InputOf<typeof startForm>): Promise<PageAnswer> {
    const result = await submit(ui, startSchema, values, (input) => this.confirmStart.run(actor, { courseId, placementId, ...input }));
    const [warning] = 'done' in result ? result.done.warnings : [];
    return this.screen.after({ ui, actor, courseId }, result, warning ? `course.started-${warning.slice('placement.'.length)}` : 'course.started', { placementId, values });
  }

  @Page(noShowForm)
  async noShow(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, placementId, ...values }: InputOf<typeof noShowForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ reason: neededText(500) }), values, ({ reason }) => this.recordNoShow.run(actor, { courseId, placementId, reason }));
    return this.screen.after({ ui, actor, courseId }, result, 'course.noShow', { placementId, values });
  }
}
