import { Controller, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { SignWorkAgreement, workAgreementOperations, WorkAgreementsQueries } from '#courses';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { workAgreementHref } from './course-href.js';
import { CourseScreen } from './course-screen.js';
import { workAgreementPaper } from './work-agreement-paper.js';
import { WorkAgreementPage } from './work-agreement.page.js';

const one = { permission: 'courses.read', method: 'get', params: z.object({ courseId: z.uuid(), workAgreementId: z.uuid() }) } as const;
const path = '/forloeb/:courseId/arbejdsaftale/:workAgreementId';
const showOne = page({ ...one, id: 'workAgreementPage', path });
const paper = page({ ...one, id: 'workAgreementPdf', path: `${path}/pdf`, produces: 'application/pdf' });
const signForm = page({ ...one, id: 'signWorkAgreementForm', method: 'post', permission: 'courses.write', aboutCitizen: true, path: `${path}/underskrift`, body: formBody });

const body = workAgreementOperations.signWorkAgreement.body;
const schema = z.preprocess((values) => {
  const read = readFields(values as FormValues, { party: 'text', signedOn: 'text', onBehalf: 'flag', onBehalfReason: 'text' });
  return Object.fromEntries(Object.entries(read).filter(([name, value]) => value !== null && !(name === 'onBehalfReason' && read.onBehalf === false)));
}, body.extend({ onBehalf: z.boolean() }).refine(({ onBehalf, onBehalfReason }) => !onBehalf || onBehalfReason !== undefined, { path: ['onBehalfReason'], message: 'fault.required' }));

@Controller()
export class WorkAgreementPages {
  constructor(
    private readonly screen: CourseScreen,
    private readonly agreements: WorkAgreementsQueries,
    private readonly signWorkAgreement: SignWorkAgreement,
    private readonly clock: Clock,
  ) {}

  @Page(showOne)
  show(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof showOne>): Promise<unknown> {
    return this.page(ui, actor, input, { signedOn: this.clock.today() });
  }

  @Page(paper)
  async print(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, workAgreementId }: InputOf<typeof paper>): Promise<StreamableFile> {
    const agreement = await this.agreements.one(actor, courseId, workAgreementId);
    const bytes = await workAgreementPaper(ui, agreement, this.clock.now());
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="arbejdsaftale-${agreement.number}.pdf"`, length: bytes.length });
  }

  @Page(signForm)
  async sign(@For() ui: Ui, @By() actor: Actor, @Input() { courseId, workAgreementId, ...values }: InputOf<typeof signForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.signWorkAgreement.run(actor, { courseId, workAgreementId, ...input }));
    if ('done' in result) return seeOther(workAgreementHref(courseId, workAgreementId), 'course.signed');
    return again(await this.page(ui, actor, { courseId, workAgreementId }, values, result.errors));
  }

  private async page(ui: Ui, actor: Actor, { courseId, workAgreementId }: InputOf<typeof showOne>, values: FormValues, errors = {}) {
    const [course, agreement] = [await this.screen.course({ ui, actor, courseId }), await this.agreements.one(actor, courseId, workAgreementId)];
    return <WorkAgreementPage ui={ui} courseId={courseId} agreement={agreement} open={course.closedOn === null} values={values} errors={errors} />;
  }
}
