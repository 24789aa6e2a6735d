/** The pages of a course as a browser without JavaScript uses them: every form from the start to the closed course. */
import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { csrfOf } from '#people';
import { addDays, isoWeek, systemActor, weekKey } from '#platform';
import { startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, makeMentor, makePlace, makeSlots, type Reserved } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let token = '';
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  await app.db.write(systemActor(organisation.id), async (tx) => {
    await furnishOrganisation(tx);
    await furnishStaircase(tx);
  });
  await enter();
});
afterAll(() => app.close());

async function enter(): Promise<void> {
  token = (await organisation.signIn()).token ?? '';
}

const get = async (path: string, lang = 'da'): Promise<{ status: number; html: string }> => {
  const answer = await fetch(app.url + path, { headers: { cookie: `sid=${token}; lang=${lang}` } });
  return { status: answer.status, html: await answer.text() };
};

/** Posts a form; answers where it led to, or the page that came back with what must be put right. */
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; to: string; html: string }> {
  const body = new URLSearchParams({ _csrf: csrfOf(token), ...fields });
  const answer = await fetch(app.url + path, { method: 'POST', body, redirect: 'manual', headers: { cookie: `sid=${token}; lang=da`, origin: app.url } });
  return { status: answer.status, to: (answer.headers.get('location') ?? '').split('?')[0] ?? '', html: await answer.text() };
}

const idIn = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';

async function accepted(): Promise<{ courseId: string; placementId: string; from: string }> {
  const consultant = await organisation.signIn();
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mentor@proeve.example');
  const [openingId = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
  const from = app.clock.today();
  const reserved = await consultant.post<Reserved>(`/openings/${openingId}/reservations`, forCitizen({ from, until: addDays(from, 28) }));
  const { body } = await consultant.post<{ id: string; courseId: string }>(`/reservations/${reserved.body.id}/acceptance`);
  return { courseId: body.courseId, placementId: body.id, from };
}

test('from start to closed course, with forms alone', async () => {
  const { courseId, placementId, from } = await accepted();
  const course = `/forloeb/${courseId}`;
  const at = `${course}/placeringer/${placementId}`;
  expect((await get('/forloeb')).html).toContain(course);
  const sheet = (await get(`/vitas/forloeb/${placementId}`)).html;
  expect([sheet.includes('ikke aftalt endnu'), sheet.includes('vil gerne arbejde med brød')]).toEqual([true, false]);
  expect((await get(course)).html).toContain(`${at}/aftalt`);

  const terms = { purpose: 'Prøve bageriet', agreedWithCitizenOn: from, agreedWithCompanyOn: from };
  expect((await post(`${at}/start`, { startedOn: from })).html).toContain('formålet er aftalt');
  const unsaid = await post(`${at}/aftalt`, terms);
  expect([unsaid.status, unsaid.html.includes('Prøve bageriet'), unsaid.html.includes('href="#hours.outcome"')]).toEqual([422, true, true]);
  const empty = await post(`${at}/aftalt`, {});
  expect(['purpose', 'agreedWithCitizenOn', 'agreedWithCompanyOn', 'hours.outcome'].filter((field) => !empty.html.includes(`href="#${field}"`))).toEqual([]);
  expect((await post(`${at}/aftalt`, { ...terms, 'hours.outcome': 'agreed', 'hours.minutes': '38', 'hours.from': from })).html).toContain('Må højst være 37.');
  const noCriteria = await post(`${at}/aftalt`, { ...terms, 'hours.outcome': 'not_yet' });
  expect([noCriteria.status, noCriteria.html.includes('Skriv mindst én ting')]).toEqual([422, true]);
  expect(await post(`${at}/aftalt`, { ...terms, 'hours.outcome': 'agreed', 'hours.minutes': '2,5', 'hours.from': from })).toMatchObject({ status: 303, to: course });
  expect((await get(course)).html).toContain('2,5 t/uge');
  const late = await post(`${at}/aftalt`, { ...terms, 'hours.outcome': 'not_yet', 'hours.criteria.0.criterion': 'Møder fast', 'hours.criteria.0.reviewOn': addDays(from, 7) });
  expect(late.status).toBe(303);
  expect((await post(`${at}/start`, { startedOn: from })).to).toBe(course);
  expect((await get(course)).html).toContain('bliver 13 uger ikke nået');
  const criterion = idIn((await get(course)).html, /\/krav\/([0-9a-f-]{36})/);
  expect((await post(`${course}/krav/${criterion}`, { isMet: 'yes', metOn: '', reviewOn: '', criterion: 'Møder', version: '1' })).status).toBe(422);
  expect((await post(`${course}/krav/${criterion}`, { isMet: 'yes', metOn: from, reviewOn: '', criterion: 'Møder hver dag', version: '1' })).to).toBe(course);
  expect((await get(`${course}/krav/${criterion}`)).html).toContain('Sådan stod det før');

  await writesWhileRunning(course, placementId, from);
  app.clock.advance(28 * 86_400_000);
  await enter();
  const version = idIn((await get(`${course}/afslut`)).html, /name="version" value="(\d+)"/);
  const neither = await post(`${course}/afslut`, { outcome: 'flexjob', version });
  expect([neither.status, neither.html.includes('Skriv, hvornår CV’et er opdateret')]).toEqual([422, true]);
  expect((await post(`${course}/afslut`, { outcome: 'flexjob', cvUpdatedOn: app.clock.today(), version })).to).toBe(`${course}/afslut`);
  expect((await get(`${course}/afslut`)).html).toContain('Forløbet er afsluttet');
  expect((await get(`${course}/historik`)).html).toContain('noterede, at borgeren er startet');
  for (const part of ['', '/timer', '/opfoelgning', '/arbejdsaftale', '/trappe']) expect((await get(course + part)).status).toBe(200);
}, 30_000);

async function writesWhileRunning(course: string, placementId: string, from: string): Promise<void> {
  const week = weekKey(isoWeek(from));
  expect((await post(`${course}/timer`, { week: '2026-W54', hours: '2' })).status).toBe(422);
  expect((await post(`${course}/timer`, { week, hours: '' })).status).toBe(422);
  expect((await post(`${course}/timer`, { week, hours: '2,5' })).to).toBe(`${course}/timer`);
  const followUp = { heldOn: from, how: 'visit', paidHours: 'yes', nextStep: 'Øve kassen', nextOn: addDays(from, 7) };
  expect((await post(`${course}/opfoelgning`, { ...followUp, present: 'no', absentReason: '' })).html).toContain('href="#absentReason"');
  expect((await post(`${course}/opfoelgning`, { ...followUp, present: 'yes', absentReason: 'glemt' })).to).toBe(`${course}/opfoelgning`);
  const html = (await get(`${course}/trappe`)).html;
  expect((await post(`${course}/trappe`, { stepId: '', fromOn: from })).status).toBe(422);
  const stepId = idIn(html, /<option value="([0-9a-f-]{36})"/);
  expect((await post(`${course}/trappe`, { stepId, fromOn: from, nextGoal: 'Jeg vil prøve kassen' })).to).toBe(`${course}/trappe`);
  expect((await get(`${course}/trappe`)).html).toContain('står på trin 1');
  const sheet = `/vitas/forloeb/${placementId}`;
  const version = idIn((await get(sheet)).html, /name="version" value="(\d+)"/);
  expect((await post(`${sheet}/bevilling`, { grantNumber: 'V-123', grantFrom: from, grantLastDay: addDays(from, 6), version })).to).toBe(sheet);
  for (const shown of [sheet, course]) expect((await get(shown)).html).toMatch(/Bevilling nr\. V-123 \(.*\) dækker ikke hele forløbet/);
  expect((await get(`${course}/historik`)).html).toContain('Bevillingsnummer: V-123');
  const [da, en] = [/>([^<]+)<\/option>/.exec(html.slice(html.indexOf(stepId)))?.[1] ?? '', (await get(`${course}/historik`, 'en')).html];
  expect([da.length > 0, en.includes(`Step: ${da}`), en.includes('Step: ')]).toEqual([true, false, true]);
  await writesAgreement(course, placementId, from);
}

async function writesAgreement(course: string, placementId: string, from: string): Promise<void> {
  const text = { placementId, pen: 'citizen', goal: 'Bager', purpose: 'Prøve', tasks: 'Pakke', attendance: 'Mandag', mentorTasks: 'Viser til rette' };
  const bare = await post(`${course}/arbejdsaftale/ny`, { ...text, 'milestones.0.milestone': 'Kender ovnen' });
  expect([bare.status, bare.html.includes('skal handle om løntimer'), bare.html.includes('Kender ovnen')]).toEqual([422, true, true]);
  const made = await post(`${course}/arbejdsaftale/ny`, { ...text, 'milestones.0.milestone': 'To løntimer', 'milestones.0.dueOn': addDays(from, 14), 'milestones.0.paidHours': 'true' });
  expect(made.status).toBe(303);
  const consultant = await organisation.signIn();
  const { version } = (await consultant.get<{ version: number }>(`/placements/${placementId}`)).body;
  const steps = [{ from, minutesPerWeek: 600 }, { from: addDays(from, 14), minutesPerWeek: 900 }];
  expect((await consultant.put(`/placements/${placementId}/hours`, { steps, version })).status).toBe(200);
  const { html } = await get(made.to);
  expect(html).toContain('4. Det gør mentoren');
  expect(html).toMatch(/10\st\/uge fra .*; 15\st\/uge fra /);
  const paper = await fetch(`${app.url}${made.to}/pdf`, { headers: { cookie: `sid=${token}` } });
  expect([paper.headers.get('content-type'), (await paper.text()).slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
  const unsaid = await post(`${made.to}/underskrift`, { party: 'company', signedOn: from, onBehalf: 'true', onBehalfReason: '' });
  expect([unsaid.status, unsaid.html.includes('href="#onBehalfReason"')]).toEqual([422, true]);
  expect((await post(`${made.to}/underskrift`, { party: 'company', signedOn: from, onBehalf: 'true', onBehalfReason: 'Sagt i telefonen' })).to).toBe(made.to);
  expect((await post(`${made.to}/underskrift`, { party: 'citizen', signedOn: from })).to).toBe(made.to);
  expect((await get(`${course}/arbejdsaftale`)).html).toContain('Underskrevet');
}

test('a no-show is said on the course, and its steps are worded in the settings', async () => {
  const { courseId, placementId } = await accepted();
  const course = `/forloeb/${courseId}`;
  expect((await post(`${course}/placeringer/${placementId}/ikke-moedt`, { reason: '' })).status).toBe(422);
  expect((await post(`${course}/placeringer/${placementId}/ikke-moedt`, { reason: 'Kunne ikke træffes' })).to).toBe(course);
  expect((await get(course)).html).toContain('Mødte ikke');
  token = (await organisation.signIn('administrator')).token ?? '';
  expect((await post('/indstillinger/trappe/ny', { nameDa: 'Eget firma', nameEn: 'Own company', position: '9' })).to).toBe('/indstillinger');
  expect((await get('/indstillinger')).html).toContain('Eget firma');
});
