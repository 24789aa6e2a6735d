/** The steps of the editor, in their order. */
export const steps = ['model', 'pladser', 'mentor', 'opfoelgning', 'gennemse'] as const;
export type Step = (typeof steps)[number];

export const agreementHref = (agreementId: string): string => `/aftaler/${agreementId}`;
export const stepHref = (agreementId: string, step: Step): string => `/aftaler/${agreementId}/trin/${step}`;

/** Where what an agreement lacks is put right, by the code the rules give. */
const stepOfCode: Readonly<Record<string, Step>> = {
  'agreement.needs-workplace': 'model',
  'agreement.needs-two-workplaces': 'model',
  'agreement.needs-pooling': 'model',
  'agreement.needs-slot': 'pladser',
  'agreement.many-slots': 'pladser',
  'agreement.needs-mentor': 'mentor',
  'agreement.needs-coordinator': 'mentor',
  'agreement.untrained-mentor': 'mentor',
  'agreement.mentor-at-first-match': 'mentor',
  'agreement.workplace-without-mentor': 'mentor',
  'agreement.pay-beyond-end': 'mentor',
  'agreement.no-contact-person': 'opfoelgning',
  'agreement.needs-contact-person': 'opfoelgning',
  'agreement.needs-follow-up-plan': 'opfoelgning',
};
export const stepOf = (code: string): Step => stepOfCode[code] ?? 'gennemse';
