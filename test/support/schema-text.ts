/** The whole schema as text, read from the catalogue: what a reviewer sees, and what a migration changed. */
import { Client } from 'pg';

/**
 * One block a table: columns in order, then constraints, indexes, policies, triggers and the application's rights by
 * name; then functions. The same text on PostgreSQL 15 and later: named NOT NULL constraints (18) are left out.
 */
export async function schemaText(ownerUrl: string, appRole: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(listing, [appRole]);
    return `${rows.map(({ line }) => line).join('\n')}\n`;
  } finally {
    await client.end();
  }
}

const listing = `
with tables as (
  select oid, relname, relkind, relrowsecurity, relforcerowsecurity, relacl, relowner, reloptions
    from pg_class
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and relname <> 'migration'
), lines (section, name, part, place, line) as (
  select 0, extname::text, 0, ''::text, 'extension ' || extname from pg_extension where extname <> 'plpgsql'
  union all
  select 1, relname::text, 0, '', format(E'\\n%s %s%s', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, relname,
         case when relforcerowsecurity and relrowsecurity then ' -- row-level security enabled and forced' when relrowsecurity then ' -- row-level security enabled, NOT forced' else '' end
         || coalesce(' with ' || reloptions::text, ''))
    from tables
  union all
  select 1, t.relname, 1, to_char(a.attnum, '000'),
         format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
                case when a.attgenerated = 's' then format(' generated (%s)', pg_get_expr(d.adbin, d.adrelid)) else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end)
    from tables t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  union all
  select 1, t.relname, 2, translate(c.contype::text, 'pufcx', '12345') || c.conname, format('  constraint %s %s', c.conname, pg_get_constraintdef(c.oid))
    from tables t join pg_constraint c on c.conrelid = t.oid where c.contype <> 'n'
  union all
  select 1, t.relname, 3, i.relname, '  ' || replace(pg_get_indexdef(i.oid), format(' ON public.%s USING', t.relname), ' using')
    from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
   where not exists (select 1 from pg_constraint c where c.conindid = i.oid and c.conrelid = t.oid)
  union all
  select 1, t.relname, 4, p.polname,
         format('  policy %s to %s for %s using %s%s', p.polname, case when p.polroles = '{0}' then 'everybody' else (select string_agg(rolname, ', ' order by rolname) from pg_roles r where r.oid = any (p.polroles)) end, case p.polcmd when '*' then 'all' else p.polcmd::text end, pg_get_expr(p.polqual, p.polrelid), coalesce(E'\\n    with check ' || pg_get_expr(p.polwithcheck, p.polrelid), ''))
    from tables t join pg_policy p on p.polrelid = t.oid
  union all
  select 1, t.relname, 5, g.tgname, '  ' || pg_get_triggerdef(g.oid)
    from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
  union all
  select 1, t.relname, 6, '', format('  grant %s', string_agg(lower(r.privilege_type), ', ' order by r.privilege_type))
    from tables t cross join aclexplode(t.relacl) r where r.grantee = $1::regrole group by t.relname
  union all
  select 1, t.relname, 7, '', format('  as %s', pg_get_viewdef(t.oid)) from tables t where t.relkind in ('v', 'm')
  union all
  select 2, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), 0, '', E'\\n' || trim(pg_get_functiondef(p.oid))
    from pg_proc p
   where p.pronamespace = 'public'::regnamespace
     and not exists (select 1 from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
)
select line from lines order by section, name collate "C", part, place collate "C"`;
