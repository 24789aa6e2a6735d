import { Injectable } from '@nestjs/common';
import { formatter, translator } from '#dictionary';
import { Config, Mailer, mailText, type Language, type Mail, type OutboxNews, type Tx } from '#platform';
import { slotsToWarnOf, type MentorWarningKind } from './warn-of-mentor.js';

interface Facts {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly mentor: string;
  readonly company: string;
  readonly organisation: string;
}

const factsSql = `
select u.email as "to", u.name, u.language, m.name as mentor, c.name as company, g.name as organisation
  from mentor m
  join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join organisation g on g.organisation_id = m.organisation_id
  join app_user u on u.organisation_id = m.organisation_id and u.id = $2 and u.disabled_at is null
 where m.id = $1`;

/** Tells a consultant that a mentor is away, full or stops, and which places that touches, in the consultant's language. */
@Injectable()
export class SendMentorNews {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  run(kind: MentorWarningKind, news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, (tx) => this.write(tx, kind, news));
  }

  private async write(tx: Tx, kind: MentorWarningKind, { subjectId, ids }: OutboxNews): Promise<Mail | undefined> {
    const { userId, from = tx.today, until = null } = ids;
    const [facts, slots] = await Promise.all([tx.row<Facts>(factsSql, [subjectId, userId]), slotsToWarnOf(tx, { kind, mentorId: subjectId, from, until })]);
    if (!facts || slots.length === 0) return undefined;
    const t = translator(facts.language);
    const { formatDate } = formatter(facts.language);
    const values = { ...facts, from: formatDate(from), until: until ? formatDate(until) : '' };
    const key = kind === 'mentor-away' && until === null ? 'mail.mentor-away.open' : `mail.${kind}`;
    const lines = slots.slice(0, 10).map(({ workplace, tasks, why }) => t(`mail.mentor-slot.${why}`, { workplace, tasks }));
    const mail = mailText({
      subject: t(`mail.${kind}.subject`, values),
      paragraphs: [t('mail.greeting', values), t(`${key}.text`, values), t.n('mail.mentor-slots', slots.length), ...lines],
      link: { text: t('mail.mentor-news.link'), href: `${this.config.publicUrl}/mentorer/${subjectId}` },
      closing: [t('mail.closing'), facts.organisation],
    });
    return { to: facts.to, ...mail };
  }
}
