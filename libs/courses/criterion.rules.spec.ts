import { criterionFault } from './criterion.rules.js';

const days = { agreedOn: '2026-11-02', today: '2026-11-22', inAYear: '2027-11-22' };

describe('a what-it-takes criterion that is looked at', () => {
  it.each([
    ['met today', { metOn: '2026-11-22' }, undefined],
    ['met on the day it was agreed', { metOn: '2026-11-02' }, undefined],
    ['met before it was agreed', { metOn: '2026-11-01' }, 'fault.criterion.before-agreed'],
    ['met tomorrow', { metOn: '2026-11-23' }, 'fault.terms.ahead'],
    ['again tomorrow', { reviewOn: '2026-11-23' }, undefined],
    ['again in a year', { reviewOn: '2027-11-22' }, undefined],
    ['again today', { reviewOn: '2026-11-22' }, 'fault.terms.review-past'],
    ['again in another century', { reviewOn: '2126-11-22' }, 'fault.terms.far'],
    ['nothing said', {}, 'fault.criterion.one-of'],
    ['both said', { metOn: '2026-11-22', reviewOn: '2026-12-22' }, 'fault.criterion.one-of'],
  ])('%s', (_, said, code) => expect(criterionFault(said, days)?.code).toBe(code));
});
