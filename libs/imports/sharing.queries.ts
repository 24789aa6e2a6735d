import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, cutPage, Db, type Page, readCursor, writeCursor } from '#platform';

/** What one colleague has brought: companies nobody knew, and companies that others already did. */
export type Sharing = { userId: string; userName: string; brought: number; firstToBring: number; alreadyKnown: number };

/** A company that somebody has brought, and how many colleagues knew it by then. */
export type BroughtCompany = {
  companyId: string;
  name: string;
  source: 'import' | 'created' | 'shared';
  since: Date;
  othersKnew: number;
};

/** Which of them: those nobody knew, or those a colleague did. All unless said. */
export type Known = 'first' | 'already';

/** Who knows which companies: the figure that sharing is measured by (R7), and the rows behind it. */
@Injectable()
export class SharingQueries {
  constructor(private readonly db: Db) {}

  /** Who brought which companies into the register, and how many of them a colleague had brought before. */
  everybody(actor: Actor): Promise<Sharing[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<Sharing>(
        `select k.user_id as "userId", u.name as "userName", count(*) as brought, count(*) filter (where k.others_knew = 0) as "firstToBring",
                count(*) filter (where k.others_knew > 0) as "alreadyKnown"
           from company_knowledge k join app_user u on u.organisation_id = k.organisation_id and u.id = k.user_id
          group by k.user_id, u.name order by brought desc, u.name limit 1000`,
      ),
    );
  }

  /** What one of them brought, newest companies first; 404 for nobody's id. */
  brought(
    actor: Actor,
    { userId, known, cursor, limit }: { userId: string; known?: Known; cursor?: string; limit: number },
  ): Promise<Page<BroughtCompany>> {
    const before = readCursor(cursor, z.tuple([z.uuid()]))?.[0] ?? null;
    return this.db.read(actor, async (tx) => {
      await tx.one('select 1 from app_user where id = $1', [userId]);
      const found = await tx.rows<BroughtCompany>(
        `select c.id as "companyId", c.name, k.source, k.since, k.others_knew as "othersKnew"
           from company_knowledge k join company c on c.organisation_id = k.organisation_id and c.id = k.company_id
          where k.user_id = $1 and ($2::text is null or (k.others_knew = 0) = ($2 = 'first')) and ($3::uuid is null or k.company_id < $3)
          order by k.company_id desc limit $4`,
        [userId, known ?? null, before, limit + 1],
      );
      return cutPage(found, limit, (last) => writeCursor([last.companyId]));
    });
  }
}
