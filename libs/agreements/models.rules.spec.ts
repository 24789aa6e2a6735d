import type { AgreementFacts, Model } from './model.rules.js';
import { models } from './models.rules.js';

const whole: AgreementFacts = {
  workplaces: 2,
  mentors: 2,
  untrainedMentors: 0,
  workplacesWithoutMentor: 0,
  slots: 3,
  hasContactPerson: true,
  hasCoordinator: true,
  slotPooling: 'pooled',
  taken: false,
  hasMatch: true,
  hasFollowUpPlan: true,
  paidBeyondEnd: false,
};
const every: readonly Model[] = ['fixed_slots', 'standing', 'match_driven', 'cluster'];

describe('an agreement that lacks nothing', () => {
  it.each(every)('%s is made and activated without a word', (model) => {
    expect([models[model].mayCreate(whole), models[model].mayActivate(whole), models[model].warnings(whole)]).toEqual([[], [], []]);
  });
});

/** One thing missing at a time: what each model says to a draft, to activation, and as a warning. "-" is nothing. */
const cases: readonly (readonly [lack: string, facts: Partial<AgreementFacts>, model: Model, draft: string, activation: string, warning: string])[] = [
  ['workplace', { workplaces: 0 }, 'fixed_slots', 'needs-workplace', '-', '-'],
  ['workplace', { workplaces: 0 }, 'standing', 'needs-workplace', '-', '-'],
  ['workplace', { workplaces: 0 }, 'match_driven', 'needs-workplace', '-', '-'],
  ['workplace', { workplaces: 0 }, 'cluster', '-', 'needs-two-workplaces', '-'],
  ['second workplace', { workplaces: 1 }, 'fixed_slots', '-', '-', '-'],
  ['second workplace', { workplaces: 1 }, 'standing', '-', '-', '-'],
  ['second workplace', { workplaces: 1 }, 'match_driven', '-', '-', '-'],
  ['second workplace', { workplaces: 1 }, 'cluster', '-', 'needs-two-workplaces', '-'],
  ['mentor', { mentors: 0 }, 'fixed_slots', '-', 'needs-mentor', '-'],
  ['mentor', { mentors: 0 }, 'standing', '-', '-', 'mentor-at-first-match'],
  ['mentor at a match', { mentors: 0, taken: true }, 'standing', '-', '-', 'needs-mentor'],
  ['mentor', { mentors: 0 }, 'match_driven', '-', 'needs-mentor', '-'],
  ['mentor', { mentors: 0 }, 'cluster', '-', '-', '-'],
  ['mentor at one workplace', { workplacesWithoutMentor: 1 }, 'fixed_slots', '-', '-', '-'],
  ['mentor at one workplace', { workplacesWithoutMentor: 1 }, 'standing', '-', '-', '-'],
  ['mentor at one workplace', { workplacesWithoutMentor: 1 }, 'match_driven', '-', '-', '-'],
  ['mentor at one workplace', { workplacesWithoutMentor: 1 }, 'cluster', '-', '-', 'workplace-without-mentor'],
  ['training', { untrainedMentors: 1 }, 'fixed_slots', '-', '-', 'untrained-mentor'],
  ['training', { untrainedMentors: 1 }, 'standing', '-', '-', '-'],
  ['training', { untrainedMentors: 1 }, 'match_driven', '-', '-', 'untrained-mentor'],
  ['training', { untrainedMentors: 1 }, 'cluster', '-', '-', 'untrained-mentor'],
  ['slot', { slots: 0 }, 'fixed_slots', '-', 'needs-slot', '-'],
  ['slot', { slots: 0 }, 'standing', '-', 'needs-slot', '-'],
  ['slot', { slots: 0 }, 'match_driven', '-', '-', '-'],
  ['slot', { slots: 0 }, 'cluster', '-', 'needs-slot', '-'],
  ['moderation: nine', { slots: 9 }, 'fixed_slots', '-', '-', '-'],
  ['moderation: ten', { slots: 10 }, 'fixed_slots', '-', '-', 'many-slots'],
  ['moderation: ten', { slots: 10 }, 'standing', '-', '-', '-'],
  ['moderation: ten', { slots: 10 }, 'match_driven', '-', '-', '-'],
  ['moderation: ten', { slots: 10 }, 'cluster', '-', '-', '-'],
  ['contact person', { hasContactPerson: false }, 'fixed_slots', '-', '-', 'no-contact-person'],
  ['contact person', { hasContactPerson: false }, 'standing', '-', '-', 'no-contact-person'],
  ['contact person', { hasContactPerson: false }, 'match_driven', 'needs-contact-person', 'needs-contact-person', '-'],
  ['contact person', { hasContactPerson: false }, 'cluster', '-', '-', 'no-contact-person'],
  ['coordinator', { hasCoordinator: false }, 'fixed_slots', '-', '-', '-'],
  ['coordinator', { hasCoordinator: false }, 'standing', '-', '-', '-'],
  ['coordinator', { hasCoordinator: false }, 'match_driven', '-', '-', '-'],
  ['coordinator', { hasCoordinator: false }, 'cluster', '-', 'needs-coordinator', '-'],
  ['pooling', { slotPooling: null }, 'fixed_slots', '-', '-', '-'],
  ['pooling', { slotPooling: null }, 'standing', '-', '-', '-'],
  ['pooling', { slotPooling: null }, 'match_driven', '-', '-', '-'],
  ['pooling', { slotPooling: null }, 'cluster', 'needs-pooling', '-', '-'],
  ['follow-up plan', { hasFollowUpPlan: false }, 'fixed_slots', '-', '-', '-'],
  ['follow-up plan', { hasFollowUpPlan: false }, 'standing', '-', '-', '-'],
  ['follow-up plan', { hasFollowUpPlan: false }, 'match_driven', 'needs-follow-up-plan', 'needs-follow-up-plan', '-'],
  ['follow-up plan', { hasFollowUpPlan: false }, 'cluster', '-', '-', '-'],
  ['end of pay', { paidBeyondEnd: true }, 'fixed_slots', '-', '-', 'pay-beyond-end'],
  ['end of pay', { paidBeyondEnd: true }, 'standing', '-', '-', 'pay-beyond-end'],
  ['end of pay', { paidBeyondEnd: true }, 'match_driven', '-', '-', 'pay-beyond-end'],
  ['end of pay', { paidBeyondEnd: true }, 'cluster', '-', '-', 'pay-beyond-end'],
  ['match', { hasMatch: false }, 'fixed_slots', '-', '-', '-'],
  ['match', { hasMatch: false }, 'standing', '-', '-', '-'],
  ['match', { hasMatch: false }, 'match_driven', 'needs-match', '-', '-'],
  ['match', { hasMatch: false }, 'cluster', '-', '-', '-'],
];

describe('an agreement without', () => {
  it.each(cases)('%s %j: %s says draft %s, activation %s, warning %s', (_, facts, model, ...expected) => {
    const judged = { ...whole, ...facts };
    const said = [models[model].mayCreate(judged), models[model].mayActivate(judged), models[model].warnings(judged)];
    expect(said.map((codes) => codes.join(' ') || '-')).toEqual(expected);
  });
});

describe('what each model promises', () => {
  it.each([
    ['fixed_slots', 'company', true, false, true, true, true],
    ['standing', 'company', true, true, false, false, false],
    ['match_driven', 'company', false, false, false, false, false],
    ['cluster', 'cluster', true, false, true, false, true],
  ] as const)('%s: %s, slots %p, callable %p, refill when asked %p, when declined %p, unsaid %p', (model, party, promisesSlots, callable, asked, declined, unsaid) => {
    const { refill, ...rules } = models[model];
    expect(rules).toMatchObject({ party, promisesSlots, callable });
    expect([refill(true), refill(false), refill(undefined)]).toEqual([asked, declined, unsaid]);
  });
});
