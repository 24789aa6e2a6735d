/**
 * The pictures of the README, taken of the demo as it stands: `npm start` in one window, then
 * `node test/support/screenshots.mjs [http://localhost:3000]`. Each must stay below 250 kB.
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from './machine.mjs';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pictures = [
  { name: 'puljen', persona: 'consultant', path: '/puljen', viewport: desk },
  { name: 'kapacitet', persona: 'manager', path: '/kapacitet', viewport: desk },
  { name: 'del', persona: 'consultant', path: '/del', viewport: phone, workplace: 'korinth' },
  { name: 'pladskalender', persona: 'consultant', path: '/kalender', viewport: desk },
  { name: 'aftale', persona: 'consultant', path: '/aftaler?state=active', click: '#results th a', viewport: desk },
  { name: 'forloeb', persona: 'consultant', path: startedCourse, viewport: desk },
  { name: 'trappe', persona: 'consultant', path: async (request) => `${await startedCourse(request)}/trappe`, viewport: phone },
];

/** The first course that is under way. */
async function startedCourse(request) {
  const { items } = await (await request.get('/api/v1/courses?limit=100')).json();
  return `/forloeb/${items.find(({ startedOn }) => startedOn)?.id}`;
}

const limit = 250_000;

const baseURL = process.argv[2] ?? 'http://localhost:3000';
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--lang=da'] });
for (const { name, persona, path, click, viewport, workplace } of pictures) {
  const context = await browser.newContext({ viewport, baseURL, locale: 'da-DK' });
  await context.request.post('/api/v1/session/persona', { data: { persona } });
  const page = await context.newPage();
  await page.goto(typeof path === 'string' ? path : await path(context.request));
  if (click) await Promise.all([page.waitForEvent('load'), page.locator(click).first().click()]);
  if (workplace) {
    await page.getByRole('combobox').fill(workplace);
    await page.locator('[role=option]').first().click();
    await page.locator('[name=usualTasks]').first().check();
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  console.log(`${relative(root, file)}: ${Math.ceil(size / 1000)} kB`);
  if (size > limit) process.exitCode = 1;
  await context.close();
}
await browser.close();
