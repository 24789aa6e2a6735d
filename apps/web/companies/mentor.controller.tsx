import { Controller, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CompanyPageQueries, SectorsQueries } from '#companies';
import { endMentor, EndMentor, MentorsQueries, nameMentor, NameMentor, updateMentor, UpdateMentor, type Mentor } from '#mentors';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import { asValues, onlyChanged, readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf, type CrossedField } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { companyHref } from './company-href.js';
import { MentorPage } from './mentor.page.js';

const ofCompany = { permission: 'mentors.write', path: '/virksomheder/:companyId/mentorer/ny', params: z.object({ companyId: z.uuid() }) } as const;
const ofMentor = { permission: 'mentors.write', params: z.object({ mentorId: z.uuid() }) } as const;
const newMentor = page({ ...ofCompany, id: 'newMentorPage', method: 'get' });
const newMentorForm = page({ ...ofCompany, id: 'newMentorForm', method: 'post', body: formBody });
const editMentor = page({ ...ofMentor, id: 'editMentorPage', method: 'get', path: '/mentorer/:mentorId/ret' });
const editMentorForm = page({ ...ofMentor, id: 'editMentorForm', method: 'post', path: '/mentorer/:mentorId/ret', body: formBody });
const endMentorForm = page({ ...ofMentor, id: 'endMentorForm', method: 'post', path: '/mentorer/:mentorId/stop', body: formBody });

const fields = { name: 'text', phone: 'text', email: 'text', accepts: 'number', activeFrom: 'text', trainedOn: 'text', language: 'text' } as const;
/** A mentor's form, where the workplace is one of the fields. */
export const mentorSchema = readAs(nameMentor.body.extend(nameMentor.params.shape), { ...fields, workplaceId: 'text' });
const moreFields = { experience: 'text', strengths: 'text', suits: 'text', considerationIds: 'list', weekdays: 'numbers' } as const;
const editSchema = readAs(updateMentor.body, { ...fields, ...moreFields, version: 'number' });
const endSchema = readAs(endMentor.body, { activeUntil: 'text', version: 'number' });

@Controller()
export class NewMentorPages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly nameMentor: NameMentor,
    private readonly clock: Clock,
  ) {}

  @Page(newMentor)
  async showNew(@For() ui: Ui, @By() actor: Actor, @Input() { companyId }: InputOf<typeof newMentor>): Promise<unknown> {
    return <MentorPage ui={ui} company={await this.company.page(actor, { companyId })} values={{ accepts: '1', activeFrom: this.clock.today() }} />;
  }

  @Page(newMentorForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, ...values }: InputOf<typeof newMentorForm>): Promise<PageAnswer> {
    const result = await submit(ui, mentorSchema, values, (input) => this.nameMentor.run(actor, input));
    if ('done' in result) return seeOther(companyHref(result.done.companyId, 'mentorer'), 'mentor.named');
    return again(<MentorPage ui={ui} company={await this.company.page(actor, { companyId })} values={values} errors={result.errors} />);
  }
}

/** What the form of a mentor stands in: the company, and the considerations to choose from. */
@Injectable()
export class MentorForm {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly lists: SectorsQueries,
  ) {}

  async page(ui: Ui, actor: Actor, mentor: Mentor, shown: { readonly values: FormValues; readonly version: number; readonly errors?: FieldErrors; readonly crossed?: readonly CrossedField[] }) {
    const [company, { items }] = await Promise.all([this.company.page(actor, { companyId: mentor.companyId }), this.lists.considerations(actor)]);
    const offered = items.filter(({ id, retiredOn }) => retiredOn === null || mentor.considerationIds.includes(id));
    const considerations = offered.map(({ id, nameDa, nameEn }) => ({ value: id, label: ui.lang === 'da' ? nameDa : nameEn }));
    return <MentorPage ui={ui} company={company} mentor={mentor} considerations={considerations} {...shown} />;
  }
}

@Controller()
export class MentorPages {
  constructor(
    private readonly form: MentorForm,
    private readonly mentors: MentorsQueries,
    private readonly updateMentor: UpdateMentor,
    private readonly endMentor: EndMentor,
  ) {}

  @Page(editMentor)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { mentorId }: InputOf<typeof editMentor>): Promise<unknown> {
    const mentor = await this.mentors.one(actor, { mentorId });
    return this.form.page(ui, actor, mentor, { values: valuesOf(mentor), version: mentor.version });
  }

  @Page(editMentorForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { mentorId, ...values }: InputOf<typeof editMentorForm>): Promise<PageAnswer> {
    const before = await this.mentors.one(actor, { mentorId });
    const result = await submit(ui, editSchema, values, ({ version, ...wanted }) => this.updateMentor.run(actor, { mentorId, version, ...onlyChanged(before, wanted) }));
    return 'done' in result ? seeOther(`/mentorer/${mentorId}`, 'mentor.updated') : this.again(ui, actor, before, values, result);
  }

  @Page(endMentorForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { mentorId, ...values }: InputOf<typeof endMentorForm>): Promise<PageAnswer> {
    const before = await this.mentors.one(actor, { mentorId });
    const result = await submit(ui, endSchema, values, (input) => this.endMentor.run(actor, { mentorId, ...input }));
    if ('done' in result) return seeOther(companyHref(before.companyId, 'mentorer'), 'mentor.ended');
    return this.again(ui, actor, before, { ...valuesOf(before), ...values }, result);
  }

  private async again(ui: Ui, actor: Actor, before: Mentor, values: FormValues, failed: Extract<Submitted<Mentor>, { errors: unknown }>): Promise<PageAnswer> {
    const current = currentOf<Mentor>(failed.refusal);
    const version = current?.version ?? Number(values.version);
    const crossed = current && crossedFields(ui, Object.keys(fields), values, { ...current });
    return again(await this.form.page(ui, actor, before, { values, version, errors: failed.errors, crossed }));
  }
}

const valuesOf = (mentor: Mentor): FormValues => asValues({ ...mentor });
