import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { operationKey, type Asked, type OperationSpec } from './operation.js';
import { namesDiagnosis } from './diagnosis-words.rules.js';
import { notFound, Refusal, type InputFault } from './refusal.js';
import { tidyText } from './text-hygiene.rules.js';

interface HttpRequest extends Asked {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface HttpReply {
  header(name: string, value: string): unknown;
}

/**
 * Reads an operation's input by its schemas before the handler runs: 400 for a path or query that cannot be, 422 for
 * a body, each with its fields. Of a page, a path that cannot be is one that is not there (404), and a filter that cannot
 * be is none. Takes `If-Match` as the body's `version`, and the Idempotency-Key of a POST.
 * The answer's `version` goes out as its ETag, and `Indgang-Advice: diagnosis-word` with it where a text about a citizen
 * seems to name a diagnosis.
 */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const spec = Reflect.getMetadata(operationKey, context.getHandler()) as OperationSpec | undefined;
    if (!spec) return next.handle();
    const request = context.switchToHttp().getRequest<HttpRequest>();
    request.input = readInput(spec, request);
    takeIdempotencyKey(spec, request);
    if (spec.page) return next.handle();
    const reply = context.switchToHttp().getResponse<HttpReply>();
    if (spec.aboutCitizen && namesDiagnosis(request.input)) reply.header('indgang-advice', 'diagnosis-word');
    return next.handle().pipe(map((answer: unknown) => withETag(answer, reply)));
  }
}

function readInput(spec: OperationSpec, request: HttpRequest): object {
  const body = spec.body && !spec.consumes ? withVersion(request) : request.body;
  return {
    ...read(spec.params, request.params, spec.page ? 404 : 400),
    ...read(spec.query, spec.page ? fitting(spec.query, request.query) : request.query, 400),
    ...(spec.consumes ? {} : read(spec.body, body, 422)),
  };
}

function withVersion({ body, headers }: HttpRequest): unknown {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(headers['if-match'] ?? '');
  if (!match || body === null || typeof body !== 'object') return body ?? {};
  return { ...body, version: Number(match[1]) };
}

/** An address as somebody cut or changed it, without what its page cannot read. */
function fitting(schema: z.ZodType | undefined, query: unknown): unknown {
  const wrong = schema?.safeParse(query ?? {}).error?.issues.map(({ path }) => path[0]);
  return wrong ? Object.fromEntries(Object.entries(query ?? {}).filter(([name]) => !wrong.includes(name))) : query;
}

function read(schema: z.ZodType | undefined, value: unknown, status: 400 | 404 | 422): object {
  if (!schema) return {};
  // A page's form is tidied by the page itself, so that a fault comes back on the form with what was typed.
  const tidied = schema.meta()?.tidiedByPage ? { value: value ?? {}, faults: [] } : tidyText(value ?? {}, status === 422 ? undefined : 'certain');
  const cpr = tidied.faults.some((fault) => fault.code === 'fault.cpr');
  if (tidied.faults.length > 0) {
    throw new Refusal(cpr ? 'input.cpr' : 'input.invalid', { status: cpr ? 422 : 400, faults: tidied.faults });
  }
  const parsed = schema.safeParse(tidied.value, { reportInput: true });
  if (parsed.success) return parsed.data as object;
  if (status === 404) throw notFound();
  throw new Refusal('input.invalid', { status, faults: parsed.error.issues.flatMap(faultsOf) });
}

/** Zod's findings in our words: which field, and a dictionary key under `fault.`. */
export function faultsOf(issue: z.core.$ZodIssue): InputFault[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: key.slice(0, 60), code: 'fault.unknown-field' }));
  if (issue.message.startsWith('fault.')) return [{ field, code: issue.message }];
  if (issue.code === 'too_small') return [{ field, code: issue.origin === 'string' && issue.minimum === 1 ? 'fault.required' : `fault.too-small.${issue.origin}`, params: { limit: String(issue.minimum) } }];
  if (issue.code === 'too_big') return [{ field, code: `fault.too-big.${issue.origin}`, params: { limit: String(issue.maximum) } }];
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return [{ field, code: 'fault.required' }];
  if (issue.code === 'invalid_type') return [{ field, code: ['number', 'int'].includes(issue.expected) ? 'fault.number' : 'fault.kind' }];
  // Nothing chosen.
  if (issue.code === 'invalid_value' && (issue.input === undefined || issue.input === null)) return [{ field, code: 'fault.required' }];
  if (issue.code === 'invalid_format' && issue.format === 'date') return [{ field, code: 'fault.date' }];
  if (issue.code === 'invalid_format' && issue.format === 'email') return [{ field, code: 'fault.email' }];
  if (issue.code === 'invalid_format' && issue.format === 'datetime') return [{ field, code: 'fault.moment' }];
  // Nothing chosen, and what else there is to say follows from the choice.
  if (issue.code === 'invalid_union' && issue.discriminator && isNothing(issue.input, issue.discriminator)) return [{ field, code: 'fault.required' }];
  return [{ field, code: 'fault.form' }];
}

const isNothing = (input: unknown, name: string): boolean => typeof input === 'object' && input !== null && (input as Record<string, unknown>)[name] === undefined;

function takeIdempotencyKey(spec: OperationSpec, request: HttpRequest): void {
  if (spec.method !== 'post' || !request.actor) return;
  const fingerprint = createHash('sha256').update(JSON.stringify(request.input)).digest('base64url');
  const key = spec.page ? keyOfForm(request.body, fingerprint) : request.headers['idempotency-key'];
  if (key === undefined) return;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('idempotency.bad-key', { status: 400 });
  request.actor = { ...request.actor, idempotency: { key, operation: spec.id, fingerprint } };
}

/** A form with the mark of its page, posted twice (a double tap), is posted once. Another answer on the same page is another. */
function keyOfForm(body: unknown, fingerprint: string): string | undefined {
  const once = (body as { readonly _once?: unknown } | null | undefined)?._once;
  return typeof once === 'string' ? `${once}.${fingerprint}` : undefined;
}

function withETag(answer: unknown, reply: HttpReply): unknown {
  if (answer !== null && typeof answer === 'object' && 'version' in answer && Number.isInteger(answer.version)) {
    reply.header('etag', `"${String(answer.version)}"`);
  }
  return answer;
}
