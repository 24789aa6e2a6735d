-- A placement that moves is closed on the day, and its next segment says which one it continues: the course and the
-- count of its weeks go on.
alter table placement
  add column continues_id uuid,
  add constraint placement_continues_fk foreign key (organisation_id, continues_id) references placement (organisation_id, id),
  add constraint placement_continues_another check (continues_id <> id);
comment on column placement.continues_id is 'The segment that ended where this one begins, when the citizen moved (rotation in a cluster, or any other move).';
create unique index placement_continued_once on placement (organisation_id, continues_id) where continues_id is not null and cancelled_at is null;

create table placement_pause (
  organisation_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  period daterange not null,
  starts_on date generated always as (lower(period)) stored,
  ends_on date generated always as (upper(period)) stored,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid,
  cancelled_at timestamptz,
  version integer not null default 1,
  constraint placement_pause_pk primary key (organisation_id, id),
  constraint placement_pause_placement_fk foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  constraint placement_pause_created_by_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint placement_pause_shape check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  constraint placement_pause_reason_length check (length(reason) between 1 and 500),
  constraint placement_pause_no_overlap exclude using gist (organisation_id with =, placement_id with =, period with &&) where (cancelled_at is null)
);
comment on table placement_pause is 'Days a citizen is away from a placement that goes on (half-open). The slot stays occupied. The reason is practical, never about health.';
create index placement_pause_by_placement on placement_pause (organisation_id, placement_id, starts_on) where cancelled_at is null;
call protect_tenant('placement_pause');

create table workplace_closure (
  organisation_id uuid not null,
  id uuid not null,
  workplace_id uuid not null,
  period daterange not null,
  starts_on date generated always as (lower(period)) stored,
  ends_on date generated always as (upper(period)) stored,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid,
  cancelled_at timestamptz,
  version integer not null default 1,
  constraint workplace_closure_pk primary key (organisation_id, id),
  constraint workplace_closure_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint workplace_closure_created_by_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint workplace_closure_shape check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  constraint workplace_closure_reason_length check (length(reason) between 1 and 200),
  constraint workplace_closure_no_overlap exclude using gist (organisation_id with =, workplace_id with =, period with &&) where (cancelled_at is null)
);
comment on table workplace_closure is 'Days a workplace is shut (ferielukket), half-open. Shown in the slot calendar and minded when somebody moves there; places are not taken away.';
create index workplace_closure_by_workplace on workplace_closure (organisation_id, workplace_id, starts_on) where cancelled_at is null;
call protect_tenant('workplace_closure');

-- The slot calendar lists workplaces by name, page by page.
create index workplace_by_name on workplace (organisation_id, name, id);
