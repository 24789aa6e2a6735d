import { courseBegan } from './course-days.rules.js';

describe('the first day of a course', () => {
  it.each([
    ['the day of the yes', [], '2026-11-25'],
    ['the day of the yes, for a stay that is to come', [{ from: '2026-11-30' }], '2026-11-25'],
    ['the first day of a stay, when the yes was written down later', [{ from: '2026-11-30' }, { from: '2026-11-23' }], '2026-11-23'],
  ])('%s', (_, stays, expected) => expect(courseBegan('2026-11-25', stays)).toBe(expected));
});
