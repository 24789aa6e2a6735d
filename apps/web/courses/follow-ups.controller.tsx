import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CoursePartsQueries, coursesOperations, WriteFollowUp } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields } from '../form-fields.js';
import type { FieldErrors } from '../kit/index.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { courseHref } from './course-href.js';
import { CourseScreen, type Of } from './course-screen.js';
import { FollowUpsPage } from './follow-ups.page.js';

const params = z.object({ courseId: z.uuid() });
const path = '/forloeb/:courseId/opfoelgning';
const showFollowUps = page({ id: 'followUpsPage', method: 'get', path, permission: 'courses.read', params });
const followUpForm = page({ id: 'followUpForm', method: 'post', path, permission: 'courses.write', aboutCitizen: true, params, body: formBody });

const fields = { heldOn: 'text', how: 'text', present: 'text', absentReason: 'text', paidHours: 'text', nextStep: 'text', nextOn: 'text' } as const;
const body = coursesOperations.writeFollowUp.body.extend({ how: z.string().pipe(coursesOperations.writeFollowUp.body.shape.how), paidHours: z.string().pipe(coursesOperations.writeFollowUp.body.shape.paidHours) });
const schema = z.preprocess((values) => {
  const read = readFields(values as FormValues, fields);
  return Object.fromEntries(Object.entries(read).filter(([name, value]) => value !== null && !(name === 'absentReason' && read.present === 'yes')));
}, body.extend({ present: z.string() }).refine(({ present, absentReason }) => present === 'yes' || absentReason !== undefined, { path: ['absentReason'], message: 'fault.required' }));

@Controller()
export class FollowUpsPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly parts: CoursePartsQueries,
    private readonly writeFollowUp: WriteFollowUp,
  ) {}

  @Page(showFollowUps)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showFollowUps>): Promise<unknown> {
    return this.page({ ui, actor, courseId });
  }

  @Page(followUpForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof followUpForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.writeFollowUp.run(actor, { courseId, ...input }));
    if ('done' in result) return seeOther(courseHref(courseId, 'opfoelgning'), 'course.followedUp');
    return again(await this.page({ ui, actor, courseId }, values, result.errors));
  }

  private async page(of: Of, values?: FormValues, errors?: FieldErrors) {
    const [course, { items }] = [await this.screen.course(of), await this.parts.followUps(of.actor, of.courseId)];
    const fresh = { heldOn: this.screen.today(), nextOn: course.followUpByCadence };
    return <FollowUpsPage ui={of.ui} course={course} followUps={items} values={values ?? fresh} errors={errors} />;
  }
}
