import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page } from '#platform';

export interface TimelineRow {
  readonly id: string;
  readonly at: Date;
  /** What happened: the sentence is the dictionary's `journal.<action>`. */
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly actor: string | null;
  readonly actorKind: 'user' | 'mentor' | 'system';
  readonly workplaceId: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface Timeline {
  readonly of: 'company' | 'agreement';
  readonly id: string;
  readonly cursor?: string;
  readonly limit: number;
}

const column = { company: 'company_id', agreement: 'subject_id' } as const;

@Injectable()
export class TimelineQueries {
  constructor(private readonly db: Db) {}

  /** What has happened at a company, or to an agreement and its slots, newest first. Refuses with 404 for an unknown one. */
  async read(actor: Actor, { of, id, cursor, limit }: Timeline): Promise<Page<TimelineRow>> {
    const [before] = readCursor(cursor, z.tuple([z.uuid()])) ?? [null];
    const rows = await this.db.read(actor, async (tx) => {
      const [, entries] = await Promise.all([
        tx.one(`select 1 from ${of} where id = $1`, [id]),
        tx.rows<TimelineRow>(
          `select id, at, action, subject_type as subject, subject_id as "subjectId", actor_name as actor, actor_kind as "actorKind",
                  workplace_id as "workplaceId", before, after
             from journal_entry
            where ${column[of]} = $1 and ($2::uuid is null or id < $2)
            order by id desc limit $3`,
          [id, before, limit + 1],
        ),
      ]);
      return entries;
    });
    return cutPage(rows, limit, (last) => writeCursor([last.id]));
  }
}
