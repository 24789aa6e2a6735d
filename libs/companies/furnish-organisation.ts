import type { Tx } from '#platform';
import { startingConsiderations } from './considerations.data.js';

/**
 * Gives a new organisation its own copies of the lists it may edit: the friendly sectors of the template with their
 * divisions, and the considerations. In the transaction that makes the organisation.
 */
export async function furnishOrganisation(tx: Tx): Promise<void> {
  const templates = await tx.rows<{ key: string; name_da: string; name_en: string; position: number }>('select key, name_da, name_en, position from sector_template order by position');
  await tx.run(
    `insert into sector (organisation_id, id, key, name_da, name_en, position)
     select app_organisation(), * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[])`,
    [templates.map(() => tx.newId()), templates.map((t) => t.key), templates.map((t) => t.name_da), templates.map((t) => t.name_en), templates.map((t) => t.position)],
  );
  await tx.run(
    `insert into sector_division (organisation_id, scheme, division_code, sector_id)
     select s.organisation_id, d.scheme, d.division_code, s.id from sector s join sector_template_division d on d.key = s.key`,
  );
  await tx.run(
    `insert into consideration (organisation_id, id, name_da, name_en, position)
     select app_organisation(), * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[])`,
    [startingConsiderations.map(() => tx.newId()), startingConsiderations.map(([da]) => da), startingConsiderations.map(([, en]) => en), startingConsiderations.map((_, index) => index + 1)],
  );
}
