import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'assets-'));
const manifest: Record<string, string> = {};
const file = (name: string): string => join(folder, manifest[name] ?? `missing ${name}`);
const text = (name: string): string => readFileSync(file(name), 'utf8');

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['apps/ops/build-assets.mjs', folder], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  Object.assign(manifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what browsers load', () => {
  it('comes with a name made of its content, compressed beforehand', () => {
    for (const name of ['indgang.css', 'bare.css', 'indgang.js', 'htmx.js', 'icons.svg', 'logo.svg']) {
      expect(manifest[name]).toMatch(/\.[0-9a-f]{10}\.\w+$/);
      expect(existsSync(`${file(name)}.gz`) && existsSync(`${file(name)}.br`)).toBe(true);
    }
  });

  it('leaves at least 20 of the 120 kB of a first load to the page itself, fonts counted in', () => {
    const compressed = ['indgang.css', 'indgang.js', 'htmx.js', 'icons.svg', 'logo.svg'].map(
      (name) => `${file(name)}.gz`,
    );
    const fonts = ['plex-400.woff2', 'plex-600.woff2'].map(file);
    const bytes = [...compressed, ...fonts].reduce((sum, path) => sum + statSync(path).size, 0);
    expect(bytes).toBeLessThan(100_000);
  });

  it('has htmx, its settings and its SSE extension in one file and in that order', () => {
    const script = text('htmx.js');
    const [core, settings, extension] = ['var htmx=', 'includeIndicatorCSS: false', 'registerExtension("sse"'];
    expect(script.indexOf(core)).toBe(0);
    expect(script.indexOf(settings)).toBeGreaterThan(0);
    expect(script.indexOf(extension)).toBeGreaterThan(script.indexOf(settings));
  });

  it('keeps the rules of the design system that pages use, and no others', () => {
    const css = text('indgang.css');
    for (const used of ['.form-select', '.form-checkbox', '.button.button-primary', '.alert'])
      expect(css).toContain(used);
    for (const unused of ['.accordion', '.sidemenu', '.cookie-message']) expect(css).not.toContain(`${unused}{`);
  });

  it('fetches nothing from elsewhere and every font it names exists', () => {
    const css = text('indgang.css');
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1] ?? '');
    expect(addresses.filter((address) => !address.startsWith('/assets/') && !address.startsWith('data:'))).toEqual([]);
    for (const address of addresses.filter((candidate) => candidate.startsWith('/assets/')))
      expect(existsSync(join(folder, address.slice('/assets/'.length)))).toBe(true);
  });
});
