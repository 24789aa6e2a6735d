/** The API's document says what the code does, and says it well. */
import { permissions } from '#people';
import { newToken, operationKey, type OperationSpec } from '#platform';
import type { Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { declaredOperations } from '../apps/api/declared-operations.js';
import type { ApiDocument } from './support/answers.js';
import { startApp, type TestApp } from './support/app.js';
import { root } from './support/sources.js';
import { until } from './support/until.js';

let app: TestApp;
let controllers: readonly Type[];
let document: ApiDocument;
beforeAll(async () => {
  app = await startApp({ rateLimitPerMinute: 30, publicUrl: 'https://indgang.example' });
  document = (await app.anonymous.get<ApiDocument>('/openapi.json')).body;
  const modules = [...app.nest.get(ModulesContainer).values()];
  controllers = modules.flatMap((module) => [...module.controllers.values()]).map(({ metatype }) => metatype as Type);
});
afterAll(() => app.close());

const documented = (): string[] =>
  Object.entries(document.paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    .sort();

test('the routes in the code are the routes in the document', () => {
  const declared = declaredOperations(controllers).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  );
  expect(documented()).toEqual(declared.sort());
  const served = app.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  expect(served).toContain('api/v1');
  expect(documented().length).toBeGreaterThan(15);
});

test('every route declares its permission, and every permission is one of the table', () => {
  const handlers = controllers.flatMap(({ prototype }) =>
    Object.values(Object.getOwnPropertyDescriptors(prototype as object)).map(({ value }) => value as unknown),
  );
  const routes = handlers.filter(
    (handler) => typeof handler === 'function' && Reflect.hasMetadata('method', handler),
  ) as object[];
  const specs = routes.map((route) => Reflect.getMetadata(operationKey, route) as OperationSpec | undefined);
  expect(specs.length).toBeGreaterThan(15);
  expect(specs.filter((spec) => spec === undefined)).toEqual([]);
  const known = ['public', ...Object.keys(permissions)];
  expect(
    specs.filter((spec) => !known.includes(spec?.permission ?? '')).map((spec) => `${spec?.id}: ${spec?.permission}`),
  ).toEqual([]);
});

test('every operation has an id of its own', () => {
  const ids = declaredOperations(controllers).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe('linters', () => {
  const folder = `${root}dist/checks`;
  const run = (bin: string, ...args: string[]): { status: number | null; text: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}node_modules/.bin/${bin}`, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NODE_OPTIONS: '' },
    });
    return { status, text: status === 0 ? '' : `${stdout}\n${stderr}` };
  };

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/openapi.json`, JSON.stringify(document, undefined, 1));
  });

  test('redocly finds nothing', () => {
    expect(
      run('redocly', 'lint', `${folder}/openapi.json`, '--config', 'redocly.yaml', '--max-problems', '20'),
    ).toEqual({ status: 0, text: '' });
  }, 60_000);

  test('spectral with the OWASP rules finds nothing', () => {
    const lint = [
      'lint',
      `${folder}/openapi.json`,
      '--ruleset',
      '.spectral.yaml',
      '--fail-severity',
      'hint',
      '--format',
      'text',
    ];
    expect(run('spectral', ...lint)).toEqual({ status: 0, text: '' });
  }, 60_000);
});

describe('every answer', () => {
  const expected = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };

  test.each([
    ['GET', '/openapi.json', 200],
    ['GET', '/session', 401],
    ['GET', '/nowhere', 404],
    ['POST', '/session', 422],
    ['POST', '/session', 413, 'x'.repeat(1_100_000)],
  ])(
    '%s %s (%d) carries the headers that protect it',
    async (method, path, status, body = method === 'POST' ? '{}' : undefined) => {
      const answer = await app.anonymous.send(method, path, body);
      expect(answer.status).toBe(status);
      expect(Object.fromEntries(answer.headers)).toMatchObject(expected);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('the cookie is locked to the site', async () => {
    const answer = await app.anonymous.post('/session', { email: 'ingen@proeve.example', password: 'forkert' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { users } = await app.makeOrganisation();
    const { headers } = await app.anonymous.post('/session', {
      email: users.manager?.email,
      password: 'en lang adgangskode til prøver',
    });
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  test('says how many requests are left, and when to come back', async () => {
    const manager = await (await app.makeOrganisation()).signIn('manager');
    const first = await app.anonymous.get('/session', { 'accept-language': 'en' });
    expect(first.headers.get('ratelimit-limit')).toBe('30');
    let answer = first;
    // Until the minute's are used up, in a minute that does not end before the last question below.
    await until(async () => {
      answer = await app.anonymous.get('/session', { 'accept-language': 'en' });
      return answer.status === 429 && Number(answer.headers.get('retry-after')) > 20;
    });
    expect(answer.body).toMatchObject({ code: 'too-many-requests', title: 'That was too many. Wait a minute and try again.' });
    const forged = await app.anonymous.get('/session', { 'x-forwarded-for': '203.0.113.200' });
    expect(forged.status).toBe(429);
    const invented = await app.anonymous.get('/session', { authorization: `Bearer ${newToken()}` });
    expect(invented.status).toBe(429);
    expect((await manager.get('/session')).status).toBe(200);
  });
});

test('whatever is written about a citizen, by the API or on a page, is advised on where it names a diagnosis', () => {
  const handlers = controllers.flatMap(({ prototype }) => Object.values(Object.getOwnPropertyDescriptors(prototype as object)).map(({ value }) => value as unknown));
  const specs = handlers.filter((handler) => typeof handler === 'function').map((handler) => Reflect.getMetadata(operationKey, handler) as OperationSpec | undefined);
  const about = specs.filter((spec) => spec?.body && spec.method !== 'get' && /^(?:citizens|visits|courses|reservations|placements)\.write$/.test(spec.permission));
  expect(about.length).toBeGreaterThan(40);
  // The record says so itself whenever it is read (citizen-row.ts), so its own pages need not.
  expect(about.filter((spec) => !spec?.aboutCitizen).map((spec) => spec?.id)).toEqual(['newCitizenForm', 'editCitizenForm']);
});
