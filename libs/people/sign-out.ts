import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { Sessions } from './sessions.js';

/** Ends this session; the token is worth nothing from now on. */
@Injectable()
export class SignOut {
  constructor(private readonly sessions: Sessions) {}

  async run(actor: Actor, token: string | undefined): Promise<void> {
    if (token) await this.sessions.end(actor, token);
  }
}
