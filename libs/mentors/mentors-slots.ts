import type { Tx } from '#platform';

/**
 * The openings of a mentor's agreements and workplaces show who is mentor: brought up to date when a mentor is named,
 * changes, is away or stops. Agreements are to the right; the function in the database belongs to all.
 */
export const refreshMentorsSlots = (tx: Tx, mentorId: string): Promise<number> =>
  tx.run(
    `select refresh_slot_opening(array(
        select s.id from agreement_mentor am join slot s on s.organisation_id = am.organisation_id and s.agreement_id = am.agreement_id
         where am.mentor_id = $1
        union
        select s.id from slot s
         where s.workplace_id in (select workplace_id from mentor where id = $1 union all select workplace_id from mentor_workplace where mentor_id = $1)), $2, $3)`,
    [mentorId, tx.today, tx.now],
  );
