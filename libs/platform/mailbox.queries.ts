import { Injectable } from '@nestjs/common';
import { Db } from './db.js';
import type { Actor } from './actor.js';

export interface DemoMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: Date;
}

const columns = 'id, to_address as "to", subject, text, created_at as "createdAt"';

/** What a demo would have sent: the mailbox page's rows. Empty where mail is really sent. */
@Injectable()
export class MailboxQueries {
  constructor(private readonly db: Db) {}

  /** Newest first; at most 100. */
  list(actor: Actor): Promise<DemoMail[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<DemoMail>(`select ${columns} from demo_mail order by created_at desc, id desc limit 100`),
    );
  }

  /** Refuses with 404. */
  one(actor: Actor, id: string): Promise<DemoMail> {
    return this.db.read(actor, (tx) => tx.one<DemoMail>(`select ${columns} from demo_mail where id = $1`, [id]));
  }
}
