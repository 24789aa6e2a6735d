/** Model 4 in a browser, from the agreement over two companies and municipalities to the closed course. */
import { addDays, lastDay, mondayOf } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, expectSound, TestBrowser } from '../support/browser.js';
import { forCitizen, makeMentor, makePlace, type Reserved, type TestPlace } from '../support/pool.js';

interface Course {
  readonly version: number;
  readonly thirteenWeeks: { readonly expectedOn: string | null; readonly reachedOn: string | null };
  readonly segments: readonly { readonly state: string }[];
}

let app: TestApp;
let organisation: TestOrganisation;
let browser: TestBrowser;
let consultant: Client;
let today: string;
let members: TestPlace[];
let agreementId: string;
let clusterId: string;
let slot: string;
let courseId: string;
let placement: string;
const in_ = (days: number): string => addDays(today, days);
const course = async (): Promise<Course> => (await consultant.get<Course>(`/courses/${courseId}`)).body;
const placementIn = (url: string): string => /placeringer\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';

async function agree(): Promise<void> {
  const workplaces = members.map(({ workplaceId }) => ({ workplaceId, slotCap: 1 }));
  const slots = [{ workplaceId: members[0]?.workplaceId, tasks: 'fylde hylder op', minutesPerWeek: 900, pathToHours: 'to timer om ugen fra uge 6' }];
  const cluster = { name: 'Torvet', kind: 'geographic' };
  const draft = await consultant.post<{ id: string; clusterId: string; slots: { id: string }[]; version: number }>('/agreements', { model: 'cluster', cluster, slotPooling: 'pooled', workplaces, slots, coordinatorUserId: organisation.users.colleague?.id });
  expect(draft.status).toBe(201);
  agreementId = draft.body.id;
  clusterId = draft.body.clusterId;
  slot = draft.body.slots[0]?.id ?? '';
  expect((await consultant.put(`/agreements/${agreementId}/activation`, { version: draft.body.version })).status).toBeLessThan(300);
}

async function begin(): Promise<void> {
  const { body } = await consultant.post<Reserved>(`/openings/${slot}/reservations`, forCitizen({ from: today, until: in_(91) }));
  const made = (await consultant.post<{ id: string; courseId: string }>(`/reservations/${body.id}/acceptance`, {})).body;
  [placement, courseId] = [made.id, made.courseId];
  const hours = { outcome: 'agreed', minutes: 120, from: in_(28) };
  const terms = { purpose: 'Finde ud af, om butik er det rette', agreedWithCitizenOn: today, agreedWithCompanyOn: today, hours };
  expect((await consultant.post(`/courses/${courseId}/placements/${placement}/terms`, terms)).status).toBe(201);
  expect((await consultant.put(`/courses/${courseId}/placements/${placement}/start`)).status).toBe(200);
}

describeInBrowser('a cluster in a browser', () => {
  beforeAll(async () => {
    app = await startApp();
    app.clock.set(new Date('2026-11-23T09:00:00Z'));
    today = app.clock.today();
    organisation = await app.makeOrganisation();
    consultant = await organisation.signIn('consultant');
    members = await Promise.all([makePlace(app, organisation, { name: 'Blomsten', municipality: '0450' }), makePlace(app, organisation, { name: 'Boghandleren', municipality: '0461' })]);
    for (const [n, member] of members.entries()) await makeMentor(app, organisation, member, `mentor${n}@torvet.example`);
    await agree();
    await begin();
    browser = await TestBrowser.start(app.url);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('a citizen is dragged to another lane, the move taken back by its button, and made by the form; the 13 weeks go on', async () => {
    const before = (await course()).thirteenWeeks;
    const page = await browser.open(consultant);
    await page.goto(`/kalender/klynger/${clusterId}`);
    await page.dragAndDrop(`[data-placement="${placement}"]`, `tr[data-target="${members[1]?.workplaceId}"] td`);
    await page.waitForURL(new RegExp(`/kalender/placeringer/${placement}/roter\\?`));
    expect(await page.inputValue('#workplace')).toBe(members[1]?.workplaceId);
    await page.fill('#from', in_(28));
    await page.waitForURL(new RegExp(`from=${in_(28)}`));
    await page.waitForSelector('.check-ok:has-text("højst 1")');
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("roteret")');
    expect((await course()).thirteenWeeks).toEqual(before);
    await page.click('button:has-text("Tag flytningen tilbage")');
    await page.waitForSelector('.toast-bar:has-text("taget tilbage")');
    expect(placementIn(page.url())).toBe(placement);
    expect(await page.locator('button:has-text("Tag flytningen tilbage")').count()).toBe(0);
    await page.goto(`/kalender/klynger/${clusterId}`);
    await page.selectOption('#workplace', members[1]?.workplaceId ?? '');
    await page.fill('#from', in_(28));
    await page.click('#roter button[type=submit]');
    await page.waitForURL(/\/roter\?/);
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("roteret")');
    placement = placementIn(page.url());
    expect((await course()).thirteenWeeks).toEqual(before);
    expect((await course()).segments.map(({ state }) => state)).toEqual(['running', 'cancelled', 'planned']);
  });

  it('the end of a bar is drawn to a later week and to an earlier one: the page says what it means, and only then it is saved', async () => {
    const page = await browser.open(consultant);
    const draw = async (monday: string): Promise<void> => {
      await page.goto(`/kalender?cluster=${clusterId}`);
      await page.waitForSelector('.results-summary:has-text("1 plads")');
      const edge = await page.locator(`[data-placement="${placement}"] .bar-edge`).boundingBox();
      const weeks = await page.locator('table.calendar').getAttribute('data-calendar');
      const head = await page.locator('table.calendar thead th').nth(1 + (weeks ?? '').split(' ').indexOf(monday)).boundingBox();
      if (!edge || !head) throw new Error('nothing to draw');
      await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
      await page.mouse.down();
      await page.mouse.move(head.x + head.width / 2, edge.y + edge.height / 2, { steps: 4 });
      await page.mouse.up();
    };
    const later = addDays(mondayOf(in_(90)), 14);
    await draw(later);
    await page.waitForURL(new RegExp(`/kalender/placeringer/${placement}/forlaeng\\?lastDay=${addDays(later, 6)}`));
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("forlænget")');
    await draw(mondayOf(in_(70)));
    await page.waitForURL(new RegExp(`/afslut\\?lastDay=${addDays(mondayOf(in_(70)), 6)}`));
    await page.fill('#reason', 'Er begyndt i ordinært arbejde');
    await page.click('#virkning button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("afsluttet")');
    const { body } = await consultant.get<{ until: string }>(`/placements/${placement}`);
    expect(lastDay({ from: today, to: body.until })).toBe(addDays(mondayOf(in_(70)), 6));
  });

  it('without scripts: a coordinator from either side, one at a time, with dates; two at once and none are told apart', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/kalender/klynger/${clusterId}`);
    await page.click('a:has-text("Ny koordinator")');
    await page.fill('#from', in_(14));
    await page.click('main form button[type=submit]');
    expect(await page.locator('.alert-error').count()).toBe(1);
    await page.selectOption('#coordinatorUserId', { index: 1 });
    await page.selectOption('#coordinatorMentorId', { index: 1 });
    await page.click('main form button[type=submit]');
    expect(await page.textContent('.alert-error')).toContain('Vælg én koordinator');
    expect(await page.inputValue('#from')).toBe(in_(14));
    await page.selectOption('#coordinatorUserId', '');
    await page.click('main form button[type=submit]');
    await page.waitForSelector('.toast-bar:has-text("Koordinatoren er gemt")');
    const known = await consultant.get<{ coordinators: { kind: string; from: string; until: string | null }[] }>(`/clusters/${clusterId}/lanes`);
    expect(known.body.coordinators.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ['user', today, in_(14)],
      ['mentor', in_(14), null],
    ]);
  });

  it('the pages are sound, and the course closes', async () => {
    const page = await browser.open(consultant);
    await expectSound(page, `/kalender/klynger/${clusterId}`);
    app.clock.advance(91 * 86_400_000);
    consultant = await organisation.signIn('consultant');
    const { version } = await course();
    expect((await consultant.put(`/courses/${courseId}/closing`, { outcome: 'ordinary_job', cv: { updatedOn: app.clock.today() }, version })).status).toBe(204);
    const late = await browser.open(consultant);
    await late.goto(`/forloeb/${courseId}`);
    expect(await late.textContent('main')).toContain('Job uden støtte');
    expect(browser.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});
