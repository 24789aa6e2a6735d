/** Tasks: their sentences, and what is done about them. */
export const tasksEn = {
  'task.other': 'A task is waiting',
  'task.refill': 'Slot free from {emptyFrom}',
  'task.call-slot': 'The slot is called: the company answers by {due}',
  'task.offer-question': 'Ask whether the offer is still good',
  'task.match-over': 'The placement is over: thank them, close the agreement, or make it one with fixed slots',
  'refusal.task.done': 'The task is already done.',
  'fault.task.not-ahead': 'Choose a day after today.',
  'fault.task.too-far': 'A task can be put off for half a year at most.',
  'journal.task.finished': 'finished a task',
  'journal.task.snoozed': 'put a task off',
} as const;
