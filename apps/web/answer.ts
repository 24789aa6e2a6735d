import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { VNode } from 'preact';
import { mergeMap, type Observable } from 'rxjs';
import { namesDiagnosis, operationKey, type OperationSpec } from '#platform';
import { renderPage, renderPart } from './kit/render.js';
import type { PageRequest } from './ui-of-request.js';

interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
}

/** What a page's handler returns when it is more than a page with status 200. */
export class PageAnswer {
  constructor(
    readonly status: number,
    readonly node?: VNode,
    readonly location?: string,
    readonly part = false,
  ) {}
}

/** After a form was taken: look at that page next. `done` is a key under `done.` whose sentence it shows once. */
export function seeOther(location: string, done?: string): PageAnswer {
  const join = location.includes('?') ? '&' : '?';
  return new PageAnswer(303, undefined, done ? `${location}${join}done=${done}` : location);
}

/** The form again, with what must be put right. */
export const again = (node: VNode): PageAnswer => new PageAnswer(422, node);

/** Only a part of a page, for htmx. */
export const part = (node: VNode): PageAnswer => new PageAnswer(200, node, undefined, true);

/** Turns what a page's handler returns into HTML. Nothing of it may be kept by a browser or a proxy. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const spec = Reflect.getMetadata(operationKey, context.getHandler()) as OperationSpec | undefined;
    if (!spec?.page) return next.handle();
    const http = context.switchToHttp();
    const [{ headers, input }, reply] = [http.getRequest<PageRequest>(), http.getResponse<Reply>()];
    const advised = spec.aboutCitizen === true && namesDiagnosis(input);
    return next.handle().pipe(mergeMap(async (answer: unknown) => packed(send(advised ? withAdvice(answer) : answer, reply), headers, reply)));
  }
}

/** Below this a page fits in a packet or two anyway. */
const worthPacking = 2000;
const pack = promisify(gzip);

/**
 * A page packed for those who can unpack it: a fifth of the bytes over a phone's connection. Packing tells little about
 * the form's mark inside: another site's requests come without the session's cookie (SameSite), so they get no such page.
 */
async function packed(answer: unknown, headers: PageRequest['headers'], reply: Reply): Promise<unknown> {
  if (typeof answer !== 'string' || answer.length < worthPacking || !/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return answer;
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
  return pack(answer);
}

/** The form was taken; the page it leads to says what to word otherwise (kit/text-advice.tsx). */
function withAdvice(answer: unknown): unknown {
  return answer instanceof PageAnswer && answer.location ? seeOther(`${answer.location}${answer.location.includes('?') ? '&' : '?'}advice=diagnosis`) : answer;
}

function send(answer: unknown, reply: Reply): unknown {
  if (typeof answer === 'string' || Buffer.isBuffer(answer) || answer instanceof StreamableFile || answer === undefined) return answer;
  const page = answer instanceof PageAnswer ? answer : new PageAnswer(200, answer as VNode);
  reply.code(page.status).header('cache-control', 'no-store').header('content-type', 'text/html; charset=utf-8');
  if (page.location) reply.header('location', page.location);
  if (!page.node) return '';
  return page.part ? renderPart(page.node) : renderPage(page.node);
}
