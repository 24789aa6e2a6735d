import { Controller, Header, Injectable, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { MentorListQueries } from '#mentors';
import { By, Input, type Actor, type InputOf } from '#platform';
import { AnswerEnrolment, CancelSession, cancelSession, ChangeSession, changeSession, inviteToSession, InviteToSession, NeedsQueries, RecordAttendance, recordAttendance, TrainingQueries, type Session } from '#training';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, optionalText, submit, type FormValues } from '../form.js';
import { asValues, onlyChanged, readAs, textOf } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { sessionFields } from './courses.controller.js';
import { SessionFormPage } from './session-form.page.js';
import { SessionPage } from './session.page.js';

const path = '/kurser/hold/:sessionId';
const params = z.object({ sessionId: z.uuid() });
const write = { permission: 'training.write', params } as const;
const post = { ...write, method: 'post', body: formBody } as const;
const show = page({ id: 'sessionPage', method: 'get', path, params, permission: 'training.read', query: z.object({ q: optionalText(100) }) });
const edit = page({ ...write, id: 'editSessionPage', method: 'get', path: `${path}/ret` });
const editForm = page({ ...post, id: 'editSessionForm', path: `${path}/ret` });
const cancelForm = page({ ...post, id: 'cancelSessionForm', path: `${path}/aflys` });
const inviteForm = page({ ...post, id: 'inviteToSessionForm', path: `${path}/inviter` });
const attendanceForm = page({ ...post, id: 'attendanceForm', path: `${path}/fremmoede` });
const answerForm = page({ permission: 'training.write', id: 'answerEnrolmentForm', method: 'post', path: '/kurser/tilmeldinger/:enrolmentId/svar', params: z.object({ enrolmentId: z.uuid() }), body: formBody });
const certificate = page({ id: 'certificateFile', method: 'get', path: '/kurser/beviser/:certificateId', params: z.object({ certificateId: z.uuid() }), permission: 'training.read' });

const editSchema = readAs(changeSession.body, { ...sessionFields, version: 'number' });
const cancelSchema = readAs(cancelSession.body, { reason: 'text', version: 'number' });
const inviteSchema = readAs(inviteToSession.body, { mentorIds: 'list', userIds: 'list' });
const answerSchema = z.object({ answer: z.enum(['yes', 'no']) });
/** One choice a person: `mark-<id>` is 'came', 'absent' or nothing. */
const attendanceSchema = z.preprocess((values) => {
  const marks = Object.entries(values as FormValues).flatMap(([name, value]) => (name.startsWith('mark-') ? [{ enrolmentId: name.slice(5), came: value === '' ? null : value === 'came' }] : []));
  return { marks };
}, recordAttendance.body);

/** A session's page, put together. */
@Injectable()
export class SessionScreen {
  constructor(
    private readonly training: TrainingQueries,
    private readonly needs: NeedsQueries,
    private readonly mentors: MentorListQueries,
  ) {}

  async show(ui: Ui, actor: Actor, sessionId: string, { q, reason, errors }: { readonly q?: string; readonly reason?: string; readonly errors?: FieldErrors } = {}) {
    const [{ session, enrolments }, people, found] = await Promise.all([
      this.training.session(actor, { sessionId }),
      this.needs.people(actor),
      q ? this.mentors.list(actor, { text: q, limit: 20 }) : { items: [] },
    ]);
    const needs = people.items.filter((person) => person.sessionId === null);
    return <SessionPage ui={ui} shown={{ session, enrolments, needs, found: found.items, q, reason }} errors={errors} />;
  }
}

@Controller()
export class SessionPages {
  constructor(
    private readonly screen: SessionScreen,
    private readonly training: TrainingQueries,
    private readonly inviteToSession: InviteToSession,
    private readonly recordAttendance: RecordAttendance,
  ) {}

  @Page(show)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId, q }: InputOf<typeof show>): Promise<unknown> {
    return this.screen.show(ui, actor, sessionId, { q });
  }

  @Page(inviteForm)
  async invite(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId, ...values }: InputOf<typeof inviteForm>): Promise<PageAnswer> {
    const result = await submit(ui, inviteSchema, values, (input) => this.inviteToSession.run(actor, { sessionId, ...input }));
    if ('done' in result) return seeOther(`/kurser/hold/${sessionId}`, result.done.withoutAddress.length > 0 ? 'training.invited-some' : 'training.invited');
    return again(await this.screen.show(ui, actor, sessionId, { errors: result.errors }));
  }

  @Page(attendanceForm)
  async attend(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId, ...values }: InputOf<typeof attendanceForm>): Promise<PageAnswer> {
    const result = await submit(ui, attendanceSchema, values, (input) => this.recordAttendance.run(actor, { sessionId, ...input }));
    return 'done' in result ? seeOther(`/kurser/hold/${sessionId}`, 'training.attended') : again(await this.screen.show(ui, actor, sessionId, { errors: result.errors }));
  }

  @Page(certificate)
  @Header('content-disposition', 'attachment; filename="kursusbevis.pdf"')
  async certificate(@By() actor: Actor, @Input() input: InputOf<typeof certificate>): Promise<StreamableFile> {
    return new StreamableFile(await this.training.certificate(actor, input), { type: 'application/pdf' });
  }
}

@Controller()
export class SessionChangePages {
  constructor(
    private readonly screen: SessionScreen,
    private readonly training: TrainingQueries,
    private readonly changeSession: ChangeSession,
    private readonly cancelSession: CancelSession,
  ) {}

  @Page(edit)
  async showEdit(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId }: InputOf<typeof edit>): Promise<unknown> {
    const { session } = await this.training.session(actor, { sessionId });
    return <EditSession ui={ui} session={session} values={asValues({ ...session })} version={session.version} />;
  }

  @Page(editForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId, ...values }: InputOf<typeof editForm>): Promise<PageAnswer> {
    const { session: before } = await this.training.session(actor, { sessionId });
    const result = await submit(ui, editSchema, values, ({ version, ...wanted }) => this.changeSession.run(actor, { sessionId, version, ...onlyChanged(before, wanted) }));
    if ('done' in result) return seeOther(`/kurser/hold/${sessionId}`, 'training.session');
    const current = currentOf<Session>(result.refusal);
    const crossed = current && crossedFields(ui, Object.keys(sessionFields), values, { ...current });
    return again(<EditSession ui={ui} session={before} values={values} version={current?.version ?? Number(values.version)} errors={result.errors} crossed={crossed} />);
  }

  @Page(cancelForm)
  async cancel(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId, ...values }: InputOf<typeof cancelForm>): Promise<PageAnswer> {
    const result = await submit(ui, cancelSchema, values, (input) => this.cancelSession.run(actor, { sessionId, ...input }));
    return 'done' in result ? seeOther(`/kurser/hold/${sessionId}`, 'training.cancelled') : again(await this.screen.show(ui, actor, sessionId, { reason: textOf(values, 'reason'), errors: result.errors }));
  }
}

type EditProps = Pick<Parameters<typeof SessionFormPage>[0], 'ui' | 'values' | 'version' | 'errors' | 'crossed'> & { readonly session: Session };
const EditSession = ({ ui, session, ...form }: EditProps) => (
  <SessionFormPage ui={ui} title={ui.t('form.edit.named', { name: session.courseName })} lead={ui.t('training.session.edit.lead')} action={`/kurser/hold/${session.id}/ret`} back={{ href: `/kurser/hold/${session.id}`, label: session.courseName }} {...form} />
);

@Controller()
export class EnrolmentPages {
  constructor(
    private readonly screen: SessionScreen,
    private readonly training: TrainingQueries,
    private readonly answerEnrolment: AnswerEnrolment,
  ) {}

  @Page(answerForm)
  async answer(@For() ui: Ui, @By() actor: Actor, @Input() { enrolmentId, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const { sessionId } = await this.training.enrolment(actor, { enrolmentId });
    const result = await submit(ui, answerSchema, values, (input) => this.answerEnrolment.run(actor, { enrolmentId, ...input }));
    return 'done' in result ? seeOther(`/kurser/hold/${sessionId}`, 'training.answered') : again(await this.screen.show(ui, actor, sessionId, { errors: result.errors }));
  }
}
