import { Injectable } from '@nestjs/common';
import { Db, hashToken, Refusal, type Tx } from '#platform';

/** How many tries per address and per network address, in how long. Reset mails cost somebody's attention: fewer. */
const limits = {
  signIn: { windowMs: 60_000, address: 10, network: 30 },
  reset: { windowMs: 3_600_000, address: 5, network: 20 },
  /** A link to a mentor's own page: as a reset, and a mail costs a mentor's attention too. */
  mentorPage: { windowMs: 3_600_000, address: 5, network: 20 },
  /** Refuses nothing: two writes, so that an unknown address costs what a known one does. */
  decoy: { windowMs: 60_000, address: Infinity, network: Infinity },
} as const;

/** Kept so long past their end: a process whose clock is ahead tidies away nothing that another still counts. */
const keptMs = 86_400_000;

/**
 * Counts tries in the database, so that neither a restart nor a second process gives new ones. A try is counted before
 * it is made, in one statement: many at once cannot slip through together. A right password gives its try back.
 */
@Injectable()
export class GuessLimits {
  constructor(private readonly db: Db) {}

  /** Refuses with `sign-in.wait` (429) until the window ends, whether or not the address is known to us. */
  async take(kind: keyof typeof limits, email: string, network: string): Promise<void> {
    const { windowMs, address, network: perNetwork } = limits[kind];
    const wait = await this.db.system(async (tx) => {
      const ends = new Date((Math.floor(tx.now.getTime() / windowMs) + 1) * windowMs);
      const tries = [
        await count(tx, keyOf(kind, email), ends),
        await count(tx, keyOf(kind, `from ${network}`), ends),
      ] as const;
      return tries[0] > address || tries[1] > perNetwork ? ends.getTime() - tx.now.getTime() : 0;
    });
    if (wait > 0) throw new Refusal('sign-in.wait', { status: 429, retryAfterSeconds: Math.ceil(wait / 1_000) });
  }

  /** The try was no guess. */
  async giveBack(kind: keyof typeof limits, email: string, network: string): Promise<void> {
    await this.db.system(async (tx) => {
      // One after the other, in the order that `take` locks them: together they could lock each other out.
      for (const key of [keyOf(kind, email), keyOf(kind, `from ${network}`)]) {
        await tx.run(
          'update sign_in_attempt set tries = tries - 1 where key_hash = $1 and window_ends > $2 and tries > 0',
          [key, tx.now],
        );
      }
    });
  }
}

async function count(tx: Tx, key: string, ends: Date): Promise<number> {
  const { tries } = await tx.one<{ tries: number }>(
    `with past as (
       delete from sign_in_attempt where (key_hash, window_ends) in (
         select key_hash, window_ends from sign_in_attempt where window_ends <= $3 limit 10 for update skip locked))
     insert into sign_in_attempt (key_hash, window_ends, tries) values ($1, $2, 1)
     on conflict (key_hash, window_ends) do update set tries = sign_in_attempt.tries + 1
     returning tries`,
    [key, ends, new Date(tx.now.getTime() - keptMs)],
  );
  return tries;
}

const keyOf = (kind: string, text: string): string => hashToken(`${kind}: ${text}`);
