/** Company mentors. */
export const mentorsEn = {
  'fault.mentor.dates': 'The first day without the mentor must be after the first day with.',
  'journal.mentor.named': 'named a mentor',
  'journal.mentor.updated': 'changed a mentor',
  'journal.mentor.ended': 'ended a mentor',
} as const;
