import { pageLinkState } from './page-link.rules.js';

const expiresAt = new Date('2026-12-01T10:10:00Z');
const early = new Date('2026-12-01T10:09:59Z');
const late = new Date('2026-12-01T10:10:00Z');

describe("a link to a mentor's own page", () => {
  it.each([
    ['fresh', early, null, 'open'],
    ['expired to the second', late, null, 'expired'],
    ['used', early, early, 'used'],
    ['used, and expired since', late, early, 'used'],
  ])('that is %s', (_, now, usedAt, state) => expect(pageLinkState({ now, expiresAt, usedAt })).toBe(state));
});
