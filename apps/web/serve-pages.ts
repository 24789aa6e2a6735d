import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform';
import { PageInterceptor } from './answer.js';
import { assetsFolder } from './assets.js';

/**
 * What pages need of the server besides their routes: style sheet and scripts under /assets/ (named by content, so
 * cached for ever, and compressed when built), forms, and whether this is a demo.
 */
export async function servePages(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(fastifyStatic, {
    root: assetsFolder(),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
  app.getHttpAdapter().getInstance().decorateRequest('demo', config.demo);
  app.useGlobalInterceptors(new PageInterceptor());
}
