import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { coursesOperations, ReviewCriterion, type CourseView, type Criterion } from '#courses';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { courseHref } from './course-href.js';
import { CourseScreen } from './course-screen.js';
import { CriterionPage } from './criterion.page.js';

const of = { path: '/forloeb/:courseId/krav/:criterionId', params: z.object({ courseId: z.uuid(), criterionId: z.uuid() }) } as const;
const showCriterion = page({ ...of, id: 'criterionPage', method: 'get', permission: 'courses.read' });
const criterionForm = page({ ...of, id: 'criterionForm', method: 'post', permission: 'courses.write', aboutCitizen: true, body: formBody });

/** Met or not decides which of the two dates counts, so that one left standing in the other field does no harm. */
const schema = z.preprocess(
  (values) => {
    const { isMet, criterion, metOn, reviewOn, version } = readFields(values as FormValues, { isMet: 'text', criterion: 'text', metOn: 'text', reviewOn: 'text', version: 'number' });
    return { isMet: isMet ?? undefined, criterion: criterion ?? undefined, version, ...(isMet === 'yes' ? { metOn: metOn ?? undefined } : { reviewOn: reviewOn ?? undefined }) };
  },
  coursesOperations.reviewCriterion.body
    .required({ criterion: true })
    .extend({ isMet: z.string() })
    .refine(({ isMet, metOn }) => isMet !== 'yes' || metOn !== undefined, { path: ['metOn'], message: 'fault.required' })
    .refine(({ isMet, reviewOn }) => isMet === 'yes' || reviewOn !== undefined, { path: ['reviewOn'], message: 'fault.required' }),
);

@Controller()
export class CriterionPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly reviewCriterion: ReviewCriterion,
  ) {}

  @Page(showCriterion)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, criterionId }: InputOf<typeof showCriterion>): Promise<unknown> {
    const [course, criterion] = await this.criterion(ui, actor, courseId, criterionId);
    const values = { criterion: criterion.criterion, metOn: criterion.metOn ?? this.screen.today(), ...(criterion.metOn && { isMet: 'yes' }) };
    return <CriterionPage ui={ui} course={course} criterion={criterion} values={values} version={criterion.version} />;
  }

  @Page(criterionForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, criterionId, ...values }: InputOf<typeof criterionForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ isMet: _isMet, ...said }) => this.reviewCriterion.run(actor, { courseId, criterionId, ...said }));
    if ('done' in result) return seeOther(courseHref(courseId), 'course.criterion');
    const [course, criterion] = await this.criterion(ui, actor, courseId, criterionId);
    const current = currentOf<Criterion>(result.refusal);
    const crossed = current && crossedFields(ui, ['criterion', 'metOn', 'reviewOn'], values, { ...current });
    return again(<CriterionPage ui={ui} course={course} criterion={criterion} values={values} version={current?.version ?? Number(values.version)} errors={result.errors} crossed={crossed} />);
  }

  private async criterion(ui: Ui, actor: Actor, courseId: string, criterionId: string): Promise<[CourseView, Criterion]> {
    const course = await this.screen.course({ ui, actor, courseId });
    const criterion = course.terms.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterionId);
    if (!criterion) throw notFound();
    return [course, criterion];
  }
}
