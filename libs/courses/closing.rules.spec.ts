import { closingRefusal } from './closing.rules.js';

const ended = { closed: false, placedUntil: '2026-11-02', openedOn: '2026-08-01', today: '2026-11-10' };

describe('closing a course', () => {
  it.each([
    ['the CV brought up to date after the end', {}, { updatedOn: '2026-11-05' }, undefined],
    ['on the day after the last one', {}, { updatedOn: '2026-11-02' }, undefined],
    ['the CV waived, with a reason', {}, { waivedReason: 'Har fået fast arbejde' }, undefined],
    ['a CV from before the end', {}, { updatedOn: '2026-10-05' }, 'course.cv-before-end'],
    ['a CV of tomorrow', {}, { updatedOn: '2026-11-11' }, 'course.cv-ahead'],
    ['a placement still running', { placedUntil: '2026-11-11' }, { updatedOn: '2026-11-05' }, 'course.placement-running'],
    ['never placed', { placedUntil: null }, { updatedOn: '2026-08-01' }, undefined],
    ['never placed, a CV from before', { placedUntil: null }, { updatedOn: '2026-07-01' }, 'course.cv-before-end'],
    ['twice', { closed: true }, { waivedReason: 'x' }, 'course.closed'],
  ])('%s', (_, change, cv, refusal) => expect(closingRefusal({ ...ended, ...change }, cv)).toBe(refusal));
});
