import { when, type ModelRules } from './model.rules.js';

/** Model 1, fast aftale: one to nine places always ready; a named mentor before it counts; idle places are a problem. */
export const fixedSlots: ModelRules = {
  party: 'company',
  promisesSlots: true,
  callable: false,
  refill: () => true,
  mayCreate: ({ workplaces }) => when(workplaces < 1, 'needs-workplace'),
  mayActivate: ({ mentors, slots }) => [...when(mentors < 1, 'needs-mentor'), ...when(slots < 1, 'needs-slot')],
  warnings: ({ slots, untrainedMentors, hasContactPerson, paidBeyondEnd }) => [
    ...when(slots > 9, 'many-slots'),
    ...when(untrainedMentors > 0, 'untrained-mentor'),
    ...when(!hasContactPerson, 'no-contact-person'),
    ...when(paidBeyondEnd, 'pay-beyond-end'),
  ],
};
