/** The pages of citizens and visits as forms without JavaScript, from a new citizen to a meeting's outcome. */
import { csrfOf } from '#people';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { makeMentor, makePlace, share, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let place: TestPlace;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mia@proeve.example');
});
afterAll(() => app.close());

interface Shown {
  readonly status: number;
  readonly location: string;
  readonly html: string;
}
const shown = async (response: Response): Promise<Shown> => ({ status: response.status, location: response.headers.get('location') ?? '', html: await response.text() });
const read = async (path: string, by = consultant): Promise<Shown> => shown(await fetch(app.url + path, { redirect: 'manual', headers: { cookie: `sid=${by.token}` } }));
const post = async (path: string, fields: Readonly<Record<string, string>>, by = consultant): Promise<Shown> =>
  shown(
    await fetch(app.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `sid=${by.token}`, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ _csrf: csrfOf(by.token ?? ''), ...fields }),
    }),
  );
const later = (days: number): string => app.clock.dayOf(new Date(app.clock.now().getTime() + days * 86_400_000));

let count = 0;
const newCitizen = async (more: Readonly<Record<string, string>> = {}): Promise<string> => {
  const made = await post('/borgere/ny', { caseRef: `SIDE-${(count += 1)}`, pseudonym: 'Ida', targetGroup: 'LAB6-03', ...more });
  expect(made.status).toBe(303);
  return made.location.split('?')[0] ?? '';
};

test('a citizen is written down, warned about, corrected; what is wrong comes back with what was typed', async () => {
  const wrong = await post('/borgere/ny', { caseRef: 'SIDE-X', pseudonym: 'Ida Marie Hansen', targetGroup: 'LAB6-03', goalTasks1: 'Bage' });
  expect(wrong).toMatchObject({ status: 422, html: expect.stringContaining('Skriv kun fornavn eller initialer') });
  expect(wrong.html).toContain('value="Bage"');
  const path = await newCitizen({ goalTasks1: 'rolige opgaver på grund af angst', minutesPossible: '7,5' });
  const page = await read(path);
  expect(page.html).toContain('nævne en diagnose');
  expect(page.html).toMatch(/7,5\s+t\/uge/);
  expect((await post(`${path}/ret`, { pseudonym: 'Ida', goalTasks1: 'Rolige opgaver', version: '1' })).status).toBe(303);
  expect((await read(path)).html).not.toContain('nævne en diagnose');
  expect((await post(`${path}/ret`, { pseudonym: 'Iben', version: '1' })).status).toBe(422);
});

test('hand over, attach, cover, who has looked: each by a form', async () => {
  const path = await newCitizen();
  const id = (who: string): string => organisation.users[who]?.id ?? '';
  expect((await post(`${path}/roller/tilknyt`, { userId: id('caseworker'), role: 'caseworker' })).status).toBe(303);
  const twice = await post(`${path}/roller/tilknyt`, { userId: id('caseworker'), role: 'caseworker' });
  expect(twice).toMatchObject({ status: 422, html: expect.stringContaining('allerede tilknyttet i den rolle') });
  expect((await post(`${path}/adgang`, { userId: id('colleague'), lastDay: later(3), reason: 'Ferie' })).status).toBe(303);
  const seen = await read(`${path}/adgang`);
  expect(seen.html).toContain('Prøve colleague');
  const insteadOf = id('consultant');
  const roles = await read(`${path}/roller`);
  expect(roles.html).toContain(`name="insteadOf" value="${insteadOf}"`);
  expect(roles.html).not.toContain(id('administrator'));
  expect((await post(`${path}/roller/overdrag`, { userId: id('colleague'), insteadOf, from: later(7) })).location).toContain('done=citizen.overdrag-aftalt');
  expect((await read(`${path}/roller`)).html).toContain('Prøve colleague bliver primær kontaktperson');
  expect((await post(`${path}/roller/overdrag`, { userId: id('caseworker'), insteadOf })).html).toContain('nu står Prøve colleague som primær kontaktperson');
  expect((await post(`${path}/roller/overdrag/tilbage`, {})).location).toContain('done=citizen.overdrag-tilbage');
  expect((await post(`${path}/roller/afsked`, { reason: 'Flytter', from: later(7) })).location).toContain('done=citizen.afsked-aftalt');
  expect((await read(path)).html).toContain('Borgeren forlader jer');
  const leaving = await read(`${path}/roller`);
  expect(leaving.html).toContain('Borgeren bliver alligevel');
  expect(leaving.html).not.toContain('Tag imod borgeren');
  expect((await post(`${path}/roller/afsked/tilbage`, {})).location).toContain('done=citizen.afsked-tilbage');
  expect((await post(`${path}/roller/overdrag`, { userId: id('caseworker'), insteadOf })).location).toContain('/borgere?');
  expect((await read(path)).status).toBe(404);
});

test('a look with a reason opens the page; an unknown number says nothing more', async () => {
  const manager = await organisation.signIn('manager');
  const path = await newCitizen();
  expect((await read(path, manager)).status).toBe(404);
  expect((await post('/borgere/opslag', { caseRef: 'SIDE-INTET', reason: 'klage' }, manager)).html).toContain('Der er ingen borger, du kan åbne');
  expect(await post('/borgere/opslag', { caseRef: `SIDE-${count}`, reason: 'klage' }, manager)).toMatchObject({ status: 303, location: path });
  expect((await read(path, manager)).html).toContain('Opslag med begrundelse');
  expect((await read('/borgere/sagsstamme', manager)).html).toContain('Sagsstammer');
  expect((await read('/borgere/sagsstamme')).status).toBe(403);
});

test('from a place in the pool to a citizen, a coffee meeting and its outcome', async () => {
  const opening = await share(consultant, place, { tasks: 'brygge kaffe' });
  const path = await newCitizen({ minutesPossible: '5' });
  const picked = await read(`/puljen/${opening}/borger`);
  expect(picked.html).toContain(`SIDE-${count}`);
  const form = await read(`/puljen/${opening}/borger/${path.split('/')[2]}`);
  expect(form.html).toContain(`value="SIDE-${count}"`);
  expect((await read(`${path}/besoeg/ny?openingId=${opening}`)).html).toContain('mia@proeve.example');
  const night = await post(`${path}/besoeg/ny`, { openingId: opening, day1: later(3), at1: '2:30', reason: 'kaffe' });
  expect(night).toMatchObject({ status: 422, html: expect.stringContaining('mellem 6 og 21') });
  expect((await post(`${path}/besoeg/ny`, { openingId: opening, day1: later(3), at1: '10', reason: 'kaffe' })).status).toBe(303);
  const { body } = await consultant.get<{ items: { id: string; version: number }[] }>(`/citizens/${path.split('/')[2]}/visits`);
  const visit = `${path}/besoeg/${body.items[0]?.id}`;
  expect((await post(`${visit}/tid`, { number: '1', version: '1' })).status).toBe(303);
  expect((await read(`${visit}/kalender.ics`)).html).toContain('BEGIN:VCALENDAR');
  expect((await post(`${visit}/udfald`, { outcome: 'no_match', reason: 'For langt væk', version: '2' })).html).toContain('Mødet har ikke været holdt endnu');
  expect((await post(`${visit}/aflys`, { reason: 'Syg', version: '2' })).status).toBe(303);
  expect((await read(`${path}/besoeg?q=bageri`)).status).toBe(200);
  expect((await read(`${path}/besoeg/ny?workplaceId=${place.workplaceId}`)).html).toContain('Nyt virksomhedsbesøg');
});
