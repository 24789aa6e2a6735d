import { Injectable } from '@nestjs/common';
import { phoneText, translator } from '#dictionary';
import { Config, Mailer, mailText, type Language, type Mail, type OutboxNews, type Tx } from '#platform';
import { makePageLink } from './page-link.js';

interface Facts {
  readonly to: string;
  readonly name: string;
  readonly company: string;
  readonly organisation: string;
  readonly contact: string | null;
  readonly language: Language;
}

const mentorSql = `
select m.email as "to", m.name, m.language, c.name as company, g.name as organisation, coalesce(g.contact_phone, g.contact_email) as contact
  from mentor m
  join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join organisation g on g.organisation_id = m.organisation_id
 where m.id = $1 and m.email is not null and (m.active_until is null or m.active_until > $2::date - 14)`;

/** Trainees of whom the mentor has been reminded and not yet said anything since. */
const silentSql = `
select count(*) as n from placement p
 where p.mentor_id = $1 and p.cancelled_at is null and p.ends_on > $2::date
   and exists (select from pulse_reminder r where r.organisation_id = p.organisation_id and r.placement_id = p.id
                  and not exists (select from pulse u where u.organisation_id = p.organisation_id and u.placement_id = p.id and u.answered_on > r.since))`;

/** Writes to mentors about their own page, in the mentor's language. */
@Injectable()
export class SendMentorPageMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** The link, made here at the moment of sending; the database keeps its hash. Nothing when the mentor is one no more. */
  link(news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, async (tx) => {
      const facts = await tx.row<Facts>(mentorSql, [news.subjectId, tx.today]);
      if (!facts) return undefined;
      return this.letter('mentor-page', facts, `${this.config.publicUrl}/mentor/link/${await makePageLink(tx, news.subjectId)}`);
    });
  }

  /** A gentle word after two weeks of silence; nothing when an answer came meanwhile. */
  reminder(news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, async (tx) => {
      const [facts, silent] = await Promise.all([tx.row<Facts>(mentorSql, [news.subjectId, tx.today]), silentOf(tx, news.subjectId)]);
      return facts && silent > 0 ? this.letter('pulse-reminder', facts, `${this.config.publicUrl}/mentor`) : undefined;
    });
  }

  private letter(kind: 'mentor-page' | 'pulse-reminder', { to, language, ...facts }: Facts, href: string): Mail {
    const t = translator(language);
    const text = mailText({
      subject: t(`mail.${kind}.subject`, { ...facts, contact: '' }),
      paragraphs: [t('mail.greeting', { name: facts.name }), t(`mail.${kind}.text`, { ...facts, contact: '' })],
      link: { text: t(`mail.${kind}.link`), href },
      closing: [t('mail.closing'), facts.organisation, ...(facts.contact ? [phoneText(facts.contact)] : [])],
    });
    return { to, ...text };
  }
}

const silentOf = async (tx: Tx, mentorId: string): Promise<number> => (await tx.one<{ n: number }>(silentSql, [mentorId, tx.today])).n;
