import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';

/** A `<Page>` as the bytes a browser gets. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

/** A part of a page, for htmx. */
export const renderPart = (part: VNode): string => renderToString(part);
