/**
 * Every page there is, found by following links in the demo as each persona, looked at as people meet it: on a desk and
 * on a phone, in Danish and in English, by keyboard, and weighed.
 */
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, desk, phone, sideways, TestBrowser } from '../support/browser.js';
import { Crawl, lonelyRoutes, pageRoutes, type Found } from '../support/crawl.js';
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
  /** The page of an agreement that has an end, and that its company is asked to accept. */
  let ending: string;
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
    // A course that is under way stands in its list behind those that wait for something.
    const { items } = (await ask('/courses?limit=100', 'consultant')) as { items: { id: string; startedOn: string | null }[] };
    const underWay = items.flatMap(({ id, startedOn }) => (startedOn === null ? [] : [`/forloeb/${id}`])).slice(0, 4);
    await Promise.all([...users.map((persona) => crawl.follow(persona, ['/', '/postkasse', ending, ...(persona === 'consultant' ? underWay : [])])), crawl.follow('mentor', ['/mentor'])]);
  }, 480_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, 60_000);

  test('answers, and some page leads to it', () => {
    const paths = [...crawl.offered, ...crawl.pages.map(({ address }) => address.split('?')[0] ?? '')];
    const lonely = lonelyRoutes(pageRoutes(), paths).filter((route) => !notByLink.includes(route));
    expect({ faults: crawl.faults, lonely }).toEqual({ faults: [], lonely: [] });
  });

  test('is sound in Danish, loaded on a desk and made narrow, with most on it, and can be used by keyboard', async () => {
    await speak('da');
    expect(await faultsOf(crawl.extremes().fullest, async (found) => [...(await look(found, 'da', desk, phone)), ...(await tabThrough(found))])).toEqual([]);
  }, 400_000);

  test('is sound in English, loaded on a phone and made wide, with least on it', async () => {
    await speak('en');
    expect(await faultsOf(crawl.extremes().emptiest, (found) => look(found, 'en', phone, desk))).toEqual([]);
  }, 400_000);

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

  const ask = async (path: string, persona: string, body?: unknown, method = body ? 'POST' : 'GET'): Promise<Record<string, unknown>> => {
    const bearer = cookies[persona]?.replace('sid=', '');
    const form = body instanceof FormData;
    const response = await fetch(`${product.url}/api/v1${path}`, {
      method,
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
    const agreements = (await ask('/agreements?model=fixed_slots&state=active&limit=1', 'consultant')) as { items: { id: string }[] };
    const { version: now } = await ask(`/agreements/${agreements.items[0]?.id}`, 'consultant');
    ending = `/aftaler/${agreements.items[0]?.id}`;
    await ask(`/agreements/${agreements.items[0]?.id}/end`, 'consultant', { endsOn: '2099-12-31', reason: 'Butikken flytter', version: now }, 'PUT');
    // In this order: nobody is asked to accept what has changed meanwhile.
    await ask(`/agreements/${agreements.items[0]?.id}/acceptance-requests`, 'consultant', { name: 'Prøve Chef', email: 'chef@proeve.example' });
    await until(async () => (await ask(`/imports/${String(id)}`, 'consultant')).status === 'done');
  };

  const sheet = (name: string, text: string): Promise<Record<string, unknown>> => {
    const form = new FormData();
    form.append('file', new Blob([text]), name);
    return ask('/imports', 'consultant', form);
  };

  /** One link of each kind that went out by mail, read in the mailbox. */
  const linksInMails = async (): Promise<string[]> => {
    const kinds = ['svar', 'mentor/link', 'adgangskode', 'kursus', 'moede', 'aftale'].map((kind) => new RegExp(`"[^"]*(/${kind}/[\\w-]{43})"`));
    const links = new Map<number, string>();
    const read = async (path: string): Promise<string> => (await fetch(product.url + path, { headers: { cookie: cookies.administrator ?? '' } })).text();
    await until(async () => {
      for (const [mail] of (await read('/postkasse')).matchAll(/\/postkasse\/[0-9a-f-]{36}/g)) {
        const html = await read(mail);
        kinds.forEach((kind, at) => links.set(at, kind.exec(html)?.[1] ?? links.get(at) ?? ''));
      }
      return kinds.every((_, at) => links.get(at));
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

  /** What is wrong with any of these pages; each person goes through theirs in a window of their own, all at once. */
  const faultsOf = async (pages: readonly Found[], work: (found: Found) => Promise<string[]>): Promise<string[]> => {
    const before = browser.complaints.length;
    const faults = await Promise.all(
      personas.map(async (persona) => {
        const own: string[] = [];
        for (const found of pages.filter((page) => page.persona === persona)) {
          own.push(...(await work(found)).map((fault) => `${found.address} as ${persona}: ${fault}`));
        }
        return own;
      }),
    );
    return [...faults.flat(), ...browser.complaints.slice(before)];
  };

  /** Past the menu first, and always seen where one is. On the page that has been looked at. */
  const tabThrough = async ({ persona }: Found): Promise<string[]> => {
    const page = await windowOf(persona);
    await page.setViewportSize(desk);
    await page.keyboard.press('Tab');
    const faults = (await unseenFocus(page)).map((fault) => `at the skip link: ${fault}`);
    if (!(await page.evaluate(() => document.activeElement?.matches('.skip-link')))) faults.push('the skip link is not first');
    await page.keyboard.press('Enter');
    if (!(await page.evaluate(() => document.activeElement?.id === 'main'))) faults.push('the skip link leads nowhere');
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab');
      faults.push(...(await unseenFocus(page)));
    }
    return faults;
  };

  /** Whether anything goes sideways is seen at both sizes; axe looks at the second, so at each size in one language. */
  const look = async ({ address, persona }: Found, language: string, first: typeof desk | typeof phone, then: typeof desk | typeof phone): Promise<string[]> => {
    const page = await windowOf(persona);
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
    }
    // Colours do not change with the language.
    return [...faults, ...(await axe(page, language === 'da')).map((finding) => `${then.width}: ${finding}`)];
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
