import { isUtf8 } from 'node:buffer';
import { parse as parseForm } from 'node:querystring';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module, type Type } from '@nestjs/common';
import { languageOf, translator } from '#dictionary';
import { PermissionGuard } from '#people';
import {
  Config,
  InputInterceptor,
  PlatformModule,
  ProblemFilter,
  Refusal,
  type Asked,
  type Clock,
  type Wording,
} from '#platform';
import { answerUnreadable, guardServer } from './guard-server.js';
import { errorPage } from './web/error-page.js';
import { servePages } from './web/serve-pages.js';
import { WebModule } from './web/web.module.js';

const bodyLimit = 1024 * 1024;

/**
 * A server of these modules (API, pages, jobs: one of them or all), with the rules that hold for every route: the
 * permission guard, input read by schemas, refusals as problem+json. Not yet listening.
 */
export async function createServer(
  config: Config,
  modules: readonly Type[],
  clock?: Clock,
): Promise<NestFastifyApplication> {
  @Module({ imports: [PlatformModule.for(config, clock), ...modules] })
  class Server {}
  const pages = modules.includes(WebModule);
  const problems = new ProblemFilter(pages ? { ...wording, page: errorPage } : wording);
  const adapter = new FastifyAdapter({
    bodyLimit,
    // One proxy stands before us: the address it saw counts, not what a caller wrote in front of it.
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    logger: { level: config.logLevel, serializers: { req: requestForLog } },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: unknown, reply: unknown) =>
      problems.answer(error, request as never, reply as never),
    clientErrorHandler: answerUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(Server, adapter, {
    logger: ['error', 'warn', 'fatal'],
    bodyParser: true,
  });
  await guardServer(app, config);
  takeBodies(app);
  // Limits are the reader's own: each upload says how large it may be.
  await app.register(multipart, { limits: { files: 1, fields: 10, fileSize: bodyLimit } });
  app.useGlobalGuards(app.get(PermissionGuard, { strict: false }));
  app.useGlobalInterceptors(new InputInterceptor());
  app.useGlobalFilters(problems);
  if (pages) await servePages(app, config);
  return app;
}

/**
 * Many clients say "JSON" and send nothing where nothing is needed: that is an empty object, not a fault. Bytes that are
 * no UTF-8, also in a form's %F8, are refused: they would be stored as question marks.
 */
function takeBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit }, (request, body, done) => {
    if (body.length === 0) return done(null, {});
    return isUtf8(body) ? parse(request as never, body.toString(), done as never) : done(unreadable());
  });
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit }, (_request, body, done) => {
    const form = parseForm(body.toString());
    return isUtf8(body) && isEscapedUtf8(body.toString()) && !Object.hasOwn(form, '__proto__') ? done(null, form) : done(unreadable());
  });
}

/** A percent sign that escapes nothing is one that was typed. */
function isEscapedUtf8(form: string): boolean {
  try {
    return decodeURIComponent(form.replace(/%(?![\da-f]{2})/giu, '%25')) !== undefined;
  } catch {
    return false;
  }
}

const unreadable = () => new Refusal('input.unreadable', { status: 400 });

/** The log names the route, never a link's token or what somebody searched for. */
const requestForLog = (request: { method: string; url: string }): { method: string; path: string } => ({
  method: request.method,
  path: (request.url.split('?')[0] ?? '').replace(/[\w-]{40,}/g, '…'),
});

const wording: Wording = {
  language: (request) => {
    const { actor, headers } = request as Asked & { headers: Readonly<Record<string, string | undefined>> };
    return actor?.language ?? languageOf(headers);
  },
  sentence: (language, key, params) => translator(language)(key, params),
};
