import { linkState } from './mentor-link.rules.js';

const expiresAt = new Date('2026-12-22T10:00:00Z');
const before = new Date('2026-12-01T10:00:00Z');
const after = new Date('2026-12-22T10:00:00Z');

describe('a request link', () => {
  it.each([
    ['fresh', before, null, false, 'open'],
    ['fresh, but the place went elsewhere', before, null, true, 'ended'],
    ['answered', before, before, true, 'used'],
    ['answered and then expired', after, before, true, 'used'],
    ['expired to the second', after, null, false, 'expired'],
    ['expired, and the request is over', after, null, true, 'ended'],
    ['expired and renewed', after, after, false, 'renewed'],
  ])('that is %s', (_, now, usedAt, over, expected) =>
    expect(linkState({ now, expiresAt, usedAt, over, stopped: false })).toBe(expected),
  );

  it.each([
    ['fresh', before, null, false, 'stopped'],
    ['answered before', after, before, true, 'used'],
    ['expired', after, null, false, 'stopped'],
    ['over', before, null, true, 'ended'],
  ])('whose mentor has stopped, %s', (_, now, usedAt, over, expected) =>
    expect(linkState({ now, expiresAt, usedAt, over, stopped: true })).toBe(expected),
  );
});
