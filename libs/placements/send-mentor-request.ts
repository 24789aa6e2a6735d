import { Injectable } from '@nestjs/common';
import { formatter, phoneText, translator } from '#dictionary';
import { lockReservation, type LockedReservation } from '#openings';
import { addDays, Config, hashToken, Mailer, mailText, newToken, type Mail, type OutboxNews, type Tx } from '#platform';
import { linkDays } from './mentor-link.rules.js';
import { findMentor, type ChosenMentor } from './mentor-of-placement.js';
import { placementDays } from './placement-days.rules.js';

interface Sender {
  readonly organisation: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string;
  readonly workplace: string;
  /** The place is called under a standing agreement: by when the company answers. */
  readonly answerBy: string | null;
}

const senderSql = `
select g.name as organisation, u.name, coalesce(u.phone, g.contact_phone) as phone, u.email, w.name as workplace,
       (select t.due_on from task t where t.organisation_id = r.organisation_id and t.kind = 'call-slot' and t.subject_id = r.id) as "answerBy"
  from reservation r
  join organisation g on g.organisation_id = r.organisation_id
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.reserved_by
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
 where r.id = $1`;

/**
 * Asks the mentor by mail, with a link that is made here, at the moment of sending: the token is in the mail and nowhere
 * else, the database keeps its hash. Sends nothing when the reservation is over or no mentor with an address is named.
 */
@Injectable()
export class SendMentorRequest {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  run(news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, async (tx) => {
      const asked = await lockReservation(tx, news.subjectId);
      const reservation = { ...asked, ...placementDays({ ...asked, today: tx.today }) };
      if (reservation.ended || reservation.seat === null) return undefined;
      const mentor = await findMentor(tx, reservation, news.ids.mentorId);
      if (!mentor?.email) return undefined;
      return this.write(tx, reservation, { ...mentor, email: mentor.email });
    });
  }

  private async write(
    tx: Tx,
    reservation: LockedReservation,
    mentor: ChosenMentor & { readonly email: string },
  ): Promise<Mail> {
    const sender = await tx.one<Sender>(senderSql, [reservation.id]);
    const token = newToken();
    await tx.run(
      `insert into mentor_link (organisation_id, token_hash, reservation_id, mentor_id, email, created_at, expires_at)
       values (app_organisation(), $1, $2, $3, $4, $5, $5::timestamptz + make_interval(days => $6))`,
      [hashToken(token), reservation.id, mentor.id, mentor.email, tx.now, linkDays],
    );
    return {
      to: mentor.email,
      ...letter(
        reservation,
        mentor,
        sender,
        `${this.config.publicUrl}/svar/${token}`,
        addDays(tx.today, linkDays),
      ),
    };
  }
}

function letter(
  reservation: LockedReservation,
  { name: mentor, language }: ChosenMentor,
  sender: Sender,
  href: string,
  lastDay: string,
): Omit<Mail, 'to'> {
  const t = translator(language);
  const { formatDate, formatPeriod, formatHours } = formatter(language);
  const facts = {
    mentor,
    workplace: sender.workplace,
    period: formatPeriod({ from: reservation.from, to: reservation.until }),
    hours: formatHours(reservation.minutesPerWeek),
    date: formatDate(lastDay),
  };
  const reach = [sender.name, sender.phone && phoneText(sender.phone), sender.email].filter((part) => part !== null).join(', ');
  return mailText({
    subject: t('mail.mentor-request.subject', facts),
    paragraphs: [
      t('mail.mentor-request.greeting', facts),
      t('mail.mentor-request.text', facts),
      ...(sender.answerBy ? [t('mail.mentor-request.called', { date: formatDate(sender.answerBy) })] : []),
      t('mail.mentor-request.how', facts),
    ],
    link: { text: t('mail.mentor-request.link'), href },
    closing: [t('mail.closing'), reach, sender.organisation],
  });
}
