import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page } from '#platform';
import type { Basis } from './citizen-access.rules.js';
import { citizenRecord, type Citizen } from './citizen-row.js';
import type { CitizenRoleName } from './citizen-role-row.js';
import { citizensOpenTo, noteSeen, seeCitizen } from './see-citizens.js';

/** A citizen in a list: what to call them, never more. */
export interface CitizenRow {
  readonly id: string;
  readonly caseRef: string;
  readonly pseudonym: string;
  readonly targetGroup: string | null;
  readonly primaryName: string | null;
  readonly myRoles: readonly CitizenRoleName[];
  /** What the work must offer. */
  readonly considerationIds: readonly string[];
  readonly basis: Basis;
}

export interface CitizenFilter {
  /** Part of a case reference or a pseudonym, in any spelling of æ, ø and å. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

type Row = Omit<CitizenRow, 'basis'>;

const listSql = `
select c.id, c.case_ref as "caseRef", c.pseudonym,
       (select g.target_group_code from citizen_target_group g
         where g.organisation_id = c.organisation_id and g.citizen_id = c.id and g.valid @> $3::date) as "targetGroup",
       (select u.name from citizen_role p join app_user u on u.organisation_id = p.organisation_id and u.id = p.user_id
         where p.organisation_id = c.organisation_id and p.citizen_id = c.id and p.is_primary and p.valid @> $3::date) as "primaryName",
       array(select distinct r.role from citizen_role r
              where r.organisation_id = c.organisation_id and r.citizen_id = c.id and r.user_id = $2 and r.valid @> $3::date order by 1) as "myRoles",
       array(select n.consideration_id from citizen_consideration n where n.organisation_id = c.organisation_id and n.citizen_id = c.id) as "considerationIds"
  from citizen c
 where c.id = any ($1::uuid[])
   and ($4::text is null or position(fold_danish($4) in fold_danish(c.case_ref || ' ' || c.pseudonym)) > 0)
   and ($5::text is null or (c.pseudonym, c.id) > ($5, $6::uuid))
 order by c.pseudonym, c.id limit $7`;

/** Reading a citizen leaves a mark in the access log, so these reads write. */
@Injectable()
export class CitizensQueries {
  constructor(private readonly db: Db) {}

  /** The citizens the reader may see now, by pseudonym; the ones shown are noted. */
  list(actor: Actor, { q, cursor, limit = 50 }: CitizenFilter): Promise<Page<CitizenRow>> {
    const [pseudonym, id] = readCursor(cursor, z.tuple([z.string(), z.uuid()])) ?? [null, null];
    return this.db.touch(actor, async (tx) => {
      const open = await citizensOpenTo(tx, actor);
      const rows = await tx.rows<Row>(listSql, [[...open.keys()], actor.userId, tx.today, q ?? null, pseudonym, id, limit + 1]);
      const page = cutPage(rows, limit, (last) => writeCursor([last.pseudonym, last.id]));
      const shown = new Map([...open].filter(([each]) => page.items.some((row) => row.id === each)));
      await noteSeen(tx, actor, shown, 'name');
      return { ...page, items: page.items.map((row) => ({ ...row, basis: open.get(row.id)?.basis ?? 'attached' })) };
    });
  }

  /** One citizen's record, noted as seen. Refuses with 404 who may not see them. */
  one(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<Citizen & { readonly basis: Basis }> {
    return this.db.touch(actor, async (tx) => {
      const { basis } = await seeCitizen(tx, actor, citizenId, 'record');
      return { ...(await citizenRecord(tx, citizenId)), basis };
    });
  }
}
