-- The four collaboration models differ in policy, not in shape: one agreement table, one slot table.
create table mentor (
  organisation_id uuid not null,
  id uuid not null,
  workplace_id uuid not null,
  name text not null,
  email text,
  phone text,
  accepts integer not null default 1,
  active_from date not null,
  active_until date,
  trained_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint mentor_pk primary key (organisation_id, id),
  constraint mentor_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint mentor_name_length check (length(name) between 1 and 120),
  constraint mentor_email_length check (length(email) <= 254),
  constraint mentor_phone_shape check (phone ~ '^\+?[0-9]{4,15}$'),
  constraint mentor_accepts_range check (accepts between 0 and 20),
  constraint mentor_active_order check (active_until > active_from)
);
comment on table mentor is 'Company mentor (virksomhedsmentor): employed by the company, named at one workplace. active_until is the first day no longer active.';
comment on column mentor.accepts is 'How many trainees the mentor can carry at once.';
create index mentor_by_workplace on mentor (organisation_id, workplace_id);
call protect_tenant('mentor');

create table cluster (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint cluster_pk primary key (organisation_id, id),
  constraint cluster_organisation_fk foreign key (organisation_id) references organisation,
  constraint cluster_name_length check (length(name) between 1 and 200),
  constraint cluster_kind check (kind in ('geographic', 'administrative'))
);
call protect_tenant('cluster');

create table agreement (
  organisation_id uuid not null,
  id uuid not null,
  model text not null,
  title text not null,
  company_id uuid,
  cluster_id uuid,
  contact_user_id uuid,
  starts_on date not null,
  ends_on date,
  terms text,
  call_notice_days integer,
  answer_days integer,
  refill boolean not null,
  slot_pooling text,
  coordinator_user_id uuid,
  coordinator_mentor_id uuid,
  born_of_reservation_id uuid,
  activated_at timestamptz,
  activated_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint agreement_pk primary key (organisation_id, id),
  constraint agreement_company_fk foreign key (organisation_id, company_id) references company (organisation_id, id),
  constraint agreement_cluster_fk foreign key (organisation_id, cluster_id) references cluster (organisation_id, id),
  constraint agreement_contact_fk foreign key (organisation_id, contact_user_id) references app_user (organisation_id, id),
  constraint agreement_coordinator_user_fk foreign key (organisation_id, coordinator_user_id) references app_user (organisation_id, id),
  constraint agreement_coordinator_mentor_fk foreign key (organisation_id, coordinator_mentor_id) references mentor (organisation_id, id),
  constraint agreement_model check (model in ('fixed_slots', 'standing', 'match_driven', 'cluster')),
  constraint agreement_title_length check (length(title) between 1 and 200),
  constraint agreement_terms_length check (length(terms) <= 4000),
  constraint agreement_date_order check (ends_on > starts_on),
  constraint agreement_party check ((model = 'cluster') = (cluster_id is not null) and (model = 'cluster') = (company_id is null)),
  constraint agreement_one_coordinator check (coordinator_user_id is null or coordinator_mentor_id is null),
  constraint agreement_coordinator_only_cluster check (model = 'cluster' or (coordinator_user_id is null and coordinator_mentor_id is null)),
  constraint agreement_pooling check ((model = 'cluster') = (slot_pooling is not null) and slot_pooling in ('pooled', 'per_workplace')),
  constraint agreement_match_only_with_match check (model <> 'match_driven' or born_of_reservation_id is not null),
  constraint agreement_contact_in_match check (model <> 'match_driven' or contact_user_id is not null),
  constraint agreement_cluster_active_has_coordinator check (model <> 'cluster' or activated_at is null or coordinator_user_id is not null or coordinator_mentor_id is not null),
  constraint agreement_no_refill_after_match check (not (refill and model in ('match_driven', 'standing'))),
  constraint agreement_end_after_activation check (ended_at is null or end_reason is not null)
);
comment on column agreement.ends_on is 'First day the agreement no longer covers (half-open).';
comment on column agreement.refill is 'Whether an idle slot is a problem to show: always in model 1, by setting in model 4, never in 2 and 3.';
create index agreement_by_company on agreement (organisation_id, company_id);
create index agreement_by_cluster on agreement (organisation_id, cluster_id);
create unique index agreement_born_once on agreement (organisation_id, born_of_reservation_id) where born_of_reservation_id is not null;
call protect_tenant('agreement');

create table agreement_workplace (
  organisation_id uuid not null,
  agreement_id uuid not null,
  workplace_id uuid not null,
  slot_cap integer,
  constraint agreement_workplace_pk primary key (organisation_id, agreement_id, workplace_id),
  constraint agreement_workplace_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint agreement_workplace_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint agreement_workplace_cap_range check (slot_cap between 1 and 100)
);
create index agreement_workplace_by_workplace on agreement_workplace (organisation_id, workplace_id);
call protect_tenant('agreement_workplace');

create table agreement_mentor (
  organisation_id uuid not null,
  agreement_id uuid not null,
  mentor_id uuid not null,
  constraint agreement_mentor_pk primary key (organisation_id, agreement_id, mentor_id),
  constraint agreement_mentor_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint agreement_mentor_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id)
);
call protect_tenant('agreement_mentor');

create table consideration (
  organisation_id uuid not null,
  id uuid not null,
  name_da text not null,
  name_en text not null,
  position integer not null,
  retired_on date,
  version integer not null default 1,
  constraint consideration_pk primary key (organisation_id, id),
  constraint consideration_organisation_fk foreign key (organisation_id) references organisation,
  constraint consideration_name_length check (length(name_da) between 1 and 80 and length(name_en) between 1 and 80)
);
comment on table consideration is 'What a workplace can offer (skånehensyn said from the work''s side: "ingen tunge løft"), never a diagnosis. Editable per organisation.';
call protect_tenant('consideration');

create table slot (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  workplace_id uuid not null,
  model text not null,
  number integer not null,
  tasks text not null,
  minutes_per_week integer not null,
  consideration_ids uuid[] not null default '{}',
  path_to_hours text not null,
  sector_id uuid,
  municipality_code text,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint slot_pk primary key (organisation_id, id),
  constraint slot_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint slot_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint slot_agreement_workplace_fk foreign key (organisation_id, agreement_id, workplace_id) references agreement_workplace (organisation_id, agreement_id, workplace_id),
  constraint slot_sector_fk foreign key (organisation_id, sector_id) references sector (organisation_id, id),
  constraint slot_model check (model in ('fixed_slots', 'standing', 'cluster')),
  constraint slot_tasks_length check (length(tasks) between 1 and 1000),
  constraint slot_path_length check (length(path_to_hours) between 1 and 1000),
  constraint slot_minutes_range check (minutes_per_week between 30 and 2220),
  constraint slot_date_order check (ends_on >= starts_on),
  constraint slot_number_once unique (organisation_id, agreement_id, number)
);
comment on table slot is 'A place (plads) promised by an agreement of model 1, 2 or 4: a right to place, not a person. Model 3 makes none. ends_on is exclusive. A pooled cluster slot stands at one member workplace at a time. sector_id and municipality_code follow the workplace, so that the board reads one table.';
create index slot_by_workplace on slot (organisation_id, workplace_id);
create index slot_for_board on slot (organisation_id, sector_id, municipality_code, model) include (starts_on, ends_on);
call protect_tenant('slot');
