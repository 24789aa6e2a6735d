/** Finds every page by following links, as a person would, so that a new page is looked at without being listed. */
import 'reflect-metadata';
import { operationKey, type OperationSpec } from '#platform';
import { WebModule } from '../../apps/web/web.module.js';

export interface Found {
  readonly address: string;
  /** Its address with '…' for ids and secrets: one kind of page. */
  readonly kind: string;
  readonly persona: string;
  /** Letters of HTML. */
  readonly size: number;
}

/** The product at `url`, asked without a browser. */
export interface Asker {
  readonly url: string;
  readonly cookies: Readonly<Record<string, string>>;
}

/** A form that asks for a page, by its address. */
const asking = /<form(?=[^>]*\smethod="get")[^>]*\saction="([^"?]+)/g;
/** Addresses a page asks for by itself or offers to follow. What is saved as a file is no page, but must be offered. */
const named = /\s(?:href|hx-get|hx-sse:connect|data-source|data-count)="([^"]+)"/g;
const secret = /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)[\w-]{30,}/g;
const kindOf = (address: string): string => (address.split('?')[0] ?? '').replace(secret, '…');

/** Reads pages for each persona from `begin` on; at most `perKind` of a kind. Streams are offered, never read. */
export class Crawl {
  readonly pages: Found[] = [];
  /** Paths that some page leads to. */
  readonly offered = new Set<string>();
  /** What answered otherwise than a page should. */
  readonly faults: string[] = [];

  constructor(
    private readonly asker: Asker,
    private readonly perKind = 4,
  ) {}

  async follow(persona: string, begin: readonly string[]): Promise<void> {
    const read = new Map<string, number>();
    const taken = new Map(begin.map((address) => [address, 'the start']));
    // Whole pages before the same pages filtered, sorted or paged.
    const [plain, asked] = [[...begin], [] as string[]];
    for (let address = plain.shift(); address !== undefined; address = plain.shift() ?? asked.shift()) {
      const kind = kindOf(address);
      const times = (read.get(kind) ?? 0) + 1;
      if (times > this.perKind) continue;
      read.set(kind, times);
      const html = await this.read(address, persona, taken.get(address) ?? '');
      if (html === undefined) continue;
      this.pages.push({ address, kind, persona, size: html.length });
      for (const link of this.linksIn(html)) {
        if (taken.has(link)) continue;
        taken.set(link, address);
        (link.includes('?') ? asked : plain).push(link);
      }
    }
  }

  /** Of each kind of page the one with most on it, and the one with least. */
  extremes(): { readonly fullest: Found[]; readonly emptiest: Found[] } {
    const kinds = [...new Set(this.pages.map(({ kind }) => kind))].map((kind) => this.pages.filter((page) => page.kind === kind).sort((a, b) => b.size - a.size));
    return { fullest: kinds.flatMap((pages) => pages.slice(0, 1)), emptiest: kinds.flatMap((pages) => pages.slice(-1)) };
  }

  private linksIn(html: string): string[] {
    const own = [...html.matchAll(named)]
      .map(([, link = '']) => link.replaceAll('&amp;', '&').replace(this.asker.url, '').replace(/#.*/, ''))
      .filter((link) => /^\/(?!assets\/|api\/)/.test(link));
    for (const link of own) this.offered.add(link.split('?')[0] ?? '');
    for (const [, address = ''] of html.matchAll(asking)) this.offered.add(address);
    return own;
  }

  /** The text of a whole page; nothing for a file, a part of a page, or a stream. */
  private async read(address: string, persona: string, from: string): Promise<string | undefined> {
    const response = await fetch(this.asker.url + address, { redirect: 'manual', headers: { cookie: this.asker.cookies[persona] ?? '', accept: 'text/html' } });
    // Who has no user's session is sent to where one is had; a mentor's page, named in a mail, sends staff to where a mentor's is.
    const where = /^\/(log-ind|mentor\/adgang)/.exec(response.headers.get('location') ?? '')?.[1];
    const asksToSignIn = where === 'mentor/adgang' || (where === 'log-ind' && ['nobody', 'mentor'].includes(persona));
    if (response.status !== 200 && !asksToSignIn) this.faults.push(`${persona} gets ${response.status} at ${address}, which ${from} leads to`);
    const isPage = response.status === 200 && response.headers.get('content-type')?.startsWith('text/html');
    if (!isPage) await response.body?.cancel();
    const text = isPage ? await response.text() : '';
    return text.startsWith('<!doctype html>') ? text : undefined;
  }
}

/** The paths of all GET routes of the pages, with `:name` for parameters. */
export function pageRoutes(): string[] {
  const controllers = Reflect.getMetadata('controllers', WebModule) as readonly { readonly prototype: object }[];
  const specs = controllers.flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).map((name) => Reflect.getMetadata(operationKey, (prototype as Record<string, object>)[name] ?? {}) as OperationSpec | undefined),
  );
  return specs.flatMap((spec) => (spec?.method === 'get' ? [spec.path] : [])).sort();
}

/** Those of the routes that none of the paths is of; a path is of the most particular route that fits. */
export function lonelyRoutes(routes: readonly string[], paths: Iterable<string>): string[] {
  const particular = routes
    .map((route) => ({ route, pattern: new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`), parameters: route.split(':').length }))
    .sort((a, b) => a.parameters - b.parameters);
  const led = new Set([...new Set(paths)].map((path) => particular.find(({ pattern }) => pattern.test(path))?.route));
  return routes.filter((route) => !led.has(route));
}
