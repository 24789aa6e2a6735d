import { stopOf } from './stop.rules.js';

describe('stopping a placement of 1 to 29 March', () => {
  it.each([
    ['in the middle', '2027-03-15', false, { until: '2027-03-15' }],
    ['after the first day', '2027-03-02', false, { until: '2027-03-02' }],
    ['a day early', '2027-03-29', false, { until: '2027-03-29' }],
    ['on its end', '2027-03-30', false, { refusal: 'placement.stop-after-end' }],
    ['after its end', '2027-04-10', false, { refusal: 'placement.stop-after-end' }],
    ['on the first day: it never began', '2027-03-01', false, { cancelled: true }],
    ['before the first day', '2027-02-01', false, { cancelled: true }],
    ['when it is stopped already', '2027-03-15', true, { refusal: 'placement.over' }],
  ])('%s', (_, on, over, expected) =>
    expect(stopOf({ from: '2027-03-01', until: '2027-03-30', on, over })).toEqual(expected),
  );
});
