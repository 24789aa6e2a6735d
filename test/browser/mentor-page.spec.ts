/** The mentor's own page on a phone, without a script: from the mail to an answer in three taps, and the week in a minute. */
import type { Page } from 'playwright-core';
import { addDays } from '#platform';
import { axe, describeInBrowser, phone, sideways, TestBrowser } from '../support/browser.js';
import { MentorWorld } from '../support/mentor-world.js';
import { makeSlots } from '../support/pool.js';

const pages = ['/mentor', '/mentor/graenser', '/mentor/kursus', '/mentor/aftale'];

describeInBrowser("the mentor's page", () => {
  let world: MentorWorld;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await MentorWorld.open();
    browser = await TestBrowser.start(world.app.url);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.app.close();
  });

  const onPhone = (scripts = false): Promise<Page> => browser.open(undefined, { size: phone, scripts });
  /** Opens the newest link, without its button. */
  const follow = async (page: Page, email: string): Promise<void> => void (await page.goto(`/mentor/link/${await world.link(email)}`));
  const enter = async (page: Page, email: string): Promise<Page> => {
    await follow(page, email);
    await page.getByRole('button', { name: 'Åbn min side' }).click();
    return page;
  };
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

  test('a request is answered in three taps from the mail: link, button, yes', async () => {
    const mentor = await world.mentor();
    const reservation = await world.request(mentor.place);
    const page = await onPhone();
    let taps = 0;
    const tap = async (what: () => Promise<void>): Promise<void> => {
      taps += 1;
      await what();
    };
    await tap(() => follow(page, mentor.email));
    await tap(() => page.getByRole('button', { name: 'Åbn min side' }).click());
    await tap(() => page.getByRole('button', { name: 'Ja tak' }).click());
    await says(page, 'Tak for dit ja');
    expect(taps).toBe(3);
    expect((await world.consultant.get<{ state: string }>(`/reservations/${reservation}`)).body.state).toBe('accepted');
  });

  test('a mail scanner that opens the link uses nothing up; used twice, the page offers a new one', async () => {
    const mentor = await world.mentor();
    const token = await world.link(mentor.email);
    for (let n = 0; n < 3; n += 1) expect((await fetch(`${world.app.url}/mentor/link/${token}`)).status).toBe(200);
    const page = await onPhone();
    await page.goto(`/mentor/link/${token}`);
    await page.getByRole('button', { name: 'Åbn min side' }).click();
    await says(page, 'Hej Mia Prøvementor');
    await page.goto(`/mentor/link/${token}`);
    await says(page, 'Linket er brugt');
    await page.getByRole('button', { name: 'Send mig et nyt link' }).click();
    await says(page, 'Se i din mail');
    expect(await world.mailsTo(mentor.email)).toHaveLength(2);
    await page.goto('/mentor/link/findes-ikke');
    await says(page, 'Linket kan ikke bruges');
  });

  test('whoever is not inside is asked for an address; the answer is the same for everybody', async () => {
    const page = await onPhone(true);
    await page.goto('/mentor/kursus');
    expect(new URL(page.url()).pathname).toBe('/mentor/adgang');
    await page.getByLabel('E-mail').fill('ikke en adresse');
    await page.getByRole('button', { name: 'Send mig et link' }).click();
    await says(page, 'Se i din mail');
    expect(await axe(page)).toEqual([]);
  });

  test('the week in two taps; "ring to me" makes a task for the owner, who reads the answer', async () => {
    const mentor = await world.mentor();
    const placement = await world.trainee(mentor);
    const page = await enter(await onPhone(), mentor.email);
    await says(page, 'Alma');
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.locator('.form-error-message').waitFor();
    await page.getByLabel(/Svært/).check();
    await page.getByLabel('Ring til mig').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await says(page, 'Du bliver ringet op');
    await says(page, /Dit svar: Svært/);
    const staff = await browser.open(world.consultant, { size: phone });
    await staff.goto(`/ugens-svar?placering=${placement}`);
    await says(staff, 'Svært');
    expect(await axe(staff)).toEqual([]);
    const tasks = await world.consultant.get<{ items: { kind: string; subjectId: string }[] }>('/tasks');
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ kind: 'pulse-call', subjectId: placement }));
  });

  test('limits, a pause and the way out', async () => {
    const mentor = await world.mentor();
    const page = await enter(await onPhone(), mentor.email);
    await page.getByRole('link', { name: 'Mine grænser' }).click();
    await page.getByLabel('Praktikanter på én gang').selectOption('3');
    await page.getByRole('button', { name: 'Gem' }).click();
    await says(page, 'Gemt. Det gælder fra nu af.');
    await page.getByLabel(/Første dag tilbage/).fill(addDays(world.app.clock.today(), -1));
    await page.getByRole('button', { name: 'Hold pause' }).click();
    await page.locator('.form-error-message').first().waitFor();
    await page.getByLabel(/Første dag tilbage/).fill(addDays(world.app.clock.today(), 9));
    await page.getByRole('button', { name: 'Hold pause' }).click();
    await says(page, 'Pausen er skrevet ned');
    await page.getByRole('button', { name: 'Jeg er tilbage' }).click();
    await says(page, 'Godt, du er tilbage');
    await page.getByRole('button', { name: 'Log af' }).click();
    await page.goto('/mentor');
    expect(new URL(page.url()).pathname).toBe('/mentor/adgang');
  });

  test('a course one signs up for and comes off again, and a pause with the whole agreement, without a script', async () => {
    const mentor = await world.mentor();
    const day = addDays(world.app.clock.today(), 20);
    const course = (await world.consultant.post<{ id: string }>('/training-courses', { kind: 'first', name: 'Mentorkursus', validMonths: 24 })).body.id;
    await world.consultant.post(`/training-courses/${course}/sessions`, { day, from: '13:00', to: '15:00', seats: 1, place: 'Rådhuset' });
    const [slot] = await makeSlots(world.app, world.organisation, mentor.place, 'fixed_slots');
    await world.sql((tx) => tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = $2', [mentor.id, slot]));
    const page = await enter(await onPhone(), mentor.email);
    await page.getByRole('link', { name: 'Mit kursus' }).click();
    await page.getByText('Du mangler mentorkurset').waitFor();
    await page.getByRole('button', { name: 'Meld mig til' }).click();
    await says(page, 'Du har en plads');
    await page.getByRole('button', { name: 'Jeg kan ikke' }).click();
    await page.getByText('Du kommer ikke').waitFor();
    await page.getByRole('link', { name: 'Aftalen' }).click();
    await page.getByText('Hold pause med hele aftalen').click();
    await page.getByLabel('Første dag, I er klar igen').fill(world.app.clock.today());
    await page.getByLabel('Hvorfor (kort)').fill('Vi bygger om');
    await page.getByRole('button', { name: 'Sæt aftalen på pause' }).click();
    await page.locator('.form-error-message').first().waitFor();
    expect(await page.getByLabel('Hvorfor (kort)').inputValue()).toBe('Vi bygger om');
    await page.getByLabel('Første dag, I er klar igen').fill(addDays(world.app.clock.today(), 9));
    await page.getByRole('button', { name: 'Sæt aftalen på pause' }).click();
    await says(page, 'Aftalen holder pause');
    await page.getByRole('button', { name: 'Vi er klar igen' }).click();
    await says(page, 'Godt, I er klar igen');
  });

  test('every page is sound at 390 px in both languages, light, and without a script', async () => {
    const mentor = await world.mentor();
    await world.trainee(mentor);
    await world.request(mentor.place);
    const page = await enter(await onPhone(true), mentor.email);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    const faults: string[] = [];
    for (const language of ['da', 'en']) {
      await page.goto('/mentor');
      await page.locator(`button[name=language][value=${language}]`).click();
      await page.locator(`html[lang=${language}]`).waitFor();
      for (const address of pages) {
        let bytes = 0;
        const count = ({ encodedDataLength }: { encodedDataLength: number }): number => (bytes += encodedDataLength);
        // So that nothing of the page before is counted.
        await page.goto('about:blank');
        network.on('Network.loadingFinished', count);
        await page.goto(address);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        network.off('Network.loadingFinished', count);
        if (bytes > 60_000) faults.push(`${address}: ${bytes} bytes`);
        if ((await sideways(page)) > 0) faults.push(`${address} scrolls sideways`);
        if ((await page.locator('script').count()) > 0) faults.push(`${address} has a script`);
      }
    }
    // Forms that come back with what is wrong, and a link that opens nothing, are no fault of a page.
    expect([...faults, ...browser.complaints.filter((each) => !/\b(404|410|422)\b/.test(each))]).toEqual([]);
  }, 120_000);
});
