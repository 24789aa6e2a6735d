import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { hashToken, isDatabaseAway, operationKey, Refusal } from '#platform';
import type { Actor, Asked, OperationSpec } from '#platform';
import { languageOf } from '#dictionary';
import { MentorSessions } from './mentor-sessions.js';
import { mayDo } from './permissions.rules.js';
import { Sessions } from './sessions.js';

interface HttpRequest extends Asked {
  readonly method: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The session's token: a script's bearer token, else the cookie. */
export function tokenOf(headers: HttpRequest['headers']): string | undefined {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
  return bearer ?? /(?:^|;\s*)(?:__Host-)?sid=([\w-]{20,100})/.exec(headers.cookie ?? '')?.[1];
}

/** How long a route that is open to everybody waits to learn who asks. */
const openPatienceMs = 500;

/** A mentor's session's token: a bearer token, else that session's own cookie. */
export function mentorTokenOf(headers: HttpRequest['headers']): string | undefined {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
  return bearer ?? /(?:^|;\s*)(?:__Host-)?mid=([\w-]{20,100})/.exec(headers.cookie ?? '')?.[1];
}

/** What a session's own forms carry; another site cannot know it. */
export const csrfOf = (token: string): string => hashToken(`csrf:${token}`);

/**
 * Lets a request through when its route's permission says so. A route that declares none is closed to everybody.
 * Unsafe requests that carry the cookie must come from our own pages (CSRF): browsers say so in Sec-Fetch-Site or
 * Origin, forms carry the session's `_csrf`, and scripts use a bearer token.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly mentors: MentorSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const spec = Reflect.getMetadata(operationKey, context.getHandler()) as OperationSpec | undefined;
    if (!spec) throw new Refusal('permission.missing', { status: 403 });
    refuseCrossSite(request);
    // A mentor's session is looked for on a mentor's routes alone, and a user's nowhere there.
    const forMentors = spec.permission === 'mentor.own';
    const token = forMentors ? mentorTokenOf(request.headers) : tokenOf(request.headers);
    const actor = token ? await (forMentors ? this.mentors.actorOf(token) : this.whose(token, spec.permission === 'public')) : undefined;
    if (actor)
      request.actor = {
        ...actor,
        language: /(?:^|;\s*)lang=/.test(request.headers.cookie ?? '') ? languageOf(request.headers) : actor.language,
      };
    if (spec.permission === 'public') return true;
    if (!actor) throw new Refusal('sign-in.needed', { status: 401 });
    if (spec.page && spec.method !== 'get' && !spec.consumes) refuseForeignForm(request, token ?? '');
    if (!mayDo(actor.roles, spec.permission)) throw new Refusal('permission.missing', { status: 403 });
    return true;
  }

  /**
   * What is open to everybody stays open while the database is away: health, the sign-in page, the language. It is not
   * waited for as long there as it may take, so that a page which then needs it as well still answers within 3 seconds.
   */
  private whose(token: string, open: boolean): Promise<Actor | undefined> {
    const asked = this.sessions.actorOf(token);
    if (!open) return asked;
    const known = asked.catch((error: unknown) => {
      if (isDatabaseAway(error)) return undefined;
      throw error;
    });
    return Promise.race([known, pause(openPatienceMs, undefined, { ref: false })]);
  }
}

function refuseCrossSite({ method, headers }: HttpRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || headers.authorization) return;
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  const sameOrigin = !origin || origin.replace(/^https?:\/\//, '') === headers.host;
  if ((site && site !== 'same-origin' && site !== 'none') || !sameOrigin) {
    throw new Refusal('request.cross-site', { status: 403 });
  }
}

/** A page's form without the session's mark was not made by us. A multipart form is read later and checked by its page. */
function refuseForeignForm({ body, headers }: HttpRequest, token: string): void {
  const mark = (body as { _csrf?: unknown } | null | undefined)?._csrf;
  if (!headers.authorization && mark !== csrfOf(token)) throw new Refusal('request.cross-site', { status: 403 });
}
