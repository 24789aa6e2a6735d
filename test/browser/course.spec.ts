/** A citizen's way from the first coffee meeting to a closed course, on a phone and without JavaScript: links and forms alone. */
import type { Page } from 'playwright-core';
import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { addDays, systemActor } from '#platform';
import { startApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser } from '../support/browser.js';
import { makeMentor, makePlace, makeSlots, type Reserved, type TestPlace } from '../support/pool.js';

const day = 86_400_000;

describeInBrowser('a course without JavaScript', () => {
  let app: TestApp;
  let organisation: TestOrganisation;
  let browser: TestBrowser;
  let place: TestPlace;
  let opening: string;
  let page: Page;
  let citizen: string;
  let course: string;

  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    await app.db.write(systemActor(organisation.id), async (tx) => {
      await furnishOrganisation(tx);
      await furnishStaircase(tx);
    });
    place = await makePlace(app, organisation, { name: 'Ørbæk Bageri' });
    await makeMentor(app, organisation, place, 'mentor@proeve.example');
    opening = (await makeSlots(app, organisation, place, 'fixed_slots'))[0] ?? '';
    browser = await TestBrowser.start(app.url);
    await later(0);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const today = (): string => app.clock.today();
  const main = (): Promise<string> => page.locator('main').innerText();
  /** Presses what the form has for sending it, and is where that leads. */
  const send = async (button: string): Promise<void> => {
    await page.locator('main').getByRole('button', { name: button, exact: true }).first().click();
    await page.waitForLoadState();
  };
  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value);
  };
  const tick = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.check(`main [name="${name}"][value="${value}"]`, { force: true });
  };
  /** Days later the consultant signs in again: a session does not last as long. */
  const later = async (days: number): Promise<void> => {
    app.clock.advance(days * day);
    await page?.context().close();
    page = await browser.open(await organisation.signIn(), { size: phone, scripts: false });
  };

  test('a citizen is written down, and a coffee meeting has its time and its outcome', async () => {
    await page.goto('/borgere/ny');
    await fill({ caseRef: 'FORLOEB-A', pseudonym: 'Ida', goalTasks1: 'Bage brød', minutesPossible: '10' });
    await page.selectOption('main [name=targetGroup]', { index: 1 });
    await send('Opret borger');
    citizen = page.url().split('?')[0] ?? '';
    expect(await main()).toContain('Bage brød');
    await page.goto(`${citizen}/besoeg/ny?openingId=${opening}`);
    await fill({ day1: addDays(today(), 3), at1: '10:00', reason: 'Vil gerne bage' });
    await send('Send forslag');
    await page.locator('main details:has([name=number]) > summary').click();
    await page.selectOption('main [name=number]', '1');
    await send('Noter tidspunktet');
    await later(4);
    await page.goto(`${citizen}/besoeg`);
    await page.selectOption('main [name=outcome]', 'match');
    await send('Gem');
    expect(await main()).toContain('Match');
  }, 60_000);

  test('what is agreed before a start is asked for; then it starts', async () => {
    const consultant = await organisation.signIn();
    // The meeting held the place for the citizen: that reservation is accepted.
    const { body: held } = await consultant.get<{ items: Reserved[] }>(`/reservations?opening=${opening}`);
    const { body } = await consultant.post<{ courseId: string }>(`/reservations/${held.items[0]?.id}/acceptance`);
    course = `/forloeb/${body.courseId}`;
    await page.goto(course);
    await page.click('main a[href$="/aftalt"]');
    await fill({ purpose: 'Prøve bageriet', agreedWithCitizenOn: today(), agreedWithCompanyOn: today() });
    await tick({ 'hours.outcome': 'not_yet' });
    await send('Gem');
    expect(await page.locator('[role=alert]').innerText()).toContain('Hvad der skal til');
    expect(await page.inputValue('[name=purpose]')).toBe('Prøve bageriet');
    await fill({ 'hours.criteria.0.criterion': 'Møder fast', 'hours.criteria.0.reviewOn': addDays(today(), 14) });
    await send('Gem');
    await fill({ startedOn: today() });
    await page.locator('main form[action$="/start"] button').click();
    expect(await main()).toContain('Møder fast');
  }, 60_000);

  test('hours, a follow-up, a step and the work agreement are written', async () => {
    await page.goto(`${course}/timer`);
    await fill({ hours: '2,5' });
    await send('Gem');
    expect(await main()).toContain('2,5');
    await page.goto(`${course}/opfoelgning`);
    await fill({ heldOn: today(), nextStep: 'Øve kassen', nextOn: addDays(today(), 7) });
    await tick({ how: 'visit', present: 'yes', paidHours: 'yes' });
    await send('Gem');
    expect(await main()).toContain('Øve kassen');
    await page.goto(`${course}/trappe`);
    await page.selectOption('main [name=stepId]', { index: 1 });
    await fill({ fromOn: today(), nextGoal: 'Jeg vil prøve kassen' });
    await send('Gem');
    expect(await main()).toContain('Jeg vil prøve kassen');
    await page.goto(`${course}/arbejdsaftale/ny`);
    await fill({ goal: 'Bager', purpose: 'Prøve bageriet', tasks: 'Pakke brød', attendance: 'Mandag og onsdag', mentorTasks: 'Viser til rette', 'milestones.0.milestone': 'To løntimer' });
    await tick({ pen: 'citizen', 'milestones.0.paidHours': 'true' });
    await send('Gem');
    expect(await main()).toContain('To løntimer');
  }, 60_000);

  test('the course closes when the CV is told of, not before', async () => {
    await later(120);
    await page.goto(`${course}/afslut`);
    await page.selectOption('main [name=outcome]', { index: 1 });
    await page.locator(`main form[action="${course}/afslut"] button`).last().click();
    expect(await page.locator('[role=alert]').innerText()).toContain('CV’et');
    await fill({ cvUpdatedOn: today() });
    await page.locator(`main form[action="${course}/afslut"] button`).last().click();
    expect(await main()).toContain('Forløbet er afsluttet');
  }, 60_000);
});
