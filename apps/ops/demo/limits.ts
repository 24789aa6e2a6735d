import type { Tx } from '#platform';

/**
 * Employees stated month by month at the workplaces that take in most: thirteen months, so that both the ratio rule's
 * mean and additionality can be worked out. The second of them has shrunk a little of late.
 */
export async function addStatedEmployees(tx: Tx): Promise<void> {
  const busiest = await tx.rows<{ id: string; fte: number }>(
    `select w.id, w.employees_fte::float8 as fte from workplace w join placement p on p.organisation_id = w.organisation_id and p.workplace_id = w.id
      where w.employees_fte is not null and not exists (select from workplace o where o.organisation_id = w.organisation_id and o.company_id = w.company_id and o.id <> w.id)
      group by w.organisation_id, w.id order by count(*) desc, w.id limit 2`,
  );
  for (const [shrinks, { id, fte }] of busiest.entries()) {
    for (let back = 1; back <= 13; back += 1) {
      const stated = fte + (back % 3) * 0.5 + (shrinks === 1 ? Math.min(back - 1, 3) : 0);
      await tx.run(
        `insert into workplace_employees (organisation_id, id, workplace_id, month, fte, created_at)
         values (app_organisation(), $1, $2, (date_trunc('month', $3::date) - make_interval(months => $4))::date, $5, $6)`,
        [tx.newId(), id, tx.today, back, stated, tx.now],
      );
    }
  }
}
