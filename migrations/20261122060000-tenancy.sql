-- The ground everything stands on: the organisation (tenant), how a row is tied to it, and the three tables that
-- every write touches (journal, outbox, idempotency). Text folding for search lives here because indexes need it.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

-- Who is asking, as the application said at the start of the transaction. '' (left behind by an earlier
-- set_config(…, true) on a pooled connection) means nobody, never an error.
create function app_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

-- A secret's hash or an address that the caller presents before it is known which organisation it belongs to.
create function app_presented() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.presented', true), '') $$;

-- Background work that goes through every organisation sees only `organisation` and `outbox` that way.
create function app_is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;

-- Danish text folded for search: "Østergård", "ostergaard" and "oestergaard" become one and the same.
create function fold_danish(value text) returns text language sql immutable parallel safe strict
  as $$
    select translate(
      replace(replace(replace(replace(replace(lower(normalize(value, nfc)), 'æ', 'a'), 'ae', 'a'), 'ø', 'o'), 'oe', 'o'), 'aa', 'a'),
      'åäöüéèêëáàâíìîïóòôúùûñç', 'aaoueeeeaaaiiiiooouuunc')
  $$;

-- Ties a table to its organisation: row-level security enabled and forced, one policy. `or_when` widens who may
-- read or write a row (a presented secret, background work); it is listed and tested in test/tenancy.spec.ts.
create procedure protect_tenant(target regclass, or_when text default null) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_organisation on %s using (organisation_id = (select app_organisation()) %s) with check (organisation_id = (select app_organisation()) %s)',
    target, coalesce('or ' || or_when, ''), case when or_when like '%app_is_system%' then 'or ' || or_when else '' end);
end $$;

create table organisation (
  organisation_id uuid not null,
  name text not null,
  label text not null default 'Jobcenter',
  version integer not null default 1,
  created_at timestamptz not null,
  hold_hours integer not null default 48,
  reservation_working_days integer not null default 3,
  refill_lead_days integer not null default 21,
  queue_days integer not null default 30,
  mentor_training_gates_start boolean not null default false,
  contact_email text,
  contact_phone text,
  constraint organisation_pk primary key (organisation_id),
  constraint organisation_name_length check (length(name) between 1 and 200),
  constraint organisation_label_length check (length(label) between 1 and 60),
  constraint organisation_hold_hours_range check (hold_hours between 1 and 336),
  constraint organisation_reservation_days_range check (reservation_working_days between 1 and 30),
  constraint organisation_refill_lead_range check (refill_lead_days between 0 and 182),
  constraint organisation_queue_days_range check (queue_days between 1 and 180)
);
comment on table organisation is 'The tenant: a municipality''s employment service, or a joint one. Its label ("Jobcenter", "Beskæftigelse") and limits are settings.';
call protect_tenant('organisation', 'app_is_system()');

create table journal_entry (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_user_id uuid,
  actor_name text,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  company_id uuid,
  workplace_id uuid,
  before jsonb,
  after jsonb,
  constraint journal_entry_pk primary key (organisation_id, id),
  constraint journal_entry_organisation_fk foreign key (organisation_id) references organisation,
  constraint journal_entry_actor_kind check (actor_kind in ('user', 'mentor', 'system'))
);
comment on table journal_entry is 'What happened, by whom, when, with what before and after. Insert only: a mistake is corrected by a new entry.';
create index journal_entry_subject on journal_entry (organisation_id, subject_id, id desc);
create index journal_entry_company on journal_entry (organisation_id, company_id, id desc) where company_id is not null;
call protect_tenant('journal_entry');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $$;
create trigger journal_entry_is_append_only before update or delete on journal_entry
  for each row execute function refuse_change();

create table outbox (
  organisation_id uuid not null,
  id uuid not null,
  topic text not null,
  subject_id uuid not null,
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  constraint outbox_pk primary key (organisation_id, id),
  constraint outbox_organisation_fk foreign key (organisation_id) references organisation
);
comment on table outbox is 'What must happen because of a committed change. Ids only: never a name, an address or a token.';
create index outbox_due on outbox (due_at) where sent_at is null;
call protect_tenant('outbox', 'app_is_system()');

create table idempotency_key (
  organisation_id uuid not null,
  actor text not null,
  operation text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  created_at timestamptz not null,
  constraint idempotency_key_pk primary key (organisation_id, actor, operation, key),
  constraint idempotency_key_organisation_fk foreign key (organisation_id) references organisation,
  constraint idempotency_key_length check (length(key) between 1 and 255)
);
comment on table idempotency_key is 'The answer to a creating request, kept in the transaction of its effect, so that a repeated request gets the same answer.';
create index idempotency_key_age on idempotency_key (organisation_id, created_at);
call protect_tenant('idempotency_key');
