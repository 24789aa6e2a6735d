/** A small organisation and what may happen in it, for the board's random histories. */
import { rotatePlacement } from '#placements';
import { addDays, Refusal, systemActor, type Actor, type Tx } from '#platform';
import type { TestApp, TestOrganisation } from './app.js';

/** The day on which it all happens. */
export const today = '2026-11-23';

export interface World {
  readonly app: TestApp;
  readonly actor: Actor;
  readonly organisation: TestOrganisation;
  readonly userId: string;
  readonly sectors: readonly string[];
  readonly workplaces: readonly string[];
  readonly agreements: Readonly<Record<string, string>>;
  readonly slots: string[];
  readonly openings: string[];
}

const municipalities = ['0450', '0461', null];

/** An organisation with five workplaces (some without a sector; the last has no slots at first) and a live agreement of each model that promises places. */
export async function makeWorld(app: TestApp): Promise<World> {
  const organisation = await app.makeOrganisation();
  const actor = systemActor(organisation.id);
  const userId = organisation.users.consultant?.id ?? '';
  return app.db.write(actor, async (tx) => {
    const [sectors, workplaces, company] = [[tx.newId(), tx.newId()], [0, 1, 2, 3, 4].map(() => tx.newId()), tx.newId()];
    for (const [n, id] of sectors.entries()) await tx.run(`insert into sector values (app_organisation(), $1, $2, $2, $2, $3)`, [id, `s${n}`, n]);
    await tx.run(`insert into company (organisation_id, id, name, name_key, created_at) values (app_organisation(), $1, 'Prøve', 'proeve', $2)`, [company, tx.now]);
    for (const [n, id] of workplaces.entries()) {
      await tx.run(
        `insert into workplace (organisation_id, id, company_id, name, municipality_code, sector_id, created_at) values (app_organisation(), $1, $2, $3, $4, $5, $6)`,
        [id, company, `Sted ${n}`, municipalities[n % 3], sectors[n] ?? null, tx.now],
      );
    }
    const cluster = tx.newId();
    await tx.run(`insert into cluster (organisation_id, id, name, kind, created_at) values (app_organisation(), $1, 'Klynge', 'geographic', $2)`, [cluster, tx.now]);
    const agreements = { fixed_slots: tx.newId(), standing: tx.newId(), cluster: tx.newId() };
    for (const [model, id] of Object.entries(agreements)) {
      const inCluster = model === 'cluster';
      await tx.run(
        `insert into agreement (organisation_id, id, model, title, company_id, cluster_id, starts_on, refill, slot_pooling, coordinator_user_id, activated_at, created_at)
         values (app_organisation(), $1, $2, 'Aftale', $3, $4, $5, false, $6, $7, $8, $8)`,
        [id, model, inCluster ? null : company, inCluster ? cluster : null, addDays(today, -300), inCluster ? 'pooled' : null, inCluster ? userId : null, tx.now],
      );
      await tx.run('insert into agreement_workplace (organisation_id, agreement_id, workplace_id) select app_organisation(), $1, unnest($2::uuid[])', [id, workplaces]);
    }
    return { app, actor, organisation, userId, sectors, workplaces, agreements, slots: [], openings: [] };
  });
}

/** One thing that happens; numbers pick among what there is. Anything the database refuses has not happened. */
export type Step = readonly [what: keyof typeof happenings, which: number, day: number, length: number];
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

export const happenings = {
  async slot(tx: Tx, world: World, n: number, day: number): Promise<void> {
    const [model, workplace, id] = [pick(Object.keys(world.agreements), n) ?? '', pick(world.workplaces.slice(0, 4), n + 1), tx.newId()];
    await tx.run(
      `insert into slot (organisation_id, id, agreement_id, workplace_id, model, number, tasks, minutes_per_week, path_to_hours, sector_id, municipality_code, starts_on, created_at)
       select organisation_id, $1, $2, id, $3, $4, 'Opgaver', 600, 'Vej', sector_id, municipality_code, $5, $6 from workplace where id = $7`,
      [id, world.agreements[model], model, world.slots.length + 1, addDays(today, day - 60), tx.now, workplace],
    );
    await tx.run('select refresh_slot_opening(array[$1::uuid], $2, $3)', [id, today, tx.now]);
    world.slots.push(id);
  },
  async closeSlot(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update slot set ends_on = greatest(starts_on, $2::date) where id = $1', [pick(world.slots, n), addDays(today, day + 40)]);
  },
  async moveSlot(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run(`update slot s set workplace_id = w.id, sector_id = w.sector_id, municipality_code = w.municipality_code from workplace w where s.id = $1 and w.id = $2`, [pick(world.slots, n), pick(world.workplaces, Math.abs(day))]);
  },
  async place(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const from = addDays(today, day);
    await tx.run(
      `insert into placement (organisation_id, id, slot_id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       select organisation_id, $2, id, workplace_id, 'B-1', 'WORK_PLACEMENT', 600, daterange($3::date, $4::date), $4::date, $5 from slot where id = $1`,
      [pick(world.slots, n), tx.newId(), from, addDays(from, length), tx.now],
    );
  },
  async placeElsewhere(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const from = addDays(today, day);
    await tx.run(
      `insert into placement (organisation_id, id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       values (app_organisation(), $1, $2, 'B-2', 'WORK_PLACEMENT', 600, daterange($3::date, $4::date), $4::date, $5)`,
      [tx.newId(), pick(world.workplaces, n), from, addDays(from, length), tx.now],
    );
  },
  async stop(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run(
      `update placement set period = daterange(lower(period), greatest(lower(period) + 1, $2::date)), stopped_at = $3, stop_reason = 'Stop' where slot_id = $1 and upper(period) > $2::date`,
      [pick(world.slots, n), addDays(today, day), tx.now],
    );
  },
  async rotate(tx: Tx, world: World, n: number, day: number): Promise<void> {
    const running = await tx.rows<{ id: string; version: number }>(
      `select p.id, p.version from placement p join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
        where s.model = 'cluster' and p.cancelled_at is null and p.ends_on > $1 order by p.id`,
      [today],
    );
    const placement = pick(running, n);
    const actor: Actor = { ...world.actor, kind: 'user', userId: world.userId };
    if (placement) await rotatePlacement(tx, actor, { ...placement, workplaceId: pick(world.workplaces, n + 1) ?? '', from: addDays(today, Math.abs(day) % 40) });
  },
  async cancel(tx: Tx, world: World, n: number): Promise<void> {
    await tx.run('update placement set cancelled_at = $2 where slot_id = $1', [pick(world.slots, n), tx.now]);
  },
  async reserve(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const from = addDays(today, Math.abs(day));
    await tx.run(
      `insert into reservation (organisation_id, id, opening_id, workplace_id, slot_id, citizen_ref, target_group_code, reason, from_date, until_date, minutes_per_week, measure_type_code, seat, first_at, reserved_by, created_at, expires_at)
       select organisation_id, $2, id, workplace_id, id, $2::uuid::text, 'LAB6-02', 'Prøve', $3, $4, 600, 'WORK_PLACEMENT', 1, $5, $6, $5, $5 from slot where id = $1`,
      [pick(world.slots, n), tx.newId(), from, addDays(from, length), tx.now, world.userId],
    );
  },
  async withdraw(tx: Tx, world: World, n: number): Promise<void> {
    await tx.run(`update reservation set withdrawn_at = $2, withdrawn_reason = 'Prøve' where slot_id = $1 and ended_at is null`, [pick(world.slots, n), tx.now]);
  },
  async share(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    const id = tx.newId();
    await tx.run(
      `insert into opening (organisation_id, id, workplace_id, tasks, places, minutes_per_week, free_from, expires_on, shared_by, published_at, sector_id, municipality_code, created_at)
       select organisation_id, $2, id, 'Delt', $3, 600, $4, $5, $6, $7, sector_id, municipality_code, $7 from workplace where id = $1`,
      [pick(world.workplaces, n), id, 1 + (n % 3), addDays(today, day), addDays(today, Math.abs(day) + length), world.userId, tx.now],
    );
    world.openings.push(id);
  },
  async take(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update opening set taken = least(places, taken + 1), withdrawn_at = case when $2 > 60 then $3::timestamptz end where id = $1', [pick(world.openings, n), day, tx.now]);
  },
  async nameMentor(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run(`insert into mentor (organisation_id, id, workplace_id, name, accepts, active_from, created_at) values (app_organisation(), $1, $2, 'Mentor', $3, $4, $5)`, [tx.newId(), pick(world.workplaces, n), 1 + (n % 3), addDays(today, day), tx.now]);
  },
  async endMentor(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update mentor set active_until = greatest(active_from + 1, $2::date) where workplace_id = $1', [pick(world.workplaces, n), addDays(today, day)]);
  },
  async pauseMentor(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    await tx.run(
      `insert into mentor_pause (organisation_id, id, mentor_id, kind, period, created_at)
       select app_organisation(), $2, id, 'holiday', daterange($3::date, $4::date), $5 from mentor where workplace_id = $1 order by id limit 1`,
      [pick(world.workplaces, n), tx.newId(), addDays(today, day - 20), addDays(today, day - 20 + length), tx.now],
    );
  },
  async registerEmployees(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    await tx.run('update workplace set employees_fte = $2, employees_on = $3 where id = $1', [pick(world.workplaces, n), day < -60 ? null : length / 3, today]);
  },
  async stateEmployees(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    await tx.run(
      `insert into workplace_employees (organisation_id, id, workplace_id, month, fte, created_at) values (app_organisation(), $1, $2, date_trunc('month', $3::date)::date, $4, $5)
       on conflict (organisation_id, workplace_id, month) do update set fte = excluded.fte`,
      [tx.newId(), pick(world.workplaces, n), addDays(today, -Math.abs(day) - 20), length / 2, tx.now],
    );
  },
  async rampHours(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    await tx.run(
      `insert into placement_hours (organisation_id, placement_id, from_on, minutes_per_week) select app_organisation(), id, greatest(starts_on, $2::date), $3 from placement where slot_id = $1
       on conflict (organisation_id, placement_id, from_on) do update set minutes_per_week = excluded.minutes_per_week`,
      [pick(world.slots, n), addDays(today, day - 20), length * 22],
    );
  },
  async otherMeasure(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update placement set measure_type_code = $2, ratio_exempt = $3 where workplace_id = $1', [pick(world.workplaces, n), day % 2 ? 'UTILITY_WORK' : 'FLEXJOB', day > 50]);
  },
  async chooseWhatCounts(tx: Tx, _: World, n: number): Promise<void> {
    await tx.run('update organisation set ratio_counts_by_choice = $1 where organisation_id = app_organisation()', [n % 2 === 0]);
  },
  async slotHours(tx: Tx, world: World, n: number, _: number, length: number): Promise<void> {
    await tx.run('update slot set minutes_per_week = $2 where id = $1', [pick(world.slots, n), 30 + length * 20]);
  },
  async moveWorkplace(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update workplace set sector_id = $2, municipality_code = $3 where id = $1', [pick(world.workplaces, n), world.sectors[Math.abs(day) % 3] ?? null, pick(municipalities, n)]);
  },
  async pauseAgreement(tx: Tx, world: World, n: number, day: number, length: number): Promise<void> {
    await tx.run(
      `insert into agreement_pause (organisation_id, id, agreement_id, period, reason, by_company, created_at) values (app_organisation(), $1, $2, daterange($3::date, $4::date), 'Ferie', false, $5)`,
      [tx.newId(), pick(Object.values(world.agreements), n), addDays(today, day - 30), addDays(today, day - 30 + length), tx.now],
    );
  },
  async capAgreement(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update agreement set total_cap = $2 where id = $1', [pick(Object.values(world.agreements), n), day > 70 ? null : 1 + (Math.abs(day) % 3)]);
  },
  async endAgreement(tx: Tx, world: World, n: number, day: number): Promise<void> {
    await tx.run('update agreement set ends_on = $2 where id = $1', [pick(Object.values(world.agreements), n), day > 70 ? addDays(today, day) : null]);
  },
} as const;

/** True when it happened. An overlap or a second reservation is refused by the database, as it should be. */
export async function happen(world: World, [what, n, day, length]: Step): Promise<void> {
  await world.app.db.write(world.actor, (tx) => happenings[what](tx, world, n, day, length)).catch((refused: { code?: string }) => {
    if (!(refused instanceof Refusal) && !['23P01', '23505', '23514'].includes(refused.code ?? '')) throw refused;
  });
}

