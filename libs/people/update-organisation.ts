import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, invalid, staleEdit, type Actor, type Tx } from '#platform';
import { organisationOf, type Organisation } from './organisation.queries.js';

type Later = 'refillEscalateDays' | 'offerQuestionMonths' | 'courseGapDays' | 'ratioBlocks' | 'ratioCountsByChoice';
/** What came later than the operation stays as it is when it is left out. */
export type OrganisationChange = Omit<Organisation, 'id' | Later> & Partial<Pick<Organisation, Later>>;

/** Changes the organisation's name, label, municipalities and limits. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateOrganisation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { version, ...wanted }: OrganisationChange): Promise<Organisation> {
    return this.db.write(actor, async (tx) => {
      const before = await organisationOf(tx);
      const updated = await tx.run(
        `update organisation
            set name = $1, label = $2, hold_hours = $3, reservation_working_days = $4, refill_lead_days = $5,
                queue_days = $6, mentor_training_gates_start = $7, contact_email = $8, contact_phone = $9,
                course_gap_days = coalesce($11, course_gap_days), refill_escalate_days = coalesce($12, refill_escalate_days),
                offer_question_months = coalesce($13, offer_question_months), ratio_blocks = coalesce($14, ratio_blocks),
                ratio_counts_by_choice = coalesce($15, ratio_counts_by_choice), version = version + 1
          where organisation_id = app_organisation() and version = $10`,
        [
          wanted.name,
          wanted.label,
          wanted.holdHours,
          wanted.reservationWorkingDays,
          wanted.refillLeadDays,
          wanted.queueDays,
          wanted.mentorTrainingGatesStart,
          wanted.contactEmail,
          wanted.contactPhone,
          version,
          wanted.courseGapDays,
          wanted.refillEscalateDays,
          wanted.offerQuestionMonths,
          wanted.ratioBlocks,
          wanted.ratioCountsByChoice,
        ],
      );
      if (updated === 0) throw staleEdit(await organisationOf(tx));
      await serveMunicipalities(tx, wanted.municipalities);
      await journal(tx, actor, {
        action: 'organisation.updated',
        subject: 'organisation',
        subjectId: before.id,
        ...changes({ ...before }, wanted),
      });
      return organisationOf(tx);
    });
  }
}

/** The municipalities the organisation serves, exactly these; 422 for a code that is none. */
export async function serveMunicipalities(tx: Tx, codes: readonly string[]): Promise<void> {
  const known = await tx.rows<{ code: string }>('select code from municipality where code = any ($1)', [codes]);
  if (known.length < new Set(codes).size)
    throw invalid({ field: 'municipalities', code: 'fault.municipality.unknown' });
  await tx.run('delete from organisation_municipality where municipality_code <> all ($1)', [codes]);
  await tx.run(
    `insert into organisation_municipality (organisation_id, municipality_code)
     select app_organisation(), unnest($1::text[]) on conflict do nothing`,
    [codes],
  );
}
