import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { PlaceOnStaircase, StaircaseQueries, staircaseOperations } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, withoutBlanks, type FormValues } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors } from '../kit/index.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { courseHref } from './course-href.js';
import { CourseScreen, type Of } from './course-screen.js';
import { StaircasePage } from './staircase.page.js';

const params = z.object({ courseId: z.uuid() });
const path = '/forloeb/:courseId/trappe';
const showStaircase = page({ id: 'staircasePage', method: 'get', path, permission: 'courses.read', params });
const stepForm = page({ id: 'staircaseForm', method: 'post', path, permission: 'courses.write', aboutCitizen: true, params, body: formBody });
const schema = readAs(withoutBlanks(staircaseOperations.placeOnStaircase.body), { stepId: 'text', fromOn: 'text', nextGoal: 'text' });

@Controller()
export class StaircasePages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly staircase: StaircaseQueries,
    private readonly placeOnStaircase: PlaceOnStaircase,
  ) {}

  @Page(showStaircase)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showStaircase>): Promise<unknown> {
    return this.page({ ui, actor, courseId }, { fromOn: this.screen.today() });
  }

  @Page(stepForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof stepForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.placeOnStaircase.run(actor, { courseId, ...input }));
    if ('done' in result) return seeOther(courseHref(courseId, 'trappe'), 'course.step');
    return again(await this.page({ ui, actor, courseId }, values, result.errors));
  }

  private async page(of: Of, values: FormValues, errors?: FieldErrors) {
    const [course, staircase] = [await this.screen.course(of), await this.staircase.ofCourse(of.actor, of.courseId)];
    return <StaircasePage ui={of.ui} course={course} staircase={staircase} today={this.screen.today()} values={values} errors={errors} />;
  }
}
