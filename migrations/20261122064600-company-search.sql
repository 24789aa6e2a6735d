-- Finding a workplace by anything a person remembers of it, also misspelt (docs/decisions/0006-search-under-rls.md).
-- Row-level security keeps LIKE and trigram operators away from every index, because they are not leakproof: 100,000
-- workplaces would be read one by one (0.1 s; 3.6 s for a misspelt name). So one function reads the index as the owner
-- and answers ids of the asking organisation and nothing else; its caller reads those rows under row-level security.

-- Each word that occurs in an organisation's workplaces, once: what a misspelt word is compared with. A word that has
-- gone stays, and finds nothing.
create table search_word (
  organisation_id uuid not null,
  word text not null,
  constraint search_word_pk primary key (organisation_id, word),
  constraint search_word_organisation_fk foreign key (organisation_id) references organisation,
  constraint search_word_length check (length(word) between 3 and 40)
);
create index search_word_alike on search_word using gin (organisation_id, word gin_trgm_ops);
call protect_tenant('search_word');

do $$ begin
  execute format('create policy found_by_function on workplace for select to %I using (true)', current_user);
  execute format('create policy found_by_function on search_word for select to %I using (true)', current_user);
end $$;

-- What people type first is the name's beginning. Short, because a whole search_text does not fit in a btree.
create index workplace_begins on workplace (organisation_id, left(search_text, 60) text_pattern_ops);

-- Everything a person may remember of a company, folded: names, numbers, street, town, contacts. Call it in the
-- transaction that changes any of them.
create function refresh_search(company_ids uuid[]) returns void language sql as $$
  with refreshed as (
    update workplace w
       set search_text = fold_danish(concat_ws(' ', c.name, nullif(w.name, c.name), c.cvr, w.p_number, w.street, w.postal_code,
             w.town, (select string_agg(concat_ws(' ', p.name, p.phone, p.email), ' ' order by p.id)
                        from contact_person p
                       where p.organisation_id = w.organisation_id and p.company_id = w.company_id
                         and (p.workplace_id is null or p.workplace_id = w.id))))
      from company c
     where c.organisation_id = w.organisation_id and c.id = w.company_id
       and w.organisation_id = app_organisation() and w.company_id = any (company_ids)
    returning w.search_text
  )
  insert into search_word (organisation_id, word)
  select distinct app_organisation(), word
    from refreshed, regexp_split_to_table(search_text, '[^[:alpha:]]+') word
   where length(word) between 3 and 40
   order by word
      on conflict do nothing
$$;

-- A typed word as a condition: `plain` as it stands; `alike` the four words most like it (null when there are none);
-- `known` whether a word begins so. Planned for the word at hand, as below: one plan for any word would read every row.
create function word_conditions(typed text, out plain text, out alike text, out known boolean) language plpgsql stable as $$
begin
  plain := format('w.search_text like %L', '%' || typed || '%');
  execute format($q$select string_agg(format('w.search_text like %%L', '%%' || word || '%%'), ' or ')
                      from (select s.word from search_word s
                             where s.organisation_id = app_organisation() and s.word %% %1$L and s.word <> %1$L
                             order by similarity(s.word, %1$L) desc, s.word limit 4) likest$q$, typed) into alike;
  execute format($q$select %1$L ~ '[^[:alpha:]]' or count(*) > 0 from search_word s
                     where s.organisation_id = app_organisation() and s.word like %2$L$q$, typed, typed || '%') into known;
end $$;

-- What a misspelt text may have meant, likeliest first: the words that nobody knows replaced by those like them; one
-- word replaced; one word left out.
create function meant_conditions(words text[]) returns setof text language sql stable as $$
  with each as materialized (select nth, c.* from unnest(words) with ordinality word(word, nth), word_conditions(word) c)
  select string_agg(case when known then plain else '(' || coalesce(alike, plain) || ')' end, ' and ') from each having not bool_and(known)
   union all
  (select (select string_agg(case when e.nth = one.nth then '(' || meant || ')' else plain end, ' and ') from each e)
     from each one, lateral (values (1, alike), (2, 'true')) way(step, meant)
    where meant is not null and (step = 1 or cardinality(words) > 1)
    order by step, known, nth)
$$;

-- In this order until `at_most` are found: the name begins with the text; every word of it occurs; it is misspelt.
-- `typed` is folded here; `rank` counts up. Never an error, whatever is typed.
create function find_workplaces(typed text, at_most integer) returns table (workplace_id uuid, rank integer)
  language plpgsql stable rows 20 security definer set search_path = public, pg_temp as $$
declare
  wanted text := btrim(regexp_replace(translate(fold_danish(left(typed, 200)), '%_\', '   '), '\s+', ' ', 'g'));
  words text[] := (string_to_array(wanted, ' '))[1:6];
  search constant text := 'select array(select w.id from workplace w where w.organisation_id = app_organisation() and w.id <> all ($1) and %s limit $2)';
  hits uuid[] := '{}';
  more uuid[];
  condition text;
begin
  if wanted = '' then return; end if;
  execute format(search, format('left(w.search_text, 60) like %L order by left(w.search_text, 60) using ~<~, w.id', left(wanted, 60) || '%'))
    into hits using hits, at_most;
  -- A trigram index knows no words of one or two letters.
  if cardinality(hits) < at_most and (select max(length(word)) from unnest(words) word) > 2 then
    execute format(search, (select string_agg(format('w.search_text like %L', '%' || word || '%'), ' and ') from unnest(words) word))
      into more using hits, at_most - cardinality(hits);
    hits := hits || more;
    if hits = '{}' then
      for condition in select * from meant_conditions(words) loop
        execute format(search, condition) into more using hits, 60;
        hits := hits || more;
        exit when hits <> '{}';
      end loop;
      hits := array(select w.id from workplace w where w.organisation_id = app_organisation() and w.id = any (hits)
                     order by word_similarity(wanted, left(w.search_text, 80)) desc, w.id limit at_most);
    end if;
  end if;
  return query select id, nth::integer from unnest(hits) with ordinality hit(id, nth);
end $$;
comment on function find_workplaces is 'Ids of the asking organisation''s workplaces that fit what was typed, best first; read the rows themselves under row-level security.';
