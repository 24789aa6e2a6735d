import { notFound, Refusal, type Actor, type Tx } from '#platform';
import { groundOf, mayChange, type Ground, type Part, type Relation } from './citizen-access.rules.js';

/** Which group of facts is shown: what the access log says was seen. */
export type SeenFields = 'name' | 'record' | 'roles' | 'access' | 'visits' | 'course' | 'calendar' | 'placement' | 'report';

type Related = Relation & { readonly id: string };

/** How the reader ($1) stands, at $2 on the day $3, to the citizens they are or were let in to. */
const relatedSql = `
select c.id, r.user_id is not null as attached, a.access
  from citizen c
  left join lateral (select r.user_id from citizen_role r
                      where r.organisation_id = c.organisation_id and r.citizen_id = c.id and r.user_id = $1 and r.valid @> $3::date limit 1) r on true
  left join lateral (select json_build_object('kind', a.kind, 'reason', a.reason) as access from citizen_access a
                      where a.organisation_id = c.organisation_id and a.citizen_id = c.id and a.user_id = $1
                        and a.from_at <= $2 and a.until_at > $2 and a.ended_at is null
                      order by a.kind, a.id desc limit 1) a on true
 where c.id = any (coalesce($4::uuid[], array(select citizen_id from citizen_role where user_id = $1
                                              union select citizen_id from citizen_access where user_id = $1 and until_at > $2)))`;

/**
 * THE gate: every read of a citizen comes through here, in every library and job. Of `ids` (all, when left out) those
 * the reader may see now, each with the ground. It shows nothing yet: call `noteSeen` for those that are shown, or use
 * `seeCitizens`, which does both.
 */
export async function citizensOpenTo(tx: Tx, actor: Actor, ids?: readonly string[]): Promise<ReadonlyMap<string, Ground>> {
  const related = await tx.rows<Related>(relatedSql, [actor.userId, tx.now, tx.today, ids ?? null]);
  const grounds = related.map(({ id, ...relation }) => [id, groundOf(actor, relation)] as const);
  return new Map(grounds.flatMap(([id, ground]) => (ground ? [[id, ground] as const] : [])));
}

/** Writes that these citizens were shown: one row each, in the transaction that reads them (`db.touch`, not `db.read`). */
export async function noteSeen(tx: Tx, actor: Actor, seen: ReadonlyMap<string, Ground>, fields: SeenFields): Promise<void> {
  if (seen.size === 0) return;
  const [ids, grounds] = [[...seen.keys()], [...seen.values()]];
  await tx.run(
    `insert into citizen_seen (organisation_id, id, citizen_id, at, actor_kind, user_id, fields, basis, reason)
     select app_organisation(), s.id, s.citizen, $1, $2, $3, $4, s.basis, s.reason
       from unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[]) s (id, citizen, basis, reason)`,
    [tx.now, actor.kind, actor.userId, fields, ids.map(() => tx.newId()), ids, grounds.map(({ basis }) => basis), grounds.map(({ reason }) => reason)],
  );
}

/** Those of `ids` that the reader may see, noted as shown. For lists and search hits of any library. */
export async function seeCitizens(tx: Tx, actor: Actor, ids: readonly string[], fields: SeenFields): Promise<ReadonlyMap<string, Ground>> {
  const open = await citizensOpenTo(tx, actor, [...new Set(ids)]);
  await noteSeen(tx, actor, open, fields);
  return open;
}

/** One citizen, noted as shown. Refuses with 404 when the reader may not see them, as when there is none. */
export async function seeCitizen(tx: Tx, actor: Actor, citizenId: string, fields: SeenFields): Promise<Ground> {
  const ground = (await seeCitizens(tx, actor, [citizenId], fields)).get(citizenId);
  if (!ground) throw notFound();
  return ground;
}

/**
 * Before a citizen is changed: locks the citizen's row, so that two changes come after each other. Refuses with 404 who
 * may not see the citizen, and with `citizen.look-only` (403) who may see but not change that part.
 */
export async function changeCitizen(tx: Tx, actor: Actor, citizenId: string, part: Part): Promise<Ground> {
  await tx.one('select from citizen where id = $1 for no key update', [citizenId]);
  const ground = (await citizensOpenTo(tx, actor, [citizenId])).get(citizenId);
  if (!ground) throw notFound();
  if (!mayChange(actor, ground, part)) throw new Refusal('citizen.look-only', { status: 403 });
  return ground;
}
