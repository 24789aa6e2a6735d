import { Injectable } from '@nestjs/common';
import { cutPage, Db, invalid, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { z } from 'zod';

/** A team; without a target group it is a central one (virksomhedsservice). */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly targetGroup: string | null;
  /** Users in it who are not disabled. */
  readonly users: number;
  readonly version: number;
}

const columns = `t.id, t.name, t.target_group_code as "targetGroup", t.version,
  (select count(*) from app_user u
    where u.organisation_id = t.organisation_id and u.team_id = t.id and u.disabled_at is null) as users`;

/** One team; refuses with 404 when there is none. */
export const teamOf = (tx: Tx, teamId: string): Promise<Team> =>
  tx.one<Team>(`select ${columns} from team t where t.id = $1`, [teamId]);

/** Refuses with 422 for a target group that the law does not know (or no longer). */
export async function checkTargetGroup(tx: Tx, code: string | null | undefined): Promise<void> {
  if (!code) return;
  const known = await tx.row('select 1 from target_group where code = $1 and valid @> $2::date', [code, tx.today]);
  if (!known) throw invalid({ field: 'targetGroup', code: 'fault.target-group.unknown' });
}

@Injectable()
export class TeamsQueries {
  constructor(private readonly db: Db) {}

  /** The organisation's teams by name. */
  async list(
    actor: Actor,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ): Promise<Page<Team>> {
    const [name, id] = readCursor(cursor, z.tuple([z.string(), z.uuid()])) ?? [null, null];
    const rows = await this.db.read(actor, (tx) =>
      tx.rows<Team>(
        `select ${columns} from team t
          where $1::text is null or (t.name, t.id) > ($1, $2::uuid) order by t.name, t.id limit $3`,
        [name, id, limit + 1],
      ),
    );
    return cutPage(rows, limit, (last) => writeCursor([last.name, last.id]));
  }
}
