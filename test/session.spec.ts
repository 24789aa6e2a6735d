import { startApp, type TestApp, type TestOrganisation } from './support/app.js';

let app: TestApp;
let organisation: TestOrganisation;

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
});
afterAll(() => app.close());

test('a consultant signs in, is known, signs out, and is not known any more', async () => {
  const client = await organisation.signIn('consultant');
  const me = await client.get<{ name: string; roles: string[] }>('/session');
  expect(me.status).toBe(200);
  expect(me.body).toMatchObject({ name: 'Prøve consultant', roles: ['consultant'] });
  expect((await client.delete('/session')).status).toBe(204);
  expect((await client.get('/session')).status).toBe(401);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const email = organisation.users.consultant?.email;
  const wrong = await app.anonymous.post('/session', { email, password: 'forkert' });
  const unknown = await app.anonymous.post('/session', { email: 'ingen@proeve.example', password: 'forkert' });
  expect(wrong.status).toBe(401);
  expect(unknown.status).toBe(401);
  expect(wrong.body).toEqual(unknown.body);
  expect(wrong.body).toMatchObject({ code: 'sign-in.refused', title: 'E-mail eller adgangskode passer ikke.' });
});

test('the refusal is in English for one who asks for it', async () => {
  const answer = await app.anonymous.get('/session', { 'accept-language': 'en-GB,en;q=0.9' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ code: 'sign-in.needed', title: 'You must sign in first.' });
});

test.each([
  ['en;q=0.1,da;q=0.9', 'da'],
  ['da;q=0.2, en-GB;q=0.8', 'en'],
  ['en,da', 'en'],
  ['de', 'da'],
])('who asks in %s is answered in %s', async (wish, language) => {
  const { body } = await app.anonymous.get<{ title: string }>('/session', { 'accept-language': wish });
  expect(body.title).toBe(language === 'en' ? 'You must sign in first.' : 'Du skal logge ind først.');
});

test('input that cannot be is refused with its fields', async () => {
  const answer = await app.anonymous.post('/session', { email: 'a', extra: 1 });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code: 'input.invalid' });
  expect(JSON.stringify(answer.body)).toContain('unknown-field');
  const wrongKind = await app.anonymous.post('/session', { email: 7 });
  expect(wrongKind.body).toMatchObject({
    faults: [
      { field: 'email', code: 'fault.kind' },
      { field: 'password', code: 'fault.required' },
    ],
  });
  const broken = await app.anonymous.post('/session', '{"email":');
  expect(broken.status).toBe(400);
});

test('JSON announced and nothing sent is an empty object, so the answer names what is missing', async () => {
  const answer = await app.anonymous.send('POST', '/session', '');
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code: 'input.invalid' });
});
