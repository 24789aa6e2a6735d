import type axeCore from 'axe-core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Client } from './app.js';
import { chromiumPath } from './machine.mjs';

const path = chromiumPath();
/** The short form, and handed straight to the browser: half the work of the long one through the page, on every page. */
const checker = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Without a Chromium these tests are skipped, and the test run's last lines say so. */
export const describeInBrowser = path ? describe : describe.skip;

export const phone = { width: 390, height: 844 } as const;
export const desk = { width: 1440, height: 900 } as const;

export interface Opening {
  readonly size?: typeof phone | typeof desk;
  /** False: everything must work by links and forms alone. */
  readonly scripts?: boolean;
}

/** One Chromium a spec file, and a page in it for each person. */
export class TestBrowser {
  /** What pages complained of: errors in the console, faults in scripts. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async start(url: string): Promise<TestBrowser> {
    const browser = await chromium.launch({
      executablePath: path,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    return new TestBrowser(browser, url);
  }

  /** A page in a window of its own, signed in as that client (or as nobody). */
  async open(client?: Client, { size = desk, scripts = true }: Opening = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: size, baseURL: this.url, locale: 'da-DK', javaScriptEnabled: scripts });
    if (client?.token) await context.addCookies([{ name: 'sid', value: client.token, url: this.url }]);
    // Long enough for a slow machine, and short enough that it is this wait that says what never came.
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`${page.url()}: ${message.text()}`));
    return page;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Signs in as one of the demo's invented people, from the chooser. */
export async function enter(page: Page, persona: string): Promise<Page> {
  await page.goto('/log-ind');
  await page.locator(`button[value=${persona}]`).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** What axe-core finds against WCAG 2.2 AA and good practice, one line a finding; `colours`: contrast too, which takes as long as the rest. */
export async function axe(page: Page, colours = true): Promise<string[]> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Runtime.evaluate', { expression: checker });
  await inspector.detach();
  return page.evaluate(async (contrast) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axeCore };
    const { violations } = await checker.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast': { enabled: contrast } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, colours);
}

/** How many pixels the page can be scrolled sideways. */
export const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at an address at both widths: nothing to scroll sideways, and nothing for axe to find on the narrow one. */
export async function expectSound(page: Page, address: string): Promise<void> {
  await page.setViewportSize(desk);
  await page.goto(address);
  const wide = await sideways(page);
  await page.setViewportSize(phone);
  expect({ address, wide, narrow: await sideways(page), found: await axe(page) }).toEqual({ address, wide: 0, narrow: 0, found: [] });
}
