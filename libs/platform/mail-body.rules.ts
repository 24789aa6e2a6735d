export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** One thing to do, as a button and as a bare address. */
  readonly link?: { readonly text: string; readonly href: string };
  readonly closing: readonly string[];
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A subject is one line: a line break in a company's name must not become a header of its own. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);

/** The same mail as plain text and as plain HTML. What people wrote is text in both, never markup. */
export function mailText({ subject, paragraphs, link, closing }: MailContent): MailText {
  const text = [...paragraphs, ...(link ? [`${link.text}:\n${link.href}`] : []), closing.join('\n')].join('\n\n');
  const button = link ? [`<p><a href="${escape(link.href)}">${escape(link.text)}</a></p>`] : [];
  const html = [
    ...paragraphs.map((part) => `<p>${escape(part)}</p>`),
    ...button,
    `<p>${closing.map(escape).join('<br>')}</p>`,
  ].join('\n');
  return {
    subject: oneLine(subject),
    text: `${text}\n`,
    html: `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${html}\n</body></html>\n`,
  };
}
