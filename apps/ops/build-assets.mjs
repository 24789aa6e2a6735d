/**
 * Builds what browsers load into dist/assets: names carry a hash of the content (cache for ever), each text file also lies
 * there as .gz and .br, and manifest.json tells which name became which.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { keepUsedRules } from './keep-used-rules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dkfds = join(root, 'node_modules/dkfds/dist');
const htmx = join(root, 'node_modules/htmx.org/dist');
const pages = join(root, 'apps/web');
const own = join(pages, 'assets');
const text = (path) => readFileSync(path, 'utf8');

/** Every word in the sources of the pages: a class of the design system is kept when its name is among them. */
function wordsInPages(folder = pages, words = new Set()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) wordsInPages(path, words);
    else if (/\.(tsx?|js)$/.test(entry.name) && !/\.spec\./.test(entry.name))
      for (const word of text(path).match(/[\w-]+/g) ?? []) words.add(word);
  }
  return words;
}

/** A drawing of the design system inside the style sheet, so that it costs no request of its own. */
const inlineDrawing = (_whole, path) =>
  `url("data:image/svg+xml,${encodeURIComponent(text(join(dkfds, 'css', path)).trim())}")`;

/** Screens that no page of the bare kind shows: a mentor's page on a phone is weighed (60 kB), and does without them. */
const wideOnly = /^9-(calendar|capacity|courses|imports|limits|mentors)\.css$/;

function styles(fonts, leftOut = /^$/) {
  const base = keepUsedRules(text(join(dkfds, 'css/dkfds.min.css')), wordsInPages()).replace(
    /url\(["']?(\.\.\/img[^)"']+)["']?\)/g,
    inlineDrawing,
  );
  const layers = readdirSync(join(own, 'css')).sort().filter((name) => !leftOut.test(name));
  const density = layers.map((name) => text(join(own, 'css', name))).join('\n');
  const small = density
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/([{};,]) +/g, '$1');
  return base + small.replace(/asset\(([^)]+)\)/g, (_whole, name) => `url(/assets/${fonts[name]})`);
}

/** The drawings `kit/icon.tsx` names, as symbols of one file. */
function icons() {
  const names = [
    ...text(join(pages, 'kit/icon.tsx'))
      .split('] as const')[0]
      .matchAll(/'([a-z-]+)'/g),
  ].map(([, name]) => name);
  const symbols = names.map((name) => {
    const svg = text(join(dkfds, `img/svg-icons/${name}.svg`));
    const box = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 24 24';
    return `<symbol id="${name}" viewBox="${box}">${svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/**
 * htmx, its settings and its SSE extension as ONE file: in two files htmx may start before the extension has registered,
 * and then a live list silently never connects.
 */
const scripts = () =>
  [text(join(htmx, 'htmx.min.js')), text(join(own, 'htmx-settings.js')), text(join(htmx, 'ext/hx-sse.min.js'))]
    .join(';\n')
    .replace(/\/\/# sourceMappingURL=.*/g, '');

/** Writes all of it into `target`, which is emptied first. */
export function buildAssets(target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const manifest = {};
  const put = (name, content) => {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const extension = extname(name);
    const file = `${name.slice(0, -extension.length)}.${hash}${extension}`;
    writeFileSync(join(target, file), bytes);
    if (extension !== '.woff2') {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      writeFileSync(join(target, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(join(target, `${file}.br`), brotliCompressSync(bytes, { params }));
    }
    manifest[name] = file;
  };
  for (const [name, source] of [
    ['plex-400', 'Regular'],
    ['plex-600', 'SemiBold'],
  ])
    put(`${name}.woff2`, readFileSync(join(dkfds, `fonts/IBMPlexSans/split/woff2/IBMPlexSans-${source}-Latin1.woff2`)));
  put('indgang.css', styles(manifest));
  put('bare.css', styles(manifest, wideOnly));
  put('htmx.js', scripts());
  const parts = readdirSync(join(own, 'js')).sort();
  put('indgang.js', `(() => {\n'use strict';\n${parts.map((name) => text(join(own, 'js', name))).join('\n')}\n})();`);
  put('icons.svg', icons());
  put('logo.svg', text(join(own, 'logo.svg')));
  writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildAssets(process.argv[2] ?? join(root, 'dist/assets'));
