/** Model 3 from the outreach to the closed course, by a consultant with forms and links alone, the last part on a phone. */
import type { Page } from 'playwright-core';
import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { addDays, isoWeek, systemActor, weekKey } from '#platform';
import { startApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, expectSound, phone, TestBrowser, type Opening } from '../support/browser.js';
import { forCitizen, makeMentor, makePlace, share, type Reserved } from '../support/pool.js';

describeInBrowser('model 3: a company is asked for one citizen', () => {
  let app: TestApp;
  let organisation: TestOrganisation;
  let browser: TestBrowser;
  let page: Page;
  let from = '';
  let opening = '';
  let course = '';

  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    await app.db.write(systemActor(organisation.id), async (tx) => {
      await furnishOrganisation(tx);
      await furnishStaircase(tx);
    });
    browser = await TestBrowser.start(app.url);
    const place = await makePlace(app, organisation);
    await makeMentor(app, organisation, place, 'mentor@proeve.example');
    from = app.clock.today();
    const consultant = await organisation.signIn();
    opening = await share(consultant, place);
    const reserved = await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen({ from, until: addDays(from, 91) }));
    expect(reserved.status).toBe(201);
    await enter();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  }, 60_000);

  const enter = async (size?: Opening['size']): Promise<void> => {
    page = await browser.open(await organisation.signIn(), { scripts: false, size });
  };
  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).first().fill(value);
  };
  const choose = (name: string, value: string): Promise<void> => page.locator(`main input[name="${name}"][value="${value}"]`).check({ force: true });
  const save = (within = 'main form:has(button)'): Promise<void> => page.locator(`${within} button:not([type=button])`).first().click();
  /** What looks a page over is a script itself. */
  const sound = async (address: string): Promise<void> => {
    const looked = await browser.open(await organisation.signIn());
    await expectSound(looked, address);
    await looked.context().close();
  };
  const text = (): Promise<string> => page.locator('main').innerText();

  test('the yes makes the agreement; the start waits for purpose and ordinary hours', async () => {
    await page.goto(`/puljen/${opening}`);
    await page.locator('details.answer-forms summary').first().click();
    await page.locator('a[href$="/aftale"]').first().click();
    await page.locator('main select[name=contactUserId]').selectOption({ index: 1 });
    await fill({ followUpWeeks: '1', followUpPlan: 'Besøg hver uge, den første sammen med borgeren' });
    await save('main form:has([name=followUpPlan])');
    await page.goto('/forloeb');
    await page.locator('main a[href^="/forloeb/"]:not([href*="?"])').first().click();
    course = new URL(page.url()).pathname;
    expect(await text()).toContain('Mentoren Mia Prøvementor mangler kursus.');
    expect(await page.locator('form[action$="/start"]').count()).toBe(0);

    await page.locator('a[href$="/aftalt"]').click();
    await fill({ purpose: 'Finde ud af, om køkkenet er det rette' });
    await choose('hours.outcome', 'not_yet');
    await save('main form:has([name=purpose])');
    expect(await text()).toContain('Skriv mindst én ting, der skal til');
    await fill({ 'hours.criteria.0.criterion': 'Møder fast tre dage om ugen', 'hours.criteria.0.reviewOn': addDays(from, 28) });
    await save('main form:has([name=purpose])');
    await page.locator('form[action$="/start"] button').click();
    expect(await text()).toContain('I gang');
    await sound(course);
  }, 60_000);

  test('work agreement, weekly hours, staircase and a follow-up while it runs', async () => {
    await page.goto(`${course}/arbejdsaftale/ny`);
    await choose('pen', 'citizen');
    await fill({ goal: 'Arbejde i et køkken', purpose: 'Lære opvasken og det kolde køkken', tasks: 'Rydde op, gøre klar', attendance: 'Mandag og onsdag kl. 8-12', mentorTasks: 'Viser til rette' });
    await fill({ 'milestones.0.milestone': 'To løntimer om ugen', 'milestones.0.dueOn': addDays(from, 42) });
    await save('main form:has([name=goal])');
    expect(await text()).toContain('4. Det gør mentoren Mia Prøvementor');
    await page.goto(`${course}/timer`);
    await page.locator('main select[name=week]').selectOption(weekKey(isoWeek(from)));
    await fill({ hours: '2,5' });
    await save('main form:has([name=hours])');
    expect(await text()).toContain('2,5 t/uge');
    await page.goto(`${course}/trappe`);
    await page.locator('main select[name=stepId]').selectOption({ label: 'Praktik få timer' });
    await fill({ nextGoal: 'Jeg vil prøve kassen' });
    await save('main form:has([name=stepId])');
    expect(await text()).toContain('står på “Praktik få timer”');
    await page.goto(`${course}/opfoelgning`);
    await choose('how', 'visit');
    await choose('present', 'yes');
    await choose('paidHours', 'yes');
    await fill({ nextStep: 'Mentor viser kassen' });
    await save('main form:has([name=nextStep])');
    expect(await text()).toContain('Næste skridt: Mentor viser kassen');
    for (const part of ['arbejdsaftale', 'timer', 'trappe', 'opfoelgning']) await sound(`${course}/${part}`);
  }, 60_000);

  test('13 weeks on: they are counted, the CV comes before the closing, and the company is thanked', async () => {
    app.clock.advance(91 * 86_400_000);
    await enter(phone);
    await page.goto(course);
    expect(await text()).toContain('13 uger er nået');
    await page.locator('a[href*="/krav/"]').click();
    await choose('isMet', 'yes');
    await fill({ metOn: app.clock.today() });
    await save('main form:has([name=isMet])');
    expect(await text()).toContain('Opfyldt');
    await page.goto(`${course}/afslut`);
    await page.locator('main [name=outcome]').first().waitFor({ state: 'attached' });
    await page.locator('main select[name=outcome]').selectOption('ordinary_hours');
    await save('main form:has([name=outcome])');
    expect(await text()).toContain('Skriv, hvornår CV’et er opdateret');
    await fill({ cvUpdatedOn: app.clock.today() });
    await save('main form:has([name=outcome])');
    expect(await text()).toContain('Forløbet er afsluttet');
    const { body } = await (await organisation.signIn()).get<{ items: { id: string; model: string }[] }>('/agreements');
    expect(body.items).toMatchObject([{ model: 'match_driven' }]);
    await page.goto(`/aftaler/${body.items[0]?.id}/pleje`);
    expect(await text()).toContain('Gør den til mere');
    await page.locator('form[action$="/tak"] button').click();
    expect(new URL(page.url()).searchParams.get('done')).toBe('company.thanked');
  }, 60_000);
});
