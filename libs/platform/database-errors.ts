import { Refusal } from './refusal.js';

/** Named constraints that say something better than "conflict"; the rest get a general sentence. */
const refusalOfConstraint: Readonly<Record<string, string>> = {
  placement_no_overlap: 'placement.overlap',
  reservation_citizen_once: 'reservation.already-reserved',
  reservation_one_first: 'opening.taken',
  company_cvr_once: 'company.exists',
  workplace_p_number_once: 'workplace.exists',
  app_user_email_once: 'user.exists',
  opening_taken_within_places: 'opening.taken',
  agreement_born_once: 'agreement.match-used',
  agreement_contact_in_match: 'agreement.needs-contact-person',
  agreement_total_cap: 'agreement.total-full',
  ratio_rule_holds: 'placement.beyond-ratio',
  agreement_pause_no_overlap: 'agreement.pause-overlap',
  agreement_version_one_coming: 'agreement.change-coming',
  team_name_once: 'team.exists',
  citizen_role_one_primary: 'citizen.primary-twice',
  citizen_role_once: 'citizen.already-attached',
  workplace_closed: 'workplace.closed',
  visit_holds_once: 'visit.already-planned',
  saved_view_name_once: 'view.exists',
};

const unavailableStates = new Set(['57P01', '57P02', '57P03', '53300', '53200', '53100', '58030', '57014', '55P03', '25006']);
const unavailableCauses = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const unavailableTexts = /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|pool after calling end/;

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
}

/** Serialisation failures and deadlocks: the same transaction may well succeed when run again. */
export const mayRetry = (error: unknown): boolean => ['40001', '40P01'].includes((error as DatabaseError).code ?? '');

/** An earlier statement failed; that one's error says why. */
export const isBrokenTransaction = (error: unknown): boolean => (error as DatabaseError).code === '25P02';

/** Waited for somebody else's row as long as may be. */
export const isLockTimeout = (error: unknown): boolean => (error as DatabaseError).code === '55P03';

export const isDatabaseAway = (error: unknown): boolean => {
  const { code = '', message = '' } = error as DatabaseError;
  return unavailableStates.has(code) || code.startsWith('08') || unavailableCauses.has(code) || unavailableTexts.test(message);
};

/**
 * The refusal behind a database error, or undefined when it is a fault of ours. Never carries SQL or a constraint's
 * name: 23505/23P01 conflict 409, 22xxx and 23xxx bad input, 08/57/53 away 503 with Retry-After.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { code = '', constraint = '' } = error as DatabaseError;
  if (isDatabaseAway(error) || mayRetry(error)) return new Refusal('database.away', { status: 503, retryAfterSeconds: 2 });
  if (code === '23505' || code === '23P01') return new Refusal(refusalOfConstraint[constraint] ?? 'conflict');
  if (code === '23503') return new Refusal('input.unknown-reference', { status: 422 });
  if (code === '23514' && constraint in refusalOfConstraint) return new Refusal(refusalOfConstraint[constraint] ?? 'conflict');
  if (code === '23514' || code === '23502') return new Refusal('input.not-allowed', { status: 422 });
  if (code.startsWith('22')) return new Refusal('input.unreadable', { status: 400 });
  return undefined;
}
