import { invalid, type Language, type Tx } from '#platform';

/** What is known of a mentor beyond name and address; what is left out stays. */
export interface MentorFacts {
  readonly experience?: string | null;
  readonly strengths?: string | null;
  readonly suits?: string | null;
  readonly considerationIds?: readonly string[];
  readonly weekdays?: readonly number[];
  readonly language?: Language;
}

/** Considerations are the organisation's own (422 with the field); weekdays come in order, each once. */
export async function checkedFacts<T extends MentorFacts>(tx: Tx, facts: T): Promise<T> {
  const ids = facts.considerationIds && [...new Set(facts.considerationIds)];
  if (ids && ids.length > 0) {
    const known = await tx.one<{ n: number }>('select count(*) as n from consideration where id = any ($1::uuid[])', [ids]);
    if (known.n < ids.length) throw invalid({ field: 'considerationIds', code: 'fault.unknown' });
  }
  const weekdays = facts.weekdays && [...new Set(facts.weekdays)].sort();
  return { ...facts, ...(ids && { considerationIds: ids }), ...(weekdays && { weekdays }) };
}
