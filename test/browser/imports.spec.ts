/** Import as a consultant meets it: from the files to the result and back, with and without JavaScript. */
import type { Page } from 'playwright-core';
import { RunImport } from '#imports';
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, expectSound, TestBrowser } from '../support/browser.js';

const heading = 'Firma;CVR;Vej;Postnr;By;Kontakt;Telefon;Bogstav';
const sheet = (...rows: string[]) => ({ name: 'netværk.csv', mimeType: 'text/csv', buffer: Buffer.from([heading, ...rows].join('\r\n')) });
const bakery = 'Ørbæk Prøvebageri;;Hovedgaden 12;5800;Nyborg;Bo Prøve;65 00 00 01;x';
const otherBakery = 'Ørbæk Prøvebageri;;Vestergade 3;5000;Odense C;Kaj Prøve;65 00 00 02;y';
const oddCvr = 'Sundets Prøvehotel;12345678;Strandvejen 9;5800;Nyborg;Ida Prøve;65 00 00 03;z';
const nameless = ';;Intetvej 1;5800;Nyborg;;;';

describeInBrowser('importing', () => {
  let app: TestApp;
  let organisation: TestOrganisation;
  let consultant: Client;
  let browser: TestBrowser;

  beforeAll(async () => {
    app = await startApp();
    browser = await TestBrowser.start(app.url);
  });
  beforeEach(async () => {
    organisation = await app.makeOrganisation();
    consultant = await organisation.signIn();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  type Sheet = ReturnType<typeof sheet>;
  async function upload(page: Page, ...files: Sheet[]): Promise<void> {
    await page.goto('/import');
    await page.setInputFiles('#files', files);
    await page.click('text=Se, hvad der vil ske');
  }
  const idOf = (page: Page): string => /import\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const work = (page: Page): Promise<unknown> => app.nest.get(RunImport, { strict: false }).run(organisation.id, idOf(page));
  const run = (page: Page): Promise<void> => page.locator('button:has-text("Kør importen")').click();
  const tabs = (page: Page): Promise<string[]> => page.locator('#raekker .tabs a').allInnerTexts();

  test('a sheet is looked through, decided, run and seen in the register; the page follows the run by itself', async () => {
    const page = await browser.open(consultant);
    await upload(page, sheet(bakery, otherBakery, oddCvr, nameless));
    expect(await page.locator('h1').innerText()).toBe('netværk.csv');
    expect((await tabs(page)).map((tab) => tab.replace(/\s+/g, ' '))).toEqual(['Alle 4', 'Ny 2', 'Skal afgøres 1', 'Afvist 1', 'Med advarsler 1']);
    expect(await page.locator('main').innerText()).toContain('Disse kolonner bruges ikke: Bogstav.');
    await page.click('#raekker a:has-text("Med advarsler")');
    expect(await page.locator('tbody tr').innerText()).toContain('CVR-nummeret består ikke kontrollen og er udeladt.');
    await page.click('#raekker a:has-text("Skal afgøres")');
    expect(await page.locator('.side-by-side').innerText()).toMatch(/Vestergade 3, 5000 Odense C\s+Hovedgaden 12, 5800 Nyborg/);
    await page.click('text=Nej, det er en anden');
    await page.locator('.decision .badge', { hasText: 'Afgjort: en anden' }).waitFor();
    await run(page);
    expect(await page.locator('.progress-text').innerText()).toBe('0 af 4 rækker');
    await work(page);
    await page.locator('.figures').waitFor();
    expect(await page.locator('.figures dd').allInnerTexts()).toEqual(['3', '3', '3']);
    expect(await page.locator('.alert-success').innerText()).toContain('Du bragte 3 virksomheder med. 0 af dem kendte en kollega allerede.');
    await page.locator('#raekker tbody a', { hasText: 'Sundets Prøvehotel' }).click();
    expect(await page.locator('h1').innerText()).toBe('Sundets Prøvehotel');
    await page.context().close();
  });

  test('columns are put right with values from the file beside them; a wrong choice comes back as it was made', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await upload(page, sheet(bakery));
    await page.click('text=Ret kolonnerne');
    const first = page.locator('tbody tr').first();
    expect(await first.innerText()).toContain('Ørbæk Prøvebageri');
    await page.getByLabel('Indhold af Firma').selectOption('');
    await page.getByLabel('Indhold af Bogstav').selectOption('note');
    await page.click('text=Brug kolonnerne');
    expect(await page.locator('[role=alert]').innerText()).toContain('Vælg den kolonne, der indeholder virksomhedens navn.');
    expect(await page.getByLabel('Indhold af Bogstav').inputValue()).toBe('note');
    await page.getByLabel('Indhold af Firma').selectOption('name');
    await page.click('text=Brug kolonnerne');
    expect(await page.locator('main').innerText()).not.toContain('Disse kolonner bruges ikke');
    await page.context().close();
  });

  test('several files at once, without JavaScript: one that cannot be read does not stop the others', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await upload(page);
    expect(await page.locator('[role=alert]').innerText()).toContain('Vælg en fil.');
    await upload(page, sheet(bakery), { name: 'gammel.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') }, { ...sheet(oddCvr), name: 'andet.csv' });
    expect(await page.locator('[role=alert]').innerText()).toContain('gammel.xls: ');
    expect(await page.locator('[role=status]').innerText()).toContain('2 filer er læst');
    expect(await page.locator('table').first().locator('tbody th').allInnerTexts()).toEqual(['andet.csv', 'netværk.csv']);
    await page.click('tbody a:has-text("andet.csv")');
    await page.click('button:has-text("Kassér")');
    expect(await page.locator('table').first().locator('tbody th').allInnerTexts()).toEqual(['netværk.csv']);
    await page.context().close();
  });

  test('refused rows come back as a file; an import is undone, and what others built on is listed', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await upload(page, sheet(bakery, oddCvr, nameless));
    const answer = await page.request.get((await page.locator('a:has-text("Hent de afviste rækker")').getAttribute('href')) ?? '');
    expect(answer.headers()['content-disposition']).toContain('afvist.csv');
    expect(await answer.text()).toContain('Intetvej 1');
    await run(page);
    await work(page);
    await page.click('text=Opdatér');
    const company = await page.locator('#raekker tbody a', { hasText: 'Sundets Prøvehotel' }).getAttribute('href');
    const { body } = await consultant.get<{ workplaces: { id: string }[] }>(`/companies/${company?.split('/').at(-1)}`);
    expect((await consultant.post('/openings', { workplaceId: body.workplaces[0]?.id, tasks: 'dække borde', places: 1 })).status).toBe(201);
    await page.goto('/import');
    await page.click('a:has-text("Fortryd")');
    await page.locator('summary:has-text("Fortryd importen")').evaluate((summary) => summary.parentElement?.setAttribute('open', ''));
    await page.click('button:has-text("Fortryd importen")');
    expect(await page.locator('main').innerText()).toContain('Importen er fortrudt');
    expect(await page.locator('#raekker tbody .badge').allInnerTexts()).toEqual(['Fortrudt', 'Fortrudt', 'Afvist']);
    expect(await page.locator('#raekker tbody th a').allInnerTexts()).toEqual(['Sundets Prøvehotel']);
    expect(await page.locator('#import .card-sheet tbody').innerText()).toContain('Sundets Prøvehotel');
    expect(await page.locator('#import .card-sheet tbody').innerText()).not.toContain('Ørbæk Prøvebageri');
    await page.context().close();
  });

  test('a run that failed says why and is tried again; the figures of sharing open their companies', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await upload(page, sheet(bakery, oddCvr));
    await run(page);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(`update import_run set status = 'failed', error_code = 'crossed', finished_at = now() where id = $1`, [idOf(page)]));
    await page.click('text=Opdatér');
    expect(await page.locator('.alert-error').innerText()).toContain('En kollega arbejdede med de samme virksomheder imens.');
    await page.click('button:has-text("Prøv igen")');
    await work(page);
    await page.click('text=Opdatér');
    expect(await page.locator('.figures dd').first().innerText()).toBe('2');
    await page.goto('/import');
    await page.locator('#deling tbody a').nth(1).click();
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(expect.arrayContaining(['Ørbæk Prøvebageri', 'Sundets Prøvehotel']));
    await page.click('.tabs a:has-text("Kendt i forvejen")');
    expect(await page.locator('main').innerText()).toContain('Ingen virksomheder her');
    await page.context().close();
  });

  test('a run from a page that is no longer true is not made, and says so', async () => {
    const [page, other] = [await browser.open(consultant), await browser.open(consultant)];
    await upload(page, sheet(bakery));
    await other.goto(`/import/${idOf(page)}/kolonner`);
    await other.click('text=Brug kolonnerne');
    await other.waitForURL(/done=/);
    await run(page);
    await page.locator('[role=alert]').waitFor();
    await run(page);
    await page.locator('progress').waitFor();
    await page.context().close();
    await other.context().close();
  });

  test('a form that is not ours brings nothing in', async () => {
    const page = await browser.open(consultant);
    await page.goto('/import');
    await page.locator('.upload-form [name=_csrf]').evaluate((field: HTMLInputElement) => (field.value = 'forkert'));
    await page.setInputFiles('#files', [sheet(bakery)]);
    const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), page.click('text=Se, hvad der vil ske')]);
    expect(answer.status()).toBe(403);
    await page.goto('/import');
    expect(await page.locator('.empty-title').innerText()).toBe('Ingen importer endnu');
    await page.context().close();
  });

  test('is sound at both widths while it runs', async () => {
    const page = await browser.open(consultant);
    await upload(page, sheet(bakery, otherBakery, oddCvr, nameless));
    const address = `/import/${idOf(page)}`;
    await run(page);
    await page.locator('progress').waitFor();
    await expectSound(page, address);
    await work(page);
    await page.context().close();
  });
});
