-- Who signs in. A session, an invitation and an address are looked up before the organisation is known: such a row
-- shows itself to the one who presents its secret's hash (or the address), and to nobody else outside the organisation.
create table organisation_municipality (
  organisation_id uuid not null,
  municipality_code text not null,
  constraint organisation_municipality_pk primary key (organisation_id, municipality_code),
  constraint organisation_municipality_organisation_fk foreign key (organisation_id) references organisation
);
call protect_tenant('organisation_municipality');

create table team (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  target_group_code text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint team_pk primary key (organisation_id, id),
  constraint team_organisation_fk foreign key (organisation_id) references organisation,
  constraint team_name_length check (length(name) between 1 and 120),
  constraint team_name_once unique (organisation_id, name)
);
comment on column team.target_group_code is 'Empty for a central team (virksomhedsservice); set for a team that works with one target group.';
call protect_tenant('team');

create table app_user (
  organisation_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  phone text,
  team_id uuid,
  language text not null default 'da',
  password_hash text,
  persona text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  disabled_by uuid,
  version integer not null default 1,
  constraint app_user_pk primary key (organisation_id, id),
  constraint app_user_organisation_fk foreign key (organisation_id) references organisation,
  constraint app_user_team_fk foreign key (organisation_id, team_id) references team (organisation_id, id),
  constraint app_user_email_once unique (organisation_id, email),
  constraint app_user_email_shape check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
  constraint app_user_name_length check (length(name) between 1 and 120),
  constraint app_user_language check (language in ('da', 'en'))
);
comment on column app_user.persona is 'Demo mode only: the name by which the persona chooser finds this user.';
create index app_user_by_email on app_user (email);
call protect_tenant('app_user', 'email = (select app_presented())');

create table user_role (
  organisation_id uuid not null,
  user_id uuid not null,
  role text not null,
  constraint user_role_pk primary key (organisation_id, user_id, role),
  constraint user_role_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id) on delete cascade,
  constraint user_role_known check (role in ('consultant', 'caseworker', 'manager', 'administrator'))
);
call protect_tenant('user_role');

create table session (
  organisation_id uuid not null,
  token_hash text not null,
  user_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pk primary key (organisation_id, token_hash),
  constraint session_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id) on delete cascade
);
comment on table session is 'Opaque sessions; the token is kept only as its SHA-256. Ending a session deletes its row.';
create index session_by_token on session (token_hash);
create index session_by_user on session (organisation_id, user_id);
call protect_tenant('session', 'token_hash = (select app_presented())');

create table password_link (
  organisation_id uuid not null,
  token_hash text not null,
  user_id uuid not null,
  purpose text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint password_link_pk primary key (organisation_id, token_hash),
  constraint password_link_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id) on delete cascade,
  constraint password_link_purpose check (purpose in ('invitation', 'reset'))
);
create index password_link_by_token on password_link (token_hash);
call protect_tenant('password_link', 'token_hash = (select app_presented())');

-- Tries are counted for addresses that may not exist, so this table belongs to no organisation; keys are hashes.
create table sign_in_attempt (
  key_hash text not null,
  window_ends timestamptz not null,
  tries integer not null,
  constraint sign_in_attempt_pk primary key (key_hash, window_ends),
  constraint sign_in_attempt_tries_range check (tries >= 0)
);
create index sign_in_attempt_past on sign_in_attempt (window_ends);
comment on table sign_in_attempt is 'Tries to sign in or to get a reset mail, per hashed address and per hashed network address, within a window of time. Global on purpose.';
