/** The pool as somebody likes to see it: kept under a name, for its owner alone. */
import type { SavedView } from '#openings';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  [consultant, colleague] = [await organisation.signIn('consultant'), await organisation.signIn('colleague')];
});
afterAll(() => app.close());

const query = 'municipality=0450&onlyFree=true&text=k%C3%B8kken';
const save = (client: Client, name: string) => client.post<SavedView & { code?: string }>('/pool/views', { name, query });
const mine = async (client: Client): Promise<readonly string[]> => (await client.get<{ items: SavedView[] }>('/pool/views')).body.items.map(({ name }) => name);
const page = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`, { headers: { cookie: `sid=${consultant.token}` } })).text();

test('is listed by name for its owner alone, once a name whatever its letters, and forgotten by its owner alone', async () => {
  const { status, body } = await save(consultant, 'Nyborg');
  expect([status, body.query]).toEqual([201, query]);
  await save(consultant, 'ferie');
  expect(await mine(consultant)).toEqual(['ferie', 'Nyborg']);
  const again = await save(consultant, 'NYBORG');
  expect([again.status, again.body.code]).toEqual([409, 'view.exists']);
  expect((await save(colleague, 'Nyborg')).status).toBe(201);
  expect(await mine(colleague)).toEqual(['Nyborg']);
  expect((await colleague.delete(`/pool/views/${body.id}`)).status).toBe(404);
  expect((await consultant.delete(`/pool/views/${body.id}`)).status).toBe(204);
  expect(await mine(consultant)).toEqual(['ferie']);
});

test('there are at most twenty, also when all are saved at once', async () => {
  const manager = await organisation.signIn('manager');
  const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => save(manager, `Visning ${n}`)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(new Set(['view.too-many']));
});

test.each(['', '?onlyFree=true', 'text=a b', 'javascript:alert(1)', '"><script>'])('refuses %j, which is no query', async (odd) => {
  expect((await consultant.post('/pool/views', { name: 'Skæv', query: odd })).status).toBe(422);
});

test('what a kept query says is read by the pool as if it had been typed', async () => {
  expect((await consultant.post('/pool/views', { name: 'Gammel', query: 'hest=1&near=9&__proto__=x' })).status).toBe(201);
  expect(await page('/puljen')).toContain('href="/puljen?hest=1&amp;near=9&amp;__proto__=x"');
  expect(await page('/puljen?hest=1&near=9&__proto__=x')).toContain('Et filter kan ikke bruges');
});
