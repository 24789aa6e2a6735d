-- Who may see which citizen beyond those attached, who has looked, and that every citizen has one primary contact.

-- Cover for a colleague, or a look with a reason: always until a time, never for good.
create table citizen_access (
  organisation_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  user_id uuid not null,
  kind text not null,
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  granted_by uuid not null,
  ended_at timestamptz,
  constraint citizen_access_pk primary key (organisation_id, id),
  constraint citizen_access_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_access_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint citizen_access_granted_by_fk foreign key (organisation_id, granted_by) references app_user (organisation_id, id),
  constraint citizen_access_kind check (kind in ('cover', 'look')),
  constraint citizen_access_reason_length check (length(reason) between 1 and 300),
  constraint citizen_access_time_order check (until_at > from_at),
  constraint citizen_access_not_for_good check (until_at <= from_at + interval '93 days')
);
comment on column citizen_access.kind is 'cover: given by somebody attached, while they are away. look: taken by oneself with a reason, for an hour; stands on the managers'' control list.';
create index citizen_access_by_citizen on citizen_access (organisation_id, citizen_id, until_at);
create index citizen_access_by_user on citizen_access (organisation_id, user_id, until_at);
create index citizen_access_looks on citizen_access (organisation_id, from_at desc, id desc) where kind = 'look';
call protect_tenant('citizen_access');

-- One row for each citizen each time they are shown, in a list too. Written in the transaction that reads.
create table citizen_seen (
  organisation_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  user_id uuid,
  fields text not null,
  basis text not null,
  reason text,
  constraint citizen_seen_pk primary key (organisation_id, id),
  constraint citizen_seen_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_seen_actor_kind check (actor_kind in ('user', 'mentor', 'system')),
  constraint citizen_seen_fields_shape check (fields ~ '^[a-z]+(-[a-z]+)*$' and length(fields) <= 40),
  constraint citizen_seen_basis check (basis in ('attached', 'cover', 'look', 'system')),
  constraint citizen_seen_reason_length check (length(reason) between 1 and 300)
);
comment on column citizen_seen.fields is 'Which group of facts was shown: name, record, roles, access, visits, course, calendar, report …';
create index citizen_seen_by_citizen on citizen_seen (organisation_id, citizen_id, id desc);
create trigger citizen_seen_is_append_only before update or delete on citizen_seen for each row execute function refuse_change();
call protect_tenant('citizen_seen');

-- Days on which a citizen is not with the service: finished, moved. No one is primary contact then.
create table citizen_away (
  organisation_id uuid not null,
  citizen_id uuid not null,
  during daterange not null,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint citizen_away_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_away_shape check (not isempty(during) and not lower_inf(during)),
  constraint citizen_away_reason_length check (length(reason) between 1 and 300),
  constraint citizen_away_once exclude using gist (organisation_id with =, citizen_id with =, during with &&)
);
call protect_tenant('citizen_away');

-- A stand-in acts in the other's role, also where they have the same role themselves.
alter table citizen_role drop constraint citizen_role_once;
alter table citizen_role
  add constraint citizen_role_once exclude using gist (organisation_id with =, citizen_id with =, user_id with =, role with =, valid with &&)
    where (stands_in_for is null),
  add constraint citizen_role_stand_in_once exclude using gist (organisation_id with =, stands_in_for with =, valid with &&)
    where (stands_in_for is not null),
  add constraint citizen_role_stand_in_is_not_primary check (stands_in_for is null or not is_primary),
  add constraint citizen_role_stand_in_ends check (stands_in_for is null or not upper_inf(valid));

-- The exclusion constraint refuses two primary contacts; this refuses none, on any day from the first one on.
create function citizen_has_one_primary() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  organisation uuid := changed ->> 'organisation_id';
  citizen uuid := changed ->> case tg_table_name when 'citizen' then 'id' else 'citizen_id' end;
  whole datemultirange;
begin
  select range_agg(days) into whole from (
    select r.valid as days from citizen_role r where r.organisation_id = organisation and r.citizen_id = citizen and r.is_primary
    union all
    select a.during from citizen_away a where a.organisation_id = organisation and a.citizen_id = citizen) all_days;
  if whole is null or (select count(*) from unnest(whole)) <> 1 or not upper_inf(whole) then
    raise exception 'a citizen has a primary contact on every day' using errcode = '23514', constraint = 'citizen_has_one_primary', table = 'citizen_role';
  end if;
  if exists (select from citizen_role r join citizen_away a on a.organisation_id = r.organisation_id and a.citizen_id = r.citizen_id and a.during && r.valid
              where r.organisation_id = organisation and r.citizen_id = citizen) then
    raise exception 'nobody is attached to a citizen who is away' using errcode = '23514', constraint = 'citizen_away_has_no_role', table = 'citizen_role';
  end if;
  if exists (select from citizen_role s where s.organisation_id = organisation and s.citizen_id = citizen and s.stands_in_for is not null
                and not coalesce((select range_agg(o.valid) from citizen_role o where o.organisation_id = s.organisation_id and o.citizen_id = citizen
                                     and o.user_id = s.user_id and o.stands_in_for is null) @> s.valid, false)) then
    raise exception 'a stand-in is one of those attached' using errcode = '23514', constraint = 'citizen_stand_in_is_attached', table = 'citizen_role';
  end if;
  return null;
end $$;
create constraint trigger citizen_has_one_primary after insert on citizen
  deferrable initially deferred for each row execute function citizen_has_one_primary();
create constraint trigger citizen_role_has_one_primary after insert or update or delete on citizen_role
  deferrable initially deferred for each row execute function citizen_has_one_primary();
create constraint trigger citizen_away_has_one_primary after insert or update or delete on citizen_away
  deferrable initially deferred for each row execute function citizen_has_one_primary();

-- Caseload: how much each role with a citizen weighs (percent of a citizen), and from how many it is a warning (R102, R103).
alter table organisation
  add column caseload_warning integer not null default 40,
  add column caseload_consultant_percent integer not null default 100,
  add column caseload_caseworker_percent integer not null default 100,
  add column caseload_mentor_percent integer not null default 50,
  add constraint organisation_caseload_warning_range check (caseload_warning between 1 and 500),
  add constraint organisation_caseload_consultant_range check (caseload_consultant_percent between 0 and 300),
  add constraint organisation_caseload_caseworker_range check (caseload_caseworker_percent between 0 and 300),
  add constraint organisation_caseload_mentor_range check (caseload_mentor_percent between 0 and 300);
create index citizen_role_live on citizen_role (organisation_id, citizen_id) include (user_id, role, is_primary);
