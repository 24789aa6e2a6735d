/** Company mentors (virksomhedsmentorer). */
export const mentorsDa = {
  'fault.mentor.dates': 'Den første dag uden mentor skal ligge efter den første dag med.',
  'journal.mentor.named': 'gjorde en medarbejder til mentor',
  'journal.mentor.updated': 'rettede en mentor',
  'journal.mentor.ended': 'afsluttede en mentor',
} as const;
