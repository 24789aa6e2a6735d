import { Injectable } from '@nestjs/common';
import { formatter, phoneText, translator } from '#dictionary';
import { addDays, Config, Mailer, mailText, type Language, type Mail, type OutboxNews, type Tx } from '#platform';

interface Facts {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly disabled: boolean;
  readonly openingId: string;
  readonly company: string;
  readonly tasks: string;
  readonly from: string;
  readonly expiresAt: Date;
  readonly reason: string | null;
  readonly mentor: string | null;
  readonly mentorPhone: string | null;
  /** First day the mentor who was asked is one no more. */
  readonly mentorUntil: string | null;
  readonly state: 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'live' | 'stopped' | 'cancelled';
  /** First day after the placement that it became. */
  readonly until: string | null;
  /** The colleague who did it, where it was one. */
  readonly by: string | null;
  readonly organisation: string;
}

const factsSql = `
select u.email as "to", u.name, u.language, u.disabled_at is not null as disabled, r.opening_id as "openingId", c.name as company,
       o.tasks, r.from_date as "from", r.expires_at as "expiresAt", coalesce(r.decline_reason, r.withdrawn_reason, p.stop_reason) as reason,
       m.name as mentor, m.phone as "mentorPhone", m.active_until as "mentorUntil", g.name as organisation,
       upper(p.period) as until, (select name from app_user where id = nullif($2, '')::uuid) as by,
       case when p.cancelled_at is not null then 'cancelled' when p.stopped_at is not null then 'stopped' when r.accepted_at is not null then 'accepted' when r.declined_at is not null then 'declined'
            when r.withdrawn_at is not null then 'withdrawn' when r.expired_at is not null then 'expired' else 'live' end as state
  from reservation r
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.reserved_by
  join organisation g on g.organisation_id = r.organisation_id
  left join placement p on p.organisation_id = r.organisation_id and p.reservation_id = r.id
  left join lateral (select l.mentor_id from mentor_link l
                      where l.organisation_id = r.organisation_id and l.reservation_id = r.id
                      order by l.created_at desc limit 1) asked on true
  left join mentor m on m.organisation_id = r.organisation_id and m.id = coalesce(asked.mentor_id, o.mentor_id)
 where r.id = $1`;

/** Which text a topic sends, given how the reservation stands when the mail is written; undefined: no longer true. */
const textOf: Readonly<Record<string, (state: Facts['state'], facts: Facts) => string | undefined>> = {
  'mail.reservation-promoted': (state) => (state === 'live' ? 'mail.promoted' : undefined),
  'mail.reservation-answered': (state) => (state === 'accepted' || state === 'declined' ? `mail.${state}` : undefined),
  'mail.reservation-expired': (state) => (state === 'expired' ? 'mail.expired' : undefined),
  'mail.reservation-withdrawn': (state) => (state === 'withdrawn' ? 'mail.withdrawn' : undefined),
  'mail.reservation-taken-back': (state) => (state === 'withdrawn' ? 'mail.taken-back' : undefined),
  'mail.placement-stopped': (state) => (state === 'stopped' || state === 'cancelled' ? `mail.${state}` : undefined),
  'mail.mentor-stopped': (state, { mentorUntil }) => (state === 'live' && mentorUntil !== null ? 'mail.mentor-stopped' : undefined),
  'mail.call-back': (state) => (state === 'live' ? 'mail.call-back' : undefined),
};

/** Tells the one who reserved what happened to the reservation, in that person's language. */
@Injectable()
export class SendReservationNews {
  readonly topics: readonly string[] = Object.keys(textOf);

  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  run(topic: string, news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, (tx) => this.write(tx, topic, news));
  }

  private async write(tx: Tx, topic: string, { subjectId, ids }: OutboxNews): Promise<Mail | undefined> {
    const facts = await tx.row<Facts>(factsSql, [subjectId, ids.by ?? '']);
    const key = facts && !facts.disabled ? textOf[topic]?.(facts.state, facts) : undefined;
    if (!facts || !key) return undefined;
    const t = translator(facts.language);
    const { formatDate, formatDateTime } = formatter(facts.language);
    const values = {
      name: facts.name,
      company: facts.company,
      tasks: facts.tasks,
      from: formatDate(facts.from),
      last: facts.until ? formatDate(addDays(facts.until, -1)) : '',
      mentorUntil: facts.mentorUntil ? formatDate(facts.mentorUntil) : '',
      by: facts.by ?? t('mail.colleague'),
      deadline: formatDateTime(facts.expiresAt),
      reason: facts.reason ?? '',
      mentor: [facts.mentor ?? t('mail.someone'), facts.mentorPhone && phoneText(facts.mentorPhone)].filter(Boolean).join(', '),
    };
    const mail = mailText({
      subject: t(`${key}.subject`, values),
      paragraphs: [t('mail.greeting', values), t(`${key}.text`, values)],
      link: { text: t('mail.open'), href: `${this.config.publicUrl}/puljen/${facts.openingId}` },
      closing: [t('mail.closing'), facts.organisation],
    });
    return { to: facts.to, ...mail };
  }
}
