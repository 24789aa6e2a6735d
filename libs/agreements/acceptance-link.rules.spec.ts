import { acceptanceLinkState } from './acceptance-link.rules.js';

const expiresAt = new Date('2026-12-22T10:00:00Z');
const before = new Date('2026-12-01T10:00:00Z');

describe('a link to accept an agreement', () => {
  it.each([
    ['fresh', before, null, false, false, 'open'],
    ['fresh, but the draft was changed', before, null, false, true, 'changed'],
    ['fresh, but a newer one was sent', before, null, true, false, 'over'],
    ['used', before, before, false, false, 'used'],
    ['used, and the agreement has ended since', before, before, true, true, 'used'],
    ['expired to the second', expiresAt, null, false, false, 'expired'],
    ['expired, of a changed draft', expiresAt, null, false, true, 'changed'],
    ['expired and renewed', expiresAt, expiresAt, false, false, 'renewed'],
  ])('that is %s', (_, now, usedAt, over, changed, expected) => expect(acceptanceLinkState({ now, expiresAt, usedAt, over, changed })).toBe(expected));
});
