/** Del en åbning, as a consultant does it standing at the company with a phone. */
import type { Page } from 'playwright-core';
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { axe, describeInBrowser, expectSound, phone, sideways, TestBrowser } from '../support/browser.js';
import { share, type TestPlace } from '../support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let browser: TestBrowser;
let consultant: Client;
let place: TestPlace;

/** By the API, so that search knows it. */
async function company(name: string): Promise<TestPlace> {
  const { status, body } = await consultant.post<{ id: string; workplaceId: string }>('/companies', { name, workplace: { street: 'Prøvevej 1', postalCode: '5800' } });
  expect(status).toBe(201);
  return { companyId: body.id, workplaceId: body.workplaceId };
}

/** Does what a person does on a phone, and counts it: taps, letters, and what must be filled in. */
class Thumb {
  taps = 0;
  letters = 0;
  /** Pages and parts of pages asked for; not what comes along with them, and is kept. */
  waits = 0;

  constructor(private readonly page: Page) {
    page.on('request', (request) => (this.waits += ['document', 'fetch', 'xhr'].includes(request.resourceType()) ? 1 : 0));
  }

  async tap(selector: string): Promise<void> {
    this.taps += 1;
    await this.page.click(selector);
  }

  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }

  /** With a second a tap to find the place and half a second a letter: slow for a phone; and two for each answer that is waited for, however quick this machine is. */
  get seconds(): number {
    return this.taps + this.letters / 2 + this.waits * 2;
  }
}

describeInBrowser('Del en åbning on a phone', () => {
  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    consultant = await organisation.signIn('consultant');
    place = await company('Ørbæk Bageri');
    await company('Ørbæk VVS');
    await share(consultant, place, { tasks: 'pakke boller', minutesPerWeek: 900 });
    browser = await TestBrowser.start(app.url);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('takes three fields, four taps and two letters: well under 20 seconds', async () => {
    const page = await browser.open(consultant, { size: phone });
    const thumb = new Thumb(page);
    await page.goto('/del');
    expect(await sideways(page)).toBe(0);
    expect(await page.locator('[required]:visible').count()).toBeLessThanOrEqual(3);
    await thumb.tap('#workplaceId');
    await thumb.type('ør');
    await thumb.tap('[role=option]:has-text("Ørbæk Bageri")');
    await thumb.tap('input[name=usualTasks][value="pakke boller"]');
    await thumb.tap('text=Del i puljen');
    await page.waitForSelector(`.toast-bar:has-text("Delt med ${Object.keys(organisation.users).length - 1} kolleger")`);
    process.stdout.write(`Del en åbning: ${thumb.taps} taps, ${thumb.letters} letters, ${thumb.waits} answers to wait for: a person about ${thumb.seconds} s\n`);
    expect(thumb.taps).toBeLessThanOrEqual(5);
    expect(thumb.letters).toBeLessThanOrEqual(5);
    expect(thumb.seconds).toBeLessThan(20);
  });

  it('begins where the company left off, and one tap takes it back', async () => {
    const page = await browser.open(consultant, { size: phone });
    await page.goto(`/del?arbejdssted=${place.workplaceId}`);
    await page.click('summary:has-text("Flere felter")');
    expect(await page.inputValue('[name=minutesPerWeek]')).toBe('15');
    await page.fill('#tasks', 'feje gården');
    await page.click('input[name=places][value=more]');
    await page.fill('[name=morePlaces]', '6');
    await page.click('text=Del i puljen');
    await page.waitForSelector('.toast-bar');
    const address = page.url();
    expect(await page.textContent('dl')).toContain('6 af 6');
    await page.click('.toast-bar :text("Fortryd")');
    await page.waitForURL(/\/del/);
    await page.goto(address);
    expect(await page.textContent('main')).toContain('Trukket tilbage');
  });

  it('begins in the first field; a company that is not found is made with the name that was typed', async () => {
    const page = await browser.open(consultant, { size: phone });
    await page.goto('/del');
    await page.waitForSelector('#workplaceId:focus');
    await page.keyboard.type('Qvrxz Tømrer');
    await page.click('a:has-text("Ingen virksomhed fundet – opret den")');
    expect(await page.inputValue('#name')).toBe('Qvrxz Tømrer');
    const plain = await browser.open(consultant, { scripts: false });
    await plain.goto('/del');
    await plain.fill('#workplaceId', 'Qvrxz Tømrer');
    await plain.click('text=Del i puljen');
    await plain.click('a:has-text("Ingen virksomhed fundet – opret den")');
    expect(await plain.inputValue('#name')).toBe('Qvrxz Tømrer');
  });

  it('says what is missing and keeps what was typed', async () => {
    const page = await browser.open(consultant, { size: phone });
    await page.goto('/del');
    await page.fill('#tasks', 'vande blomster');
    await page.click('text=Del i puljen');
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert]')).toContain('Arbejdssted');
    expect(await page.inputValue('#tasks')).toBe('vande blomster');
    expect(await axe(page)).toEqual([]);
  });

  it('keeps a draft on the phone until it has arrived', async () => {
    const page = await browser.open(consultant, { size: phone });
    await page.goto('/del');
    await page.fill('#tasks', 'et udkast uden dækning');
    await page.goto('/puljen');
    await page.goto('/del');
    expect(await page.inputValue('#tasks')).toBe('et udkast uden dækning');
  });

  it('works without scripts: a name alone is looked up, and its places are there to choose', async () => {
    const page = await browser.open(consultant, { size: phone, scripts: false });
    await page.goto('/del');
    await page.fill('[name=workplaceIdText]', 'Ørbæk');
    await page.fill('[name=tasks]', 'sætte varer op');
    await page.click('input[name=hold][value=true]');
    await page.click('button:has-text("Del i puljen")');
    expect(await page.textContent('[role=alert]')).toContain('Vælg et af de fundne steder, eller søg igen.');
    await page.click('input[type=radio][name=workplaceId] >> nth=1');
    await page.fill('[name=workplaceIdText]', 'Ørbæk VVS');
    await page.click('button:has-text("Søg igen")');
    expect([await page.inputValue('[name=workplaceIdText]'), await page.inputValue('[name=tasks]')]).toEqual(['Ørbæk VVS', 'sætte varer op']);
    expect(await page.textContent('label[for=workplaceId]')).toContain('Ørbæk VVS');
    await page.click('input[type=radio][name=workplaceId] >> nth=0');
    await page.click('button:has-text("Del i puljen")');
    expect(await page.textContent('main')).toContain('Du holder åbningen til');
    await page.click('button:has-text("Del den nu")');
    expect(await page.textContent('.standing')).toContain('Ledig');
  });

  it('is sound at both widths and complained of nothing', async () => {
    await expectSound(await browser.open(consultant), `/del?arbejdssted=${place.workplaceId}`);
    expect(browser.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});
