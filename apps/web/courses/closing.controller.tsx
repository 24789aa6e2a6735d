import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CloseCourse, coursesOperations } from '#courses';
import { By, day, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { ClosingPage } from './closing.page.js';
import { courseHref } from './course-href.js';
import { CourseScreen } from './course-screen.js';

const params = z.object({ courseId: z.uuid() });
const path = '/forloeb/:courseId/afslut';
const showClosing = page({ id: 'closingPage', method: 'get', path, permission: 'courses.read', params });
const closingForm = page({ id: 'closingForm', method: 'post', path, permission: 'courses.write', aboutCitizen: true, params, body: formBody });

const body = coursesOperations.closeCourse.body;
/** The two ways with the CV are two fields, of which one is filled in: the date counts when both are. */
const schema = z.preprocess(
  (values) => {
    const { cvUpdatedOn, cvWaivedReason, ...read } = readFields(values as FormValues, { outcome: 'text', outcomeNote: 'text', cvUpdatedOn: 'text', cvWaivedReason: 'text', version: 'number' });
    const rest = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
    return { ...rest, ...(cvUpdatedOn !== null && { cvUpdatedOn }), ...(cvUpdatedOn === null && cvWaivedReason !== null && { cvWaivedReason }) };
  },
  body
    .omit({ cv: true })
    .extend({ outcome: z.string().pipe(body.shape.outcome), cvUpdatedOn: day.optional(), cvWaivedReason: z.string().max(500).optional() })
    .refine(({ cvUpdatedOn, cvWaivedReason }) => cvUpdatedOn !== undefined || cvWaivedReason !== undefined, { path: ['cvUpdatedOn'], message: 'fault.cv.needed' }),
);

@Controller()
export class ClosingPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly closeCourse: CloseCourse,
  ) {}

  @Page(showClosing)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showClosing>): Promise<unknown> {
    const course = await this.screen.course({ ui, actor, courseId });
    return <ClosingPage ui={ui} course={course} values={{}} version={course.version} />;
  }

  @Page(closingForm)
  async close(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof closingForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ cvUpdatedOn, cvWaivedReason, ...input }) =>
      this.closeCourse.run(actor, { courseId, ...input, cv: cvUpdatedOn === undefined ? { waivedReason: cvWaivedReason ?? '' } : { updatedOn: cvUpdatedOn } }),
    );
    if ('done' in result) return seeOther(courseHref(courseId, 'afslut'), 'course.closed');
    const course = await this.screen.course({ ui, actor, courseId });
    const version = currentOf<{ version: number }>(result.refusal)?.version ?? Number(values.version);
    return again(<ClosingPage ui={ui} course={course} values={values} version={version} errors={result.errors} />);
  }
}
