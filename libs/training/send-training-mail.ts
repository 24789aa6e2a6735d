import { Injectable } from '@nestjs/common';
import { formatter, phoneText, translator } from '#dictionary';
import { Config, Mailer, mailText, type Language, type Mail, type OutboxNews, type Tx } from '#platform';
import { calendarMethod } from './calendar-file.rules.js';
import { enrolmentOf, type Enrolment } from './enrolment-row.js';
import { sessionCalendar } from './session-calendar.js';
import { sessionOf, type Session } from './session-row.js';
import type { EnrolmentState } from './session.rules.js';
import { makeTrainingLink } from './training-link.js';

type Text = string | undefined;

/** Which text a topic sends, given how things stand when the mail is written; undefined: no longer true. */
const textOf: Readonly<Record<string, (state: EnrolmentState, session: Session) => Text>> = {
  'mail.training-invitation': (state, { state: at }) => (state === 'invited' && at === 'open' ? 'invitation' : undefined),
  'mail.training-confirmed': (state, { state: at }) => (at === 'open' ? { seated: 'confirmed', waiting: 'waiting' }[state as string] : undefined),
  'mail.training-moved-up': (state, { state: at }) => (state === 'seated' && at === 'open' ? 'moved-up' : undefined),
  'mail.training-reminder': (state, { state: at }) => (state === 'seated' && at === 'open' ? 'reminder' : undefined),
  'mail.training-changed': (state, { state: at }) => (state !== 'declined' && at === 'open' ? 'changed' : undefined),
  'mail.training-cancelled': (state, { state: at }) => (state !== 'declined' && at === 'cancelled' ? 'cancelled' : undefined),
};

/** Writes to those asked to a session: a link to answer by, made here and kept only as its hash, and the appointment as a file. */
@Injectable()
export class SendTrainingMail {
  readonly topics: readonly string[] = Object.keys(textOf);

  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  run(topic: string, news: OutboxNews): Promise<void> {
    return this.mailer.deliver(news, (tx) => this.write(tx, topic, news.subjectId));
  }

  private async write(tx: Tx, topic: string, enrolmentId: string): Promise<Mail | undefined> {
    const enrolment = await enrolmentOf(tx, enrolmentId);
    const session = await sessionOf(tx, enrolment.sessionId);
    const text = textOf[topic]?.(enrolment.state, session);
    if (!text || !enrolment.email) return undefined;
    const facts = await tx.one<{ language: Language; organisation: string; contact: string | null }>(
      `select coalesce((select language from app_user where id = $1), (select language from mentor where id = $2), 'da') as language, name as organisation, coalesce(contact_email, contact_phone) as contact from organisation`,
      [enrolment.userId, enrolment.mentorId],
    );
    const href = text === 'cancelled' ? undefined : `${this.config.publicUrl}/kursus/${await makeTrainingLink(tx, enrolmentId)}`;
    const calendar = sessionCalendar(session, enrolment.state, { language: facts.language, made: tx.now });
    return { to: enrolment.email, ...letter(text, enrolment, session, { ...facts, href }), calendar: { method: calendarMethod(calendar), content: calendar.content } };
  }
}

interface Frame {
  readonly language: Language;
  readonly organisation: string;
  readonly contact: string | null;
  readonly href?: string;
}

function letter(text: string, { name, position }: Enrolment, session: Session, { language, organisation, contact, href }: Frame): Omit<Mail, 'to'> {
  const t = translator(language);
  const { formatDay, formatClock } = formatter(language);
  const where = [session.place, session.videoUrl && t('training.video', { url: session.videoUrl })].filter(Boolean).join(' · ');
  const values = { name, course: session.courseName, day: formatDay(session.day), from: formatClock(session.from), to: formatClock(session.to), where, position: position ?? 0, reason: session.cancelReason ?? '' };
  return mailText({
    subject: t(`mail.training-${text}.subject`, values),
    paragraphs: [t('mail.greeting', values), t(`mail.training-${text}.text`, values), ...(href ? [t('mail.training.when', values)] : [])],
    ...(href && { link: { text: t(text === 'invitation' ? 'mail.training.answer' : 'mail.training.see'), href } }),
    closing: [t('mail.closing'), organisation, ...(contact ? [phoneText(contact)] : [])],
  });
}
