/** What a page's form does with odd text where the API has no such step. */
import { PasswordLinks } from '#people';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(`${app.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('the language switch goes back to a path of ours, whatever it is told', async () => {
  const back = async (text: string): Promise<(string | number | null)[]> => {
    const answer = await post('/sprog', { language: 'en', back: text });
    return [answer.status, answer.headers.get('location')];
  };
  expect(await back('/puljen?text=br%C3%B8d')).toEqual([303, '/puljen?text=br%C3%B8d']);
  for (const odd of ['//andet.example', '/\t/andet.example', '/\\andet.example', '/€', '/a\r\nset-cookie: x=1', 'https://andet.example'])
    expect(await back(odd)).toEqual([303, '/']);
});

test('a password with a space at its end is the password that signs in', async () => {
  const organisation = await app.makeOrganisation();
  const user = organisation.users.colleague;
  const token = await app.db.touch({ organisationId: organisation.id }, (tx) => app.nest.get(PasswordLinks).issue(tx, user?.id ?? '', 'reset'));
  const newPassword = 'cykler til arbejde i regnvejr ';
  expect((await post(`/adgangskode/${token}`, { newPassword })).status).toBe(303);
  expect((await app.anonymous.post('/session', { email: user?.email, password: newPassword })).status).toBe(201);
});

test('bytes that are no UTF-8 are refused, as JSON and as a form, and a lone percent sign is not', async () => {
  const organisation = await app.makeOrganisation();
  const { token = '' } = await organisation.signIn();
  const send = async (path: string, type: string, body: string) =>
    (await fetch(`${app.url}${path}`, { method: 'POST', redirect: 'manual', headers: { cookie: `sid=${token}`, 'content-type': type }, body: Buffer.from(body, 'latin1') })).status;
  const form = 'application/x-www-form-urlencoded';
  expect(await send('/api/v1/companies', 'application/json', '{"name":"S\xf8"}')).toBe(400);
  expect(await send('/sprog', form, 'language=en&back=/\xf8')).toBe(400);
  expect(await send('/sprog', form, 'language=en&back=/%F8')).toBe(400);
  expect(await send('/sprog', form, 'language=en&back=/100%')).toBe(303);
});

test('a filter that every object has by birth is no filter of the pool', async () => {
  const organisation = await app.makeOrganisation();
  const { token = '' } = await organisation.signIn();
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect([name, (await fetch(`${app.url}/puljen?${name}=x`, { headers: { cookie: `sid=${token}` } })).status]).toEqual([name, 200]);
});

test('a link that was cut off leads to no page, and a filter that cannot be is none', async () => {
  const organisation = await app.makeOrganisation();
  const consultant = await organisation.signIn();
  for (const path of ['virksomheder/01a20584-ab62-71fc-97dd', 'aftaler/01a20584', 'puljen/x', 'borgere/x', 'mentorer/x', 'forloeb/x'])
    expect([path, await consultant.get(`//${path}`)]).toMatchObject([path, { status: 404, text: expect.stringContaining('Siden findes ikke') }]);
  for (const path of ['virksomheder?sector=abc&mine=ja', 'mentorer?state=x&municipality=abc', 'ugens-svar?virksomhed=x'])
    expect([path, (await consultant.get(`//${path}`)).status]).toEqual([path, 200]);
  expect((await consultant.get('/companies/x')).status).toBe(400);
});
