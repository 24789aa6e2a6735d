import { when, type ModelRules } from './model.rules.js';

/**
 * Model 4, klynge: places over at least two workplaces, pooled or per workplace, with one central coordinator. A mentor
 * at each workplace is needed before a trainee is there, so a missing one warns. An idle place is a problem unless the
 * agreement says otherwise (domain.md 2.4: the source is silent).
 */
export const cluster: ModelRules = {
  party: 'cluster',
  promisesSlots: true,
  callable: false,
  refill: (setting) => setting ?? true,
  mayCreate: ({ slotPooling }) => when(slotPooling === null, 'needs-pooling'),
  mayActivate: ({ workplaces, hasCoordinator, slots }) => [
    ...when(workplaces < 2, 'needs-two-workplaces'),
    ...when(!hasCoordinator, 'needs-coordinator'),
    ...when(slots < 1, 'needs-slot'),
  ],
  warnings: ({ workplacesWithoutMentor, untrainedMentors, hasContactPerson, paidBeyondEnd }) => [
    ...when(workplacesWithoutMentor > 0, 'workplace-without-mentor'),
    ...when(untrainedMentors > 0, 'untrained-mentor'),
    ...when(!hasContactPerson, 'no-contact-person'),
    ...when(paidBeyondEnd, 'pay-beyond-end'),
  ],
};
