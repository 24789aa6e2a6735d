import { Injectable } from '@nestjs/common';
import { Db, outbox, type Actor } from '#platform';
import { raiseTask } from '#tasks';
import { fillSeats } from './fill-seats.js';
import { lockSession } from './session-row.js';
import { expiryWarningDays, reminderHours } from './session.rules.js';

/** The round: those with a seat are reminded once, two days ahead; the mark and the mail are one transaction. */
@Injectable()
export class RemindOfSessions {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<number> {
    return this.db.write(actor, async (tx) => {
      const due = await tx.rows<{ id: string }>(
        `update training_enrolment e set reminded_at = $1
           from training_session t
          where t.organisation_id = e.organisation_id and t.id = e.session_id and t.cancelled_at is null
            and t.starts_at > $1 and t.starts_at <= $1::timestamptz + make_interval(hours => $2)
            and e.seat is not null and e.reminded_at is null
         returning e.id`,
        [tx.now, reminderHours],
      );
      await Promise.all(due.map(({ id }) => outbox(tx, 'mail.training-reminder', id)));
      return due.length;
    });
  }
}

/** The round behind the waiting list: whatever freed a seat moved it up already; this sees to what a crash left. */
@Injectable()
export class FillFreeSeats {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    const waiting = await this.db.read(actor, (tx) =>
      tx.rows<{ id: string }>(
        `select t.id from training_session t
          where t.cancelled_at is null and t.starts_at > $1
            and exists (select from training_enrolment e where e.organisation_id = t.organisation_id and e.session_id = t.id and e.seat is null and e.accepted_at is not null)
            and (select count(*) from training_enrolment e where e.organisation_id = t.organisation_id and e.session_id = t.id and e.seat is not null) < t.seats
          limit 200`,
        [tx.now],
      ),
    );
    for (const { id } of waiting) {
      await this.db.write(actor, async (tx) => {
        const session = await lockSession(tx, id);
        if (session.state === 'open') await fillSeats(tx, id);
      });
    }
    return waiting.length;
  }
}

const expiringSql = `
update training_certificate x set warned_at = $1
 where x.revoked_at is null and x.warned_at is null and x.expires_on > $2::date and x.expires_on <= $2::date + $3::int
   and not exists (select from training_certificate newer where newer.organisation_id = x.organisation_id and newer.revoked_at is null
                      and (newer.mentor_id = x.mentor_id or newer.user_id = x.user_id) and newer.expires_on > x.expires_on)
   and (x.mentor_id is null or exists (select from mentor m where m.organisation_id = x.organisation_id and m.id = x.mentor_id and (m.active_until is null or m.active_until > x.expires_on)))
 returning x.id, x.mentor_id as "mentorId", x.user_id as "userId", x.expires_on as "expiresOn"`;

interface Expiring {
  readonly id: string;
  readonly mentorId: string | null;
  readonly userId: string | null;
  readonly expiresOn: string;
}

/** The round: a certificate that lapses within 60 days is a task for the consultant, once, unless a newer one is there. */
@Injectable()
export class WarnOfExpiry {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<number> {
    return this.db.write(
      actor,
      async (tx) => {
        const due = await tx.rows<Expiring>(expiringSql, [tx.now, tx.today, expiryWarningDays]);
        for (const { id, mentorId, userId, expiresOn } of due) {
          const place = mentorId ? await tx.row<Place>(placeSql, [mentorId]) : undefined;
          await raiseTask(tx, {
            kind: 'certificate-expires',
            subject: mentorId ? 'mentor' : 'training-certificate',
            subjectId: mentorId ?? id,
            occasion: expiresOn,
            companyId: place?.companyId,
            workplaceId: place?.workplaceId,
            userId: userId ?? place?.userId,
            dueOn: expiresOn,
            facts: { expiresOn },
          });
        }
        return due.length;
      },
      30_000,
    );
  }
}

interface Place {
  readonly companyId: string;
  readonly workplaceId: string;
  readonly userId: string | null;
}

const placeSql = `
select w.company_id as "companyId", w.id as "workplaceId",
       coalesce((select a.contact_user_id from agreement_mentor am join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id
                  where am.organisation_id = m.organisation_id and am.mentor_id = m.id and a.activated_at is not null and a.contact_user_id is not null
                  order by a.activated_at desc limit 1), c.responsible_user_id) as "userId"
  from mentor m
  join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where m.id = $1`;
