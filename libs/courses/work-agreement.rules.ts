export interface WorkAgreementText {
  readonly mentorTasks?: string;
  readonly milestones: readonly { readonly paidHours: boolean }[];
}

/**
 * What is missing in a work agreement's text (R70, R71): a milestone about paid hours, and the fourth topic, which it has
 * exactly when a mentor takes part.
 */
export function workAgreementFaults({ mentorTasks, milestones }: WorkAgreementText, hasMentor: boolean): { readonly field: string; readonly code: string }[] {
  return [
    ...(milestones.some(({ paidHours }) => paidHours) ? [] : [{ field: 'milestones', code: 'fault.work-agreement.paid-hours' }]),
    ...(hasMentor && !mentorTasks ? [{ field: 'mentorTasks', code: 'fault.work-agreement.mentor-tasks' }] : []),
    ...(!hasMentor && mentorTasks ? [{ field: 'mentorTasks', code: 'fault.work-agreement.no-mentor' }] : []),
  ];
}
