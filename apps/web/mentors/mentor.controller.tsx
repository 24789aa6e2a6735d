import { Controller, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { assignMentor, AssignMentor, endAssignment, EndAssignment, endPause, EndPause, MentorPageQueries, pauseMentor, PauseMentor } from '#mentors';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { MentorTrainingQueries } from '#training';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { StaffMentorPage, type MentorShown } from './mentor.page.js';

const ofMentor = { params: z.object({ mentorId: z.uuid() }) } as const;
const write = { permission: 'mentors.write', method: 'post', body: formBody } as const;
const show = page({ ...ofMentor, id: 'mentorPage', method: 'get', path: '/mentorer/:mentorId', permission: 'mentors.read' });
const pauseForm = page({ ...ofMentor, ...write, id: 'pauseMentorForm', path: '/mentorer/:mentorId/pauser' });
const backForm = page({ ...write, id: 'endPauseForm', path: '/mentorer/pauser/:pauseId/tilbage', params: z.object({ pauseId: z.uuid() }) });
const assignForm = page({ ...ofMentor, ...write, id: 'assignMentorForm', path: '/mentorer/:mentorId/arbejdssteder' });
const unassignForm = page({ ...write, id: 'endAssignmentForm', path: '/mentorer/arbejdssteder/:assignmentId/stop', params: z.object({ assignmentId: z.uuid() }) });

/** The page holds two forms with dates, so each field has a name of its own; the API's names are shorter. */
const pauseNames = { kind: 'pauseKind', from: 'pauseFrom', until: 'pauseUntil', note: 'pauseNote' } as const;
const assignNames = { workplaceId: 'workplaceId', from: 'assignFrom', until: 'assignUntil' } as const;
type Names = Readonly<Record<string, string>>;
const renamed = (values: FormValues, names: Names): FormValues => Object.fromEntries(Object.entries(names).map(([api, field]) => [api, values[field]]));
const namedBack = (errors: FieldErrors, names: Names): FieldErrors => Object.fromEntries(Object.entries(errors).map(([field, text]) => [names[field] ?? field, text]));

const pauseSchema = readAs(pauseMentor.body, { kind: 'text', from: 'text', until: 'text', note: 'text' });
const assignSchema = readAs(assignMentor.body, { workplaceId: 'text', from: 'text', until: 'text' });
const backSchema = readAs(endPause.body, { until: 'text', version: 'number' });
const unassignSchema = readAs(endAssignment.body, { until: 'text', version: 'number' });

/** A mentor's page, put together. */
@Injectable()
export class MentorScreen {
  constructor(
    private readonly pages: MentorPageQueries,
    private readonly training: MentorTrainingQueries,
    private readonly clock: Clock,
  ) {}

  async show(ui: Ui, actor: Actor, mentorId: string, values?: FormValues, errors?: FieldErrors) {
    const [page, training, possible] = await Promise.all([this.pages.page(actor, { mentorId }), this.training.of(actor, { mentorId }), this.pages.possibleWorkplaces(actor, { mentorId })]);
    const shown: MentorShown = { ...page, training, possible: possible.map(({ id, name }) => ({ value: id, label: name })) };
    return <StaffMentorPage ui={ui} shown={shown} values={{ pauseFrom: this.clock.today(), assignFrom: this.clock.today(), ...values }} errors={errors} />;
  }

  async after(ui: Ui, actor: Actor, mentorId: string, result: Submitted<unknown>, failed: { readonly done: string; readonly values: FormValues; readonly names?: Names }): Promise<PageAnswer> {
    if ('done' in result) return seeOther(`/mentorer/${mentorId}`, failed.done);
    return again(await this.show(ui, actor, mentorId, failed.values, namedBack(result.errors, failed.names ?? {})));
  }
}

@Controller()
export class StaffMentorPages {
  constructor(
    private readonly screen: MentorScreen,
    private readonly pauseMentor: PauseMentor,
    private readonly assignMentor: AssignMentor,
  ) {}

  @Page(show)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { mentorId }: InputOf<typeof show>): Promise<unknown> {
    return this.screen.show(ui, actor, mentorId);
  }

  @Page(pauseForm)
  async pause(@For() ui: Ui, @By() actor: Actor, @Input() { mentorId, ...values }: InputOf<typeof pauseForm>): Promise<PageAnswer> {
    const result = await submit(ui, pauseSchema, renamed(values, pauseNames), (input) => this.pauseMentor.run(actor, { mentorId, ...input }));
    return this.screen.after(ui, actor, mentorId, result, { done: 'mentors.paused', values, names: pauseNames });
  }

  @Page(assignForm)
  async assign(@For() ui: Ui, @By() actor: Actor, @Input() { mentorId, ...values }: InputOf<typeof assignForm>): Promise<PageAnswer> {
    const result = await submit(ui, assignSchema, renamed(values, assignNames), (input) => this.assignMentor.run(actor, { mentorId, ...input }));
    return this.screen.after(ui, actor, mentorId, result, { done: 'mentors.assigned', values, names: assignNames });
  }
}

@Controller()
export class MentorReturnPages {
  constructor(
    private readonly screen: MentorScreen,
    private readonly pages: MentorPageQueries,
    private readonly endPause: EndPause,
    private readonly endAssignment: EndAssignment,
  ) {}

  @Page(backForm)
  async back(@For() ui: Ui, @By() actor: Actor, @Input() { pauseId, ...values }: InputOf<typeof backForm>): Promise<PageAnswer> {
    const mentorId = await this.pages.ofPause(actor, pauseId);
    const result = await submit(ui, backSchema, values, (input) => this.endPause.run(actor, { pauseId, ...input }));
    return this.screen.after(ui, actor, mentorId, result, { done: 'mentors.back', values: {}, names: { until: `until-${pauseId}` } });
  }

  @Page(unassignForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { assignmentId, ...values }: InputOf<typeof unassignForm>): Promise<PageAnswer> {
    const mentorId = await this.pages.ofAssignment(actor, assignmentId);
    const result = await submit(ui, unassignSchema, values, (input) => this.endAssignment.run(actor, { assignmentId, ...input }));
    return this.screen.after(ui, actor, mentorId, result, { done: 'mentors.unassigned', values: {}, names: { until: `until-${assignmentId}` } });
  }
}
