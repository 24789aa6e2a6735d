import { Injectable } from '@nestjs/common';
import { formatter, phoneText, translator } from '#dictionary';
import { addDays, Config, hashToken, Mailer, mailText, newToken, type Language, type Mail, type OutboxNews, type Tx } from '#platform';
import { acceptanceLinkDays } from './acceptance-link.rules.js';
import { endedBy } from './acceptance-link.js';

interface Asked {
  readonly agreementId: string;
  readonly title: string;
  readonly name: string;
  readonly email: string | null;
  readonly over: boolean;
  readonly organisation: string;
  readonly sender: string | null;
  readonly senderEmail: string | null;
  readonly senderPhone: string | null;
}

const askedSql = `
select x.agreement_id as "agreementId", a.title, x.name, x.email, x.accepted_at is not null or ${endedBy('$2')} as over, g.name as organisation,
       u.name as sender, u.email as "senderEmail", coalesce(u.phone, g.contact_phone) as "senderPhone"
  from agreement_acceptance x
  join agreement a on a.organisation_id = x.organisation_id and a.id = x.agreement_id
  join organisation g on g.organisation_id = x.organisation_id
  left join app_user u on u.organisation_id = a.organisation_id and u.id = coalesce(a.contact_user_id, x.asked_by)
 where x.id = $1`;

/** The contact person and what happened, for the two mails that tell of it. */
const toldSql = {
  accepted: `select a.id as "agreementId", a.title, u.email, u.language, x.name, null::date as "from", null::date as until, null as reason
    from agreement_acceptance x join agreement a on a.organisation_id = x.organisation_id and a.id = x.agreement_id
    join app_user u on u.organisation_id = a.organisation_id and u.id = a.contact_user_id where x.id = $1`,
  paused: `select a.id as "agreementId", a.title, u.email, u.language, null as name, lower(q.period) as "from", upper(q.period) as until, q.reason
    from agreement_pause q join agreement a on a.organisation_id = q.organisation_id and a.id = q.agreement_id
    join app_user u on u.organisation_id = a.organisation_id and u.id = a.contact_user_id where q.id = $1 and q.cancelled_at is null`,
} as const;

interface Told {
  readonly agreementId: string;
  readonly title: string;
  readonly email: string;
  readonly language: Language;
  readonly name: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly reason: string | null;
}

/** Mail about agreements: the link to accept one, and the news of a yes or a pause to the contact person. */
@Injectable()
export class SendAgreementMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** The token is made here, at the moment of sending: it is in the mail and nowhere else, the database keeps its hash. */
  ask(news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, async (tx) => {
      const asked = await tx.one<Asked>(askedSql, [news.subjectId, tx.today]);
      if (asked.over || asked.email === null) return undefined;
      const token = newToken();
      await tx.run(
        `insert into agreement_link (organisation_id, token_hash, acceptance_id, created_at, expires_at)
         values (app_organisation(), $1, $2, $3, $3::timestamptz + make_interval(days => $4))`,
        [hashToken(token), news.subjectId, tx.now, acceptanceLinkDays],
      );
      return { to: asked.email, ...letter(asked, `${this.config.publicUrl}/aftale/${token}`, addDays(tx.today, acceptanceLinkDays)) };
    });
  }

  tell(what: keyof typeof toldSql, news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, async (tx: Tx): Promise<Mail | undefined> => {
      const told = await tx.row<Told>(toldSql[what], [news.subjectId]);
      if (!told) return undefined;
      const t = translator(told.language);
      const { formatPeriod } = formatter(told.language);
      const facts = { title: told.title, name: told.name ?? '', reason: told.reason ?? '', period: told.from && told.until ? formatPeriod({ from: told.from, to: told.until }) : '' };
      return {
        to: told.email,
        ...mailText({
          subject: t(`mail.agreement-${what}.subject`, facts),
          paragraphs: [t(`mail.agreement-${what}.text`, facts)],
          link: { text: t('mail.agreement.link'), href: `${this.config.publicUrl}/aftaler/${told.agreementId}` },
          closing: [],
        }),
      };
    });
  }
}

/** Companies are written to in Danish. */
function letter({ name, title, organisation, sender, senderEmail, senderPhone }: Asked, href: string, lastDay: string): Omit<Mail, 'to'> {
  const t = translator('da');
  const facts = { name, title, organisation, date: formatter('da').formatDate(lastDay) };
  const reach = [sender, senderPhone && phoneText(senderPhone), senderEmail].filter((part) => part !== null).join(', ');
  return mailText({
    subject: t('mail.agreement-acceptance.subject', facts),
    paragraphs: [t('mail.agreement-acceptance.greeting', facts), t('mail.agreement-acceptance.text', facts), t('mail.agreement-acceptance.how', facts)],
    link: { text: t('mail.agreement-acceptance.link'), href },
    closing: [t('mail.closing'), reach, organisation],
  });
}
