import { placementDays } from './placement-days.rules.js';

const asked = { from: '2027-03-01', until: '2027-05-31' };

test.each<[string, string, string | null, object | undefined]>([
  ['before the first day', '2027-02-10', null, asked],
  ['on the first day', '2027-03-01', '2027-05-31', asked],
  ['a day late', '2027-03-02', null, { from: '2027-03-02', until: '2027-06-01' }],
  ['after the last day', '2027-07-01', null, { from: '2027-07-01', until: '2027-09-30' }],
  ['late, and free for as long', '2027-03-02', '2027-06-01', { from: '2027-03-02', until: '2027-06-01' }],
  ['late, and taken again before', '2027-03-02', '2027-05-31', { from: '2027-03-02', until: '2027-05-31' }],
  ['late, with one day left', '2027-05-30', '2027-05-31', { from: '2027-05-30', until: '2027-05-31' }],
  ['too late', '2027-05-31', '2027-05-31', undefined],
])('answered %s', (_, today, freeUntil, days) => {
  expect(placementDays({ ...asked, today, freeUntil })).toEqual(days);
});
