import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { coursesOperations, WriteStartTerms, type CourseView, type Segment, type Terms } from '#courses';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { hoursText, readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { courseHref } from './course-href.js';
import { CourseScreen } from './course-screen.js';
import { criteriaOnForm, StartTermsPage } from './start-terms.page.js';

const of = { permission: 'courses.write', aboutCitizen: true, path: '/forloeb/:courseId/placeringer/:placementId/aftalt', params: z.object({ courseId: z.uuid(), placementId: z.uuid() }) } as const;
const showTerms = page({ ...of, id: 'startTermsPage', method: 'get' });
const termsForm = page({ ...of, id: 'startTermsForm', method: 'post', body: formBody });

const rows = Array.from({ length: criteriaOnForm }, (_, index) => index);
const schema = z.preprocess((values) => termsIn(values as FormValues), coursesOperations.writeStartTerms.body);

/** The form's fields are called as the API calls them, so that a fault finds its field. Empty ones are left out. */
function termsIn(values: FormValues): unknown {
  const plain = (...names: string[]): Record<string, unknown> => filled(readFields(values, Object.fromEntries(names.map((name) => [name, 'text' as const]))));
  const { purpose, agreedWithCitizenOn, agreedWithCompanyOn, 'hours.outcome': outcome, 'hours.from': from, 'hours.reason': reason } = plain('purpose', 'agreedWithCitizenOn', 'agreedWithCompanyOn', 'hours.outcome', 'hours.from', 'hours.reason');
  const { 'hours.minutes': minutes } = filled(readFields(values, { 'hours.minutes': 'hours' }));
  const criteria = rows
    .map((index) => plain(`hours.criteria.${index}.criterion`, `hours.criteria.${index}.reviewOn`))
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.split('.').at(-1), value])));
  const written = criteria.slice(0, criteria.findLastIndex((row) => Object.keys(row).length > 0) + 1);
  const parts: Readonly<Record<string, object>> = { agreed: { minutes, from }, not_yet: { criteria: written }, refused: { reason } };
  return { purpose, agreedWithCitizenOn, agreedWithCompanyOn, hours: filled({ outcome, ...parts[String(outcome)] }) };
}

const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** What was agreed last, to be agreed anew; the days are today's. */
function valuesOf({ terms }: CourseView, { termsId }: Segment, today: string): FormValues {
  const last: Terms | undefined = terms.find(({ id }) => id === termsId);
  const criteria = (last?.criteria ?? []).filter(({ metOn }) => metOn === null).slice(0, criteriaOnForm);
  return {
    purpose: last?.purpose ?? '',
    agreedWithCitizenOn: today,
    agreedWithCompanyOn: today,
    'hours.outcome': last?.hoursOutcome,
    'hours.minutes': last?.hoursMinutes ? hoursText(last.hoursMinutes) : '',
    'hours.from': last?.hoursFrom ?? '',
    'hours.reason': last?.refusedReason ?? '',
    ...Object.fromEntries(criteria.flatMap(({ criterion, reviewOn }, index) => [[`hours.criteria.${index}.criterion`, criterion], [`hours.criteria.${index}.reviewOn`, reviewOn]])),
  };
}

@Controller()
export class StartTermsPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly writeStartTerms: WriteStartTerms,
  ) {}

  @Page(showTerms)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, placementId }: InputOf<typeof showTerms>): Promise<unknown> {
    const [course, segment] = await this.segment(ui, actor, courseId, placementId);
    return <StartTermsPage ui={ui} course={course} segment={segment} values={valuesOf(course, segment, this.screen.today())} />;
  }

  @Page(termsForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, placementId, ...values }: InputOf<typeof termsForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.writeStartTerms.run(actor, { courseId, placementId, ...input }));
    if ('done' in result) return seeOther(courseHref(courseId), 'course.terms');
    const [course, segment] = await this.segment(ui, actor, courseId, placementId);
    return again(<StartTermsPage ui={ui} course={course} segment={segment} values={values} errors={result.errors} />);
  }

  private async segment(ui: Ui, actor: Actor, courseId: string, placementId: string): Promise<[CourseView, Segment]> {
    const course = await this.screen.course({ ui, actor, courseId });
    const segment = course.segments.find(({ id }) => id === placementId);
    if (!segment) throw notFound();
    return [course, segment];
  }
}
