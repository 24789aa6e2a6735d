import { groundOf, mayChange, mayLook, type Basis, type Part, type Relation } from './citizen-access.rules.js';

const none: Relation = { attached: false, access: null };
const attached: Relation = { attached: true, access: null };
const cover: Relation = { attached: false, access: { kind: 'cover', reason: 'ferie' } };
const look: Relation = { attached: false, access: { kind: 'look', reason: 'klage' } };
const user = (...roles: string[]) => ({ kind: 'user' as const, roles });

describe('on what ground a citizen is seen', () => {
  it.each([
    ['consultant', attached, 'attached'],
    ['consultant', cover, 'cover'],
    ['consultant', look, 'look'],
    ['consultant', none, undefined],
    ['caseworker', attached, 'attached'],
    ['caseworker', cover, 'cover'],
    ['caseworker', none, undefined],
    ['manager', none, undefined],
    ['manager', look, 'look'],
    ['manager', cover, 'cover'],
    ['manager', attached, 'attached'],
    ['administrator', none, undefined],
    ['administrator', attached, undefined],
    ['administrator', cover, undefined],
    ['administrator', look, undefined],
  ])('%s, %j: %s', (role, relation, expected) => {
    expect(groundOf(user(role), relation)?.basis).toBe(expected);
  });

  it('an attached one needs no reason, even when one was given', () => {
    expect(groundOf(user('consultant'), { ...cover, attached: true })).toEqual({ basis: 'attached', reason: null });
  });

  it('a mentor never comes this way; a job does', () => {
    expect(groundOf({ kind: 'mentor', roles: [] }, attached)).toBeUndefined();
    expect(groundOf({ kind: 'system', roles: [] }, none)).toEqual({ basis: 'system', reason: null });
  });
});

describe('what may be changed', () => {
  const parts: Part[] = ['facts', 'visits', 'roles', 'access'];
  it.each<[string, Basis, Part[]]>([
    ['consultant', 'attached', parts],
    ['consultant', 'cover', ['facts', 'visits']],
    ['consultant', 'look', []],
    ['manager', 'look', ['roles']],
    ['manager', 'cover', ['facts', 'visits']],
    ['nobody', 'system', parts],
  ])('%s, %s: %j', (role, basis, expected) => {
    expect(parts.filter((part) => mayChange(user(role), { basis, reason: null }, part))).toEqual(expected);
  });
});

describe('who may take a look', () => {
  it.each([
    ['manager', false, true],
    ['consultant', false, false],
    ['consultant', true, true],
    ['caseworker', true, true],
    ['administrator', true, false],
  ])('%s, same team %s: %s', (role, sameTeam, expected) => {
    expect(mayLook(user(role), { sameTeam })).toBe(expected);
  });
});
