import { Controller, Header, StreamableFile } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AnswerEnrolment, AnswerInvitation } from './answer-invitation.js';
import { BottlenecksQueries } from './bottlenecks.queries.js';
import { ChangeCourse } from './change-course.js';
import { CancelSession, ChangeSession } from './change-session.js';
import { CreateCourse } from './create-course.js';
import { InviteToSession } from './invite-to-session.js';
import { NeedsQueries } from './needs.queries.js';
import { RecordAttendance } from './record-attendance.js';
import { ScheduleSession } from './schedule-session.js';
import * as spec from './training.operations.js';
import { TrainingQueries } from './training.queries.js';

@Controller('api/v1')
export class TrainingReadController {
  constructor(
    private readonly training: TrainingQueries,
    private readonly needs: NeedsQueries,
    private readonly bottlenecks: BottlenecksQueries,
  ) {}

  @Operation(spec.listCourses)
  courses(@By() actor: Actor) {
    return this.training.courses(actor);
  }

  @Operation(spec.listSessions)
  sessions(@By() actor: Actor, @Input() input: InputOf<typeof spec.listSessions>) {
    return this.training.sessions(actor, input);
  }

  @Operation(spec.readSession)
  session(@By() actor: Actor, @Input() input: InputOf<typeof spec.readSession>) {
    return this.training.session(actor, input);
  }

  @Operation(spec.readCertificate)
  @Header('content-disposition', 'attachment; filename="kursusbevis.pdf"')
  async certificate(@By() actor: Actor, @Input() input: InputOf<typeof spec.readCertificate>): Promise<StreamableFile> {
    return new StreamableFile(await this.training.certificate(actor, input), { type: spec.readCertificate.produces });
  }

  @Operation(spec.listNeeds)
  people(@By() actor: Actor) {
    return this.needs.people(actor);
  }

  @Operation(spec.listBottlenecks)
  lost(@By() actor: Actor, @Input() input: InputOf<typeof spec.listBottlenecks>) {
    return this.bottlenecks.lost(actor, input);
  }
}

@Controller('api/v1')
export class TrainingSessionsController {
  constructor(
    private readonly scheduleSession: ScheduleSession,
    private readonly changeSession: ChangeSession,
    private readonly cancelSession: CancelSession,
    private readonly recordAttendance: RecordAttendance,
  ) {}

  @Operation(spec.scheduleSession)
  schedule(@By() actor: Actor, @Input() input: InputOf<typeof spec.scheduleSession>) {
    return this.scheduleSession.run(actor, input);
  }

  @Operation(spec.changeSession)
  change(@By() actor: Actor, @Input() input: InputOf<typeof spec.changeSession>) {
    return this.changeSession.run(actor, input);
  }

  @Operation(spec.cancelSession)
  cancel(@By() actor: Actor, @Input() input: InputOf<typeof spec.cancelSession>) {
    return this.cancelSession.run(actor, input);
  }

  @Operation(spec.recordAttendance)
  attend(@By() actor: Actor, @Input() input: InputOf<typeof spec.recordAttendance>) {
    return this.recordAttendance.run(actor, input);
  }
}

@Controller('api/v1')
export class TrainingCoursesController {
  constructor(
    private readonly createCourse: CreateCourse,
    private readonly changeCourse: ChangeCourse,
    private readonly inviteToSession: InviteToSession,
    private readonly answerEnrolment: AnswerEnrolment,
  ) {}

  @Operation(spec.createCourse)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createCourse>) {
    return this.createCourse.run(actor, input);
  }

  @Operation(spec.changeCourse)
  change(@By() actor: Actor, @Input() input: InputOf<typeof spec.changeCourse>) {
    return this.changeCourse.run(actor, input);
  }

  @Operation(spec.inviteToSession)
  invite(@By() actor: Actor, @Input() input: InputOf<typeof spec.inviteToSession>) {
    return this.inviteToSession.run(actor, input);
  }

  @Operation(spec.answerEnrolment)
  answer(@By() actor: Actor, @Input() input: InputOf<typeof spec.answerEnrolment>) {
    return this.answerEnrolment.run(actor, input);
  }
}

@Controller('api/v1')
export class TrainingInvitationsController {
  constructor(
    private readonly training: TrainingQueries,
    private readonly answerInvitation: AnswerInvitation,
  ) {}

  @Operation(spec.readInvitation)
  async read(@Input() { token }: InputOf<typeof spec.readInvitation>) {
    const { session, ...page } = await this.training.invitation(token);
    const { seated: _seated, waiting: _waiting, invited: _invited, ...shown } = session;
    return { ...page, session: shown };
  }

  @Operation(spec.answerInvitation)
  async answer(@Input() input: InputOf<typeof spec.answerInvitation>) {
    const { state, position } = await this.answerInvitation.run(input);
    return { state, position };
  }

  @Operation(spec.readInvitationCalendar)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kalender.ics"')
  calendar(@Input() { token }: InputOf<typeof spec.readInvitationCalendar>): Promise<string> {
    return this.training.calendar(token, 'da');
  }
}

export const trainingControllers = [TrainingReadController, TrainingSessionsController, TrainingCoursesController, TrainingInvitationsController];
