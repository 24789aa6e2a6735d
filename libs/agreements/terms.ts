import { invalid, Refusal, type InputFault, type Tx } from '#platform';
import type { AgreementRow } from './agreement-row.js';

type Terms = Pick<AgreementRow, 'mentorPayOre' | 'mentorPayMinutes' | 'mentorPayFrom' | 'mentorPayUntil' | 'measureTypeCodes' | 'targetGroupCodes'>;

/** Terms that hang together: pay is an amount, hours and a first day; codes are known. @throws 422 */
export async function checkTerms(tx: Tx, terms: Terms): Promise<void> {
  const { mentorPayOre, mentorPayMinutes, mentorPayFrom, mentorPayUntil, measureTypeCodes, targetGroupCodes } = terms;
  const pay = { mentorPayOre, mentorPayMinutes, mentorPayFrom };
  const said = mentorPayUntil !== null || Object.values(pay).some((value) => value !== null);
  const faults: InputFault[] = Object.entries(pay).flatMap(([field, value]) => (said && value === null ? [{ field, code: 'fault.agreement.pay-whole' }] : []));
  if (mentorPayFrom && mentorPayUntil && mentorPayUntil <= mentorPayFrom) faults.push({ field: 'mentorPayUntil', code: 'fault.agreement.dates' });
  const known = await tx.one<{ measures: number; groups: number }>(
    `select (select count(distinct code) from measure_type where code = any ($1)) as measures,
            (select count(distinct code) from target_group where code = any ($2)) as groups`,
    [measureTypeCodes, targetGroupCodes],
  );
  if (known.measures < new Set(measureTypeCodes).size) faults.push({ field: 'measureTypeCodes', code: 'fault.unknown' });
  if (known.groups < new Set(targetGroupCodes).size) faults.push({ field: 'targetGroupCodes', code: 'fault.unknown' });
  if (faults.length > 0) throw invalid(...faults);
}

/**
 * A cap over all the slots is never below what is already placed or first in line on one day from today on. Ask after
 * the openings are refreshed: whoever claims takes the opening first and this lock next. @throws 409 `agreement.total-below-taken`
 */
export async function refuseBelowTaken(tx: Tx, before: Pick<AgreementRow, 'id' | 'totalCap'>, cap: number | null): Promise<void> {
  if (cap === null || cap === before.totalCap) return;
  await tx.run('select lock_total_cap($1)', [before.id]);
  const { peak } = await tx.one<{ peak: number }>('select agreement_peak($1, $2, null, null) as peak', [before.id, tx.today]);
  if (peak > cap) throw new Refusal('agreement.total-below-taken', { params: { n: peak, cap } });
}
