import { mayAnswer, mayWithdraw, type Concerned, type Person } from './reservation-rights.rules.js';

const concerned: Concerned = {
  reservedBy: 'reserver',
  sharedBy: 'finder',
  responsibleUserId: 'responsible',
  agreementContactId: 'contact',
};
const unshared: Concerned = {
  reservedBy: 'reserver',
  sharedBy: null,
  responsibleUserId: null,
  agreementContactId: null,
};
const user = (userId: string | null, ...roles: string[]): Person => ({ kind: 'user', userId, roles });

describe('who may end a reservation', () => {
  it.each<[string, Person, Concerned, boolean, boolean]>([
    ['the one who reserved', user('reserver', 'caseworker'), concerned, true, true],
    ['the one who shared', user('finder', 'consultant'), concerned, false, true],
    ["the company's responsible", user('responsible', 'consultant'), concerned, false, true],
    ["the agreement's contact", user('contact', 'consultant'), concerned, false, true],
    ['a colleague, perhaps next in the queue', user('colleague', 'consultant'), concerned, false, false],
    ['an administrator', user('admin', 'administrator'), concerned, false, false],
    ['a manager', user('leader', 'manager'), concerned, true, true],
    ['the mentor by link', { kind: 'mentor', userId: null, roles: [] }, concerned, false, true],
    ['a job', { kind: 'system', userId: null, roles: [] }, concerned, true, true],
    ['nobody, where nobody is responsible', user(null), unshared, false, false],
  ])('%s', (_, person, whose, withdraw, answer) => {
    expect(mayWithdraw(person, whose)).toBe(withdraw);
    expect(mayAnswer(person, whose)).toBe(answer);
  });
});
