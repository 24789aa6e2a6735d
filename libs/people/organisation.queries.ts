import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

/** The organisation and its settings. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** What it calls itself in the page frame: "Jobcenter", "Beskæftigelse". */
  readonly label: string;
  readonly municipalities: readonly string[];
  /** How long a consultant may hold a new opening before it is in the pool by itself. */
  readonly holdHours: number;
  readonly reservationWorkingDays: number;
  /** How long before a placement's end a refill is asked for. */
  readonly refillLeadDays: number;
  /** So many days after a refill was asked for, a manager sees it too. */
  readonly refillEscalateDays: number;
  /** How often a standing agreement is asked whether its offer is still good. */
  readonly offerQuestionMonths: number;
  /** How long somebody may wait in an opening's queue. */
  readonly queueDays: number;
  /** A break of at most so many calendar days does not break a course's 13 consecutive weeks. */
  readonly courseGapDays: number;
  /** Whether a trainee may not start before the mentor is trained. */
  readonly mentorTrainingGatesStart: boolean;
  /** Whether the ratio rule (rimelighedskrav) is more than advice: nothing is reserved or begun beyond it. */
  readonly ratioBlocks: boolean;
  /** Whether measures no longer checked themselves (nytteindsats) count as used. */
  readonly ratioCountsByChoice: boolean;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly version: number;
}

/** The organisation the transaction is for. */
export const organisationOf = (tx: Tx): Promise<Organisation> =>
  tx.one<Organisation>(
    `select o.organisation_id as id, o.name, o.label, o.hold_hours as "holdHours",
            o.reservation_working_days as "reservationWorkingDays", o.refill_lead_days as "refillLeadDays",
            o.refill_escalate_days as "refillEscalateDays", o.offer_question_months as "offerQuestionMonths",
            o.queue_days as "queueDays", o.course_gap_days as "courseGapDays", o.mentor_training_gates_start as "mentorTrainingGatesStart",
            o.ratio_blocks as "ratioBlocks", o.ratio_counts_by_choice as "ratioCountsByChoice",
            o.contact_email as "contactEmail", o.contact_phone as "contactPhone", o.version,
            array(select m.municipality_code from organisation_municipality m
                   where m.organisation_id = o.organisation_id order by m.municipality_code) as municipalities
       from organisation o where o.organisation_id = app_organisation()`,
  );

@Injectable()
export class OrganisationQueries {
  constructor(private readonly db: Db) {}

  settings(actor: Pick<Actor, 'organisationId'>): Promise<Organisation> {
    return this.db.read(actor, organisationOf);
  }
}
