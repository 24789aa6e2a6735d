/** This page's address with another cursor. */
export function moreHref(path: string, cursor: string): string {
  const [own = '', query = ''] = path.split('?');
  const wanted = new URLSearchParams(query);
  wanted.set('cursor', cursor);
  return `${own}?${wanted.toString()}`;
}
