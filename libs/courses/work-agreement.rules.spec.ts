import { workAgreementFaults } from './work-agreement.rules.js';

describe('a work agreement', () => {
  const [hours, other] = [{ paidHours: true }, { paidHours: false }];
  it.each<[string, object, boolean, string[]]>([
    ['three topics without a mentor', { milestones: [hours] }, false, []],
    ['four with one', { milestones: [other, hours], mentorTasks: 'Oplærer ved ovnen' }, true, []],
    ['a mentor whose tasks nobody wrote', { milestones: [hours] }, true, ['mentorTasks']],
    ['tasks of a mentor who is not there', { milestones: [hours], mentorTasks: 'Oplærer' }, false, ['mentorTasks']],
    ['no milestone about paid hours', { milestones: [other] }, false, ['milestones']],
    ['no milestone at all', { milestones: [], mentorTasks: 'Oplærer' }, false, ['milestones', 'mentorTasks']],
  ])('%s', (_, text, hasMentor, fields) =>
    expect(workAgreementFaults(text as { milestones: [] }, hasMentor).map(({ field }) => field)).toEqual(fields),
  );
});
