import { Db, hashToken, newToken, Refusal, type Actor, type Tx } from '#platform';

export interface PresentedTrainingLink {
  readonly enrolmentId: string;
  readonly actor: Actor;
}

/**
 * Finds what a link in a training mail opens, before it is known whose it is, and who acts by it. Unknown tokens get one
 * and the same refusal, `training-link.unknown` (404), whatever they look like.
 */
export async function presentedTrainingLink(db: Db, token: string): Promise<PresentedTrainingLink> {
  const hash = hashToken(token);
  const link = await db.present(hash, (tx) =>
    tx.row<{ organisationId: string; enrolmentId: string }>('select organisation_id as "organisationId", enrolment_id as "enrolmentId" from training_link where token_hash = $1', [hash]),
  );
  if (!link) throw new Refusal('training-link.unknown', { status: 404 });
  const { enrolmentId, organisationId } = link;
  const person = await db.read(link, (tx) =>
    tx.one<{ name: string; userId: string | null }>(
      `select coalesce(m.name, u.name) as name, e.user_id as "userId" from training_enrolment e
         left join mentor m on m.organisation_id = e.organisation_id and m.id = e.mentor_id
         left join app_user u on u.organisation_id = e.organisation_id and u.id = e.user_id
        where e.id = $1`,
      [enrolmentId],
    ),
  );
  const actor: Actor = { organisationId, kind: person.userId ? 'user' : 'mentor', userId: person.userId, name: person.name, roles: [], teamId: null, language: 'da' };
  return { enrolmentId, actor };
}

/** Makes a link for a mail that is about to be sent: the token goes into the mail and nowhere else. */
export async function makeTrainingLink(tx: Tx, enrolmentId: string): Promise<string> {
  const token = newToken();
  await tx.run('insert into training_link (organisation_id, token_hash, enrolment_id, created_at) values (app_organisation(), $1, $2, $3)', [hashToken(token), enrolmentId, tx.now]);
  return token;
}
