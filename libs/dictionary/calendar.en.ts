export const calendarEn = {
  'fault.calendar.week': 'There is no such week. Write year and week, for instance 2026-W53. Only some years have a week 53.',
  'refusal.closure.twice': 'The workplace is closed on one of those days already.',
  'journal.workplace.closure-added': 'wrote down that the workplace is closed',
  'journal.workplace.closure-cancelled': 'deleted a closure',
} as const;
