export interface WorkAgreementText {
  readonly mentorTasks?: string;
  readonly milestones: readonly { readonly dueOn?: string; readonly paidHours: boolean }[];
}

/**
 * What is missing in a work agreement's text (R70, R71): a milestone about paid hours, and the fourth topic, which it has
 * exactly when a mentor takes part. `since`: the day its first version was written, before which nothing was aimed at.
 */
export function workAgreementFaults({ mentorTasks, milestones }: WorkAgreementText, hasMentor: boolean, since: string): { readonly field: string; readonly code: string }[] {
  return [
    ...milestones.flatMap(({ dueOn }, index) => (dueOn !== undefined && dueOn < since ? [{ field: `milestones.${index}.dueOn`, code: 'fault.milestone.before-agreement' }] : [])),
    ...(milestones.some(({ paidHours }) => paidHours) ? [] : [{ field: 'milestones', code: 'fault.work-agreement.paid-hours' }]),
    ...(hasMentor && !mentorTasks ? [{ field: 'mentorTasks', code: 'fault.work-agreement.mentor-tasks' }] : []),
    ...(!hasMentor && mentorTasks ? [{ field: 'mentorTasks', code: 'fault.work-agreement.no-mentor' }] : []),
  ];
}
