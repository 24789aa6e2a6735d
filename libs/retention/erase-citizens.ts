import { journal } from '#journal';
import { endAllRoles } from '#citizens';
import type { Actor, Tx } from '#platform';

/** What a text becomes where there must be one. */
const gone = '–';

/** What is known of a citizen goes; the case reference and the course stay for as long as those are kept. */
export async function eraseFacts(tx: Tx, actor: Actor, citizenId: string): Promise<void> {
  await tx.one('select from citizen where id = $1 for no key update', [citizenId]);
  await endAllRoles(tx, actor, { citizenId, from: tx.today, reason: gone });
  await Promise.all([
    tx.run('delete from citizen_job_goal where citizen_id = $1', [citizenId]),
    tx.run('delete from citizen_consideration where citizen_id = $1', [citizenId]),
    tx.run('update citizen_access set reason = $2 where citizen_id = $1', [citizenId, gone]),
    tx.run('update citizen_away set reason = $2 where citizen_id = $1', [citizenId, gone]),
    tx.run(
      `update visit set contact_name = null, contact_email = null, note = null, none_fits_note = null, outcome_reason = case when outcome_reason is not null then $2 end,
              cancel_reason = case when cancel_reason is not null then $2 end, version = version + 1 where citizen_id = $1`,
      [citizenId, gone],
    ),
    tx.run(
      `update citizen set pseudonym = $2, minutes_possible = null, near_postal_code = null, travel_minutes = null, transport = null,
              facts_erased_on = $3, version = version + 1 where id = $1`,
      [citizenId, gone, tx.today],
    ),
  ]);
  await journal(tx, actor, { action: 'citizen.facts-erased', subject: 'citizen', subjectId: citizenId });
}

/** The case reference becomes a key of no meaning wherever it stands, and the course's texts go; its numbers stay. */
export async function makePseudonymous(tx: Tx, actor: Actor, citizenId: string): Promise<void> {
  const { caseRef, erased } = await tx.one<{ caseRef: string; erased: boolean }>(
    'select case_ref as "caseRef", facts_erased_on is not null as erased from citizen where id = $1 for no key update',
    [citizenId],
  );
  if (!erased) await eraseFacts(tx, actor, citizenId);
  const key = tx.newId();
  await tx.run(`update reservation set citizen_ref = $2, reason = $3, decline_reason = case when decline_reason is not null then $3 end,
                       withdrawn_reason = case when withdrawn_reason is not null then $3 end,
                       agreement_follow_up_plan = case when agreement_follow_up_plan is not null then $3 end where citizen_ref = $1`, [caseRef, key, gone]);
  await tx.run(
    `update placement_pause q set reason = $2 from placement p where p.organisation_id = q.organisation_id and p.id = q.placement_id and p.citizen_ref = $1`,
    [caseRef, gone],
  );
  await tx.run(
    `update placement set citizen_ref = $2, grant_number = null, stop_reason = case when stop_reason is not null then $3 end,
            no_show_reason = case when no_show_reason is not null then $3 end where citizen_ref = $1`,
    [caseRef, key, gone],
  );
  await eraseCourseTexts(tx, citizenId);
  await tx.run('update citizen set case_ref = $2, pseudonymised_on = $3, version = version + 1 where id = $1', [citizenId, key, tx.today]);
  await journal(tx, actor, { action: 'citizen.made-pseudonymous', subject: 'citizen', subjectId: citizenId });
}

/** A reservation for somebody who was never written down: what the queue said of them goes. */
export async function eraseReferences(tx: Tx, _actor: Actor, due: readonly { readonly id: string | null }[]): Promise<number> {
  return tx.run(
    `update reservation set citizen_ref = $2, reason = $2, decline_reason = case when decline_reason is not null then $2 end,
            withdrawn_reason = case when withdrawn_reason is not null then $2 end,
            agreement_follow_up_plan = case when agreement_follow_up_plan is not null then $2 end where id = any ($1::uuid[])`,
    [due.map(({ id }) => id), gone],
  );
}

async function eraseCourseTexts(tx: Tx, citizenId: string): Promise<void> {
  await tx.run(
    `update start_terms set purpose = $2, refused_reason = case when refused_reason is not null then $2 end
      where course_id in (select id from course where citizen_id = $1)`,
    [citizenId, gone],
  );
  await tx.run(
    'update course set outcome_note = null, cv_waived_reason = case when cv_waived_reason is not null then $2 end where citizen_id = $1',
    [citizenId, gone],
  );
}
