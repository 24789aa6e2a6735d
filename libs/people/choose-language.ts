import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Language } from '#platform';
import { Sessions } from './sessions.js';

/** A user's own language, for screens and for mail. Not journalled: it changes nothing that others see. */
@Injectable()
export class ChooseLanguage {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
  ) {}

  async run(actor: Actor, language: Language): Promise<void> {
    await this.db.touch(actor, (tx) => tx.run('update app_user set language = $2 where id = $1', [actor.userId, language]));
    this.sessions.forget();
  }
}
