import rateLimit from '@fastify/rate-limit';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { translator } from '#dictionary';
import { Sessions, tokenOf } from '#people';
import { Clock, codeOf, hashToken, isDate, Refusal, type Config } from '#platform';

/** What every answer tells the browser, whatever its status. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // With no-referrer a browser sends "Origin: null" with our own forms too, and they would be refused as another site's.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const pagePolicy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const aYear = 'max-age=31536000; includeSubDomains';

/**
 * Headers and limits that hold for every route. Nothing personal is kept by a browser or a proxy (no-store) unless a
 * route says otherwise. Requests are counted in this process: per session that it knows, else per network address, so
 * that made-up tokens do not each begin a count of their own.
 */
export async function guardServer(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const clock = app.get(Clock, { strict: false });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(always);
    reply.header('content-security-policy', request.url.startsWith('/api/') ? apiPolicy : pagePolicy);
    if (config.secureCookies) reply.header('strict-transport-security', aYear);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    // A file that is true of one day bears it in its name, the day asked about or today: the route says where.
    const file = reply.getHeader('content-disposition');
    if (typeof file === 'string' && file.includes('{day}')) {
      const { date = '' } = request.query as { readonly date?: string };
      reply.header('content-disposition', file.replace('{day}', isDate(date) ? date : clock.today()));
    }
    done(null, payload);
  });
  if (config.rateLimitPerMinute === 0) return;
  const sessions = app.get(Sessions, { strict: false });
  await app.register(rateLimit, {
    max: config.rateLimitPerMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    keyGenerator: (request) => {
      const token = tokenOf(request.headers as Readonly<Record<string, string | undefined>>);
      const session = token && hashToken(token);
      return session && sessions.knows(session) ? session : request.ip;
    },
    errorResponseBuilder: (_, { ttl }) =>
      new Refusal('too-many-requests', { status: 429, retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1_000)) }),
  });
}

const unreadable: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'input.too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'request.too-slow'],
};

/** What is not even HTTP, has too much of a head or never ends: answered on the bare socket, as a problem too. */
export function answerUnreadable(error: Error, socket: Socket): void {
  const [status, phrase, code] = unreadable[codeOf(error) ?? ''] ?? [400, 'Bad Request', 'input.unreadable'];
  const title = translator('da')(`refusal.${code}`);
  const body = JSON.stringify({ type: `urn:indgang:problem:${code}`, title, status, code });
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable)
    socket.end(
      [...head, 'x-content-type-options: nosniff', 'cache-control: no-store', 'connection: close', '', body].join(
        '\r\n',
      ),
    );
  else socket.destroy();
}
