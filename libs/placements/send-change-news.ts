import { Injectable } from '@nestjs/common';
import { formatter, phoneText, translator } from '#dictionary';
import { addDays, Config, Mailer, mailText, type Language, type Mail, type OutboxNews, type Tx } from '#platform';

interface Facts {
  readonly to: string | null;
  readonly name: string;
  readonly language: Language;
  readonly workplace: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly cancelled: boolean;
  readonly by: string | null;
  readonly phone: string | null;
  readonly organisation: string;
}

/** $2 a mentor, $3 a colleague: one of them is written to. */
const factsSql = `
select coalesce(m.email, u.email) as "to", coalesce(m.name, u.name) as name, coalesce(m.language, u.language) as language, w.name as workplace,
       p.starts_on as "from", p.ends_on as until, p.cancelled_at is not null as cancelled, b.name as by, coalesce(b.phone, g.contact_phone) as phone, g.name as organisation
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join organisation g on g.organisation_id = p.organisation_id
  left join mentor m on m.organisation_id = p.organisation_id and m.id = nullif($2, '')::uuid
  left join app_user u on u.organisation_id = p.organisation_id and u.id = nullif($3, '')::uuid and u.disabled_at is null
  left join app_user b on b.organisation_id = p.organisation_id and b.id = nullif($4, '')::uuid
 where p.id = $1`;

/** Which text is true when the mail is written; undefined: none is any more. */
function textFor(what: string, cancelled: boolean): string | undefined {
  if (what === 'moved-away' || what === 'ended') return cancelled ? `${what}.never` : what;
  return what === 'taken-back-away' || !cancelled ? what : undefined;
}

/**
 * Tells mentors and the owner of a move, an extension, an early end, or a move taken back, each in their own language.
 * Nothing is said of who the citizen is, nor why.
 */
@Injectable()
export class SendChangeNews {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  run(news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, (tx) => this.write(tx, news));
  }

  private async write(tx: Tx, { subjectId, ids }: OutboxNews): Promise<Mail | undefined> {
    const facts = await tx.row<Facts>(factsSql, [subjectId, ids.mentor ?? '', ids.owner ?? '', ids.by ?? '']);
    const text = facts?.to && textFor(ids.what ?? '', facts.cancelled);
    if (!facts?.to || !text) return undefined;
    const t = translator(facts.language);
    const { formatDate } = formatter(facts.language);
    const key = `mail.placement-${ids.mentor ? 'mentor' : 'owner'}.${text}`;
    const by = facts.by ?? t('mail.colleague');
    const values = { name: facts.name, workplace: facts.workplace, by, from: formatDate(facts.from), last: formatDate(addDays(facts.until, -1)) };
    const mail = mailText({
      subject: t(`${key}.subject`, values),
      paragraphs: [t('mail.greeting', values), t(`${key}.text`, values)],
      link: ids.mentor ? { text: t('mail.placement-mentor.link'), href: `${this.config.publicUrl}/mentor` } : { text: t('mail.open'), href: `${this.config.publicUrl}/kalender/placeringer/${subjectId}` },
      closing: [t('mail.closing'), [by, facts.phone && phoneText(facts.phone)].filter(Boolean).join(', '), facts.organisation],
    });
    return { to: facts.to, ...mail };
  }
}
