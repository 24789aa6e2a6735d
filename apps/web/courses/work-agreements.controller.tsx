import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { workAgreementOperations, WorkAgreementsQueries, WriteWorkAgreement, type WorkAgreement } from '#courses';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { workAgreementHref } from './course-href.js';
import { CourseScreen } from './course-screen.js';
import { milestonesOnForm, WorkAgreementFormPage } from './work-agreement-form.page.js';
import { isLive, WorkAgreementsPage } from './work-agreements.page.js';

const params = z.object({ courseId: z.uuid() });
const path = '/forloeb/:courseId/arbejdsaftale';
const showAll = page({ id: 'workAgreementsPage', method: 'get', path, permission: 'courses.read', params });
const showNew = page({ id: 'newWorkAgreementPage', method: 'get', path: `${path}/ny`, permission: 'courses.write', params });
const newForm = page({ id: 'newWorkAgreementForm', method: 'post', path: `${path}/ny`, permission: 'courses.write', aboutCitizen: true, params, body: formBody });

const texts = { placementId: 'text', pen: 'text', goal: 'text', purpose: 'text', tasks: 'text', attendance: 'text', mentorTasks: 'text' } as const;
const rows = Array.from({ length: milestonesOnForm }, (_, index) => index);
const body = workAgreementOperations.writeWorkAgreement.body;
const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** A milestone's fields are called as the API calls them, so that a fault finds its field; rows after the last written one are left out. */
const schema = z.preprocess((input) => {
  const values = input as FormValues;
  const milestones = rows.map((index) => {
    const read = readFields(values, { [`milestones.${index}.milestone`]: 'text', [`milestones.${index}.dueOn`]: 'text', [`milestones.${index}.paidHours`]: 'flag' });
    return filled(Object.fromEntries(Object.entries(read).map(([name, value]) => [name.split('.').at(-1), value])));
  });
  return { ...filled(readFields(values, texts)), milestones: milestones.slice(0, milestones.findLastIndex(({ milestone, dueOn }) => Boolean(milestone ?? dueOn)) + 1) };
}, body.extend({ pen: z.string().pipe(body.shape.pen) }));

@Controller()
export class WorkAgreementsPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly agreements: WorkAgreementsQueries,
    private readonly writeWorkAgreement: WriteWorkAgreement,
  ) {}

  @Page(showAll)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showAll>): Promise<unknown> {
    const [course, { items }] = [await this.screen.course({ ui, actor, courseId }), await this.agreements.ofCourse(actor, courseId)];
    return <WorkAgreementsPage ui={ui} course={course} versions={items} />;
  }

  /** The next version begins as the last one stands. */
  @Page(showNew)
  async showNew(@For() ui: Ui, @By() actor: Actor, @Input() { courseId }: InputOf<typeof showNew>): Promise<unknown> {
    const [course, { items }] = [await this.screen.course({ ui, actor, courseId }), await this.agreements.ofCourse(actor, courseId)];
    const values = { placementId: course.segments.find(isLive)?.id, ...valuesOf(items[0]) };
    return <WorkAgreementFormPage ui={ui} course={course} values={values} />;
  }

  @Page(newForm)
  async write(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, ...values }: InputOf<typeof newForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.writeWorkAgreement.run(actor, { courseId, ...input }));
    if ('done' in result) return seeOther(workAgreementHref(courseId, result.done.id), 'course.agreed');
    return again(<WorkAgreementFormPage ui={ui} course={await this.screen.course({ ui, actor, courseId })} values={values} errors={result.errors} />);
  }
}

/** The first milestone is suggested to be about paid hours (R71). */
function valuesOf(last: WorkAgreement | undefined): FormValues {
  if (!last) return { 'milestones.0.paidHours': 'true' };
  const { pen, goal, purpose, tasks, attendance, mentorTasks, milestones } = last;
  const rows = milestones.flatMap(({ milestone, dueOn, paidHours }, index) => [
    [`milestones.${index}.milestone`, milestone],
    [`milestones.${index}.dueOn`, dueOn ?? ''],
    [`milestones.${index}.paidHours`, paidHours ? 'true' : ''],
  ]);
  return { pen, goal, purpose, tasks, attendance, mentorTasks: mentorTasks ?? '', ...Object.fromEntries(rows) };
}
