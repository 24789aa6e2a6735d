import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Language } from './actor.js';
import { refusalOf } from './database-errors.js';
import { Refusal } from './refusal.js';

interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface HttpReply {
  readonly sent: boolean;
  code(status: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(body: unknown): unknown;
}

/** How a refusal is put into words and, for people, onto a page. apps/web gives the page; the API has none. */
export interface Wording {
  language(request: object): Language;
  sentence(language: Language, key: string, params?: Readonly<Record<string, string | number>>): string;
  page?(request: object, refusal: Refusal): { readonly html: string } | { readonly redirect: string };
}

/** RFC 9457: every error as problem+json with a stable `code` and a sentence in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly wording: Wording) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<HttpRequest>(), host.switchToHttp().getResponse<HttpReply>());
  }

  /** Also for what goes wrong before a route is found: an address that cannot be read, or is too long. */
  answer(error: unknown, request: HttpRequest, reply: HttpReply): void {
    if (reply.sent) return;
    const refusal = this.refusal(error);
    if (refusal.details.retryAfterSeconds) reply.header('retry-after', String(refusal.details.retryAfterSeconds));
    if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
    reply.header('cache-control', 'no-store');
    if (this.wording.page && !request.url.startsWith('/api/')) return this.page(request, reply, refusal);
    reply.code(refusal.status).header('content-type', 'application/problem+json; charset=utf-8').send(this.problem(request, refusal));
  }

  private refusal(error: unknown): Refusal {
    const known = refusalOf(error) ?? refusalOfHttp(error);
    if (known) return known;
    // The stack stays in the log; the caller learns only that the fault is ours.
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown error');
    return new Refusal('unexpected', { status: 500 });
  }

  private page(request: HttpRequest, reply: HttpReply, refusal: Refusal): void {
    const page = this.wording.page?.(request, refusal);
    if (page && 'redirect' in page) reply.code(303).header('location', page.redirect).send('');
    else reply.code(refusal.status).header('content-type', 'text/html; charset=utf-8').send(page?.html ?? '');
  }

  private problem(request: HttpRequest, { code, status, details }: Refusal): object {
    const language = this.wording.language(request);
    const say = (key: string, params?: Readonly<Record<string, string | number>>) => this.wording.sentence(language, key, params);
    return {
      type: `urn:indgang:problem:${code}`,
      title: say(`refusal.${code}`, details.params),
      status,
      code,
      ...(details.faults && {
        faults: details.faults.map((fault) => ({ field: fault.field, code: fault.code, text: say(fault.code, fault.params) })),
      }),
      ...details.extra,
    };
  }
}

const codeOfStatus: Readonly<Record<number, string>> = {
  400: 'input.unreadable',
  404: 'not-found',
  405: 'not-found',
  408: 'request.too-slow',
  413: 'input.too-large',
  414: 'input.too-large',
  415: 'input.wrong-media-type',
  429: 'too-many-requests',
  431: 'input.too-large',
};

/** Nest's own exceptions and Fastify's errors (malformed JSON, too large a body) as refusals. */
function refusalOfHttp(error: unknown): Refusal | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (!status || status >= 500) return undefined;
  return new Refusal(codeOfStatus[status] ?? 'input.unreadable', { status, ...(status === 429 && { retryAfterSeconds: 60 }) });
}
