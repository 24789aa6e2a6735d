/** One request to each operation of the API and each page, and what is wrong with an answer while the database is away. */
import 'reflect-metadata';
import * as fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { operationKey, type OperationSpec } from '#platform';
import { WebModule } from '../../apps/web/web.module.js';
import type { ApiDocument } from './answers.js';
import { formOf, operationsIn, parameters, urlOf, valid, type Described, type Wishes } from './inputs.js';

export interface Request {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body?: () => string | FormData;
  readonly type?: string;
}

const someId = '018f0000-0000-7000-8000-00000000dead';
const wishes: Wishes = { id: fc.constant(someId), optional: 'ids' };
const sample = <T>(values: fc.Arbitrary<T>): T => fc.sample(values, { numRuns: 1, seed: 7 })[0] as T;

function ofApi(operation: Described): Request {
  const query = sample(parameters(operation, 'query', wishes));
  const path = `/api/v1${urlOf(operation, sample(parameters(operation, 'path', wishes)), query)}`;
  const request = { name: operation.id, method: operation.method, path };
  if (!operation.body) return request;
  const body = sample(valid(operation.body, wishes)) as Record<string, unknown>;
  if (operation.media?.startsWith('multipart')) return { ...request, body: () => formOf(body) };
  return { ...request, body: () => JSON.stringify(body), type: 'application/json' };
}

function ofPage({ id, method, path }: OperationSpec): Request {
  const filled = path.replace(/:token\b/g, 'x'.repeat(43)).replace(/:\w+/g, someId);
  const request = { name: id, method: method.toUpperCase(), path: filled };
  return method === 'get' ? request : { ...request, body: () => '', type: 'application/x-www-form-urlencoded' };
}

export const everyOperation = (document: ApiDocument): Request[] => operationsIn(document).map(ofApi);

export function everyPage(): Request[] {
  const controllers = Reflect.getMetadata('controllers', WebModule) as readonly { readonly prototype: object }[];
  return controllers.flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method = (prototype as Record<string, object>)[name] ?? {};
      const spec = Reflect.getMetadata(operationKey, method) as OperationSpec | undefined;
      return spec ? [ofPage(spec)] : [];
    }),
  );
}

/** How many tenths of a second each of those who wait for an answer has left. */
const left = new Map<AbortController, number>();

/**
 * Aborted after so long, by the product's own time: a tenth of a second counts when the product has said meanwhile that it
 * is alive, so that a limit tells of the product what it promises, and nothing of the machine it runs on.
 */
export function within(url: string, limitMs: number): AbortSignal {
  const limit = new AbortController();
  if (left.size === 0) setImmediate(() => void countDown(url));
  left.set(limit, limitMs / 100);
  return limit.signal;
}

async function countDown(url: string): Promise<void> {
  while (left.size > 0) {
    const alive = fetch(`${url}/health/live`, { signal: AbortSignal.timeout(60_000) }).then((answer) => answer.text());
    await Promise.all([pause(100, undefined, { ref: false }), alive.catch(() => undefined)]);
    for (const [limit, tenths] of left) {
      left.set(limit, tenths - 1);
      if (tenths <= 1) limit.abort();
      if (tenths <= 1) left.delete(limit);
    }
  }
}

/** Sends it as the one with the token; an answer that is not there after `limitMs` is none. */
export function ask(url: string, token: string, { method, path, body, type }: Request, limitMs: number): Promise<Response> {
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
    ...(body && { body: body() }),
    signal: within(url, limitMs),
  });
}

/** Nothing when it is the 503 that it should be: with when to come back, and in the form that the caller reads. */
export async function faultWhileAway(url: string, token: string, request: Request, limitMs: number): Promise<string[]> {
  try {
    const { status, headers, ...answer } = await answered(await ask(url, token, request, limitMs));
    const media = headers.get('content-type') ?? '';
    const wait = Number(headers.get('retry-after'));
    const form = request.path.startsWith('/api/') ? 'application/problem+json' : 'text/html';
    const right = status === 503 && media.startsWith(form) && wait >= 1 && wait <= 30 && answer.text.length > 0;
    return right || isStream(media) ? [] : [`${request.name}: ${status} ${media} ${answer.text.slice(0, 80)}`];
  } catch (error) {
    return [`${request.name}: ${(error as Error).name}`];
  }
}

/** A live stream may be opened for a session that was just seen; it asks the database only for what comes later. */
const isStream = (media: string): boolean => media.startsWith('text/event-stream');

async function answered(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  const { status, headers } = response;
  if (!isStream(headers.get('content-type') ?? '')) return { status, headers, text: await response.text() };
  await response.body?.cancel();
  return { status, headers, text: '' };
}
