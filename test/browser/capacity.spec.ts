/** Kapacitet as a manager meets it: one number, its rows, the country beside it; at a desk, on a phone, without JavaScript. */
import type { Page } from 'playwright-core';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { desk, describeInBrowser, expectSound, phone, TestBrowser } from '../support/browser.js';
import { makePlace, makeSlots } from '../support/pool.js';

describeInBrowser('the capacity board', () => {
  let app: TestApp;
  let manager: Client;
  let browser: TestBrowser;

  beforeAll(async () => {
    app = await startApp();
    const organisation = await app.makeOrganisation();
    manager = await organisation.signIn('manager');
    browser = await TestBrowser.start(app.url);
    await makeSlots(app, organisation, await makePlace(app, organisation, { name: 'Nyborg Prøvelager' }), 'fixed_slots', 2);
    await makeSlots(app, organisation, await makePlace(app, organisation, { name: 'Odense Prøvehotel', postalCode: '5000', municipality: '0461' }), 'standing', 3);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const cell = async (page: Page, place: string) => {
    const columns = await page.locator('.heatmap thead th').allInnerTexts();
    return page.locator('.heatmap tbody tr', { hasText: 'Uden branche' }).locator('th, td').nth(columns.indexOf(place));
  };

  test('says in words what it shows; a cell opens the rows that add up to it', async () => {
    const page = await browser.open(manager);
    await page.goto('/kapacitet');
    const words = await page.locator('.results-summary').innerText();
    expect(words).toMatch(/^Faste pladser: ledige den \d+\. \S+ \d{4} \(uge \d+\), fordelt på organisationens egne brancher \(hele hovedgrupper i DB25\)/);
    const nyborg = await cell(page, 'Nyborg');
    expect(await nyborg.innerText()).toBe('2');
    await nyborg.getByRole('link').click();
    expect(await page.locator('h1').innerText()).toBe('Faste pladser: ledige (2)');
    expect(await page.locator('.lead').innerText()).toMatch(/^Uden branche · Nyborg · /);
    expect(await page.locator('tbody tr').count()).toBe(2);
    expect(await page.locator('tbody tr').first().innerText()).toContain('Nyborg Prøvelager');
    expect(await page.locator('.results-summary').innerText()).toBe('2 rækker, i alt 2');
    await page.context().close();
  });

  test('another number is a choice away; what only may be called on is never shown as wrong', async () => {
    const page = await browser.open(manager);
    await page.goto('/kapacitet');
    await page.selectOption('#figure', 'callable-free');
    await page.locator('.results-summary', { hasText: 'Forhåndsaftaler: kan tilkaldes' }).waitFor();
    expect(new URL(page.url()).searchParams.get('figure')).toBe('callable-free');
    const odense = await cell(page, 'Odense');
    expect(await odense.innerText()).toBe('3');
    await odense.getByRole('link').click();
    expect(await page.locator('tbody .badge').allInnerTexts()).toEqual(['Kan tilkaldes', 'Kan tilkaldes', 'Kan tilkaldes']);
    expect(await page.locator('.badge-warning, .badge-error').count()).toBe(0);
    await page.context().close();
  });

  test('a tile narrows the board to its municipality by keyboard, and widens it again', async () => {
    const page = await browser.open(manager);
    await page.goto('/kapacitet?figure=callable-free');
    await page.locator('.tile-map a', { hasText: 'Odense' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/municipality=0461/);
    expect(await page.locator('.heatmap thead th').allInnerTexts()).toEqual(['Branche', 'Odense', 'I alt']);
    await page.locator('.tile-current').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('municipality'));
    expect(await page.locator('.heatmap thead th').allInnerTexts()).toContain('Nyborg');
    await page.context().close();
  });

  test('without JavaScript: filters, regions and the weeks ahead are forms and links', async () => {
    const page = await browser.open(manager, { scripts: false });
    await page.goto('/kapacitet');
    await page.selectOption('#by', 'region');
    await page.click('text=Vis resultater');
    expect(await page.locator('.heatmap thead th').nth(1).innerText()).toMatch(/^Region /);
    await page.click('.chip:has-text("Om 8 uger")');
    expect(await page.locator('.chip[aria-current]').innerText()).toContain('Om 8 uger');
    expect(new URL(page.url()).searchParams.get('by')).toBe('region');
    await page.click('text=Alle tallene, og hvad de betyder');
    expect(await page.locator('.numbers tbody tr', { hasText: 'Rimelighedskravets råderum' }).innerText()).toContain('ukendt');
    await page.goto('/kapacitet?date=i+morgen&model=hest&region=%22');
    expect(await page.locator('.heatmap tbody tr', { hasText: 'Uden branche' }).locator('td').last().innerText()).toBe('2');
    await page.context().close();
  });

  test('from the rows behind a number the way back keeps every filter of the board', async () => {
    const page = await browser.open(manager, { scripts: false });
    const board = '/kapacitet?by=region&model=fixed_slots&sector=none';
    await page.goto(board);
    await page.locator('.heatmap tbody td a').first().click();
    expect(await page.locator('h1').innerText()).toMatch(/^Faste pladser: ledige \(\d+\)$/);
    await page.click('.way-back');
    expect(new URL(page.url()).search).toBe(new URL(board, page.url()).search);
    await page.context().close();
  });

  test('on a phone a sector opens its municipalities', async () => {
    const page = await browser.open(manager, { size: phone });
    await page.goto('/kapacitet');
    expect(await page.locator('.heatmap').isVisible()).toBe(false);
    await page.locator('.sector-list summary', { hasText: 'Uden branche' }).click();
    await page.locator('.sector-list a', { hasText: 'Nyborg' }).click();
    expect(await page.locator('h1').innerText()).toBe('Faste pladser: ledige (2)');
    await page.context().close();
  });

  test('the whole board comes as files', async () => {
    const page = await browser.open(manager, { size: desk });
    await page.goto('/kapacitet');
    for (const [name, ending, type] of [
      ['Hent som CSV', 'csv', 'text/csv'],
      ['Hent som Excel', 'xlsx', 'spreadsheetml'],
    ] as const) {
      const answer = await page.request.get((await page.getByRole('link', { name }).getAttribute('href')) ?? '');
      expect(answer.headers()['content-type']).toContain(type);
      expect(answer.headers()['content-disposition']).toBe(`attachment; filename="kapacitet-${app.clock.today()}.${ending}"`);
      expect((await answer.body()).length).toBeGreaterThan(200);
    }
    await page.context().close();
  });

  test('an organisation with nothing yet is told where the numbers come from', async () => {
    const page = await browser.open(await (await app.makeOrganisation()).signIn('manager'));
    await page.goto('/kapacitet');
    expect(await page.locator('.empty-title').innerText()).toBe('Der er ingen kapacitet at vise endnu');
    await page.context().close();
  });

  test('by region it is sound at both widths, and no page complained', async () => {
    const page = await browser.open(manager);
    await expectSound(page, '/kapacitet?by=region&figure=callable');
    expect(browser.complaints).toEqual([]);
    await page.context().close();
  });
});
