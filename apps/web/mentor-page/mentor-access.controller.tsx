import { Controller, Req, Res } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { mentorPageOperations, OpenMentorSession, PageLinkQueries, RequestPageLink } from '#mentor-page';
import { MentorSessions, mentorTokenOf, SessionCookie } from '#people';
import { By, Input, Refusal, type Actor, type InputOf } from '#platform';
import { again, PageAnswer, seeOther } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For, type PageRequest } from '../ui-of-request.js';
import { AskPage, LinkPage, UnknownPageLink } from './mentor-access.page.js';

interface Reply {
  header(name: string, value: string): unknown;
}

const anyone = { permission: 'public' } as const;
const params = z.object({ token: z.string().max(200) });
const showAsk = page({ ...anyone, id: 'mentorAccessPage', method: 'get', path: '/mentor/adgang' });
const askForm = page({ ...anyone, id: 'mentorAccessForm', method: 'post', path: '/mentor/adgang', body: formBody });
const showLink = page({ ...anyone, id: 'mentorLinkPage', method: 'get', path: '/mentor/link/:token', params });
const enterForm = page({ ...anyone, id: 'mentorEnterForm', method: 'post', path: '/mentor/link/:token', params });
const renewForm = page({ ...anyone, id: 'mentorLinkRenewForm', method: 'post', path: '/mentor/link/:token/nyt', params });
const leaveForm = page({ id: 'mentorLeaveForm', method: 'post', path: '/mentor/log-af', permission: 'mentor.own' });

const asked = readAs(mentorPageOperations.requestMentorLink.body, { email: 'text' });

/** The way into a mentor's own page, and out. Looking at a link uses nothing up; the button does. */
@Controller()
export class MentorAccessPages {
  constructor(
    private readonly requestLink: RequestPageLink,
    private readonly links: PageLinkQueries,
    private readonly openSession: OpenMentorSession,
    private readonly cookie: SessionCookie,
  ) {}

  @Page(showAsk)
  ask(@For() ui: Ui): VNode {
    return <AskPage ui={ui} />;
  }

  @Page(askForm)
  async askForLink(@For() ui: Ui, @Input() values: InputOf<typeof askForm>, @Req() { ip }: { ip: string }): Promise<VNode | PageAnswer> {
    const result = await submit(ui, asked, values, ({ email }) => this.requestLink.run({ email, network: ip }));
    if ('done' in result) return <AskPage ui={ui} asked />;
    return again(<AskPage ui={ui} email={String(values.email ?? '')} errors={result.errors} />);
  }

  @Page(showLink)
  async link(@For() ui: Ui, @Input() { token }: InputOf<typeof showLink>): Promise<VNode | PageAnswer> {
    const state = await this.links.state(token).catch(unknown(ui));
    return state instanceof PageAnswer ? state : <LinkPage ui={ui} token={token} state={state} />;
  }

  @Page(enterForm)
  async enter(@For() ui: Ui, @Input() { token }: InputOf<typeof enterForm>, @Req() { ip }: { ip: string }, @Res({ passthrough: true }) reply: Reply): Promise<PageAnswer> {
    const session = await this.openSession.run({ token, network: ip }).catch(late(ui, token));
    if (session instanceof PageAnswer) return session;
    this.cookie.give(reply, session.token, 'mid');
    return seeOther('/mentor');
  }

  @Page(renewForm)
  async renew(@For() ui: Ui, @Input() { token }: InputOf<typeof renewForm>, @Req() { ip }: { ip: string }): Promise<VNode | PageAnswer> {
    const found = await this.requestLink.again({ token, network: ip }).catch(unknown(ui));
    return found instanceof PageAnswer ? found : <LinkPage ui={ui} token={token} state="open" renewed />;
  }
}

@Controller()
export class MentorLeavePages {
  constructor(
    private readonly sessions: MentorSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Page(leaveForm)
  async leave(@By() actor: Actor, @Req() { headers }: PageRequest, @Res({ passthrough: true }) reply: Reply): Promise<PageAnswer> {
    await this.sessions.end(actor, mentorTokenOf(headers) ?? '');
    this.cookie.take(reply, 'mid');
    return seeOther('/mentor/adgang');
  }
}

/** A link that opens nothing gets one and the same page, whatever it looks like. */
const unknown =
  (ui: Ui) =>
  (error: unknown): PageAnswer => {
    if (error instanceof Refusal && error.code === 'mentor-page-link.unknown') return new PageAnswer(404, <UnknownPageLink ui={ui} />);
    throw error;
  };

/** Used in another window meanwhile, or too late: the page says which, with the way to a new one. */
const late =
  (ui: Ui, token: string) =>
  (error: unknown): PageAnswer => {
    const state = error instanceof Refusal && /^mentor-page-link\.(used|expired)$/.exec(error.code)?.[1];
    return state ? new PageAnswer(410, <LinkPage ui={ui} token={token} state={state as 'used' | 'expired'} />) : unknown(ui)(error);
  };
