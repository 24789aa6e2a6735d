/** Virksomheder and Aftaler as a consultant meets them, with and without JavaScript, at a desk and on a phone. */
import type { Page } from 'playwright-core';
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { forCitizen, share } from '../support/pool.js';
import { desk, describeInBrowser, expectSound, phone, TestBrowser } from '../support/browser.js';

describeInBrowser('companies and agreements', () => {
  let app: TestApp;
  let organisation: TestOrganisation;
  let consultant: Client;
  let browser: TestBrowser;
  let bakery: { id: string; workplaceId: string };

  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    consultant = await organisation.signIn();
    browser = await TestBrowser.start(app.url);
    bakery = await makeCompany('Ørbæk Bageri', 'Hovedgaden 12');
    await makeCompany('Hotel Sundet', 'Strandvejen 91');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function makeCompany(name: string, street: string): Promise<{ id: string; workplaceId: string }> {
    const answer = await consultant.post<{ id: string; workplaceId: string }>('/companies', { name, workplace: { street, postalCode: '5800' } });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  const heading = (page: Page) => page.locator('h1').innerText();

  test('typing finds a company, misspelt too; the address can be shared', async () => {
    const page = await browser.open(consultant);
    await page.goto('/virksomheder');
    await page.fill('[name=q]', 'orbaek bageri');
    await page.waitForURL(/q=orbaek/);
    await page.locator('#results tbody tr', { hasText: 'Ørbæk Bageri' }).waitFor();
    expect(await page.locator('#results tbody tr').count()).toBe(1);
    await page.goto('/virksomheder?q=findes+slet+ikke');
    expect(await page.locator('.empty-title').innerText()).toBe('Ingen virksomheder passer');
    await page.context().close();
  });

  test('without JavaScript: the one that exists is shown beside what was typed, and none is made', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto('/virksomheder/ny?name=%C3%98rb%C3%A6k+Bageri');
    await page.fill('#street', 'Hovedgaden 12');
    await page.fill('#postalCode', '5800');
    await page.click('main button[type=submit]:has-text("Opret virksomhed")');
    expect(await page.locator('h2').first().innerText()).toBe('Virksomheden er her allerede');
    expect(await page.inputValue('#street')).toBe('Hovedgaden 12');
    await page.click('text=Gå til Ørbæk Bageri');
    expect(page.url()).toContain(bakery.id);
    await page.context().close();
  });

  test('a company takes a name; an odd CVR number is asked about once; a postal code across borders asks for the municipality', async () => {
    const page = await browser.open(consultant, { scripts: false });
    const send = () => page.click('main button[type=submit]:has-text("Opret virksomhed")');
    await page.goto('/virksomheder/ny');
    await send();
    expect(await page.locator('#name-error').innerText()).toContain('Skal udfyldes');
    await page.fill('#name', 'Munkebo VVS');
    await page.fill('#cvr', '12345678');
    await page.fill('#postalCode', '5330');
    await page.fill('#note', 'Ring til 010190-1234');
    await send();
    expect(await page.locator('.alert-warning').innerText()).toContain('kontrolciffer');
    await send();
    expect(await page.locator('#note-error').innerText()).toContain('CPR');
    expect(await page.inputValue('#name')).toBe('Munkebo VVS');
    await page.fill('#note', '');
    await send();
    expect(await page.locator('#municipalityCode-error').innerText()).toContain('flere kommuner');
    expect(await page.locator('#municipalityCode option').count()).toBeLessThan(6);
    await page.selectOption('#municipalityCode', { index: 1 });
    await send();
    expect(await heading(page)).toBe('Munkebo VVS');
    expect(await page.locator('.timeline-title').first().innerText()).toMatch(/oprettede virksomheden$/);
    await page.context().close();
  });

  test('an edit that crosses another keeps what was typed and shows both', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/virksomheder/${bakery.id}/ret`);
    const { body } = await consultant.get<{ version: number }>(`/companies/${bakery.id}`);
    await (await organisation.signIn('colleague')).patch(`/companies/${bakery.id}`, { note: 'Ring efter kl. 10', version: body.version });
    await page.fill('#note', 'Spørg efter Bo');
    await page.click('button:has-text("Gem")');
    expect(await page.locator('.side-by-side').innerText()).toContain('Ring efter kl. 10');
    expect(await page.inputValue('#note')).toBe('Spørg efter Bo');
    await page.click('button:has-text("Gem")');
    expect(await page.locator('.company-facts').innerText()).toContain('Spørg efter Bo');
    await page.context().close();
  });

  test('model 1 from choice to pool in five steps, without JavaScript; what lacks is said with the way to it', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/virksomheder/${bakery.id}/aftaler`);
    await page.click('.empty a:has-text("Ny aftale")');
    await page.click('.model-choice a:has-text("Faste pladser")');
    await page.click('button:has-text("Gem kladde")');
    await page.click('.steps a:has-text("Gennemse")');
    await page.click('button:has-text("Sæt aftalen i kraft")');
    expect(await page.locator('.alert-error').innerText()).toContain('kan ikke sættes i kraft');
    await page.click('.alert-warning a:has-text("mindst én plads")');
    await page.fill('#count', '2');
    await page.fill('#tasks', 'Pakke brød');
    await page.fill('#minutesPerWeek', '7,5');
    await page.click('button:has-text("Tilføj pladser")');
    expect(await page.locator('#pathToHours-error').innerText()).toContain('Skal udfyldes');
    await page.fill('#pathToHours', 'Lørdagstimer efter otte uger');
    await page.click('button:has-text("Tilføj pladser")');
    expect(await page.locator('.data-table tbody tr').count()).toBe(2);
    expect(await page.locator('.steps .step-done a').allInnerTexts()).toEqual(['Model', 'Opfølgning']);
    await page.fill('#tasks', 'Vaske plader');
    await page.fill('#pathToHours', '');
    await page.click('button:has-text("Videre")');
    expect(await page.locator('#pathToHours-error').innerText()).toContain('Skal udfyldes');
    await page.fill('#pathToHours', 'Fredagstimer til sommer');
    await page.click('button:has-text("Videre")');
    expect(await page.locator('[role=status]').innerText()).toContain('Pladserne er tilføjet.');
    await page.click('.steps a:has-text("Pladser")');
    expect(await page.locator('.data-table tbody tr').count()).toBe(3);
    await page.click('button:has-text("Videre")');
    await page.fill('#name', 'Bo Ørbæk');
    await page.click('button:has-text("Gem og gå videre")');
    await page.click('button:has-text("Gem og gå videre")');
    await page.click('button:has-text("Sæt aftalen i kraft")');
    expect(await page.locator('.lead').innerText()).toContain('I kraft');
    expect(await page.locator('#pladser tbody tr').first().innerText()).toMatch(/7,5 t\/uge[\s\S]*Ledig/);
    const pool = await consultant.get<{ items: { companyId: string }[] }>('/pool');
    expect(pool.body.items.filter(({ companyId }) => companyId === bakery.id)).toHaveLength(3);
    await page.context().close();
  });

  test('an agreement is begun by searching, without JavaScript', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto('/aftaler/ny');
    await page.fill('#arbejdssted', 'Qvrxz');
    await page.click('button:has-text("Videre")');
    expect(await page.locator('a:has-text("Ingen virksomhed fundet")').getAttribute('href')).toBe('/virksomheder/ny?name=Qvrxz');
    await page.fill('#arbejdssted', 'bageri');
    await page.click('button:has-text("Videre")');
    await page.locator('.found-workplaces a').first().click();
    expect(await page.locator('h1').innerText()).toMatch(/^Ny aftale med /);
    expect(await page.locator('.model-choice').count()).toBe(1);
    await page.context().close();
  });

  test('a place is changed and closed; the last one and the agreement are ended with a reason', async () => {
    const page = await browser.open(consultant);
    await page.goto('/aftaler?model=fixed_slots&state=active');
    await page.click('#results th a');
    await page.click('#pladser tbody tr:first-child a:has-text("Ret")');
    await page.fill('#tasks', 'Pakke brød og kager');
    await page.click('button:has-text("Gem")');
    expect(await page.locator('#pladser tbody tr').first().innerText()).toContain('kager');
    await page.click('a:has-text("Afslut aftalen")');
    await page.click('button:has-text("Afslut aftalen")');
    expect(await page.locator('#reason-error').innerText()).toContain('Skal udfyldes');
    await page.fill('#endsOn', '2030-01-01');
    await page.fill('#reason', 'Bageriet flytter');
    await page.click('button:has-text("Afslut aftalen")');
    expect(await page.locator('.timeline-title').first().innerText()).toMatch(/afsluttede aftalen$/);
    await page.context().close();
  });

  test('a cluster finds its members by searching', async () => {
    const page = await browser.open(consultant, { size: phone });
    await page.goto(`/aftaler/ny?virksomhed=${bakery.id}&model=cluster`);
    await page.fill('#clusterName', 'Nyborg Storcenter');
    await page.click('button:has-text("Gem kladde")');
    await page.locator('.step-number').first().waitFor();
    await page.goto(page.url().replace(/trin\/.*/, 'trin/model'));
    await page.fill('#newMember', 'sundet');
    await page.locator('[role=option]', { hasText: 'Hotel Sundet' }).click();
    await page.click('button:has-text("Gem og tilføj flere")');
    expect(await page.locator('.member-row').count()).toBe(2);
    await page.context().close();
  });

  test('a cluster finds its members without scripts too: what was written is asked about, and nothing else is lost', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/aftaler/ny?virksomhed=${bakery.id}&model=cluster`);
    await page.fill('#clusterName', 'Nyborg Havn');
    await page.click('button:has-text("Gem kladde")');
    await page.goto(page.url().replace(/trin\/.*/, 'trin/model'));
    await page.fill('#title', 'Klyngen ved havnen');
    await page.fill('#newMember', 'qxqxqx');
    await page.click('button:has-text("Gem og tilføj flere")');
    expect(await page.locator('#newMember-error').innerText()).toContain('Ingen arbejdssteder passer til "qxqxqx"');
    await page.fill('#newMember', 'sundet');
    await page.click('button:has-text("Gem og tilføj flere")');
    expect(await page.locator('#newMember-error').innerText()).toContain('Vælg det arbejdssted');
    expect(await page.inputValue('#title')).toBe('Klyngen ved havnen');
    await page.check('label:has-text("Hotel Sundet")');
    await page.click('button:has-text("Gem og tilføj flere")');
    expect(await page.locator('.member-row').count()).toBe(2);
    expect(await page.inputValue('#title')).toBe('Klyngen ved havnen');
    await page.context().close();
  });

  test('a match-driven agreement is made from its match, where the opening shows it, and nowhere else', async () => {
    const openingId = await share(consultant, { companyId: bakery.id, workplaceId: bakery.workplaceId });
    const { body } = await consultant.post<{ id: string }>(`/openings/${openingId}/reservations`, forCitizen());
    expect((await consultant.post(`/reservations/${body.id}/acceptance`)).status).toBe(201);
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/aftaler/ny?virksomhed=${bakery.id}&model=match_driven`);
    expect(await page.locator('.model-choice li').count()).toBe(4);
    await page.goto(`/puljen/${openingId}`);
    await page.click('a:has-text("Lav en aftale ud fra matchet")');
    await page.fill('#followUpPlan', 'Ringer hver anden fredag');
    await page.click('button:has-text("Gem kladde")');
    expect(await heading(page)).toBe('Mentor');
    expect(await page.locator('.lead').innerText()).toContain('Opsøges ved match');
    await page.context().close();
  });

  test('a search that finds nothing is sound, and no page complained', async () => {
    const page = await browser.open(consultant, { size: desk });
    await expectSound(page, '/virksomheder?q=xqxq');
    expect(browser.complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    await page.context().close();
  });
});
