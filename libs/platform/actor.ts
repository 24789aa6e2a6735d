export type Language = 'da' | 'en';

/**
 * On whose behalf something happens: the first argument of everything that reads or writes for an organisation.
 * A mentor acts through a link and has no user; background jobs act as `system`.
 */
export interface Actor {
  readonly organisationId: string;
  readonly kind: 'user' | 'mentor' | 'system';
  readonly userId: string | null;
  /** Set in a mentor's own session: whose page it is. A mentor who acts by a link to one thing has none. */
  readonly mentorId?: string;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly teamId: string | null;
  /** What the organisation is called, for the top of a page. */
  readonly organisation?: string;
  readonly language: Language;
  /** Set while a creating request with an Idempotency-Key runs; consumed by the first `db.write`. */
  readonly idempotency?: Idempotency;
}

export interface Idempotency {
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of the request's input: the same key with another body is refused. */
  readonly fingerprint: string;
}

/** Background work within one organisation. */
export const systemActor = (organisationId: string, language: Language = 'da'): Actor => ({
  organisationId,
  kind: 'system',
  userId: null,
  name: null,
  roles: [],
  teamId: null,
  language,
});
