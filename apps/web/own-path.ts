/** Only a path of this site, as a header can carry it: never an address that leads somewhere else. Anything else: the first page. */
export const ownPath = (text: unknown): string => (typeof text === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? text : '/');
