/**
 * Every page there is, found by following links in the demo as each persona, looked at as people meet it: on a desk and
 * on a phone, in Danish and in English, by keyboard, and weighed.
 */
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, desk, phone, sideways, TestBrowser } from '../support/browser.js';
import { Crawl, leadsTo, pageRoutes, type Found } from '../support/crawl.js';
import { startProduct, type Product } from '../support/product.js';
import { until } from '../support/until.js';

/** A mentor has come in by the link in a mail. The last has a mentor's link and a password link, but no session. */
const users = ['consultant', 'manager', 'administrator'] as const;
const personas = [...users, 'mentor', 'nobody'] as const;
/** A stream, which never ends; and a file that only a link whose time is agreed leads to. */
const notByLink = ['/puljen/live', '/moede/:token/kalender.ics'];

/** How far the keyboard goes on each page after its heading. */
const stops = 8;

const people = [
  'CVR-nr;Virksomhed;Adresse;Postnr;By;Kontaktperson;Telefon;E-mail;Branche',
  ';Nordfyns Prøvebageri ApS;Bagervej 3;5450;Otterup;Ida Prøve;65 00 00 01;ida@proevebageri.example;Bageri',
  ';Ørbæk Håndværksbageri;Hovedgaden 214;5853;Ørbæk;Bo Prøve;65 00 00 02;bo@proeve.example;Bageri',
  ';Korint Kro;Kirkevej 9;5600;Faaborg;Kaj Prøve;65 00 00 03;kaj@proeve.example;Hotel',
  ';;Intetvej 1;5800;Nyborg;;;;',
].join('\r\n');

describeInBrowser('every page', () => {
  let product: Product;
  let browser: TestBrowser;
  let crawl: Crawl;
  const cookies: Record<string, string> = {};
  const windows = new Map<string, Page>();

  beforeAll(async () => {
    product = await startProduct();
    browser = await TestBrowser.start(product.url);
    for (const persona of users) cookies[persona] = `sid=${await token(persona)}`;
    await furnish();
    crawl = new Crawl({ url: product.url, cookies });
    const links = await linksInMails();
    const page = /\/mentor\/link\/([\w-]+)/.exec(links.join(' '))?.[1];
    cookies.mentor = `mid=${String((await ask('/mentor-page/session', 'nobody', { token: page })).token)}`;
    await crawl.follow('nobody', ['/log-ind', ...links]);
    for (const persona of users) await crawl.follow(persona, ['/', '/postkasse']);
    await crawl.follow('mentor', ['/mentor']);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  test('answers, and some page leads to it', () => {
    const routes = pageRoutes();
    const paths = [...crawl.offered, ...crawl.pages.map(({ address }) => address.split('?')[0] ?? '')];
    const lonely = routes.filter((route) => !notByLink.includes(route) && !paths.some((path) => leadsTo(route, path, routes)));
    expect({ faults: crawl.faults, lonely }).toEqual({ faults: [], lonely: [] });
  });

  test('is sound in Danish, loaded on a desk and made narrow, with most on it', async () => {
    await speak('da');
    const faults: string[] = [];
    for (const found of crawl.extremes().fullest) faults.push(...(await look(found, 'da', desk, phone)));
    expect(faults).toEqual([]);
  }, 400_000);

  test('is sound in English, loaded on a phone and made wide, with least on it', async () => {
    await speak('en');
    const faults: string[] = [];
    for (const found of crawl.extremes().emptiest) faults.push(...(await look(found, 'en', phone, desk)));
    expect(faults).toEqual([]);
  }, 400_000);

  test('can be used by keyboard: past the menu first, and always seen where one is', async () => {
    const faults: string[] = [];
    for (const { address, persona } of crawl.extremes().fullest) {
      const page = await windowOf(persona);
      await page.setViewportSize(desk);
      await page.goto(address);
      await page.keyboard.press('Tab');
      faults.push(...(await unseenFocus(page)).map((fault) => `${address} at the skip link: ${fault}`));
      if (!(await page.evaluate(() => document.activeElement?.matches('.skip-link')))) faults.push(`${address}: the skip link is not first`);
      await page.keyboard.press('Enter');
      if (!(await page.evaluate(() => document.activeElement?.id === 'main'))) faults.push(`${address}: the skip link leads nowhere`);
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press('Tab');
        faults.push(...(await unseenFocus(page)).map((fault) => `${address}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  }, 300_000);

  test('loads light: 120 kB for the first page of a day, half that for a mentor', async () => {
    const mentors = crawl.pages.filter(({ kind, persona }) => kind === '/svar/…' || (persona === 'mentor' && kind.startsWith('/mentor'))).map(({ address }) => address);
    const first = ['/log-ind', '/', '/puljen', '/virksomheder', '/kapacitet'];
    const heavy: string[] = [];
    for (const { address, persona } of crawl.extremes().fullest.filter(({ address }) => first.includes(address) || mentors.includes(address))) {
      const bytes = await weigh(address, persona);
      if (bytes > (mentors.includes(address) ? 60_000 : 120_000)) heavy.push(`${address} as ${persona}: ${bytes} bytes`);
    }
    expect({ mentors: mentors.length > 4, heavy }).toEqual({ mentors: true, heavy: [] });
  }, 120_000);

  const ask = async (path: string, persona: string, body?: unknown): Promise<Record<string, unknown>> => {
    const bearer = cookies[persona]?.replace('sid=', '');
    const form = body instanceof FormData;
    const response = await fetch(`${product.url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  };

  const token = async (persona: string): Promise<string> => String((await ask('/session/persona', 'nobody', { persona })).token);

  /** What the demo does not hold: an import to go through, one that has run, a draft, a mail with a password link. */
  const furnish = async (): Promise<void> => {
    await ask('/password/reset', 'nobody', { email: 'administrator@demo.example' });
    await sheet('at-gennemgaa.csv', people);
    const { id, version } = await sheet('koert.csv', people.replaceAll('Prøve', 'Øve'));
    await ask(`/imports/${String(id)}/run`, 'consultant', { version });
    const { items } = (await ask('/openings?limit=1', 'consultant').catch(() => ask('/pool?limit=1', 'consultant'))) as { items: { companyId: string; workplaceId: string }[] };
    await ask('/agreements', 'consultant', { model: 'fixed_slots', companyId: items[0]?.companyId, workplaces: [{ workplaceId: items[0]?.workplaceId }] });
    await until(async () => (await ask(`/imports/${String(id)}`, 'consultant')).status === 'done');
  };

  const sheet = (name: string, text: string): Promise<Record<string, unknown>> => {
    const form = new FormData();
    form.append('file', new Blob([text]), name);
    return ask('/imports', 'consultant', form);
  };

  /** One link of each kind that went out by mail. */
  const linksInMails = async (): Promise<string[]> => {
    const kinds = [/\/svar\/[\w-]+/, /\/mentor\/link\/[\w-]+/, /\/adgangskode\/[\w-]+/, /\/kursus\/[\w-]+/, /\/moede\/[\w-]+/];
    const links = new Map<number, string>();
    await until(async () => {
      const mails = new Crawl({ url: product.url, cookies }, 60);
      await mails.follow('administrator', ['/postkasse']);
      for (const offered of mails.offered) kinds.forEach((kind, at) => kind.test(offered) && links.set(at, offered));
      return links.size === kinds.length;
    });
    return [...links.values()];
  };

  const windowOf = async (persona: string): Promise<Page> => {
    const known = windows.get(persona);
    if (known) return known;
    const page = await browser.open();
    const [name, value] = cookies[persona]?.split('=') ?? [];
    if (name && value) await page.context().addCookies([{ name, value, url: product.url }]);
    windows.set(persona, page);
    return page;
  };

  const speak = async (language: 'da' | 'en'): Promise<void> => {
    for (const persona of personas) {
      const page = await windowOf(persona);
      await page.setViewportSize(desk);
      await page.goto('/tilgaengelighed');
      await page.locator(`button[name=language][value=${language}]`).click();
      await page.locator(`html[lang=${language}]`).waitFor();
    }
  };

  const look = async ({ address, persona }: Found, language: string, first: typeof desk | typeof phone, then: typeof desk | typeof phone): Promise<string[]> => {
    const page = await windowOf(persona);
    const before = browser.complaints.length;
    await page.setViewportSize(first);
    const status = (await page.goto(address))?.status();
    const faults = status === 200 ? [] : [`answers ${status}`];
    if ((await page.getAttribute('html', 'lang')) !== language) faults.push(`is not in ${language}`);
    for (const size of [first, then]) {
      await page.setViewportSize(size);
      // At the end of the page, where a bar that stays at the window's foot lies over nothing.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const over = await sideways(page);
      if (over > 0) faults.push(`scrolls ${over} px sideways at ${size.width}`);
      faults.push(...(await axe(page)).map((finding) => `${size.width}: ${finding}`));
    }
    return [...faults, ...browser.complaints.slice(before)].map((fault) => `${address} as ${persona}: ${fault}`);
  };

  const weigh = async (address: string, persona: string): Promise<number> => {
    const page = await browser.open();
    const [name, value] = cookies[persona]?.split('=') ?? [];
    if (name && value) await page.context().addCookies([{ name, value, url: product.url }]);
    const network = await page.context().newCDPSession(page);
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await network.send('Network.enable');
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.context().close();
    return bytes;
  };
});

/** Where the focus is: nothing when it can be seen, else what is wrong. The page itself having it is well. */
const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at.id === 'main') return [];
    const what = at.outerHTML.slice(0, 120);
    const shown = [at, at.closest('label'), at.nextElementSibling, at.parentElement].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    const { left, top, width, height } = at.getBoundingClientRect();
    const inSight = width === 0 || (left + width > 0 && top + height > 0 && left < innerWidth && top < innerHeight);
    return [...(shown ? [] : [`no mark of focus on ${what}`]), ...(inSight ? [] : [`focus out of sight on ${what}`])];
  });
