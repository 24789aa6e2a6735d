/**
 * A new user's first five minutes, in a real browser, on the product as `npm start` runs it in an empty folder.
 * With INDGANG_SCREENSHOTS set to a folder, a picture of each step is left there.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, enter, phone, TestBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { until } from '../support/until.js';

const pictures = process.env.INDGANG_SCREENSHOTS;
const samples = join(import.meta.dirname, '../../../shared/samples/networks');
/** Five private networks: the samples when they are there, else five small ones made here. */
const networks: readonly (string | Sheet)[] = existsSync(samples)
  ? readdirSync(samples).flatMap((name) => (name.endsWith('.csv') ? [join(samples, name)] : []))
  : ['anne', 'bo', 'carla', 'ditte', 'erik'].map((name, n) => ({ name: `netvaerk-${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(sheet(n)) }));
const tasks = 'Dække borde og hjælpe med opvask';

describeInBrowser("a new user's first five minutes", () => {
  let product: Product;
  let browser: TestBrowser;
  let consultant: Page;
  let colleague: Page;
  let manager: Page;
  /** The board's number of shared places for the sector and municipality of the opening. */
  let atFirst: number;

  beforeAll(async () => {
    product = await startProduct();
    browser = await TestBrowser.start(product.url);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  test('choose a persona and see a day with something in it', async () => {
    consultant = await browser.open();
    await consultant.goto('/');
    expect(await consultant.locator('.demo-banner').innerText()).toContain('opdigtede');
    await picture(consultant, 'log-ind');
    await consultant.getByRole('button', { name: 'Virksomhedskonsulent' }).first().click();
    await consultant.getByRole('heading', { name: 'Hej Mette' }).waitFor();
    expect(await consultant.locator('.day-card').count()).toBeGreaterThan(3);
    await picture(consultant, 'min-dag');
  }, 60_000);

  test(`bring in five private networks (${existsSync(samples) ? 'the samples' : 'made here: ../shared/samples/networks is not there'})`, async () => {
    await consultant.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Import' }).click();
    await consultant.getByLabel('Filer').setInputFiles([...(networks as string[])]);
    await consultant.getByRole('button', { name: 'Se, hvad der vil ske' }).click();
    await consultant.getByText('Filerne er læst').waitFor();
    await picture(consultant, 'import-laest');
    for (let left = networks.length; left > 0; left -= 1) {
      await consultant.goto('/import');
      await consultant.getByRole('link', { name: 'Se igennem' }).first().click();
      if (left === networks.length) await picture(consultant, 'import-gennemse');
      await consultant.getByRole('button', { name: 'Kør importen' }).click();
      await consultant.getByRole('heading', { name: 'Det kom der ud af det' }).waitFor();
    }
    await picture(consultant, 'import-faerdig');
    await consultant.goto('/import');
    expect(await consultant.getByText('Færdig').count()).toBeGreaterThanOrEqual(5);
    await picture(consultant, 'import');
  }, 180_000);

  test('the manager reads how many shared places there are', async () => {
    manager = await enter(await browser.open(), 'manager');
    atFirst = await sharedPlaces(manager);
    await picture(manager, 'kapacitet-foer');
  }, 60_000);

  test('share an opening on a phone', async () => {
    colleague = await enter(await browser.open(), 'colleague');
    await colleague.goto('/puljen');
    const page = await enter(await browser.open(undefined, { size: phone }), 'consultant');
    await page.getByRole('link', { name: 'Del en åbning' }).click();
    await page.getByRole('combobox').fill('korinth');
    await page.getByRole('option', { name: 'Korinth Kro' }).first().click();
    await page.getByLabel('Eller skriv andre opgaver').fill(tasks);
    await picture(page, 'del');
    await page.getByRole('button', { name: 'Del i puljen' }).click();
    await page.getByText(/^Delt med \d+ kolleger$/).waitFor();
    await picture(page, 'delt');
    await page.context().close();
    expect(await sharedPlaces(manager)).toBe(atFirst + 1);
    await (await cellOf(manager)).getByRole('link').click();
    await manager.getByText(tasks).waitFor();
  }, 90_000);

  test('a colleague in another team sees it come, and reserves it for a citizen', async () => {
    await colleague.getByRole('link', { name: 'Vis', exact: true }).click();
    await colleague.getByRole('row', { name: tasks }).getByRole('link').first().click();
    await colleague.getByRole('heading', { name: 'Reservér til en borger' }).waitFor();
    await colleague.getByLabel('Sagsnummer').fill('B-20481');
    await colleague.getByLabel('Målgruppe').selectOption({ index: 1 });
    await colleague.getByLabel('Hvorfor passer pladsen?').fill('Har arbejdet i kantine og vil gerne tilbage');
    await picture(colleague, 'reserver');
    await colleague.getByRole('button', { name: 'Reservér pladsen' }).click();
    await colleague.getByText('B-20481').first().waitFor();
    await picture(colleague, 'reserveret');
  }, 90_000);

  test('the mentor opens the link from the mailbox, without an account, and says yes', async () => {
    const mail = colleague.getByRole('row', { name: /Kan I tage imod en borger på Korinth Kro/ }).getByRole('link').first();
    await reloadUntil(colleague, '/postkasse', mail);
    await mail.click();
    const link = await colleague.getByRole('link', { name: `${product.url}/svar/` }).getAttribute('href');
    await picture(colleague, 'postkasse');
    const mentor = await browser.open(undefined, { size: phone });
    await mentor.goto(link ?? '');
    await mentor.getByText(tasks).waitFor();
    expect(await mentor.content()).not.toContain('B-20481');
    await picture(mentor, 'mentor');
    await mentor.getByRole('button', { name: 'Ja tak' }).click();
    await mentor.getByRole('heading', { name: 'Tak for dit ja' }).waitFor();
    await mentor.goto(link ?? '');
    await mentor.getByRole('heading', { name: 'Forespørgslen er besvaret' }).waitFor();
  }, 90_000);

  test("the manager's board shows one place fewer free there", async () => {
    expect(await sharedPlaces(manager)).toBe(atFirst);
    await picture(manager, 'kapacitet-efter');
  }, 60_000);

  test('no page complained', () => {
    expect(browser.complaints).toEqual([]);
  });
});

/** What is brought by work in the background is there a moment later. */
async function reloadUntil(page: Page, address: string, there: Locator): Promise<void> {
  await until(async () => {
    await page.goto(address);
    return (await there.count()) > 0;
  });
}

/** The number in the board's cell of shared openings: places in hotels and restaurants in Faaborg-Midtfyn. */
async function sharedPlaces(page: Page): Promise<number> {
  return Number(await (await cellOf(page)).innerText());
}

async function cellOf(page: Page): Promise<Locator> {
  await page.goto('/kapacitet?figure=open');
  const columns = await page.locator('.heatmap thead th').allInnerTexts();
  const row = page.locator('.heatmap tbody tr').filter({ hasText: 'Hotel og restauration' });
  return row.locator('th, td').nth(columns.indexOf('Faaborg-Midtfyn'));
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

interface Sheet {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Invented companies, some of them in the next sheet too. */
function sheet(n: number): string {
  const rows = [0, 1, 2, 3].map((at) => n * 3 + at).map((k) => `Prøvefirma ${k} ApS;Prøvevej ${k + 1};5600;Faaborg;Kim Prøve ${k};65 00 00 ${10 + k}`);
  return ['Virksomhed;Adresse;Postnr;By;Kontaktperson;Telefon', ...rows].join('\r\n');
}
