/** A mail server that remembers what it took, and can be told to keep its senders waiting for the answer. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export class MailSink {
  /** Message-IDs in the order they came; one that came twice is there twice. */
  readonly taken: string[] = [];
  private held: (() => void)[] | undefined;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailSink> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        let raw = '';
        stream.on('data', (part: Buffer) => (raw += part.toString())).on('end', () => sink.take(raw, done));
      },
    });
    const sink = new MailSink(server);
    // A sender that was killed hangs up in the middle: that is what is tried here.
    server.on('error', () => undefined).listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** How many senders wait for their answer. */
  get waiting(): number {
    return this.held?.length ?? 0;
  }

  /** From now on a mail is taken, and its sender never told so. */
  holdBack(): void {
    this.held = [];
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }

  private take(raw: string, done: () => void): void {
    this.taken.push(/^Message-ID: <(.*)@/im.exec(raw)?.[1] ?? '');
    if (this.held) this.held.push(done);
    else done();
  }
}
