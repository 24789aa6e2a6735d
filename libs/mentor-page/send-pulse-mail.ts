import { Injectable } from '@nestjs/common';
import { phoneText, translator } from '#dictionary';
import { Config, Mailer, mailText, type Language, type Mail, type OutboxNews, type Tx } from '#platform';

interface Facts {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly mentor: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly company: string;
  readonly organisation: string;
  readonly week: number;
  readonly placementId: string;
}

const factsSql = `
select u.email as "to", u.name, u.language, m.name as mentor, m.phone, m.email, c.name as company, g.name as organisation, y.iso_week as week, y.placement_id as "placementId"
  from pulse y
  join placement p on p.organisation_id = y.organisation_id and p.id = y.placement_id
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join mentor m on m.organisation_id = y.organisation_id and m.id = y.mentor_id
  join organisation g on g.organisation_id = y.organisation_id
  join app_user u on u.organisation_id = y.organisation_id and u.id = $2 and u.disabled_at is null
 where y.id = $1`;

/** Tells the fixed contact the same day that a mentor asks for a call, or has had two hard weeks in a row. */
@Injectable()
export class SendPulseMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  run(why: 'call' | 'low', news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, (tx) => this.write(tx, why, news));
  }

  private async write(tx: Tx, why: 'call' | 'low', { subjectId, ids }: OutboxNews): Promise<Mail | undefined> {
    const facts = await tx.row<Facts>(factsSql, [subjectId, ids.userId]);
    if (!facts) return undefined;
    const t = translator(facts.language);
    const reach = [facts.phone && phoneText(facts.phone), facts.email].filter(Boolean).join(', ');
    const values = { name: facts.name, mentor: facts.mentor, company: facts.company, week: facts.week, reach };
    const mail = mailText({
      subject: t(`mail.pulse-${why}.subject`, values),
      paragraphs: [t('mail.greeting', values), t(`mail.pulse-${why}.text`, values), ...(reach ? [t('mail.pulse.reach', values)] : [])],
      link: { text: t('mail.pulse.link'), href: `${this.config.publicUrl}/ugens-svar?placering=${facts.placementId}` },
      closing: [t('mail.closing'), facts.organisation],
    });
    return { to: facts.to, ...mail };
  }
}
