import type { Tx } from '#platform';
import { fullByLaw } from './agreements.data.js';
import type { DemoWorkplace } from './companies.js';

/**
 * Employees stated month by month where most are taken in, and where the law leaves no room: thirteen months, so that both
 * the ratio rule's mean and additionality can be worked out. The second of them has shrunk a little of late.
 */
export async function addStatedEmployees(tx: Tx, companies: readonly DemoWorkplace[][]): Promise<void> {
  const full = companies[fullByLaw[0]]?.[0]?.id ?? null;
  // The mentor there has time for one more: what holds the place back is the law.
  await tx.run('update mentor set accepts = 3 where workplace_id = $1', [full]);
  const stating = await tx.rows<{ id: string; fte: number }>(
    `select w.id, w.employees_fte::float8 as fte from workplace w join placement p on p.organisation_id = w.organisation_id and p.workplace_id = w.id
      where w.employees_fte is not null and not exists (select from workplace o where o.organisation_id = w.organisation_id and o.company_id = w.company_id and o.id <> w.id)
      group by w.organisation_id, w.id order by w.id is not distinct from $1, count(*) desc, w.id`,
    [full],
  );
  const chosen = [stating[0], stating[1], stating.find(({ id }) => id === full)].flatMap((each) => each ?? []);
  const months = chosen.flatMap(({ id, fte }, nth) => Array.from({ length: 13 }, (_, n) => ({ id: tx.newId(), workplace: id, back: n + 1, fte: id === full ? fte : fte + ((n + 1) % 3) * 0.5 + (nth === 1 ? Math.min(n, 3) : 0) })));
  await tx.run(
    `insert into workplace_employees (organisation_id, id, workplace_id, month, fte, created_at)
     select app_organisation(), m.id, m.workplace, (date_trunc('month', $1::date) - make_interval(months => m.back))::date, m.fte, $2
       from unnest($3::uuid[], $4::uuid[], $5::int[], $6::numeric[]) m (id, workplace, back, fte)`,
    [tx.today, tx.now, months.map(({ id }) => id), months.map(({ workplace }) => workplace), months.map(({ back }) => back), months.map(({ fte }) => fte)],
  );
}
