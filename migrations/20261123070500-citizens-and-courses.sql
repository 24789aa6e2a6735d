-- The citizen (borger) as Indgang knows one: the case system's reference, what colleagues and the company call the person,
-- and what the work must offer. No name in full, no address, no birth date, no benefit, no diagnosis: nowhere to put them.
create table citizen (
  organisation_id uuid not null,
  id uuid not null,
  case_ref text not null,
  pseudonym text not null,
  minutes_possible integer,
  near_postal_code text,
  travel_minutes integer,
  transport text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint citizen_pk primary key (organisation_id, id),
  constraint citizen_organisation_fk foreign key (organisation_id) references organisation,
  constraint citizen_case_ref_once unique (organisation_id, case_ref),
  constraint citizen_case_ref_length check (length(case_ref) between 1 and 40),
  constraint citizen_pseudonym_length check (length(pseudonym) between 1 and 40),
  constraint citizen_minutes_range check (minutes_possible between 30 and 2220),
  constraint citizen_travel_range check (travel_minutes between 1 and 240),
  constraint citizen_transport check (transport in ('foot', 'bicycle', 'public', 'car')),
  constraint citizen_postal_code_fk foreign key (near_postal_code) references postal_code
);
comment on column citizen.pseudonym is 'A first name or initials, as agreed with the citizen.';
comment on column citizen.near_postal_code is 'Where travel is measured from; a postal district, never an address.';
call protect_tenant('citizen');

create table citizen_target_group (
  organisation_id uuid not null,
  citizen_id uuid not null,
  target_group_code text not null,
  valid daterange not null,
  constraint citizen_target_group_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_target_group_shape check (not isempty(valid) and not lower_inf(valid)),
  constraint citizen_target_group_one_at_a_time exclude using gist (organisation_id with =, citizen_id with =, valid with &&)
);
call protect_tenant('citizen_target_group');

create table citizen_job_goal (
  organisation_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  sector_id uuid,
  tasks text not null,
  position integer not null,
  constraint citizen_job_goal_pk primary key (organisation_id, id),
  constraint citizen_job_goal_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_job_goal_sector_fk foreign key (organisation_id, sector_id) references sector (organisation_id, id),
  constraint citizen_job_goal_tasks_length check (length(tasks) between 1 and 300),
  constraint citizen_job_goal_position unique (organisation_id, citizen_id, position)
);
call protect_tenant('citizen_job_goal');

create table citizen_consideration (
  organisation_id uuid not null,
  citizen_id uuid not null,
  consideration_id uuid not null,
  constraint citizen_consideration_pk primary key (organisation_id, citizen_id, consideration_id),
  constraint citizen_consideration_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_consideration_consideration_fk foreign key (organisation_id, consideration_id) references consideration (organisation_id, id)
);
comment on table citizen_consideration is 'What the work must offer this citizen, from the organisation''s list; said from the work''s side, never as a diagnosis.';
call protect_tenant('citizen_consideration');

-- Who is attached to a citizen, in what role, from when until when (half-open). One primary contact on any day.
create table citizen_role (
  organisation_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  user_id uuid not null,
  role text not null,
  is_primary boolean not null,
  valid daterange not null,
  stands_in_for uuid,
  created_at timestamptz not null,
  created_by uuid,
  constraint citizen_role_pk primary key (organisation_id, id),
  constraint citizen_role_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_role_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint citizen_role_stands_in_for_fk foreign key (organisation_id, stands_in_for) references citizen_role (organisation_id, id),
  constraint citizen_role_known check (role in ('consultant', 'caseworker', 'support_mentor')),
  constraint citizen_role_shape check (not isempty(valid) and not lower_inf(valid)),
  constraint citizen_role_one_primary exclude using gist (organisation_id with =, citizen_id with =, valid with &&) where (is_primary),
  constraint citizen_role_once exclude using gist (organisation_id with =, citizen_id with =, user_id with =, role with =, valid with &&)
);
create index citizen_role_by_user on citizen_role (organisation_id, user_id, citizen_id);
call protect_tenant('citizen_role');

-- A course (virksomhedsforløb): a citizen's chain of placements, one open at a time.
create table course (
  organisation_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  opened_on date not null,
  owner_user_id uuid,
  closed_on date,
  closed_by uuid,
  outcome text,
  outcome_note text,
  cv_updated_on date,
  cv_waived_reason text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint course_pk primary key (organisation_id, id),
  constraint course_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint course_owner_fk foreign key (organisation_id, owner_user_id) references app_user (organisation_id, id),
  constraint course_closed_by_fk foreign key (organisation_id, closed_by) references app_user (organisation_id, id),
  constraint course_date_order check (closed_on >= opened_on),
  constraint course_outcome check (outcome in ('ordinary_job', 'ordinary_hours', 'flexjob', 'wage_subsidy', 'education', 'another_effort', 'unchanged', 'moved', 'other')),
  constraint course_closed_has_outcome check ((closed_on is null) = (outcome is null)),
  constraint course_closed_has_cv check (closed_on is null or cv_updated_on is not null or cv_waived_reason is not null),
  constraint course_waiver_length check (length(cv_waived_reason) between 1 and 500),
  constraint course_note_length check (length(outcome_note) <= 1000)
);
create unique index course_one_open on course (organisation_id, citizen_id) where closed_on is null;
create index course_by_owner on course (organisation_id, owner_user_id) where closed_on is null;
call protect_tenant('course');

-- What was agreed before a start: the purpose with both sides, and ordinary hours (R55, R61-R64). All target groups alike.
create table start_terms (
  organisation_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  purpose text not null,
  agreed_with_citizen_on date not null,
  agreed_with_company_on date not null,
  hours_outcome text not null,
  hours_minutes integer,
  hours_from date,
  refused_reason text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint start_terms_pk primary key (organisation_id, id),
  constraint start_terms_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
  constraint start_terms_purpose_length check (length(purpose) between 1 and 1000),
  constraint start_terms_outcome check (hours_outcome in ('agreed', 'not_yet', 'refused')),
  constraint start_terms_agreed_has_hours check ((hours_outcome = 'agreed') = (hours_minutes is not null) and (hours_minutes is null) = (hours_from is null)),
  constraint start_terms_minutes_range check (hours_minutes between 30 and 2220),
  constraint start_terms_refused_has_reason check ((hours_outcome = 'refused') = (refused_reason is not null)),
  constraint start_terms_reason_length check (length(refused_reason) between 1 and 500)
);
create index start_terms_by_course on start_terms (organisation_id, course_id);
call protect_tenant('start_terms');

-- "Not yet" comes with what it takes (hvad der skal til), each with the day it is looked at again.
create table what_it_takes (
  organisation_id uuid not null,
  id uuid not null,
  start_terms_id uuid not null,
  criterion text not null,
  review_on date not null,
  met_on date,
  constraint what_it_takes_pk primary key (organisation_id, id),
  constraint what_it_takes_terms_fk foreign key (organisation_id, start_terms_id) references start_terms (organisation_id, id),
  constraint what_it_takes_criterion_length check (length(criterion) between 1 and 300)
);
create index what_it_takes_by_terms on what_it_takes (organisation_id, start_terms_id);
call protect_tenant('what_it_takes');

create function start_terms_are_whole() returns trigger language plpgsql as $$
begin
  if new.hours_outcome = 'not_yet' and not exists (
    select from what_it_takes w where w.organisation_id = new.organisation_id and w.start_terms_id = new.id) then
    raise exception 'not yet needs what it takes' using errcode = '23514', constraint = 'start_terms_not_yet_has_criteria', table = 'start_terms';
  end if;
  return null;
end $$;
create constraint trigger start_terms_not_yet_has_criteria after insert or update on start_terms
  deferrable initially deferred for each row execute function start_terms_are_whole();

-- A placement is a segment of a course. It is planned until somebody says that the citizen came (or did not).
alter table placement
  add column course_id uuid,
  add column start_terms_id uuid,
  add column started_on date,
  add column no_show_reason text,
  add column end_reason_code text,
  add column grant_number text,
  add column grant_from date,
  add column grant_until date,
  add constraint placement_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
  add constraint placement_start_terms_fk foreign key (organisation_id, start_terms_id) references start_terms (organisation_id, id),
  add constraint placement_start_needs_terms check (started_on is null or start_terms_id is not null),
  add constraint placement_start_needs_course check (started_on is null or course_id is not null),
  add constraint placement_no_show_is_no_start check (started_on is null or no_show_reason is null),
  add constraint placement_no_show_length check (length(no_show_reason) between 1 and 500),
  add constraint placement_grant_order check (grant_until > grant_from),
  add constraint placement_grant_length check (length(grant_number) between 1 and 40);
comment on column placement.grant_number is 'The grant (bevilling) as VITAS gave it; written back by hand. grant_until is exclusive.';
create index placement_by_course on placement (organisation_id, course_id, starts_on) where course_id is not null;

-- Weekly hours that ramp: from a day, so many minutes a week, until the next row. None: placement.minutes_per_week all along.
create table placement_hours (
  organisation_id uuid not null,
  placement_id uuid not null,
  from_on date not null,
  minutes_per_week integer not null,
  constraint placement_hours_pk primary key (organisation_id, placement_id, from_on),
  constraint placement_hours_placement_fk foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  constraint placement_hours_range check (minutes_per_week between 0 and 2220)
);
call protect_tenant('placement_hours');
