import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { courseBegan, CoursePartsQueries, coursesOperations, WriteHours } from '#courses';
import { addDays, By, Input, isoWeek, mondayOf, parseWeek, weekKey, weekStart, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields } from '../form-fields.js';
import type { FieldErrors } from '../kit/index.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { courseHref } from './course-href.js';
import { CourseScreen, type Of } from './course-screen.js';
import { HoursPage } from './hours.page.js';

const params = z.object({ courseId: z.uuid() });
const path = '/forloeb/:courseId/timer';
const showHours = page({ id: 'courseHoursPage', method: 'get', path, permission: 'courses.read', params });
const hoursForm = page({ id: 'courseHoursForm', method: 'post', path, permission: 'courses.write', aboutCitizen: true, params, body: formBody });

const schema = z
  .preprocess(
    (values) => {
      const { week, hours } = readFields(values as FormValues, { week: 'text', hours: 'hours' });
      return { week: week ?? undefined, hours: hours ?? undefined };
    },
    z.object({ week: z.string().max(8), hours: coursesOperations.writeHours.body.shape.minutes }),
  )
  .refine(({ week }) => parseWeek(week) !== undefined, { path: ['week'], message: 'fault.week' });

/** So many weeks back can be chosen: more than a year, so that what was forgotten can be written down. */
const weeksBack = 60;

@Controller()
export class HoursPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly parts: CoursePartsQueries,
    private readonly writeHours: WriteHours,
  ) {}

  @Page(showHours)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showHours>): Promise<unknown> {
    return this.page({ ui, actor, courseId }, { week: weekKey(isoWeek(this.screen.today())) });
  }

  @Page(hoursForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof hoursForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ week, hours }) => this.writeHours.run(actor, { courseId, week, minutes: hours }));
    if ('done' in result) return seeOther(courseHref(courseId, 'timer'), 'course.hours');
    return again(await this.page({ ui, actor, courseId }, values, result.errors));
  }

  private async page(of: Of, values: FormValues, errors?: FieldErrors) {
    const [course, hours] = [await this.screen.course(of), await this.parts.hours(of.actor, of.courseId)];
    const monday = mondayOf(this.screen.today());
    const began = courseBegan(course.openedOn, course.segments);
    const written = new Set(hours.weeks.map(weekStart));
    const choosable = Array.from({ length: weeksBack }, (_, back) => addDays(monday, -7 * back)).filter((day) => addDays(day, 7) > began || written.has(day));
    const weeks = choosable.map((day) => ({ value: weekKey(isoWeek(day)), label: of.ui.formatWeek(day, true) }));
    return <HoursPage ui={of.ui} course={course} hours={hours} weeks={weeks} values={values} errors={errors} />;
  }
}
