import { when, type AgreementFacts, type Code, type ModelRules } from './model.rules.js';

/** Told apart from the others by these two, from its first day on. */
const always = ({ hasContactPerson, hasFollowUpPlan }: AgreementFacts): readonly Code[] => [
  ...when(!hasContactPerson, 'needs-contact-person'),
  ...when(!hasFollowUpPlan, 'needs-follow-up-plan'),
];

/**
 * Model 3, opsøgning ved match: born of a citizen's accepted match, with a fixed contact person and close follow-up. It
 * promises no places, ever, and asks for no refill: an agreement "for capacity" cannot exist.
 */
export const matchDriven: ModelRules = {
  party: 'company',
  promisesSlots: false,
  callable: false,
  refill: () => false,
  mayCreate: (facts) => [...when(!facts.hasMatch, 'needs-match'), ...always(facts), ...when(facts.workplaces < 1, 'needs-workplace')],
  mayActivate: (facts) => [...when(facts.mentors < 1, 'needs-mentor'), ...always(facts)],
  warnings: ({ untrainedMentors, paidBeyondEnd }) => [...when(untrainedMentors > 0, 'untrained-mentor'), ...when(paidBeyondEnd, 'pay-beyond-end')],
};
