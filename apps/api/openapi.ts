import { translator } from '#dictionary';
import { mayDo, type Role } from '#people';
import type { OperationSpec } from '#platform';
import { jsonSchema, parametersOf, type JsonSchema } from './json-schema.js';
import { components, headersOf } from './openapi-parts.js';

const roles: readonly Role[] = ['consultant', 'caseworker', 'manager', 'administrator'];
const t = translator('en');

/** The OpenAPI 3.1 document of these operations: the same schemas that validate, said to the outside. */
export function openApiDocument(operations: readonly OperationSpec[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const spec of operations) (paths[templateOf(spec.path)] ??= {})[spec.method] = describe(spec);
  const tags = [...new Set(operations.map(tagOf))].toSorted();
  return {
    openapi: '3.1.0',
    info,
    servers: [
      { url: '/api/v1', description: 'Production: the installation that serves this document', 'x-internal': false },
    ],
    tags: tags.map((name) => ({
      name,
      description: `${name}: ${operations.filter((spec) => tagOf(spec) === name).length} operations`,
    })),
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: usedOnly(components, JSON.stringify(paths)),
  };
}

const info = {
  title: 'Indgang',
  version: '1.0.0',
  summary: 'The shared register of companies, placement capacity and openings of an employment service',
  description:
    'Everything the pages show comes from the same operations. Dates are days in Denmark (YYYY-MM-DD), periods half-open, hours minutes a week. Lists are pages of at most 100 with a cursor. Errors are problem documents (RFC 9457) with a stable code. Text with a CPR number is refused.',
  license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
  contact: { name: "The installation's administrator", url: 'https://example.invalid/indgang' },
};

const tagOf = ({ tag }: OperationSpec): string => tag ?? 'General';
const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function describe(spec: OperationSpec): JsonSchema {
  const headers = [
    ...(spec.method === 'post' && spec.permission !== 'public' ? ['IdempotencyKey'] : []),
    ...(takesVersion(spec) ? ['IfMatch'] : []),
  ];
  const parameters = [
    ...parametersOf(spec.params, 'path'),
    ...parametersOf(spec.query, 'query'),
    ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
  return {
    operationId: spec.id,
    summary: spec.summary,
    description: descriptionOf(spec),
    tags: [tagOf(spec)],
    ...(spec.permission === 'public' && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...((spec.body ?? spec.consumes) && { requestBody: requestBody(spec) }),
    responses: responses(spec),
  };
}

function descriptionOf({ permission, refuses = [] }: OperationSpec): string {
  const who =
    permission === 'public'
      ? 'Needs no sign-in.'
      : `For: ${roles.filter((role) => mayDo([role], permission)).join(', ')}.`;
  const codes = refuses.map((code) => `\n* \`${code}\`: ${t(`refusal.${code}`)}`);
  return codes.length > 0 ? `${who} Besides the general refusals:\n${codes.join('')}` : who;
}

function requestBody({ body, consumes }: OperationSpec): JsonSchema {
  const schema = body ? jsonSchema(body, 'input') : { type: 'object', additionalProperties: false };
  if (!consumes) return { required: true, content: { 'application/json': { schema } } };
  const file = { type: 'string', format: 'binary', maxLength: 20_971_520, description: 'The file itself' };
  const properties = { ...(schema.properties as JsonSchema | undefined), file };
  return { required: true, content: { [consumes]: { schema: { ...schema, properties } } } };
}

function responses(spec: OperationSpec): JsonSchema {
  const status = spec.status ?? (spec.answer || spec.produces ? 200 : 204);
  const refused = statusesOf(spec).map(
    (each) => [String(each), { $ref: `#/components/responses/Refused${each}` }] as const,
  );
  return { [String(status)]: success(spec, status), ...Object.fromEntries(refused) };
}

function success(spec: OperationSpec, status: number): JsonSchema {
  const answer = spec.answer && jsonSchema(spec.answer, 'output');
  const versioned = answer !== undefined && 'version' in ((answer.properties as JsonSchema | undefined) ?? {});
  const file = { type: 'string', format: 'binary', maxLength: 104_857_600 };
  return {
    description: spec.summary,
    headers: headersOf(status, [...(versioned ? ['ETag'] : []), ...(spec.aboutCitizen ? ['Indgang-Advice'] : [])]),
    ...(answer && { content: { 'application/json': { schema: answer } } }),
    ...(!answer && spec.produces && { content: { [spec.produces.split(';')[0] ?? '']: { schema: file } } }),
  };
}

/** Every status an operation may refuse with: a checker finds no other. */
export function statusesOf(spec: OperationSpec): number[] {
  const writes = spec.method !== 'get';
  const general = [400, 401, 403, 404, 429, 500, 503];
  const conditional = [
    ...(spec.params ? [414] : []),
    ...(writes ? [409] : []),
    ...(takesVersion(spec) ? [412] : []),
    ...(writes ? [413, 415] : []),
    ...(writes || spec.query ? [422] : []),
  ];
  return [...new Set([...general, ...conditional, ...(spec.also ?? [])])].toSorted((a, b) => a - b);
}

function takesVersion({ body, consumes }: OperationSpec): boolean {
  return (
    Boolean(body) &&
    !consumes &&
    'version' in ((jsonSchema(body as NonNullable<typeof body>, 'input').properties as JsonSchema | undefined) ?? {})
  );
}

/** Leaves out components that no operation refers to, directly or through another. */
function usedOnly(all: typeof components, text: string): JsonSchema {
  const whole = text + JSON.stringify(all.responses);
  const used = (kind: keyof typeof components): JsonSchema =>
    Object.fromEntries(
      Object.entries(all[kind]).filter(
        ([name]) => kind === 'securitySchemes' || whole.includes(`#/components/${kind}/${name}"`) || name === 'Fault',
      ),
    );
  return Object.fromEntries((Object.keys(all) as (keyof typeof components)[]).map((kind) => [kind, used(kind)]));
}
