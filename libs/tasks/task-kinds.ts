/** Every kind of task there is. Its sentence is the dictionary's `task.<kind>`; its button, apps/web/tasks/task-step.ts. */
export const taskKinds = [
  'refill',
  'call-slot',
  'offer-question',
  'match-over',
  'agreement-change-stuck',
  'follow-up',
  'criterion-review',
  'mentor-away',
  'mentor-full',
  'mentor-stops',
  'certificate-expires',
  'mentor-training',
  'coordinator-training',
  'pulse-call',
  'pulse-low',
  'visit-outcome',
  'visit-unanswered',
  'access-sample',
  'citizen-retention',
  'mentor-retention',
] as const;
export type TaskKind = (typeof taskKinds)[number];
