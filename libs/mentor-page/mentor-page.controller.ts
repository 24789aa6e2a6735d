import { Controller, Header, Req, Res, StreamableFile } from '@nestjs/common';
import { MentorSessions, mentorTokenOf, SessionCookie } from '#people';
import { AnswerAsMentor } from '#placements';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AnswerOwnInvitation } from './answer-own-invitation.js';
import { AnswerPulse } from './answer-pulse.js';
import { ChangeOwnLimits } from './change-own-limits.js';
import * as more from './mentor-page-more.operations.js';
import * as spec from './mentor-page.operations.js';
import { OpenMentorSession, type OpenedMentorSession } from './open-mentor-session.js';
import { OwnPageQueries } from './own-page.queries.js';
import { OwnTrainingQueries } from './own-training.queries.js';
import { PauseOwnAgreement } from './pause-own-agreement.js';
import { PulsesQueries } from './pulses.queries.js';
import { RequestPageLink } from './request-page-link.js';
import { SignUpForSession } from './sign-up-for-session.js';
import { StoredQueries } from './stored.queries.js';

interface Request {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}
interface Reply {
  header(name: string, value: string): unknown;
}

@Controller('api/v1')
export class MentorSessionController {
  constructor(
    private readonly requestLink: RequestPageLink,
    private readonly openSession: OpenMentorSession,
    private readonly sessions: MentorSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Operation(spec.requestMentorLink)
  ask(@Input() { email }: InputOf<typeof spec.requestMentorLink>, @Req() { ip }: Request): Promise<void> {
    return this.requestLink.run({ email, network: ip });
  }

  @Operation(spec.renewMentorLink)
  askAgain(@Input() { token }: InputOf<typeof spec.renewMentorLink>, @Req() { ip }: Request): Promise<void> {
    return this.requestLink.again({ token, network: ip });
  }

  @Operation(spec.openMentorSession)
  async open(@Input() { token }: InputOf<typeof spec.openMentorSession>, @Req() { ip }: Request, @Res({ passthrough: true }) reply: Reply): Promise<OpenedMentorSession> {
    const session = await this.openSession.run({ token, network: ip });
    this.cookie.give(reply, session.token, 'mid');
    return session;
  }

  @Operation(spec.closeMentorSession)
  async close(@By() actor: Actor, @Req() request: Request, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    await this.sessions.end(actor, mentorTokenOf(request.headers) ?? '');
    this.cookie.take(reply, 'mid');
  }
}

@Controller('api/v1')
export class MentorPageController {
  constructor(
    private readonly own: OwnPageQueries,
    private readonly answerRequest: AnswerAsMentor,
    private readonly answerPulse: AnswerPulse,
    private readonly limits: ChangeOwnLimits,
  ) {}

  @Operation(spec.readMentorPage)
  page(@By() actor: Actor) {
    return this.own.page(actor);
  }

  @Operation(spec.answerOwnRequest)
  answer(@By() actor: Actor, @Input() input: InputOf<typeof spec.answerOwnRequest>) {
    return this.answerRequest.run(actor, input);
  }

  @Operation(spec.answerPulse)
  pulse(@By() actor: Actor, @Input() input: InputOf<typeof spec.answerPulse>) {
    return this.answerPulse.run(actor, input);
  }

  @Operation(spec.readOwnLimits)
  readLimits(@By() actor: Actor) {
    return this.own.limits(actor);
  }

  @Operation(spec.changeOwnLimits)
  changeLimits(@By() actor: Actor, @Input() input: InputOf<typeof spec.changeOwnLimits>) {
    return this.limits.run(actor, input);
  }

  @Operation(spec.beginOwnPause)
  pause(@By() actor: Actor, @Input() input: InputOf<typeof spec.beginOwnPause>) {
    return this.limits.pause(actor, input);
  }

  @Operation(spec.endOwnPause)
  back(@By() actor: Actor, @Input() input: InputOf<typeof spec.endOwnPause>) {
    return this.limits.back(actor, input);
  }
}

@Controller('api/v1')
export class MentorOwnController {
  constructor(
    private readonly training: OwnTrainingQueries,
    private readonly answerInvitation: AnswerOwnInvitation,
    private readonly signUpForSession: SignUpForSession,
  ) {}

  @Operation(spec.readOwnTraining)
  sessions(@By() actor: Actor) {
    return this.training.all(actor);
  }

  @Operation(more.answerOwnInvitation)
  answer(@By() actor: Actor, @Input() input: InputOf<typeof more.answerOwnInvitation>) {
    return this.answerInvitation.run(actor, input);
  }

  @Operation(more.signUpForSession)
  signUp(@By() actor: Actor, @Input() input: InputOf<typeof more.signUpForSession>) {
    return this.signUpForSession.run(actor, input);
  }

  @Operation(more.readOwnCalendar)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kalender.ics"')
  calendar(@By() actor: Actor, @Input() input: InputOf<typeof more.readOwnCalendar>): Promise<string> {
    return this.training.calendar(actor, input);
  }

  @Operation(more.readOwnCertificate)
  @Header('content-disposition', 'attachment; filename="kursusbevis.pdf"')
  async certificate(@By() actor: Actor, @Input() input: InputOf<typeof more.readOwnCertificate>): Promise<StreamableFile> {
    return new StreamableFile(await this.training.certificate(actor, input), { type: more.readOwnCertificate.produces });
  }

}

@Controller('api/v1')
export class MentorAgreementsController {
  constructor(
    private readonly stored: StoredQueries,
    private readonly pauseAgreement: PauseOwnAgreement,
  ) {}

  @Operation(more.pauseOwnAgreement)
  pause(@By() actor: Actor, @Input() input: InputOf<typeof more.pauseOwnAgreement>) {
    return this.pauseAgreement.run(actor, input);
  }

  @Operation(more.endOwnAgreementPause)
  resume(@By() actor: Actor, @Input() input: InputOf<typeof more.endOwnAgreementPause>): Promise<void> {
    return this.pauseAgreement.end(actor, input);
  }

  @Operation(more.readOwnAgreements)
  agreements(@By() actor: Actor) {
    return this.stored.agreements(actor);
  }

  @Operation(more.exportOwnData)
  @Header('content-disposition', 'attachment; filename="mine-oplysninger-{day}.json"')
  all(@By() actor: Actor) {
    return this.stored.all(actor);
  }
}

@Controller('api/v1')
export class PulsesController {
  constructor(private readonly pulses: PulsesQueries) {}

  @Operation(more.listPulses)
  list(@By() actor: Actor, @Input() input: InputOf<typeof more.listPulses>) {
    return this.pulses.list(actor, input);
  }

  @Operation(more.readPulseFigures)
  figures(@By() actor: Actor) {
    return this.pulses.figures(actor);
  }
}

export const mentorPageControllers = [MentorSessionController, MentorPageController, MentorOwnController, MentorAgreementsController, PulsesController];
