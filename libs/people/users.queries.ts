import { Injectable } from '@nestjs/common';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page } from '#platform';
import { z } from 'zod';
import { userColumns, userOf, type User } from './user-row.js';

export interface UserFilter {
  /** Part of a name or an address, in any spelling of æ, ø and å. */
  readonly text?: string;
  readonly teamId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

@Injectable()
export class UsersQueries {
  constructor(private readonly db: Db) {}

  /** The organisation's users by name, disabled ones too. */
  async list(actor: Actor, { text, teamId, cursor, limit }: UserFilter): Promise<Page<User>> {
    const [name, id] = readCursor(cursor, z.tuple([z.string(), z.uuid()])) ?? [null, null];
    const rows = await this.db.read(actor, (tx) =>
      tx.rows<User>(
        `select ${userColumns} from app_user u
          where ($1::text is null or (u.name, u.id) > ($1, $2::uuid))
            and ($3::text is null or position(fold_danish($3) in fold_danish(u.name || ' ' || u.email)) > 0)
            and ($4::uuid is null or u.team_id = $4)
          order by u.name, u.id limit $5`,
        [name, id, text ?? null, teamId ?? null, limit + 1],
      ),
    );
    return cutPage(rows, limit, (last) => writeCursor([last.name, last.id]));
  }

  /** One user; 404 when there is none. */
  one(actor: Actor, userId: string): Promise<User> {
    return this.db.read(actor, (tx) => userOf(tx, userId));
  }
}
