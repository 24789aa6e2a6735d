import pg from 'pg';

/** Twice so long at most: one stall of this process or of the machine is not taken for the database's silence. */
const answerMs = 600;

/** Tells a database that is slow from one that is silent: the slow one still greets whoever comes. */
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

  private async greets(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: answerMs, application_name: 'indgang pulse' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      client.end().catch(() => undefined);
      return true;
    } catch (error) {
      return error instanceof pg.DatabaseError;
    }
  }
}
