/** Legal limits as a consultant meets them: a month stated by form without JavaScript, advice where one reserves, the VITAS sheet and its grant. */
import { startApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser } from '../support/browser.js';
import { makePlace, share, type TestPlace } from '../support/pool.js';

describeInBrowser('legal limits', () => {
  let app: TestApp;
  let organisation: TestOrganisation;
  let consultant: Client;
  let browser: TestBrowser;
  let place: TestPlace;
  let placement = '';

  beforeAll(async () => {
    app = await startApp();
    organisation = await app.makeOrganisation();
    consultant = await organisation.signIn('consultant');
    browser = await TestBrowser.start(app.url);
    place = await makePlace(app, organisation, { name: 'Nyborg Prøvelager' });
    placement = await app.db.touch({ organisationId: organisation.id }, async (tx) => {
      const id = tx.newId();
      await tx.run(
        `insert into placement (organisation_id, id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
         values (app_organisation(), $1, $2, 'SAG-1', 'WORK_PLACEMENT', 2220, daterange($3::date, $3::date + 91), $3::date + 91, $4)`,
        [id, place.workplaceId, tx.today, tx.now],
      );
      return id;
    });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const limits = () => `/arbejdssteder/${place.workplaceId}/raaderum`;

  test('unknown until a month is stated, by a form that needs no JavaScript; then with its inputs and rule', async () => {
    const page = await browser.open(consultant, { scripts: false, size: phone });
    await page.goto(`/virksomheder/${place.companyId}/arbejdssteder`);
    await page.click(`a[href="${limits()}"]`);
    expect(await page.locator('.limits-outcome').innerText()).toContain('Ukendt');
    await page.selectOption('select[name=month]', { index: 1 });
    await page.fill('input[name=fte]', '12,5');
    await page.click('main form button[type=submit]');
    expect(await page.locator('.limits-outcome').innerText()).toContain('Rimelighedskravet giver plads til 1 borger mere');
    const facts = await page.locator('main dl').first().innerText();
    for (const part of ['12,5 på fuld tid', '2 fuldtidspladser', 'én for hver 5 ansatte op til 50', '37 t/uge', '2020:']) expect(facts).toContain(part);
    await page.context().close();
  });

  test('where it would go beyond, the reservation form says so with the numbers, and still takes it', async () => {
    const opening = await share(consultant, place);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('update workplace_employees set fte = 3 where workplace_id = $1', [place.workplaceId]));
    const page = await browser.open(consultant);
    await page.goto(`/puljen/${opening}`);
    const advice = page.locator('#reserver .alert');
    expect(await advice.innerText()).toMatch(/går ud over rimelighedskravet på arbejdsstedet[\s\S]*Vejledende/);
    await advice.locator('summary').click();
    expect(await advice.innerText()).toMatch(/1 fuldtidsplads[\s\S]*1 er i brug/);
    await page.context().close();
  });

  test('the VITAS sheet holds the text to copy, and the grant comes back by hand', async () => {
    const page = await browser.open(consultant, { scripts: false });
    await page.goto(`/vitas/forloeb/${placement}`);
    expect(await page.locator('.copy-text').innerText()).toContain('Timer: 37 t/uge i hele perioden.');
    await page.fill('input[name=grantNumber]', 'V-4711');
    await page.fill('input[name=grantFrom]', '2026-12-01');
    await page.fill('input[name=grantLastDay]', '2026-11-01');
    await page.click('#bevilling button[type=submit]');
    expect(await page.locator('main').innerText()).toContain('Bevillingens sidste dag ligger før den første.');
    expect(await page.inputValue('input[name=grantNumber]')).toBe('V-4711');
    await page.fill('input[name=grantLastDay]', '2027-02-28');
    await page.click('#bevilling button[type=submit]');
    expect(await page.inputValue('input[name=grantLastDay]')).toBe('2027-02-28');
    await page.context().close();
  });
});
