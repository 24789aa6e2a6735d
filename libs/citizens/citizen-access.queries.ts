import { Injectable } from '@nestjs/common';
import { cutPage, Db, type Actor, type Page } from '#platform';
import type { Basis } from './citizen-access.rules.js';
import { seeCitizen } from './see-citizens.js';

/** One time a citizen was shown to somebody. */
export interface Seen {
  readonly id: string;
  readonly at: Date;
  readonly name: string | null;
  readonly fields: string;
  readonly basis: Basis;
  readonly reason: string | null;
}

/** Somebody let in for a time: cover, or a look with a reason. */
export interface Access {
  readonly id: string;
  readonly kind: 'cover' | 'look';
  readonly userName: string;
  readonly reason: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly endedAt: Date | null;
  readonly grantedByName: string;
  readonly live: boolean;
}

/** A look on the managers' control list: who, when and why; which citizen only by their own look. */
export type LookTaken = Pick<Access, 'id' | 'userName' | 'reason' | 'fromAt'> & { readonly teamName: string | null };

const accessSql = `
select a.id, a.kind, u.name as "userName", a.reason, a.from_at as "fromAt", a.until_at as "untilAt", a.ended_at as "endedAt",
       g.name as "grantedByName", a.ended_at is null and a.until_at > $2 as live
  from citizen_access a
  join app_user u on u.organisation_id = a.organisation_id and u.id = a.user_id
  join app_user g on g.organisation_id = a.organisation_id and g.id = a.granted_by
 where a.citizen_id = $1 order by a.id desc limit 100`;

const seenSql = `
select s.id, s.at, u.name, s.fields, s.basis, s.reason
  from citizen_seen s left join app_user u on u.organisation_id = s.organisation_id and u.id = s.user_id
 where s.citizen_id = $1 and ($2::uuid is null or s.id < $2) order by s.id desc limit $3`;

const looksSql = `
select a.id, u.name as "userName", t.name as "teamName", a.reason, a.from_at as "fromAt"
  from citizen_access a
  join app_user u on u.organisation_id = a.organisation_id and u.id = a.user_id
  left join team t on t.organisation_id = u.organisation_id and t.id = u.team_id
 where a.kind = 'look' and ($1::uuid is null or a.id < $1) order by a.id desc limit $2`;

interface Paging {
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class CitizenAccessQueries {
  constructor(private readonly db: Db) {}

  /** Hvem har set: who has looked, newest first, this look too; and who is let in for a time. */
  seen(actor: Actor, { citizenId, cursor, limit = 50 }: Paging & { readonly citizenId: string }): Promise<Page<Seen> & { readonly access: readonly Access[] }> {
    return this.db.touch(actor, async (tx) => {
      await seeCitizen(tx, actor, citizenId, 'access');
      const [access, rows] = await Promise.all([tx.rows<Access>(accessSql, [citizenId, tx.now]), tx.rows<Seen>(seenSql, [citizenId, cursor ?? null, limit + 1])]);
      return { ...cutPage(rows, limit, ({ id }) => id), access };
    });
  }

  /** The control list: looks taken by those not attached, newest first. */
  looks(actor: Actor, { cursor, limit = 50 }: Paging): Promise<Page<LookTaken>> {
    return this.db.read(actor, async (tx) => cutPage(await tx.rows<LookTaken>(looksSql, [cursor ?? null, limit + 1]), limit, ({ id }) => id));
  }
}
