import type { Tx } from '#platform';
import { enrolmentState, type EnrolmentFacts, type EnrolmentState } from './session.rules.js';

export interface Enrolment {
  readonly id: string;
  readonly sessionId: string;
  readonly mentorId: string | null;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The mentor's company; null for staff. */
  readonly company: string | null;
  readonly state: EnrolmentState;
  /** Place on the waiting list, from 1. */
  readonly position: number | null;
  readonly declineReason: string | null;
  readonly certificateId: string | null;
  readonly version: number;
}

type Row = Omit<Enrolment, 'state'> & EnrolmentFacts;

const select = `
select e.id, e.session_id as "sessionId", e.mentor_id as "mentorId", e.user_id as "userId", coalesce(m.name, u.name) as name,
       coalesce(m.email, u.email) as email, coalesce(m.phone, u.phone) as phone, c.name as company, e.seat, e.accepted_at as "acceptedAt",
       e.declined_at as "declinedAt", e.attended_at as "attendedAt", e.absent_at as "absentAt", e.decline_reason as "declineReason",
       case when e.seat is null and e.accepted_at is not null and e.attended_at is null and e.absent_at is null then (
         select count(*) from training_enrolment q
          where q.organisation_id = e.organisation_id and q.session_id = e.session_id and q.seat is null and q.accepted_at is not null
            and (q.accepted_at, q.id) <= (e.accepted_at, e.id)) end as position,
       (select x.id from training_certificate x where x.organisation_id = e.organisation_id and x.enrolment_id = e.id and x.revoked_at is null) as "certificateId",
       e.version
  from training_enrolment e
  left join mentor m on m.organisation_id = e.organisation_id and m.id = e.mentor_id
  left join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  left join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join app_user u on u.organisation_id = e.organisation_id and u.id = e.user_id`;

const shown = ({ seat, acceptedAt, declinedAt, attendedAt, absentAt, ...row }: Row): Enrolment => ({
  ...row,
  state: enrolmentState({ seat, acceptedAt, declinedAt, attendedAt, absentAt }),
});

/** One enrolment; refuses with 404 when there is none. */
export const enrolmentOf = async (tx: Tx, enrolmentId: string): Promise<Enrolment> => shown(await tx.one<Row>(`${select} where e.id = $1`, [enrolmentId]));

/** Who was asked to a session: those with a seat, the waiting list in its order, then the rest by name. */
export const enrolmentsOf = async (tx: Tx, sessionId: string): Promise<Enrolment[]> =>
  (await tx.rows<Row>(`${select} where e.session_id = $1 order by e.seat is null, e.accepted_at is null, e.seat, e.accepted_at, name, e.id limit 500`, [sessionId])).map(shown);
