import { when, type ModelRules } from './model.rules.js';

/**
 * Model 3, opsøgning ved match: born of a citizen's accepted match, with a fixed contact person and close follow-up. It
 * promises no places, ever, and asks for no refill: an agreement "for capacity" cannot exist.
 */
export const matchDriven: ModelRules = {
  party: 'company',
  promisesSlots: false,
  callable: false,
  refill: () => false,
  mayCreate: ({ workplaces, hasMatch, hasContactPerson }) => [
    ...when(!hasMatch, 'needs-match'),
    ...when(!hasContactPerson, 'needs-contact-person'),
    ...when(workplaces < 1, 'needs-workplace'),
  ],
  mayActivate: ({ mentors }) => when(mentors < 1, 'needs-mentor'),
  warnings: ({ untrainedMentors }) => when(untrainedMentors > 0, 'untrained-mentor'),
};
