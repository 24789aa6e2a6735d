import { workAgreementFaults } from './work-agreement.rules.js';

describe('a work agreement', () => {
  const [hours, other] = [{ paidHours: true }, { paidHours: false }];
  it.each<[string, object, boolean, string[]]>([
    ['three topics without a mentor', { milestones: [hours] }, false, []],
    ['a milestone on its first day', { milestones: [{ ...hours, dueOn: '2026-11-23' }] }, false, []],
    ['a milestone from long before', { milestones: [hours, { ...other, dueOn: '2026-11-22' }] }, false, ['milestones.1.dueOn']],
    ['four with one', { milestones: [other, hours], mentorTasks: 'Oplærer ved ovnen' }, true, []],
    ['a mentor whose tasks nobody wrote', { milestones: [hours] }, true, ['mentorTasks']],
    ['tasks of a mentor who is not there', { milestones: [hours], mentorTasks: 'Oplærer' }, false, ['mentorTasks']],
    ['no milestone about paid hours', { milestones: [other] }, false, ['milestones']],
    ['no milestone at all', { milestones: [], mentorTasks: 'Oplærer' }, false, ['milestones', 'mentorTasks']],
  ])('%s', (_, text, hasMentor, fields) =>
    expect(workAgreementFaults(text as { milestones: [] }, hasMentor, '2026-11-23').map(({ field }) => field)).toEqual(fields),
  );
});
