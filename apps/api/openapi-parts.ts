import type { JsonSchema } from './json-schema.js';

const text = (maxLength: number, description: string): JsonSchema => ({ type: 'string', maxLength, description });
const count = (description: string): { description: string; schema: JsonSchema } => ({
  description,
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 1_000_000 },
});

/** RFC 9457. Codes are stable; sentences are Danish or English by Accept-Language and for people to read. */
const problem: JsonSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457). `code` is stable; `title` is a sentence in the language asked for.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { ...text(200, 'urn:indgang:problem:<code>'), format: 'uri' },
    title: text(500, 'A sentence for a person'),
    status: { type: 'integer', format: 'int32', minimum: 400, maximum: 599 },
    code: { ...text(100, 'For a program'), pattern: '^[a-z0-9.-]+$' },
    faults: {
      type: 'array',
      maxItems: 1_000,
      description: 'What was wrong in which field',
      items: { $ref: '#/components/schemas/Fault' },
    },
    current: { description: 'With `edit.stale`: how the thing is now' },
  },
  examples: [
    {
      type: 'urn:indgang:problem:not-found',
      title: 'It does not exist, or you have no access to it.',
      status: 404,
      code: 'not-found',
    },
  ],
};

const fault: JsonSchema = {
  type: 'object',
  required: ['field', 'code', 'text'],
  properties: {
    field: text(500, 'Path of the field'),
    code: text(100, 'For a program'),
    text: text(500, 'A sentence for a person'),
  },
};

const descriptions: Readonly<Record<number, string>> = {
  400: 'The path, the query or the body cannot be read as what it should be',
  401: 'Not signed in, or the session has ended',
  403: 'The role does not give access',
  404: 'It does not exist, or the caller may not know that it does',
  408: 'The request took too long to arrive',
  409: 'It contradicts how things are now',
  410: 'It existed and is used up or too old',
  412: 'Somebody else changed it since it was read; nothing was overwritten',
  413: 'Too large',
  414: 'A part of the address is too long',
  415: 'A media type that is not read here',
  422: 'A field of the body is wrong, or an Idempotency-Key was used for another body',
  429: 'Too many requests; wait as long as Retry-After says',
  500: 'A fault of ours',
  503: 'The database is not answering; nothing was lost, try again after Retry-After',
};

/** The refusals that operations share, by status. */
const refusal = (status: number): JsonSchema => ({
  description: descriptions[status],
  headers: headersOf(status),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const rateHeaders = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** The headers an answer of this status carries. */
export function headersOf(status: number, more: readonly string[] = []): JsonSchema {
  const names = [...rateHeaders, ...more, ...(status === 429 || status === 503 ? ['Retry-After'] : [])];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

export const components = {
  securitySchemes: {
    cookie: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-sid',
      description: 'The session as a browser keeps it (named `sid` where the site is served without https).',
    },
    bearer: { type: 'http', scheme: 'bearer', description: "The session's token, for programs. See RFC 6750." },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        "A key of the caller's choice: a repeated request with the same key gets the first one's answer and has no further effect; 409 `idempotency.in-progress` while the first is still at work.",
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: false,
      description: 'The ETag that was read; stands for `version` in the body.',
      schema: { type: 'string', maxLength: 20, pattern: '^(W/)?"[0-9]{1,9}"$' },
    },
  },
  headers: {
    'RateLimit-Limit': count('Requests allowed in a minute (where the installation limits them)'),
    'RateLimit-Remaining': count('Requests left of them'),
    'RateLimit-Reset': count('Seconds until they are given anew'),
    'Retry-After': count('Seconds to wait'),
    'Indgang-Advice': {
      description: 'A text about a citizen was taken, and should be worded otherwise: it seems to name a diagnosis',
      schema: { type: 'string', enum: ['diagnosis-word'] },
    },
    ETag: {
      description: 'The version, for If-Match',
      schema: { type: 'string', maxLength: 20, pattern: '^"[0-9]+"$' },
    },
  },
  responses: Object.fromEntries(
    Object.keys(descriptions).map((status) => [`Refused${status}`, refusal(Number(status))]),
  ),
  schemas: { Problem: problem, Fault: fault },
} as const;
