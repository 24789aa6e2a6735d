/** Puljen, an opening, reserving, the queue; the mentor's answer; Min dag: in a real browser. */
import type { Page } from 'playwright-core';
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, expectSound, phone, TestBrowser } from '../support/browser.js';
import { deliverOutbox, forCitizen, makeMentor, makePlace, makeSlots, mailbox, share, type TestPlace } from '../support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let browser: TestBrowser;
let consultant: Client;
let colleague: Client;
let place: TestPlace;

const reserve = async (page: Page, opening: string, caseNumber: string): Promise<void> => {
  await page.goto(`/puljen/${opening}`);
  await page.fill('#citizenRef', caseNumber);
  await page.selectOption('#targetGroup', 'LAB6-03');
  await page.fill('#reason', 'vil gerne arbejde med brød');
  await page.click('#reserver button[type=submit]');
  await page.waitForSelector('.toast-bar');
};

/** The link in the newest mail to the mentor, once what others were still owed is out. */
async function mentorLink(): Promise<string> {
  await deliverOutbox(app, organisation);
  const mails = await mailbox(app, organisation);
  const link = /\/svar\/[\w-]+/.exec(mails.findLast(({ text }) => text.includes('/svar/'))?.text ?? '')?.[0];
  if (!link) throw new Error('no mail to the mentor');
  return link;
}

describeInBrowser('the pool in a browser', () => {
  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    [consultant, colleague] = await Promise.all([organisation.signIn('consultant'), organisation.signIn('colleague')]);
    place = await makePlace(app, organisation, { name: 'Ørbæk Bageri' });
    await makeMentor(app, organisation, place, 'mia@firma.example');
    await makeSlots(app, organisation, place, 'fixed_slots', 2);
    await share(consultant, place, { tasks: 'male plankeværk' });
    browser = await TestBrowser.start(app.url);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('narrows as one types, keeps the filter in the address, and tells of news that pass it', async () => {
    const page = await browser.open(consultant);
    await page.goto('/puljen');
    await page.waitForSelector('.results-summary:has-text("3 åbninger")');
    await page.fill('#text', 'plankeværk');
    await page.waitForSelector('.results-summary:has-text("1 åbning")');
    await page.waitForURL(/text=plankev/);
    await share(colleague, place, { tasks: 'plukke æbler' });
    await share(colleague, place, { tasks: 'rive plankeværk ned' });
    await page.waitForSelector('.live-bar:has-text("1 ny åbning")');
    await page.click('.live-bar a');
    await page.waitForSelector('.results-summary:has-text("2 åbninger")');
  });

  it('works without scripts: filters by address, a wrong one is said, the sheet follows the filter', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto('/puljen');
    await page.selectOption('#model', 'fixed_slots');
    await page.click('button:has-text("Vis resultater")');
    expect(await page.textContent('.results-summary')).toContain('2 åbninger');
    const sheet = await page.request.get((await page.getAttribute('a[download]', 'href')) ?? '');
    expect((await sheet.text()).trim().split('\n')).toHaveLength(3);
    await page.goto('/puljen?near=9&km=25');
    expect(await page.textContent('.results')).toContain('Et filter kan ikke bruges');
  });

  it('reserves with errors on the form, queues the next, and shows the queue groups but no case numbers of others', async () => {
    const opening = await share(consultant, place, { tasks: 'bage kringler' });
    const mine = await browser.open(consultant);
    await mine.goto(`/puljen/${opening}`);
    await mine.fill('#reason', 'vil gerne arbejde med brød');
    await mine.fill('#citizenRef', '010190-1234');
    await mine.click('#reserver button[type=submit]');
    await mine.waitForSelector('#reserver [role=alert]');
    expect(await mine.inputValue('#reason')).toBe('vil gerne arbejde med brød');
    await reserve(mine, opening, 'SAG-FØRST');
    expect(await mine.textContent('.standing')).toContain('Reserveret');

    const theirs = await browser.open(colleague);
    await reserve(theirs, opening, 'SAG-NÆST');
    const queue = await theirs.textContent('#koe');
    expect(queue).toContain('SAG-NÆST');
    expect(queue).not.toContain('SAG-FØRST');
    expect(queue).toContain('Nr. 1 i køen');

    await mine.reload();
    await mine.click('#koe .mine button:has-text("Træk reservationen tilbage")');
    await mine.waitForSelector('.toast-bar');
    await theirs.reload();
    expect(await theirs.textContent('#koe')).toContain('Først');
  });

  it('keeps the filters under a name, without scripts, and takes them away again', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto('/puljen?model=fixed_slots&text=br%C3%B8d&ukendt=1');
    await page.click('a:has-text("Gem visningen")');
    await page.fill('#name', 'Bagerier');
    await page.click('button:has-text("Gem visningen")');
    expect(new URL(page.url()).search).toBe('?text=br%C3%B8d&model=fixed_slots&done=view.saved');
    expect(await page.textContent('.chip[aria-current]')).toBe('Bagerier');
    await page.goto('/puljen/visninger?onlyFree=true');
    await page.fill('#name', 'bagerier');
    await page.click('button:has-text("Gem visningen")');
    expect(await page.textContent('#name-error')).toContain('Du har allerede en visning med det navn');
    expect(await page.inputValue('#name')).toBe('bagerier');
    await expectSound(await browser.open(consultant), '/puljen/visninger?onlyFree=true');
    await page.click('button:has-text("Slet")');
    expect(await page.textContent('[role=status]')).toContain('Visningen er slettet.');
    await page.goto('/puljen?onlyFree=true');
    expect(await page.locator('.chip').count()).toBe(0);
  });

  it('says whom to ring where nobody can be asked by mail', async () => {
    const quiet = await makePlace(app, organisation, { name: 'Stille Værksted' });
    const opening = await share(consultant, quiet, { tasks: 'sortere skruer' });
    const page = await browser.open(consultant);
    await reserve(page, opening, 'SAG-RING');
    expect(await page.textContent('#koe')).toContain('Stedet har ingen mentor endnu');
    expect(await page.locator('#koe a:has-text("Skriv en kontaktperson")').getAttribute('href')).toBe(`/virksomheder/${quiet.companyId}/kontakter`);
    await consultant.post(`/companies/${quiet.companyId}/contacts`, { name: 'Bo Stille', phone: '+45 00 11 00 01' });
    await page.reload();
    expect((await page.textContent('#koe'))?.replaceAll('\u00a0', ' ')).toContain('Ring til Bo Stille: 00 11 00 01');
    await makeMentor(app, organisation, quiet, null);
    await page.reload();
    expect(await page.textContent('#koe')).toContain('Mia Prøvementor har ingen e-mail');
    expect(await page.locator('#koe a[href="tel:12345678"]').count()).toBe(1);
  });

  it('asks the mentor, who wants a call and then says yes on a phone; the placement can be ended early', async () => {
    await deliverOutbox(app, organisation);
    const opening = await share(consultant, place, { tasks: 'dække borde' });
    const mine = await browser.open(consultant);
    await reserve(mine, opening, 'SAG-JA');
    const link = await mentorLink();
    const mentor = await browser.open(undefined, { size: phone, scripts: false });
    let bytes = 0;
    mentor.on('requestfinished', async (request) => {
      bytes += (await request.sizes()).responseBodySize;
    });
    await mentor.goto(link, { waitUntil: 'networkidle' });
    expect(bytes).toBeLessThan(60_000);
    expect(await mentor.textContent('main')).toContain('dække borde');
    expect(await mentor.textContent('main')).not.toContain('SAG-JA');
    await mentor.click('button:has-text("Ring til mig")');
    await mine.goto('/');
    expect(await mine.textContent('.day-cards')).toContain('Mentoren vil gerne ringes op');
    await mine.click('.day-card.urgent .button');
    await mine.waitForSelector('#koe a[href^="tel:"]');
    await mentor.click('button:has-text("Ja tak")');
    expect(await mentor.textContent('h1')).toBe('Tak for dit ja');
    await mentor.goto(link);
    expect(await mentor.textContent('h1')).toBe('Forespørgslen er besvaret');

    await mine.goto(`/puljen/${opening}`);
    await mine.click('#placeringer summary');
    await mine.fill('#placeringer [name=reason]', 'fik fast arbejde');
    await mine.click('#placeringer button');
    await mine.waitForSelector('.toast-bar');
    expect(await mine.locator('#placeringer').count()).toBe(0);
  });

  it('takes a "not now" only with its reason, renews an expired link, and knows no other', async () => {
    await deliverOutbox(app, organisation);
    const opening = await share(consultant, place, { tasks: 'skrælle kartofler' });
    expect((await consultant.post(`/openings/${opening}/reservations`, forCitizen())).status).toBe(201);
    const link = await mentorLink();
    const mentor = await browser.open(undefined, { size: phone });
    await mentor.goto(link);
    await mentor.click('summary:has-text("Ikke nu")');
    await mentor.click('button:has-text("Send svaret")');
    await mentor.waitForSelector('[role=alert]');
    await mentor.fill('#reason', 'vi har travlt til jul');
    await mentor.click('button:has-text("Send svaret")');
    await mentor.waitForSelector('h1:has-text("Tak for svaret")');
    const unknown = await mentor.goto('/svar/et-link-der-ikke-findes');
    expect(unknown?.status()).toBe(404);
    expect(await mentor.textContent('h1')).toBe('Linket kan ikke bruges');
  });

  it('shows an edit that crossed another, with both sides', async () => {
    const opening = await share(consultant, place, { tasks: 'feje' });
    const page = await browser.open(consultant);
    await page.goto(`/puljen/${opening}/ret`);
    expect((await colleague.patch(`/openings/${opening}`, { version: 1, tasks: 'feje og vaske' })).status).toBe(200);
    await page.fill('#tasks', 'feje og rive');
    await page.click('button:has-text("Gem")');
    await page.waitForSelector('.side-by-side');
    expect(await page.textContent('.side-by-side')).toContain('feje og vaske');
    expect(await page.inputValue('#tasks')).toBe('feje og rive');
    await page.click('button:has-text("Gem")');
    await page.waitForURL(/done=opening.changed/);
    expect(await page.textContent('.tasks')).toBe('feje og rive');
  });

  it('is sound where nothing is found, and no page complained', async () => {
    await expectSound(await browser.open(consultant), '/puljen?text=findesikke');
    expect(browser.complaints.filter((text) => !/4(04|22)/.test(text))).toEqual([]);
  });
});
