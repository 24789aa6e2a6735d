import { Injectable, type OnModuleInit } from '@nestjs/common';
import { translator } from '#dictionary';
import { Config, Mailer, mailText, OutboxHandlers, type Language, type Mail, type OutboxNews, type Tx } from '#platform';
import { PasswordLinks, type LinkPurpose } from './password-links.js';

interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly organisation: string;
}

const purposes: Readonly<Record<string, LinkPurpose>> = { 'mail.invitation': 'invitation', 'mail.password-reset': 'reset' };

/** Mails the link by which a password is set. The link is made when the mail is written, so no queue ever holds it. */
@Injectable()
export class SendPasswordLink implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly links: PasswordLinks,
    private readonly config: Config,
    private readonly handlers: OutboxHandlers,
  ) {}

  onModuleInit(): void {
    for (const [topic, purpose] of Object.entries(purposes)) this.handlers.on(topic, (news) => this.run(purpose, news));
  }

  run(purpose: LinkPurpose, news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, (tx) => this.write(tx, purpose, news.subjectId));
  }

  private async write(tx: Tx, purpose: LinkPurpose, userId: string): Promise<Mail | undefined> {
    const user = await tx.row<Addressee>(
      `select email, name, language, (select name from organisation) as organisation from app_user where id = $1 and disabled_at is null`,
      [userId],
    );
    if (!user) return undefined;
    const t = translator(user.language);
    const values = { name: user.name, organisation: user.organisation };
    const token = await this.links.issue(tx, userId, purpose);
    const mail = mailText({
      subject: t(`mail.${purpose}.subject`, values),
      paragraphs: [t('mail.greeting', values), t(`mail.${purpose}.text`, values)],
      link: { text: t('mail.password.link'), href: `${this.config.publicUrl}/adgangskode/${token}` },
      closing: [t('mail.closing'), user.organisation],
    });
    return { to: user.email, ...mail };
  }
}
