-- A search within a sector, a municipality or somebody's companies asks for those rows alone: filtered afterwards, a
-- misspelt text lost its hits behind sixty others, and a common word took a quarter of a second.
-- The two-argument form stays for the version that runs while this one comes, and for whoever asks for no filter.

create index workplace_search_within on workplace using gin (organisation_id, municipality_code, sector_id, search_text gin_trgm_ops);
drop index workplace_search;
create index company_by_responsible on company (organisation_id, responsible_user_id) where responsible_user_id is not null;

create function find_workplaces(typed text, at_most integer, in_sector uuid, in_municipality text, of_responsible uuid)
  returns table (workplace_id uuid, rank integer)
  language plpgsql stable rows 20 security definer set search_path = public, pg_temp as $$
declare
  wanted text := btrim(regexp_replace(translate(fold_danish(left(typed, 200)), '%_\', '   '), '\s+', ' ', 'g'));
  words text[] := (string_to_array(wanted, ' '))[1:6];
  -- The companies of one person are a few thousand at most, and reading them beats any index; whoever is said to be
  -- responsible for more (an import) finds hits soon enough among all.
  theirs uuid[] := array(select c.id from company c where c.responsible_user_id = of_responsible limit 3000);
  few constant boolean := of_responsible is not null and cardinality(theirs) < 3000;
  -- A filter that is not given is null, and so is all that is joined to it. A company's organisation is left to its
  -- policy: named here, the planner would hold it against the workplace and read no index of text.
  source constant text := concat(
    format('workplace w where w.organisation_id = %L', app_organisation()),
    ' and w.sector_id = ' || quote_literal(in_sector),
    ' and w.municipality_code = ' || quote_literal(in_municipality),
    case when few then ' and w.company_id = any ($3) offset 0'
         else ' and w.company_id in (select c.id from company c where c.responsible_user_id = ' || quote_literal(of_responsible) || ')' end);
  search constant text := 'select array(select w.id from (select * from ' || replace(source, '%', '%%') || ') w where w.id <> all ($1) and %s limit $2)';
  hits uuid[] := '{}';
  more uuid[];
  condition text;
begin
  if wanted = '' then return; end if;
  execute format(search, format('left(w.search_text, 60) like %L order by left(w.search_text, 60) using ~<~, w.id', left(wanted, 60) || '%'))
    into hits using hits, at_most, theirs;
  -- A trigram index knows no words of one or two letters.
  if cardinality(hits) < at_most and (select max(length(word)) from unnest(words) word) > 2 then
    execute format(search, (select string_agg(format('w.search_text like %L', '%' || word || '%'), ' and ') from unnest(words) word))
      into more using hits, at_most - cardinality(hits), theirs;
    hits := hits || more;
    if hits = '{}' then
      for condition in select * from meant_conditions(words) loop
        execute format(search, condition) into more using hits, 60, theirs;
        hits := hits || more;
        exit when hits <> '{}';
      end loop;
      hits := array(select w.id from workplace w where w.organisation_id = app_organisation() and w.id = any (hits)
                     order by word_similarity(wanted, left(w.search_text, 80)) desc, w.id limit at_most);
    end if;
  end if;
  return query select id, nth::integer from unnest(hits) with ordinality hit(id, nth);
end $$;
comment on function find_workplaces(text, integer, uuid, text, uuid) is 'Ids of the asking organisation''s workplaces that fit what was typed and the filters that are not null, best first; read the rows themselves under row-level security.';

create or replace function find_workplaces(typed text, at_most integer) returns table (workplace_id uuid, rank integer)
  language sql stable rows 20 as $$
  select * from find_workplaces(typed, at_most, null, null, null)
$$;
