/** No organisation sees or touches another's rows: every table, every operation. */
import { Refusal } from '#platform';
import { asOwner, startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { tablesMeant } from './support/meant.js';
import { oneOfEach, type OneOfEach } from './support/one-of-each.js';
import * as fc from 'fast-check';
import {
  asksForId,
  formOf,
  operationsIn,
  parameters,
  urlOf,
  valid,
  type Described,
  type Wishes,
} from './support/inputs.js';

/** The same for every organisation, read only; or counted before it is known who asks. */
const withoutOrganisation = [
  'migration',
  'region',
  'municipality',
  'municipality_region',
  'postal_code',
  'postal_code_municipality',
  'sector_scheme',
  'sector_code',
  'sector_template',
  'sector_template_division',
  'target_group',
  'measure_type',
  'measure_duration_rule',
  'ratio_rule',
  'additionality_rule',
  'reference_load',
  'sign_in_attempt',
];
/** Policies that let more through than an organisation's own rows, each with what it takes. */
const wider = {
  organisation: 'app_is_system',
  outbox: 'app_is_system',
  app_user: 'app_presented',
  session: 'app_presented',
  password_link: 'app_presented',
  mentor_link: 'app_presented',
  visit_link: 'app_presented',
  agreement_link: 'app_presented',
  training_link: 'app_presented',
  mentor_address: 'app_presented',
  mentor_page_link: 'app_presented',
  mentor_session: 'app_presented',
};
/** Run as the owner: to read an index that row-level security keeps closed, and to erase what is never changed. Each names the organisation itself. */
const asDefiner: readonly string[] = ['find_workplaces', 'erase_log', 'erase_citizens_texts'];

let app: TestApp;
let own: TestOrganisation;
let other: TestOrganisation;
let theirs: OneOfEach;
beforeAll(async () => {
  app = await startApp();
  [own, other] = [await app.makeOrganisation(), await app.makeOrganisation('Jobcenter Nabo')];
  theirs = await oneOfEach(app.db, other);
});
afterAll(() => app.close());

const tables = async (): Promise<string[]> => {
  const rows = await asOwner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !withoutOrganisation.includes(name));
};

describe('every table', () => {
  test('belongs to an organisation, under row-level security that binds its owner too', async () => {
    const bare = await asOwner<{ name: string }>(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
          and not (c.relrowsecurity and c.relforcerowsecurity
                   and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organisation' and p.polwithcheck is not null)
                   and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and a.attnotnull))`,
      [withoutOrganisation],
    );
    expect(bare).toEqual([]);
  });

  test('has keys and references that begin with the organisation', async () => {
    const odd = await asOwner<{ key: string }>(
      `select i.relname as key from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and (x.indisunique or x.indisexclusion)
          and (select attname from pg_attribute where attrelid = c.oid and attnum = x.indkey[0]) is distinct from 'organisation_id'
       union all
       select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and k.contype = 'f'
          and (select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]) is distinct from 'organisation_id'`,
    );
    expect(odd).toEqual([]);
  });

  test('lets nobody in by another way than those listed', async () => {
    const rows = await asOwner<{ name: string; using: string; check: string }>(
      `select c.relname as name, pg_get_expr(p.polqual, p.polrelid) as using, coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as check
         from pg_policy p join pg_class c on c.oid = p.polrelid where p.polroles = '{0}'`,
    );
    const more = rows.filter(({ using }) => /\bOR\b/.test(using));
    expect(
      Object.fromEntries(more.map(({ name, using }) => [name, /app_(?!organisation)\w+/.exec(using)?.[0]])),
    ).toEqual(wider);
    const writes = rows.filter(({ check }) => /\bOR\b/.test(check)).map(({ name }) => name);
    expect(writes.sort()).toEqual(['organisation', 'outbox']);
  });

  test('views and functions act as the one who asks', async () => {
    const views = await asOwner(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
          and not coalesce(reloptions::text like '%security_invoker=true%', false)`,
    );
    expect(views).toEqual([]);
    const definers = await asOwner<{ name: string; source: string }>(
      `select proname as name, prosrc as source from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    expect(definers.map(({ name }) => name).filter((name) => !asDefiner.includes(name))).toEqual([]);
    expect(definers.filter(({ source }) => !source.includes('app_organisation()'))).toEqual([]);
  });

  test('the application is neither superuser nor owner, and cannot step round the policies', async () => {
    const roles = await asOwner(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'indgang_app'`,
    );
    expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
    // The queue makes a sequence for each of its queues when it is first used, in a schema of its own (decision 5).
    const owned = await asOwner(
      `select relname from pg_class where relowner = 'indgang_app'::regrole and not (relkind = 'S' and relnamespace = 'bullmq'::regnamespace)`,
    );
    expect(owned).toEqual([]);
    const member = await asOwner(`select 1 from pg_auth_members where member = 'indgang_app'::regrole`);
    expect(member).toEqual([]);
  });

  test("shows one organisation's rows to it, and to no other and nobody none", async () => {
    for (const table of await tables()) {
      const count = (scope: string): Promise<number> =>
        app.db.read(
          { organisationId: scope },
          async (tx) =>
            (await tx.one<{ n: number }>(`select count(*) as n from ${table} where organisation_id = $1`, [other.id]))
              .n,
        );
      expect([table, await count(other.id), await count(own.id)]).toEqual([table, expect.any(Number), 0]);
      const nobody = await app.db.present('nothing', (tx) =>
        tx.one<{ n: number }>(`select count(*) as n from ${table}`),
      );
      expect([table, nobody.n]).toEqual([table, 0]);
    }
  });

  test('takes no row for another organisation, and changes none', async () => {
    const intrude = (sql: string, params: unknown[]) =>
      app.db.touch({ organisationId: own.id }, (tx) => tx.run(sql, params));
    const insert = 'insert into team (organisation_id, id, name, created_at) values ($1, $2, $3, $4)';
    await expect(intrude(insert, [other.id, theirs.company, 'Indtrængere', app.clock.now()])).rejects.toMatchObject({
      code: '42501',
    });
    expect(await intrude('update company set name = $1 where id = $2', ['Vores nu', theirs.company])).toBe(0);
    expect(await intrude('delete from company where id = $1', [theirs.company])).toBe(0);
    const move = intrude('update team set organisation_id = $1', [other.id]);
    await expect(move).rejects.toMatchObject({ code: '42501' });
  });

  test('a connection keeps nothing of the one before, also after a failure', async () => {
    const small = await startApp({ databasePoolSize: 2 });
    for (let n = 0; n < 10; n += 1) {
      await small.db
        .read({ organisationId: other.id }, () => Promise.reject(new Refusal('not-found')))
        .catch(() => undefined);
      await small.db.read({ organisationId: other.id }, (tx) => tx.rows('select 1 / 0')).catch(() => undefined);
      const seen = await small.db.present('nothing', (tx) => tx.rows('select 1 from company'));
      expect(seen).toEqual([]);
    }
    await small.close();
  });
});

describe('every operation', () => {
  const random = '018f0000-0000-7000-8000-00000000dead';

  /** What another organisation holds, in one figure. */
  const fingerprint = async (): Promise<string[]> => {
    const list = (await tables()).filter((table) => !['session', 'idempotency_key'].includes(table));
    return app.db.read({ organisationId: other.id }, async (tx) => {
      const seen: string[] = [];
      for (const table of list) {
        const { mark } = await tx.one<{ mark: string }>(
          `select count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as mark from ${table} t`,
        );
        seen.push(`${table} ${mark}`);
      }
      return seen;
    });
  };

  const code = ({ status, body }: { status: number; body: Record<string, unknown> }): string =>
    `${status} ${String(body.code ?? '')}`;
  const sample = <T>(values: fc.Arbitrary<T>): T => fc.sample(values, { numRuns: 1, seed: 7 })[0] as T;
  /** One id wherever one is asked for; or, for each name, the row that it means. */
  const ask = async (client: Client, operation: Described, id: string, rows: OneOfEach = {}): Promise<string> => {
    const named = (name: string): fc.Arbitrary<string> | undefined => {
      const meant = /Ids?$/.test(name) ? tablesMeant(rows, name)[0] : undefined;
      return meant === undefined ? undefined : fc.constant(rows[meant] ?? id);
    };
    const wishes: Wishes = { id: fc.constant(id), optional: 'ids', named };
    const url = urlOf(
      operation,
      sample(parameters(operation, 'path', wishes)),
      sample(parameters(operation, 'query', wishes)),
    );
    const body = operation.body && (sample(valid(operation.body, wishes)) as Record<string, unknown>);
    const sent = operation.media?.startsWith('multipart') ? formOf(body ?? {}) : body;
    return code(await client.send(operation.method, url, sent));
  };
  const takesIds = ({ parameters: all, body }: Described): boolean =>
    all.some(({ schema }) => asksForId(schema)) || (body !== undefined && asksForId(body));

  /** The tables that an operation's ids name, and in turn some that they do not: a dozen operations try every table. */
  const tablesFor = (operation: Described, turn: number): string[] => {
    const all = Object.keys(theirs);
    const noun = /(\w+?)s\/\{id\}/.exec(operation.path)?.[1] ?? 'subject';
    const names = [...JSON.stringify(operation).matchAll(/"(?:name":")?(\w+?)(?:Ids?)"/g)].map(([, name = '']) => `${name}Id`);
    const meant = [`${noun}Id`, ...names].flatMap((name) => tablesMeant(theirs, name));
    return [...new Set([...meant, ...all.filter((_, at) => at % 12 === turn % 12)])];
  };

  test("answers another organisation's ids as ids that do not exist, and does nothing", async () => {
    const client = await own.signIn('everybody');
    const before = await fingerprint();
    const found: string[] = [];
    const nowhere = Object.fromEntries(Object.keys(theirs).map((table, at) => [table, `${random.slice(0, -2)}${10 + at}`]));
    const operations = operationsIn(app.document).filter(takesIds);
    for (const [turn, operation] of operations.entries()) {
      const expected = await ask(client, operation, random);
      const tries = tablesFor(operation, turn).map((table) => [table, () => ask(client, operation, theirs[table] ?? '')] as const);
      for (const [table, trial] of tries) {
        const got = await trial();
        if (got !== expected) found.push(`${operation.id} with a ${table}: ${got} instead of ${expected}`);
      }
      const [mixed, nothing] = [await ask(client, operation, random, theirs), await ask(client, operation, random, nowhere)];
      if (mixed !== nothing) found.push(`${operation.id} with the row for each id: ${mixed} instead of ${nothing}`);
      if (expected.startsWith('5')) found.push(`${operation.id}: ${expected}`);
      if (operation.path.includes('{') && expected.startsWith('2'))
        found.push(`${operation.id}: ${expected} for an id that does not exist`);
    }
    expect(operations.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  }, 120_000);
});
