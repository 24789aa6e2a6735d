/**
 * The large organisation of the bench: everything at once with generate_series, then the constraints and indexes over it.
 * Constraints are taken off for loading and put back, so PostgreSQL checks every one of them against all rows.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const LARGE = '0be9c400-0000-7000-8000-00000000000a';
export const SMALL = '0be9c400-0000-7000-8000-00000000000b';

const full = {
  workplaces: 300_000,
  agreements: 60_000,
  slots: 200_000,
  placements: 1_500_000,
  shared: 80_000,
  open: 20_000,
};
const share = (sizes, by) =>
  Object.fromEntries(Object.entries(sizes).map(([name, count]) => [name, Math.ceil(count / by)]));

/** How many of what: the whole, or a fiftieth of it for a quick try. */
export const sizes = (small) => (small ? share(full, 50) : full);

const tables = [
  'company',
  'workplace',
  'mentor',
  'cluster',
  'agreement',
  'agreement_workplace',
  'agreement_mentor',
  'slot',
  'opening',
  'reservation',
  'placement',
  'mentor_pause',
  'workplace_employees',
  'search_word',
];

/** Fills the migrated, empty database as its superuser, whom row-level security does not hold. Bente of each organisation may sign in. */
export async function load(url, counts, today, passwordHash) {
  const client = await connect(url);
  const restore = await takeOff(client);
  await organisation(client, LARGE, 'Storkommunen', today, passwordHash);
  await organisation(client, SMALL, 'Lillekommunen', today, passwordHash);
  await client.query(ids);
  await fill(client, LARGE, counts, today);
  await fill(client, SMALL, share(full, 500), today);
  await putBack(url, client, restore);
  await client.query('vacuum (analyze)');
  await client.end();
}

/** Drops what slows loading and answers what puts it back: indexes, which may be built side by side, then the rest in turn. */
async function takeOff(client) {
  const { rows: constraints } = await client.query(
    `select conrelid::regclass::text as on_table, conname as name, contype as kind, pg_get_constraintdef(oid) as definition
       from pg_constraint where conrelid = any ($1::regclass[]) and contype in ('f', 'x', 'u') order by contype <> 'f'`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = any ($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { on_table, name } of constraints) await client.query(`alter table ${on_table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  const back = ({ on_table, name, definition }) => `alter table ${on_table} add constraint ${name} ${definition}`;
  return {
    indexes: indexes.map(({ definition }) => definition),
    rest: [
      ...constraints.filter(({ kind }) => kind !== 'f').map(back),
      ...constraints.filter(({ kind }) => kind === 'f').map(back),
      ...tables.map((table) => `alter table ${table} enable trigger user`),
    ],
  };
}

async function putBack(url, client, { indexes, rest }) {
  const builders = await Promise.all([1, 2, 3].map(() => connect(url)));
  await Promise.all(
    builders.map(async (builder) => {
      for (let next = indexes.shift(); next; next = indexes.shift()) await builder.query(next);
      await builder.end();
    }),
  );
  for (const statement of rest) await client.query(statement);
}

async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set maintenance_work_mem = '256MB'`);
  return client;
}

async function organisation(client, id, name, today, passwordHash) {
  await client.query(`insert into organisation (organisation_id, name, created_at) values ($1, $2, $3)`, [
    id,
    name,
    today,
  ]);
  const user = randomUUID();
  await client.query(
    `insert into app_user (organisation_id, id, email, name, created_at, password_hash) values ($1, $2, $3, 'Bente Bench', $4, $5)`,
    [id, user, `bente@${name.toLowerCase()}.example`, today, passwordHash],
  );
  await client.query(`insert into user_role select $1, $2, unnest(array['consultant', 'manager'])`, [id, user]);
  const sectors = [
    'Landbrug',
    'Industri',
    'Byggeri',
    'Handel',
    'Transport',
    'Hotel',
    'Rengøring',
    'Undervisning',
    'Sundhed',
    'Pleje',
    'Administration',
    'Service',
  ];
  await client.query(
    `insert into sector (organisation_id, id, key, name_da, name_en, position)
     select $1, gen_random_uuid(), 'sector-' || n, name, name, n from unnest($2::text[]) with ordinality s (name, n)`,
    [id, sectors],
  );
}

const ids = `
  create function pg_temp.id(kind int, n bigint, organisation uuid) returns uuid language sql immutable as $$
    select (lpad(to_hex(kind), 8, '0') || '-' || right(organisation::text, 4) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create temporary table place as
    select row_number() over (order by m.code) - 1 as nr, m.code, coalesce(p.code, '5000') as postal_code, coalesce(p.town, m.name) as town,
           coalesce(p.lat, 55.4) as lat, coalesce(p.lon, 10.4) as lon
      from municipality m
      left join lateral (select p.* from postal_code p join postal_code_municipality pm on pm.postal_code = p.code
                          where pm.municipality_code = m.code order by p.lat is null, p.code limit 1) p on true;`;

async function fill(client, organisation, counts, today) {
  await client.query(`select set_config('bench.organisation', $1, false), set_config('bench.today', $2, false)`, [
    organisation,
    today,
  ]);
  await client.query(`
    create or replace temporary view org as select current_setting('bench.organisation')::uuid as id, current_setting('bench.today')::date as today,
      (select id from app_user where organisation_id = current_setting('bench.organisation')::uuid limit 1) as user_id;`);
  for (const statement of statements(counts)) await client.query(statement);
}

/** Eight in nine workplaces are a company of their own; the rest are branches. Nothing is random: every load is the same. */
const statements = (counts) => [
  `insert into company (organisation_id, id, name, name_key, responsible_user_id, created_at)
   select o.id, pg_temp.id(1, n, o.id), name, lower(name), o.user_id, o.today - 400
     from org o, generate_series(0, ${Math.ceil((counts.workplaces * 8) / 9)}) n,
     lateral (select (array['Nordlys', 'Fjord', 'Bakke', 'Skov', 'Kyst', 'Ørsted', 'Sø', 'Eng', 'Havne', 'Møllens', 'Solsiden', 'Vester', 'Øster', 'Sønder', 'Klit', 'Ege', 'Birke'])[1 + n % 17]
       || (array['gårdens', 'byens', 'parkens', 'dalens', 'holms', 'lundens', 'vangs', 'bro', 'krogens', 'markens', 'toftens', 'strandens', 'hus'])[1 + n / 17 % 13]
       || ' ' || (array['Bageri', 'Tømrer', 'Autoværksted', 'Plejecenter', 'Rengøring', 'Gartneri', 'Transport', 'Købmand', 'Hotel', 'Skole', 'VVS'])[1 + n / 221 % 11]
       || ' ' || to_hex(n * 2654435761 % 65536)) s (name)`,
  `insert into workplace (organisation_id, id, company_id, p_number, name, street, street_key, postal_code, town, municipality_code, lat, lon, sector_id, employees_fte, created_at, search_text)
   select o.id, pg_temp.id(2, n, o.id), c.id, (1000000000 + n)::text, c.name, street, lower(street), p.postal_code, p.town, p.code,
          p.lat + (n % 97 - 48) / 800.0, p.lon + (n % 89 - 44) / 450.0, s.id, n % 120 + 1, o.today - 400,
          fold_danish(concat_ws(' ', c.name, 1000000000 + n, street, p.postal_code, p.town))
     from org o cross join generate_series(0, ${counts.workplaces - 1}) n
     join company c on c.organisation_id = o.id and c.id = pg_temp.id(1, n * 8 / 9, o.id)
     join place p on p.nr = (n * 31 + n / 98) % 98
     join sector s on s.organisation_id = o.id and s.position = 1 + (n * 7 + n / 12) % 12,
     lateral (select (array['Storegade', 'Vestergade', 'Industrivej', 'Havnegade', 'Søndergade', 'Møllevej', 'Åvej'])[1 + n % 7] || ' ' || n % 180 + 1) a (street)`,
  `insert into search_word (organisation_id, word)
   select distinct w.organisation_id, word from org o join workplace w on w.organisation_id = o.id, regexp_split_to_table(w.search_text, '[^[:alpha:]]+') word
    where length(word) between 3 and 40`,
  `insert into mentor (organisation_id, id, workplace_id, name, email, phone, accepts, active_from, created_at)
   select o.id, pg_temp.id(3, n, o.id), pg_temp.id(2, n * ${counts.workplaces / counts.agreements}, o.id), 'Mentor ' || n, 'mentor' || n || '@firma.example', '20' || lpad((n % 1000000)::text, 6, '0'), 1 + n % 3, o.today - 300, o.today - 300
     from org o, generate_series(0, ${counts.agreements - 1}) n`,
  // What law and mentors leave is counted from these: one mentor in twenty is away, one workplace in eight has stated its months.
  `insert into mentor_pause (organisation_id, id, mentor_id, kind, period, created_at)
   select o.id, pg_temp.id(10, n, o.id), pg_temp.id(3, n, o.id), 'holiday', daterange(o.today - 7, o.today + 7 + n % 60), o.today - 10
     from org o, generate_series(0, ${counts.agreements - 1}, 20) n`,
  `insert into workplace_employees (organisation_id, id, workplace_id, month, fte, created_at)
   select o.id, pg_temp.id(11, n * 6 + m, o.id), pg_temp.id(2, n * ${counts.workplaces / counts.agreements}, o.id), (date_trunc('month', o.today) - make_interval(months => m))::date, n % 110 + 1 + m, o.today - 10
     from org o, generate_series(0, ${counts.agreements - 1}, 8) n, generate_series(1, 5) m`,
  `insert into cluster (organisation_id, id, name, kind, created_at)
   select o.id, pg_temp.id(4, n, o.id), 'Klynge ' || n, 'geographic', o.today - 400 from org o, generate_series(0, ${counts.agreements - 1}, 20) n`,
  `insert into agreement (organisation_id, id, model, title, company_id, cluster_id, contact_user_id, starts_on, refill, slot_pooling, coordinator_user_id, activated_at, activated_by, created_at)
   select o.id, pg_temp.id(5, n, o.id), model, 'Aftale ' || n, case when model <> 'cluster' then w.company_id end, case when model = 'cluster' then pg_temp.id(4, n, o.id) end,
          o.user_id, o.today - 720, model = 'fixed_slots', case when model = 'cluster' then 'per_workplace' end, case when model = 'cluster' then o.user_id end, o.today - 720, o.user_id, o.today - 730
     from org o cross join generate_series(0, ${counts.agreements - 1}) n
     cross join lateral (select case when n % 20 = 0 then 'cluster' when n % 3 = 0 then 'standing' else 'fixed_slots' end) m (model)
     join workplace w on w.organisation_id = o.id and w.id = pg_temp.id(2, n * ${counts.workplaces / counts.agreements}, o.id)`,
  `insert into agreement_workplace (organisation_id, agreement_id, workplace_id)
   select o.id, pg_temp.id(5, n, o.id), pg_temp.id(2, n * ${counts.workplaces / counts.agreements} + m, o.id)
     from org o, generate_series(0, ${counts.agreements - 1}) n, generate_series(0, 1) m where m = 0 or n % 20 = 0`,
  `insert into agreement_mentor (organisation_id, agreement_id, mentor_id)
   select o.id, pg_temp.id(5, n, o.id), pg_temp.id(3, n, o.id) from org o, generate_series(0, ${counts.agreements - 1}) n`,
  `insert into slot (organisation_id, id, agreement_id, workplace_id, model, number, tasks, minutes_per_week, path_to_hours, sector_id, municipality_code, starts_on, created_at)
   select o.id, pg_temp.id(6, n, o.id), a.id, w.id, a.model, n / ${counts.agreements} + 1, 'Lettere opgaver på lageret og i butikken', 600 + n % 5 * 120, 'Fire timer om ugen efter otte uger', w.sector_id, w.municipality_code, a.starts_on, a.created_at
     from org o cross join generate_series(0, ${counts.slots - 1}) n
     join agreement a on a.organisation_id = o.id and a.id = pg_temp.id(5, n % ${counts.agreements}, o.id)
     join workplace w on w.organisation_id = o.id and w.id = pg_temp.id(2, (n % ${counts.agreements}) * ${counts.workplaces / counts.agreements}, o.id)`,
  `insert into placement (organisation_id, id, slot_id, workplace_id, mentor_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at, created_by)
   select o.id, pg_temp.id(7, s * 8 + k, o.id), pg_temp.id(6, s, o.id), pg_temp.id(2, (s % ${counts.agreements}) * ${counts.workplaces / counts.agreements}, o.id), pg_temp.id(3, s % ${counts.agreements}, o.id),
          'B-' || to_hex(s * 8 + k), 'WORK_PLACEMENT', 900, daterange(starts, starts + 91), starts + 91, starts - 14, o.user_id
     from org o, generate_series(0, ${counts.slots - 1}) s, generate_series(0, 6 + s % 2) k, lateral (select o.today - 700 + s % 83 + k * 95) d (starts)`,
  `insert into opening (organisation_id, id, workplace_id, slot_id, model, tasks, places, minutes_per_week, path_to_hours, mentor_id, free_from, published_at, sector_id, municipality_code, lat, lon, search_text, created_at)
   select o.id, pg_temp.id(8, n, o.id), s.workplace_id, s.id, s.model, s.tasks, 1, s.minutes_per_week, s.path_to_hours, pg_temp.id(3, n % ${counts.agreements}, o.id),
          greatest(o.today, coalesce((select max(upper(p.period)) from (values (o.today - 700 + n % 83 + (6 + n % 2) * 95 + 91)) l (last), lateral (select daterange(last - 91, last) as period) p), o.today)),
          o.today::timestamptz - (n % 100000) * interval '1 minute', s.sector_id, s.municipality_code, w.lat, w.lon, w.search_text || ' ' || fold_danish(s.tasks), s.created_at
     from org o cross join generate_series(0, ${counts.slots - 1}) n
     join slot s on s.organisation_id = o.id and s.id = pg_temp.id(6, n, o.id)
     join workplace w on w.organisation_id = o.id and w.id = s.workplace_id`,
  `insert into opening (organisation_id, id, workplace_id, kind, tasks, places, minutes_per_week, free_from, shared_by, published_at, withdrawn_at, withdrawn_by, withdrawn_reason, sector_id, municipality_code, lat, lon, search_text, created_at)
   select o.id, pg_temp.id(9, n, o.id), w.id, 'placement', 'Hjælp i køkkenet og ved afrydning', 1 + n % 3, 900, o.today + n % 30, o.user_id, at, case when n >= ${counts.open} then at + interval '20 days' end, case when n >= ${counts.open} then o.user_id end, case when n >= ${counts.open} then 'Besat' end,
          w.sector_id, w.municipality_code, w.lat, w.lon, w.search_text || ' hjalp i kokkenet', at
     from org o cross join generate_series(0, ${counts.shared - 1}) n
     join workplace w on w.organisation_id = o.id and w.id = pg_temp.id(2, n * 3 % ${counts.workplaces}, o.id),
     lateral (select o.today::timestamptz - (n % 20000) * interval '90 seconds') t (at)`,
];
