import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatter, phoneText, translator } from '#dictionary';
import { Config, Mailer, mailText, OutboxHandlers, type Language, type Mail, type OutboxNews, type Tx } from '#platform';
import { makeVisitLink } from './visit-link.js';
import { visitOf, type Visit } from './visit-row.js';

interface Sender {
  readonly organisation: string;
  readonly phone: string | null;
  readonly email: string;
  readonly language: Language;
}

const topics = ['mail.visit-times', 'mail.visit-answered', 'mail.visit-cancelled'] as const;
type Topic = (typeof topics)[number];

/** Mail about visits: the times to the company with its link, the answer to whoever arranged it, a cancellation. No citizen in any. */
@Injectable()
export class SendVisitMail implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const topic of topics) this.handlers.on(topic, (news) => this.run(topic, news));
  }

  private run(topic: Topic, news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, async (tx) => {
      const visit = await visitOf(tx, news.subjectId);
      const sender = await tx.one<Sender>(
        `select g.name as organisation, coalesce(u.phone, g.contact_phone) as phone, u.email, u.language
           from app_user u join organisation g on g.organisation_id = u.organisation_id where u.id = $1`,
        [visit.arrangedBy],
      );
      if (topic === 'mail.visit-answered') return answered(visit, sender, `${this.config.publicUrl}/borgere/${visit.citizenId}/besoeg`);
      if (!visit.contactEmail) return undefined;
      return topic === 'mail.visit-times' ? this.times(tx, visit, { ...visit, ...sender, to: visit.contactEmail }) : cancelled(visit, sender, visit.contactEmail);
    });
  }

  private async times(tx: Tx, visit: Visit, { to, ...sender }: Sender & { readonly to: string }): Promise<Mail | undefined> {
    if (!['proposed', 'agreed'].includes(visit.state)) return undefined;
    const t = translator('da');
    const href = `${this.config.publicUrl}/moede/${await makeVisitLink(tx, visit.id)}`;
    return {
      to,
      ...mailText({
        subject: t(`mail.visit-times.${visit.kind}.subject`, { workplace: visit.workplaceName }),
        paragraphs: [greeting(visit), t(`mail.visit-times.${visit.kind}.text`, { workplace: visit.workplaceName }), ...visit.times.map(({ startsAt }) => whenOf(startsAt, 'da')), t('mail.visit-times.how')],
        link: { text: t('mail.visit-times.link'), href },
        closing: closing(visit, sender),
      }),
    };
  }
}

const whenOf = (startsAt: Date, language: Language): string => formatter(language).formatMeeting(startsAt);
const greeting = ({ contactName }: Visit): string => translator('da')('mail.greeting', { name: contactName ?? translator('da')('mail.someone') });
const closing = ({ arrangedByName }: Visit, { phone, email, organisation }: Sender): string[] => [
  translator('da')('mail.closing'),
  [arrangedByName, phone && phoneText(phone), email].filter(Boolean).join(', '),
  organisation,
];

function answered(visit: Visit, { email, language, organisation }: Sender, href: string): Mail {
  const t = translator(language);
  const text = visit.startsAt ? 'agreed' : 'none';
  const facts = { company: visit.companyName, when: visit.startsAt ? whenOf(visit.startsAt, language) : '', note: visit.noneFitsNote ?? '–' };
  return {
    to: email,
    ...mailText({
      subject: t(`mail.visit-answered.${text}.subject`, facts),
      paragraphs: [t('mail.greeting', { name: visit.arrangedByName }), t(`mail.visit-answered.${text}.text`, facts)],
      link: { text: t('mail.open'), href },
      closing: [t('mail.closing'), organisation],
    }),
  };
}

function cancelled(visit: Visit, sender: Sender, to: string): Mail {
  const t = translator('da');
  const when = visit.startsAt ? whenOf(visit.startsAt, 'da') : visit.times.map(({ startsAt }) => whenOf(startsAt, 'da')).join(', ');
  return {
    to,
    ...mailText({
      subject: t('mail.visit-cancelled.subject', { workplace: visit.workplaceName }),
      paragraphs: [greeting(visit), t('mail.visit-cancelled.text', { when })],
      closing: closing(visit, sender),
    }),
  };
}
