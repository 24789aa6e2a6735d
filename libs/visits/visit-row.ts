import type { Tx } from '#platform';
import { visitState, type VisitState } from './visit.rules.js';

export interface VisitTime {
  readonly number: number;
  readonly startsAt: Date;
  /** The Danish calendar day it falls on. */
  readonly day: string;
}

/** A taster visit or a coffee meeting with a citizen at a workplace. */
export interface Visit {
  readonly id: string;
  readonly kind: 'taster' | 'coffee';
  readonly state: VisitState;
  readonly citizenId: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly openingId: string | null;
  readonly tasks: string | null;
  readonly reservationId: string | null;
  /** Until when the place is held for the citizen; null: it is not. */
  readonly heldUntil: Date | null;
  readonly arrangedBy: string;
  readonly arrangedByName: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly minutes: number;
  readonly times: readonly VisitTime[];
  readonly chosen: number | null;
  readonly startsAt: Date | null;
  readonly noneFitsAt: Date | null;
  readonly noneFitsNote: string | null;
  readonly outcome: 'match' | 'no_match' | 'other_slot' | null;
  readonly outcomeReason: string | null;
  readonly outcomeAt: Date | null;
  readonly nextOpeningId: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly version: number;
}

type Row = Omit<Visit, 'state' | 'times' | 'startsAt'> & { readonly times: readonly { number: number; startsAt: string; day: string }[] };

const visitSql = `
select v.id, v.kind, v.citizen_id as "citizenId", c.id as "companyId", c.name as "companyName", w.id as "workplaceId", w.name as "workplaceName",
       v.opening_id as "openingId", o.tasks, v.reservation_id as "reservationId",
       case when r.ended_at is null and r.seat is not null then r.expires_at end as "heldUntil",
       v.arranged_by as "arrangedBy", u.name as "arrangedByName", v.contact_name as "contactName", v.contact_email as "contactEmail",
       v.meeting_place as place, v.note, v.minutes, v.chosen, v.none_fits_at as "noneFitsAt", v.none_fits_note as "noneFitsNote",
       v.outcome, v.outcome_reason as "outcomeReason", v.outcome_at as "outcomeAt", n.opening_id as "nextOpeningId",
       v.cancelled_at as "cancelledAt", v.cancel_reason as "cancelReason", v.version,
       (select json_agg(json_build_object('number', t.number, 'startsAt', t.starts_at, 'day', (t.starts_at at time zone 'Europe/Copenhagen')::date) order by t.number)
          from visit_time t where t.organisation_id = v.organisation_id and t.visit_id = v.id) as times
  from visit v
  join workplace w on w.organisation_id = v.organisation_id and w.id = v.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join app_user u on u.organisation_id = v.organisation_id and u.id = v.arranged_by
  left join opening o on o.organisation_id = v.organisation_id and o.id = v.opening_id
  left join reservation r on r.organisation_id = v.organisation_id and r.id = v.reservation_id
  left join reservation n on n.organisation_id = v.organisation_id and n.id = v.next_reservation_id`;

const asVisit =
  (now: Date) =>
  (row: Row): Visit => {
    const times = row.times.map((time) => ({ ...time, startsAt: new Date(time.startsAt) }));
    return { ...row, times, startsAt: times.find(({ number }) => number === row.chosen)?.startsAt ?? null, state: visitState({ ...row, now, times }) };
  };

/** One visit; refuses with 404. */
export const visitOf = async (tx: Tx, visitId: string): Promise<Visit> => asVisit(tx.now)(await tx.one<Row>(`${visitSql} where v.id = $1`, [visitId]));

/** A citizen's visits, newest first; only behind the gate. */
export const visitsOf = async (tx: Tx, citizenId: string): Promise<Visit[]> =>
  (await tx.rows<Row>(`${visitSql} where v.citizen_id = $1 order by v.id desc limit 100`, [citizenId])).map(asVisit(tx.now));
