-- How long things are kept, as dated settings; what is over goes at night. What was decided stays: a change is a new row.
create table retention_rule (
  organisation_id uuid not null,
  kind text not null,
  valid_from date not null,
  months integer not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint retention_rule_pk primary key (organisation_id, kind, valid_from),
  constraint retention_rule_organisation_fk foreign key (organisation_id) references organisation,
  constraint retention_rule_created_by_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint retention_rule_kind check (kind in ('citizen', 'course', 'reference', 'access-log', 'mentor', 'journal')),
  constraint retention_rule_months_range check (months between 1 and 120)
);
comment on table retention_rule is 'How many months after its last use a kind of data is kept, from a day on. None: the default (retention.rules.ts).';
call protect_tenant('retention_rule');

alter table citizen
  add column facts_erased_on date,
  add column pseudonymised_on date;
comment on column citizen.facts_erased_on is 'Name, wishes, needs and travel are gone, and nobody is attached any more.';
comment on column citizen.pseudonymised_on is 'The case reference is a key of no meaning, here and on placements and reservations; texts are gone. Numbers can still be counted.';
alter table mentor add column erased_on date;

-- Rows that are never changed can be erased by the two functions below, which run as the owner, and by nothing else.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('app.erasing', true) = 'yes' and current_user = pg_get_userbyid((select relowner from pg_class where oid = tg_relid)) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $$;

-- Log rows older than a time; never younger than half a year, whatever is asked.
create function erase_log(what text, older_than timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone bigint;
begin
  if older_than is null or older_than > now() - interval '180 days' then
    raise exception 'a log is kept for half a year at least' using errcode = '22023';
  end if;
  perform set_config('app.erasing', 'yes', true);
  if what = 'access-log' then
    delete from citizen_seen where organisation_id = app_organisation() and at < older_than;
  else
    delete from journal_entry where organisation_id = app_organisation() and at < older_than;
  end if;
  get diagnostics gone = row_count;
  perform set_config('app.erasing', '', true);
  return gone;
end $$;

-- Uses what_it_takes_version of 20261123080700 when it is run.
-- What was written about citizens who have been made pseudonymous: texts go, and the old references in the journal with them.
create function erase_citizens_texts(citizens uuid[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  those uuid[];
  courses uuid[];
  agreements uuid[];
  criteria uuid[];
begin
  those := array(select id from citizen where organisation_id = app_organisation() and id = any (citizens) and pseudonymised_on is not null);
  courses := array(select id from course where organisation_id = app_organisation() and citizen_id = any (those));
  agreements := array(select id from work_agreement where organisation_id = app_organisation() and course_id = any (courses));
  criteria := array(select w.id from what_it_takes w join start_terms t on t.organisation_id = w.organisation_id and t.id = w.start_terms_id
                     where w.organisation_id = app_organisation() and t.course_id = any (courses));
  perform set_config('app.erasing', 'yes', true);
  -- The wordings there have been go first; the update then leaves one version of no words.
  delete from what_it_takes_version where organisation_id = app_organisation() and what_it_takes_id = any (criteria);
  update what_it_takes set criterion = '–' where organisation_id = app_organisation() and id = any (criteria);
  delete from work_agreement_signature where organisation_id = app_organisation() and work_agreement_id = any (agreements);
  delete from work_agreement_milestone where organisation_id = app_organisation() and work_agreement_id = any (agreements);
  delete from work_agreement where organisation_id = app_organisation() and id = any (agreements);
  delete from follow_up where organisation_id = app_organisation() and course_id = any (courses);
  update citizen_step set next_goal = null where organisation_id = app_organisation() and citizen_id = any (those) and next_goal is not null;
  update journal_entry set before = before - 'caseRef', after = after - 'caseRef'
   where organisation_id = app_organisation() and subject_id = any (those) and (before ? 'caseRef' or after ? 'caseRef');
  perform set_config('app.erasing', '', true);
  return cardinality(those);
end $$;

-- The monthly sample of the access log: what was looked at, and what came of it.
create table access_check (
  organisation_id uuid not null,
  seen_id uuid not null,
  month text not null,
  verdict text not null,
  note text,
  checked_at timestamptz not null,
  checked_by uuid not null,
  constraint access_check_pk primary key (organisation_id, seen_id),
  constraint access_check_seen_fk foreign key (organisation_id, seen_id) references citizen_seen (organisation_id, id) on delete cascade,
  constraint access_check_checked_by_fk foreign key (organisation_id, checked_by) references app_user (organisation_id, id),
  constraint access_check_month_shape check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint access_check_verdict check (verdict in ('fine', 'follow-up')),
  constraint access_check_note_length check (length(note) between 1 and 500),
  constraint access_check_follow_up_has_note check (verdict = 'fine' or note is not null)
);
comment on table access_check is 'A look into the access log that a manager has checked: in order, or to be followed up with a note.';
create index access_check_by_month on access_check (organisation_id, month);
create index citizen_seen_by_time on citizen_seen (organisation_id, at);
call protect_tenant('access_check');
