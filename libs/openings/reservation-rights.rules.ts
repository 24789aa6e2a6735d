/** Whose business a reservation is. */
export interface Concerned {
  readonly reservedBy: string;
  readonly sharedBy: string | null;
  readonly responsibleUserId: string | null;
  readonly agreementContactId: string | null;
}

export interface Person {
  readonly kind: string;
  readonly userId: string | null;
  readonly roles: readonly string[];
}

const leads = ({ kind, roles }: Person): boolean => kind === 'system' || roles.includes('manager');

/** Only the one who reserved takes it back; a manager can, when that person is away. */
export const mayWithdraw = (person: Person, { reservedBy }: Concerned): boolean =>
  leads(person) || person.userId === reservedBy;

/**
 * Who may write down what the company answered: those it may have rung (the one who reserved, the one who shared, the
 * company's responsible, the agreement's contact), a manager, or the mentor by link. Not whoever else waits in the queue.
 */
export const mayAnswer = (person: Person, concerned: Concerned): boolean =>
  leads(person) ||
  person.kind === 'mentor' ||
  (person.userId !== null &&
    [concerned.reservedBy, concerned.sharedBy, concerned.responsibleUserId, concerned.agreementContactId].includes(
      person.userId,
    ));
