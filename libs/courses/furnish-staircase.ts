import type { Tx } from '#platform';
import { startingSteps } from './starting-steps.data.js';

/** Gives a new organisation its own copy of the starting staircase, in the transaction that makes the organisation. */
export async function furnishStaircase(tx: Tx): Promise<void> {
  await tx.run(
    `insert into staircase_step (organisation_id, id, name_da, name_en, position)
     select app_organisation(), * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[])`,
    [startingSteps.map(() => tx.newId()), startingSteps.map(([da]) => da), startingSteps.map(([, en]) => en), startingSteps.map((_, index) => index + 1)],
  );
}
