import { grantStanding } from './grant.rules.js';

const facts = { needsGrant: true, grantNumber: 'V-1', grantFrom: '2026-11-23', grantUntil: '2027-02-22', from: '2026-11-23', until: '2027-02-22' };

describe('a grant and the days it is for', () => {
  it.each([
    ['all of them', {}, 'covers'],
    ['more than them', { grantFrom: '2026-11-01', grantUntil: '2027-03-01' }, 'covers'],
    ['from the day after the first', { grantFrom: '2026-11-24' }, 'short'],
    ['to the day before the last', { grantUntil: '2027-02-21' }, 'short'],
    ['the number alone is known', { grantFrom: null, grantUntil: null }, 'covers'],
    ['its first day is known, and too late', { grantFrom: '2026-12-01', grantUntil: null }, 'short'],
    ['none is written down', { grantNumber: null, grantFrom: null, grantUntil: null }, 'missing'],
    ['none is needed', { needsGrant: false, grantNumber: null }, 'not-needed'],
  ])('%s', (_, change, expected) => expect(grantStanding({ ...facts, ...change })).toBe(expected));
});
