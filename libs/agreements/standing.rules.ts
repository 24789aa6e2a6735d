import { when, type ModelRules } from './model.rules.js';

/**
 * Model 2, forhåndsaftale: possible places that may stand unused for any time. The mentor is needed at the first match
 * (libs/placements refuses without), so here a missing one only warns, and training may wait.
 */
export const standing: ModelRules = {
  party: 'company',
  promisesSlots: true,
  callable: true,
  refill: () => false,
  mayCreate: ({ workplaces }) => when(workplaces < 1, 'needs-workplace'),
  mayActivate: ({ slots }) => when(slots < 1, 'needs-slot'),
  warnings: ({ mentors, taken, hasContactPerson, paidBeyondEnd }) => [
    ...when(mentors < 1, taken ? 'needs-mentor' : 'mentor-at-first-match'),
    ...when(!hasContactPerson, 'no-contact-person'),
    ...when(paidBeyondEnd, 'pay-beyond-end'),
  ],
};
