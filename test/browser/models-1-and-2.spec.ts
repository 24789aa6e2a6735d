/** Models 1 and 2 from the agreement to the closed course, by a consultant with forms and links alone; the company and its mentor on a phone. */
import type { Page } from 'playwright-core';
import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { addDays, systemActor } from '#platform';
import { RaiseUpkeepTasks } from '#upkeep';
import { startApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser } from '../support/browser.js';
import { deliverOutbox, mailbox, makePlace, type TestPlace } from '../support/pool.js';

describeInBrowser('models 1 and 2, from the agreement to the closed course', () => {
  let app: TestApp;
  let organisation: TestOrganisation;
  let browser: TestBrowser;
  let page: Page;
  let from = '';
  let fixed: TestPlace;
  let standing: TestPlace;
  /** Addresses of the two agreements, their places and the courses on them. */
  const agreements: string[] = [];
  const places: string[] = [];
  const courses: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    await app.db.write(systemActor(organisation.id), async (tx) => {
      await furnishOrganisation(tx);
      await furnishStaircase(tx);
    });
    const consultant = await organisation.signIn();
    const { body } = await consultant.get<{ items: { id: string }[] }>('/sectors');
    const sectorId = body.items[0]?.id ?? '';
    [fixed, standing] = await Promise.all([makePlace(app, organisation, { sectorId }), makePlace(app, organisation, { name: 'Nyborg Prøvekantine' })]);
    for (const caseRef of ['SAG-ET', 'SAG-TO', 'SAG-TRE'])
      expect((await consultant.post('/citizens', { caseRef, pseudonym: caseRef.slice(4), targetGroup: 'LAB6-03', goals: [{ sectorId, tasks: 'Pakke brød' }], minutesPossible: 720 })).status).toBe(201);
    browser = await TestBrowser.start(app.url);
    from = app.clock.today();
    await enter();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  }, 60_000);

  const enter = async (): Promise<void> => {
    await page?.context().close();
    page = await browser.open(await organisation.signIn(), { scripts: false });
  };
  /** Days later the consultant signs in again, and the night's rounds have been. */
  const later = async (days: number): Promise<void> => {
    app.clock.advance(days * 86_400_000);
    await app.nest.get(RaiseUpkeepTasks).run(systemActor(organisation.id));
    await enter();
  };
  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).first().fill(value);
  };
  const press = (name: string): Promise<void> => page.locator('main').getByRole('button', { name, exact: true }).first().click();
  const follow = (name: string | RegExp): Promise<void> => page.locator('main').getByRole('link', { name }).first().click();
  const open = (summary: string): Promise<void> => page.locator('main details > summary').filter({ hasText: summary }).first().click();
  const text = (): Promise<string> => page.locator('main').innerText();
  const address = (): string => new URL(page.url()).pathname;
  /** The newest mail's link to the product, opened on a phone by somebody without an account. */
  const openMailed = async (to: string): Promise<Page> => {
    await deliverOutbox(app, organisation);
    const mail = (await mailbox(app, organisation)).filter((each) => each.to === to).at(-1);
    const guest = await browser.open(undefined, { scripts: false, size: phone });
    await guest.goto(/\/(?:aftale|svar)\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '/no-mail');
    return guest;
  };

  /** Model, places, mentor, follow-up: answers with the review's text. */
  const write = async (place: TestPlace, model: RegExp, mentor: string, followUp: Readonly<Record<string, string>>): Promise<string> => {
    await page.goto(`/aftaler/ny?arbejdssted=${place.workplaceId}`);
    await follow(model);
    await press('Gem kladde og gå videre');
    await fill({ count: '1', tasks: 'Pakke brød', minutesPerWeek: '12', pathToHours: 'To timer om ugen fra uge 6' });
    await press('Tilføj pladser');
    await press('Videre');
    await fill({ name: 'Mia Prøvementor', email: mentor });
    await press('Gem og gå videre');
    await fill(followUp);
    await press('Gem og gå videre');
    agreements.push(address().replace('/trin/gennemse', ''));
    return text();
  };
  /** One of one's own citizens on the place, as the page of the place suggests it. */
  const reserve = async (place: string, citizen: string): Promise<void> => {
    await page.goto(`${place}/borger`);
    await page.locator('main tr').filter({ hasText: citizen }).getByRole('link', { name: 'Reservér' }).click();
    await fill({ reason: 'Vil gerne arbejde med brød' });
    await press('Reservér pladsen');
    expect(await text()).toContain(`Sag ${citizen}`);
  };
  /** Purpose and ordinary hours agreed, and the citizen came. */
  const begin = async (citizen: string): Promise<void> => {
    await page.goto('/forloeb');
    await page.locator('main tr, main li').filter({ hasText: citizen.slice(4) }).locator('a[href^="/forloeb/"]').first().click();
    courses.push(address());
    expect(await page.locator('form[action$="/start"]').count()).toBe(0);
    await page.locator('main a[href$="/aftalt"]').first().click();
    await page.locator('main [name="hours.outcome"][value=agreed]').check({ force: true });
    await fill({ purpose: 'Prøve bageriet', agreedWithCitizenOn: from, agreedWithCompanyOn: from, 'hours.minutes': '2', 'hours.from': addDays(from, 42) });
    await press('Gem');
    await page.locator('form[action$="/start"] button').click();
    expect(await text()).toContain('I gang');
  };
  const close = async (course: string): Promise<void> => {
    await page.goto(`${course}/afslut`);
    await page.locator('main select[name=outcome]').selectOption('ordinary_hours');
    await fill({ cvUpdatedOn: app.clock.today() });
    await page.locator(`main form[action="${course}/afslut"] button`).last().click();
    expect(await text()).toContain('Forløbet er afsluttet');
  };
  const placeOf = async (company: string): Promise<string> => {
    await page.goto('/puljen');
    await page.locator('main tr').filter({ hasText: company }).locator('a[href^="/puljen/"]').first().click();
    places.push(address());
    return text();
  };

  test('model 1: written in steps, accepted by the company by its link, and the place stands in the pool', async () => {
    const review = await write(fixed, /Faste pladser/, 'mia@proeve.example', { followUpWeeks: '2', followUpPlan: 'Vi ses hver anden uge' });
    expect(review).toContain('1 fast plads');
    expect(review).toContain('Vi ses hver anden uge');
    await follow('Send til accept');
    await fill({ name: 'Bo Bager', email: 'bo@bageri.example' });
    await press('Send mail med link');
    expect(await text()).toContain('Afventer');
    const company = await openMailed('bo@bageri.example');
    expect(await company.locator('main').innerText()).toContain('To timer om ugen fra uge 6');
    await company.getByRole('button', { name: 'Accepter aftalen' }).click();
    expect(await company.locator('main').innerText()).toContain('Accepteret af Bo Bager');
    await company.context().close();
    await page.goto(agreements[0] ?? '');
    expect(await text()).toContain('accepteret af Bo Bager');
    expect(await placeOf('Ørbæk Prøvebageri')).toContain('Pakke brød');
  }, 90_000);

  test('model 1: reserved, the mentor says yes by the link, started; stopped early it is to be filled at once, and is', async () => {
    const place = places[0] ?? '';
    await reserve(place, 'SAG-ET');
    const mentor = await openMailed('mia@proeve.example');
    await mentor.getByRole('button', { name: 'Ja tak' }).click();
    expect(await mentor.locator('main').innerText()).toContain('Tak for dit ja');
    await mentor.context().close();
    await begin('SAG-ET');
    await later(14);
    await page.goto('/');
    expect(await text()).not.toContain('Plads ledig');
    await page.goto(place);
    await open('Afslut tidligt');
    await page.locator('main form[action$="/afslut"] [name=reason]').first().fill('Har fået arbejde');
    await page.locator('main form[action$="/afslut"] button').first().click();
    await page.goto('/');
    expect(await text()).toContain('Plads ledig fra');
    expect(await text()).toContain('3 borgere har et jobmål, der passer');
    await follow('Find borger');
    expect(address()).toBe(place);
    await reserve(place, 'SAG-TO');
    await page.goto('/');
    expect(await text()).not.toContain('Plads ledig fra');
    await page.goto(place);
    await open('Skriv virksomhedens svar');
    await press('Virksomheden siger ja');
    from = app.clock.today();
    await begin('SAG-TO');
  }, 90_000);

  test('model 2: noted for the company; a match calls the place, with the time to answer', async () => {
    const review = await write(standing, /Forhåndsaftale/, 'maja@proeve.example', { answerDays: '5' });
    expect(review).toContain('5 dage');
    await follow('Send til accept');
    await page.locator('main form[action$="/paa-vegne"] [name=name]').fill('Karen Kantine');
    await fill({ reason: 'Sagt i telefonen' });
    await press('Notér accepten');
    expect(await text()).toContain('Sagt i telefonen');
    expect(await placeOf('Nyborg Prøvekantine')).toContain('Kan tilkaldes');
    await reserve(places[1] ?? '', 'SAG-TRE');
    await page.goto('/');
    expect(await text()).toContain('Pladsen er kaldt: virksomheden skal svare senest');
    await follow('Se og svar');
    await open('Skriv virksomhedens svar');
    await press('Virksomheden siger ja');
    await page.goto('/');
    expect(await text()).not.toContain('Pladsen er kaldt');
    await begin('SAG-TRE');
  }, 90_000);

  test('13 weeks on: model 1 is to be filled again and is measured, model 2 neither; both courses close', async () => {
    await later(91);
    await page.goto('/opgaver?vis=open');
    expect((await text()).match(/Plads ledig fra/g)).toHaveLength(1);
    await page.goto(agreements[0] ?? '');
    expect(await text()).toMatch(/\d+\s% udnyttet: 90 af 91 aftalte pladsdage/);
    await page.goto(agreements[1] ?? '');
    expect(await text()).not.toContain('udnyttet');
    for (const course of courses.slice(1)) await close(course);
  }, 90_000);

  test('half a year after it was made: is the offer still good? It is, and the next question has its day', async () => {
    await later(95);
    await page.goto('/');
    await page.locator('main li').filter({ hasText: 'Spørg, om tilbuddet stadig gælder' }).getByRole('link', { name: 'Spørg og notér' }).click();
    expect(address()).toBe(`${agreements[1]}/pleje`);
    await page.locator('main [name=answer][value=good]').check({ force: true });
    await press('Gem svaret');
    expect(await text()).toContain('Tilbuddet gælder stadig');
    await page.goto('/opgaver?vis=open');
    expect(await text()).not.toContain('Spørg, om tilbuddet stadig gælder');
  }, 60_000);

  test('no page complained', () => {
    expect(browser.complaints).toEqual([]);
  });
});
