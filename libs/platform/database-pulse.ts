import { connect } from 'node:net';
import pg from 'pg';

/** Twice so long at most: one stall of the machine is not taken for the database's silence. */
const answerMs = 600;

/** "Shall we speak under TLS?", the first thing that clients ask: 8 bytes long, code 1234.5679 (PostgreSQL's protocol 3). */
const question = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * Tells a database that is slow from one that is silent: the slow one still greets whoever comes. It is asked only what
 * it answers before it knows who asks, with nothing read or written: a sign-in waits for a busy disk, as everything does.
 */
export class DatabasePulse {
  private asking: Promise<boolean> | undefined;

  constructor(private readonly url: string) {}

  /** Whether it greets a new connection, be it with a refusal. Asked once however many want to know. */
  beats(): Promise<boolean> {
    this.asking ??= this.greets()
      .then((greeted) => greeted || this.greets())
      .finally(() => (this.asking = undefined));
    return this.asking;
  }

  private greets(): Promise<boolean> {
    const { host, port } = new pg.Client({ connectionString: this.url });
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    return new Promise<boolean>((resolve) => {
      socket.once('connect', () => socket.write(question)).once('data', () => resolve(true));
      socket.once('error', () => resolve(false)).once('close', () => resolve(false));
      // What came while this process stood still is read first: the answer may be there.
      setTimeout(() => setImmediate(() => resolve(false)), answerMs);
    }).finally(() => socket.destroy());
  }
}
