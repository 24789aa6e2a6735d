import { invalid, type InputFault, type Tx } from '#platform';

interface Offer {
  readonly considerationIds?: readonly string[];
  readonly mentorId?: string | null;
  readonly freeFrom?: string;
  readonly expiresOn?: string | null;
}

/** What a shared opening refers to exists, its mentor works there, its dates go together; else 422 with the field. */
export async function checkOffer(
  tx: Tx,
  workplaceId: string,
  { considerationIds = [], mentorId, freeFrom, expiresOn }: Offer,
): Promise<void> {
  const wanted = [...new Set(considerationIds)];
  const known = await tx.one<{ considerations: number; mentor: boolean }>(
    `select (select count(*) from consideration where id = any ($1::uuid[])) as considerations,
            exists (select from mentor where id = $2 and workplace_id = $3 union all select from mentor_workplace where mentor_id = $2 and workplace_id = $3) as mentor`,
    [wanted, mentorId ?? null, workplaceId],
  );
  const faults: (InputFault | false)[] = [
    known.considerations < wanted.length && { field: 'considerationIds', code: 'fault.unknown' },
    Boolean(mentorId) && !known.mentor && { field: 'mentorId', code: 'fault.unknown' },
    Boolean(expiresOn) &&
      String(expiresOn) <= (freeFrom ?? tx.today) && { field: 'expiresOn', code: 'fault.opening.dates' },
  ];
  const found = faults.filter((fault) => fault !== false);
  if (found.length > 0) throw invalid(...found);
}
