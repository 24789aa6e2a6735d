import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { Config } from './config.js';
import { Db } from './db.js';
import type { MailText } from './mail-body.rules.js';
import type { Tx } from './tx.js';

export interface Mail extends MailText {
  readonly to: string;
  /** An appointment (RFC 5545) for the reader's own calendar. */
  readonly calendar?: { readonly method: 'PUBLISH' | 'CANCEL'; readonly content: string };
}

/** Where a piece of mail comes from: the outbox row is what makes it one mail however often the job runs. */
interface Occasion {
  readonly organisationId: string;
  readonly outboxId: string;
}

/** One address and nothing else: no list, no second header. */
const oneAddress = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/**
 * Sends mail from outbox handlers, never from a request: a dead mail server costs a user nothing, and the queue tries
 * again. With SMTP_URL by SMTP; without it, in demo mode, into the mailbox page's table.
 */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
  ) {}

  /**
   * Sends what `compose` writes, once an outbox row. `compose` runs in a transaction of the organisation and may write
   * (a link's hash); undefined means that there is nothing to send (any more). Between the server's "accepted" and our
   * note of it a crash sends the mail again, under the same Message-ID.
   */
  async deliver({ organisationId, outboxId }: Occasion, compose: (tx: Tx) => Promise<Mail | undefined>): Promise<void> {
    const mail = await this.db.touch({ organisationId }, async (tx) => {
      if (await tx.row('select from mail_sent where dedup_key = $1', [outboxId])) return undefined;
      const written = await compose(tx);
      if (!written || this.config.smtpUrl) return written;
      await this.keepForDemo(tx, outboxId, written);
      return undefined;
    });
    if (!mail) return;
    await this.send(mail, outboxId);
    await this.db.touch({ organisationId }, (tx) => noteSent(tx, outboxId));
  }

  /** Does the mail server answer? True in demo mode, which needs none. */
  async alive(): Promise<boolean> {
    if (!this.config.smtpUrl) return this.config.demo;
    return this.opened(this.config.smtpUrl)
      .verify()
      .then(
        () => true,
        () => false,
      );
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async keepForDemo(tx: Tx, outboxId: string, { to, subject, text, html }: Mail): Promise<void> {
    if (!this.config.demo) throw new Error('SMTP_URL is not set, so no mail can be sent');
    await tx.run(
      `insert into demo_mail (organisation_id, id, to_address, subject, text, html, created_at)
       values (app_organisation(), $1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [outboxId, to, subject, text, html, tx.now],
    );
    await noteSent(tx, outboxId);
  }

  private async send({ to, subject, text, html, calendar }: Mail, outboxId: string): Promise<void> {
    if (!oneAddress.test(to)) throw new Error('not one mail address');
    const domain = this.config.mailFrom.split('@')[1];
    await this.opened(this.config.smtpUrl ?? '').sendMail({
      from: { name: 'Indgang', address: this.config.mailFrom },
      to: { name: '', address: to },
      subject,
      text,
      html,
      ...(calendar && { icalEvent: { ...calendar, filename: 'kalender.ics' } }),
      messageId: `<${outboxId}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  private opened(url: string): Transporter {
    this.transport ??= nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      dnsTimeout: 5_000,
    });
    return this.transport;
  }
}

const noteSent = async (tx: Tx, outboxId: string): Promise<void> => {
  await tx.run(
    'insert into mail_sent (organisation_id, dedup_key, sent_at) values (app_organisation(), $1, $2) on conflict do nothing',
    [outboxId, tx.now],
  );
};
