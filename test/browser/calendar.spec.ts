/** Pladskalenderen, klyngens baner, and a change with what it means before it is saved: in a real browser. */
import { addDays, mondayOf } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, expectSound, phone, TestBrowser } from '../support/browser.js';
import { makeCluster, type TestCluster } from '../support/clusters.js';
import { forCitizen, makeMentor, makePlace, makeSlots, type Reserved, type TestPlace } from '../support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let browser: TestBrowser;
let consultant: Client;
let today: string;
let bakery: TestPlace;
let slots: string[];
let members: TestPlace[];
let cluster: TestCluster;
let placement: string;
let trainee: string;

async function placed(slot: string, from: string, until: string): Promise<string> {
  const { body } = await consultant.post<Reserved>(`/openings/${slot}/reservations`, forCitizen({ from, until }));
  return (await consultant.post<{ id: string }>(`/reservations/${body.id}/acceptance`, {})).body.id;
}

describeInBrowser('the slot calendar in a browser', () => {
  beforeAll(async () => {
    app = await startApp();
    today = app.clock.today();
    organisation = await app.makeOrganisation();
    consultant = await organisation.signIn('consultant');
    bakery = await makePlace(app, organisation, { name: 'Ørbæk Bageri' });
    slots = await makeSlots(app, organisation, bakery, 'fixed_slots', 2);
    members = await Promise.all(['Blomsten', 'Boghandleren'].map((name) => makePlace(app, organisation, { name })));
    for (const member of members) await makeMentor(app, organisation, member, null);
    cluster = await makeCluster(app, organisation, members, { slots: 1 });
    placement = await placed(slots[0] ?? '', today, addDays(today, 91));
    trainee = await placed(cluster.slots[0] ?? '', today, addDays(today, 91));
    await consultant.post('/closures', { workplaceId: bakery.workplaceId, from: addDays(today, 100), until: addDays(today, 110), reason: 'Ferielukket' });
    browser = await TestBrowser.start(app.url);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('leads from a week that is free to the reservation with that day', async () => {
    const page = await browser.open(consultant);
    await page.goto('/kalender');
    await page.waitForSelector('.results-summary:has-text("3 pladser")');
    await page.locator(`tr[data-target="${slots[1]}"] a.calendar-empty`).first().click();
    await page.waitForURL(/\/puljen\/.*from=.*#reserver/);
    expect(await page.inputValue('#from')).toBe(today);
  });

  it('a citizen is dragged to another slot: the page says what it means, and only then it is saved', async () => {
    const page = await browser.open(consultant);
    await page.goto('/kalender');
    await page.dragAndDrop(`[data-placement="${placement}"]`, `tr[data-target="${slots[1]}"] td.calendar-free`);
    await page.waitForURL(new RegExp(`/kalender/placeringer/${placement}/flyt\\?`));
    expect(await page.locator('select[name=slot] option:checked').textContent()).toContain(' · Faste pladser · Plads ');
    expect(await page.inputValue('#slot')).toBe(slots[1]);
    const monday = addDays(mondayOf(today), 14);
    await page.fill('#from', monday);
    await page.waitForURL(new RegExp(`from=${monday}`));
    await page.waitForSelector('.check-ok');
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("flyttet")');
    const next = page.url().split('/').at(-1)?.split('?')[0] ?? '';
    expect((await consultant.get(`/placements/${next}`)).body).toMatchObject({ slotId: slots[1], from: monday, continuesId: placement });
    placement = next;
  });

  it('without scripts: rotated by the form below the lanes, extended, paused, given hours that rise, ended', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/kalender/klynger/${cluster.clusterId}`);
    await page.selectOption('#workplace', members[1]?.workplaceId ?? '');
    await page.fill('#from', addDays(today, 28));
    await page.click('#roter button[type=submit]');
    await page.waitForURL(new RegExp(`/kalender/placeringer/${trainee}/roter`));
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("roteret")');
    await page.goto(`/kalender/placeringer/${placement}`);
    await page.click('a[href$="/forlaeng"]');
    await page.fill('#lastDay', addDays(today, 97));
    await page.click('form[method=get] button[type=submit]');
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("forlænget")');
    await page.click('a[href$="/pause"]');
    await page.fill('#lastDay', addDays(today, 34));
    await page.fill('#from', addDays(today, 28));
    await page.click('form[method=get] button[type=submit]');
    await page.fill('#reason', 'Juleferie');
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("pause")');
    await page.click('a[href$="/timer"]');
    await page.fill('#from-0', addDays(today, 35));
    await page.fill('#hours-0', '12,5');
    await page.click('main button[type=submit]');
    await page.waitForSelector('main li:has-text("12,5 t/uge")');
    await page.click('a[href$="/afslut"]');
    await page.fill('#lastDay', addDays(today, 60));
    await page.click('form[method=get] button[type=submit]');
    await page.fill('#reason', 'Er begyndt i ordinært arbejde');
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("afsluttet")');
    expect((await consultant.get(`/placements/${placement}`)).body).toMatchObject({ until: addDays(today, 61), pauses: [{ reason: 'Juleferie' }], hours: [{ minutesPerWeek: 750 }] });
  });

  it('what cannot be is said where it was typed, with nothing lost', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto('/kalender?week=2026-W54');
    expect(await page.textContent('main')).toContain('Den uge findes ikke');
    await page.goto(`/kalender/placeringer/${trainee}/forlaeng`);
    expect(await page.textContent('#virkning')).toContain('Forløbet fortsætter et andet sted');
    expect(await page.locator('#virkning button').count()).toBe(0);
    await page.goto(`/kalender/lukket/${bakery.workplaceId}`);
    await page.fill('#from', addDays(today, 20));
    await page.fill('#lastDay', addDays(today, 10));
    await page.fill('#reason', 'Ferie');
    await page.click('main button:has-text("Gem")');
    expect(await page.textContent('.alert-error')).toContain('Sidste dag lukket');
    expect(await page.inputValue('#reason')).toBe('Ferie');
  });

  it('is a list in words on a phone, with no page to scroll sideways and nothing for axe', async () => {
    const page = await browser.open(consultant, { size: phone });
    await page.goto('/kalender');
    expect(await page.isVisible('.calendar-list')).toBe(true);
    expect(await page.isVisible('table.calendar')).toBe(false);
    for (const address of ['/kalender', `/kalender/placeringer/${trainee}/flyt?from=${today}`]) await expectSound(page, address);
    expect(browser.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});
