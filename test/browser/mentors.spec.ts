/** From a lost place to a trained mentor: one click invites, the mentor answers on a phone, attendance gives the certificate. */
import type { Page } from 'playwright-core';
import { makePlace, makeSlots, type TestPlace } from '../support/pool.js';
import { axe, describeInBrowser, phone, sideways, TestBrowser } from '../support/browser.js';
import { TrainingWorld, type Session } from '../support/training.js';

let world: TrainingWorld;
let browser: TestBrowser;
let place: TestPlace;
let mentorId: string;
let session: Session;

/** No fault for a screen reader, and nothing to push sideways on a phone. */
async function sound(page: Page): Promise<void> {
  expect(await axe(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize(phone);
  expect(await sideways(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  if (size) await page.setViewportSize(size);
}

describeInBrowser('mentors and their courses', () => {
  beforeAll(async () => {
    world = await TrainingWorld.open();
    place = await makePlace(world.app, world.organisation);
    mentorId = await world.mentor(place);
    const slots = await makeSlots(world.app, world.organisation, place, 'fixed_slots', 2);
    await world.sql((tx) => tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = $2', [mentorId, slots[0]]));
    session = await world.schedule({ seats: 2 });
    browser = await TestBrowser.start(world.app.url);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.app.close();
  });

  it('a lost place leads in one click to a session with the right mentor invited', async () => {
    const page = await browser.open(world.consultant);
    await page.goto('/mentorer/flaskehalse');
    expect(await page.locator('.results').innerText()).toContain('Mangler kursus');
    await sound(page);
    await page.locator('tr', { hasText: 'Ørbæk Prøvebageri' }).locator('button', { hasText: 'Invitér til' }).first().click();
    expect(page.url()).toContain(`/kurser/hold/${session.id}`);
    expect(await page.locator('main').innerText()).toContain('Mia Prøvementor');
    await sound(page);
  });

  it('the mentor says yes by the link in the mail, and has the appointment as a file', async () => {
    const [mail] = await world.mailsTo(mentorId);
    const path = /\/kursus\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    const page = await browser.open(undefined, { size: phone });
    await page.goto(path);
    await sound(page);
    await page.locator('button', { hasText: 'Ja tak' }).click();
    expect(await page.locator('main').innerText()).toContain('Du har en plads');
    await sound(page);
    expect(await page.locator('a', { hasText: 'Læg i kalenderen' }).getAttribute('href')).toBe(`${path}/kalender.ics`);
    const bytes = Buffer.byteLength(await page.content());
    expect(bytes).toBeLessThan(60_000);
  });

  it('a pause with dates in the wrong order comes back with what was typed; put right it stands with the places it touches, all without JavaScript', async () => {
    const page = await browser.open(world.consultant, { scripts: false });
    await page.goto('/mentorer');
    await page.click('text=Mia Prøvementor');
    await page.selectOption('[name=pauseKind]', 'overload');
    await page.fill('[name=pauseFrom]', '2031-02-10');
    await page.fill('[name=pauseUntil]', '2031-02-01');
    await page.fill('[name=pauseNote]', 'Travlt til februar');
    await page.click('text=Gem pausen');
    expect(await page.locator('[role=alert]').innerText()).toContain('Den første dag tilbage skal ligge efter den første dag væk.');
    expect(await page.inputValue('[name=pauseNote]')).toBe('Travlt til februar');
    await page.fill('[name=pauseUntil]', '2031-02-20');
    await page.click('text=Gem pausen');
    expect(await page.locator('main').innerText()).toContain('Det rammer 2 pladser');
    const seen = await browser.open(world.consultant);
    await seen.goto(page.url());
    await sound(seen);
  });

  it('who came is written down, and the certificate can be had', async () => {
    await world.at(session, 0.5, async () => {
      const page = await browser.open(world.consultant);
      await page.goto(`/kurser/hold/${session.id}`);
      await sound(page);
      await page.selectOption('select[name^=mark-]', 'came');
      await page.click('text=Gem fremmøde');
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('td a', { hasText: 'Kursusbevis' }).click()]);
      expect(file.suggestedFilename()).toBe('kursusbevis.pdf');
      await page.goto('/mentorer?state=untrained');
      expect(await page.locator('.results').innerText()).not.toContain('Mia Prøvementor');
    });
  });

  it('a session can be set for those who lack it, when there is none', async () => {
    const page = await browser.open(world.consultant);
    const other = await world.mentor(place);
    await page.goto(`/kurser/${world.courseId}/hold?mentorIds=${other}`);
    await sound(page);
    await page.fill('[name=day]', '2020-01-01');
    await page.fill('[name=place]', 'Rådhuset');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    expect(await page.locator('[role=alert]').innerText()).toContain('Holdet skal ligge ude i fremtiden.');
    await page.fill('[name=day]', world.soon());
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    expect(await page.locator('main').innerText()).toContain('Inviterede (1)');
    await page.goto('/kurser');
    await sound(page);
  });
});
