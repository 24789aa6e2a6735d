import { holdsOn, lastPrimary, meets, missingRoles, splitOf, within, type Held } from './citizen-roles.rules.js';

const held = (...texts: string[]): Held[] =>
  texts.map((text) => {
    const [userId = '', short = ''] = text.split(':');
    return { userId, role: ({ k: 'consultant', s: 'caseworker', m: 'support_mentor' } as const)[short] ?? 'consultant' };
  });

describe('the three splits', () => {
  it.each([
    ['three people', held('a:k', 'b:s', 'c:m'), 'apart'],
    ['consultant is mentor too', held('a:k', 'a:m', 'b:s'), 'mentor_with_consultant'],
    ['one person has all', held('a:k', 'a:m', 'a:s'), 'all_in_one'],
    ['caseworker is mentor too', held('a:k', 'b:s', 'b:m'), 'other'],
    ['consultant is caseworker too', held('a:k', 'a:s', 'b:m'), 'other'],
    ['no mentor', held('a:k', 'b:s'), 'incomplete'],
    ['only a consultant', held('a:k'), 'incomplete'],
    ['nobody', [], 'incomplete'],
    ['two consultants, one of them mentor', held('a:k', 'd:k', 'a:m', 'b:s'), 'mentor_with_consultant'],
  ])('%s', (_name, roles, expected) => {
    expect(splitOf(roles)).toBe(expected);
  });

  it('says which functions have nobody', () => {
    expect(missingRoles(held('a:k'))).toEqual(['caseworker', 'support_mentor']);
  });
});

describe('periods, half-open', () => {
  const spring = { from: '2027-03-01', until: '2027-06-01' };
  const open = { from: '2027-03-01', until: null };
  it.each([
    ['2027-02-28', spring, false],
    ['2027-03-01', spring, true],
    ['2027-05-31', spring, true],
    ['2027-06-01', spring, false],
    ['2099-01-01', open, true],
  ])('%s', (day, days, expected) => {
    expect(holdsOn(days, day)).toBe(expected);
  });

  it.each([
    [spring, open, true, true],
    [open, spring, false, true],
    [{ from: '2027-06-01', until: '2027-07-01' }, spring, false, false],
    [{ from: '2027-05-31', until: '2027-07-01' }, spring, false, true],
    [{ from: '2027-04-01', until: '2027-05-01' }, spring, true, true],
  ])('%j in %j', (inner, outer, isWithin, isMet) => {
    expect([within(inner, outer), meets(inner, outer)]).toEqual([isWithin, isMet]);
  });

  it('the last known primary contact is the one of a planned handover, else the one there is', () => {
    const [first, next, beside] = [{ ...spring, isPrimary: true }, { from: '2027-06-01', until: null, isPrimary: true }, { from: '2027-09-01', until: null, isPrimary: false }];
    expect([[first, beside], [beside, next, first], [beside]].map(lastPrimary)).toEqual([first, next, undefined]);
  });
});
