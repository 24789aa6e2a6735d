import { Injectable } from '@nestjs/common';
import { Clock, Db, hashToken, Refusal } from '#platform';

const windowMs = 60_000;
const perAddress = 10;
const perNetwork = 60;

/** Counts wrong guesses in the database, so that a restart or a second process does not give new ones. */
@Injectable()
export class GuessLimits {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `sign-in.wait` (429) after 10 wrong guesses a minute at one address, or 60 from one network address. */
  async check(email: string, network: string): Promise<void> {
    const counts = await this.db.system((tx) =>
      tx.one<{ address: number; network: number }>(
        `select count(*) filter (where key_hash = $1) as address, count(*) filter (where key_hash = $2) as network
           from sign_in_attempt where key_hash in ($1, $2) and at > $3`,
        [keyOf(email), keyOf(network), new Date(this.clock.now().getTime() - windowMs)],
      ),
    );
    if (counts.address >= perAddress || counts.network >= perNetwork) {
      throw new Refusal('sign-in.wait', { status: 429, retryAfterSeconds: 60 });
    }
  }

  async count(email: string, network: string): Promise<void> {
    await this.db.system((tx) =>
      tx.run('insert into sign_in_attempt (key_hash, at) values ($1, $3), ($2, $3)', [keyOf(email), keyOf(network), tx.now]),
    );
  }
}

const keyOf = (text: string): string => hashToken(`guess:${text}`);
