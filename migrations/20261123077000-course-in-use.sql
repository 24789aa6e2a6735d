-- What is written on a course while it runs. Everything said on a day stays said: rows here are added, never changed.
alter table organisation
  add column course_gap_days integer not null default 7,
  add constraint organisation_course_gap_range check (course_gap_days between 0 and 60);
comment on column organisation.course_gap_days is 'A break of at most so many calendar days does not break the 13 consecutive weeks. Its own days do not count.';

-- An open course always has the day somebody speaks with the citizen next. The first is due within two weeks of opening.
alter table course
  add column next_follow_up_on date,
  add constraint course_open_has_next_follow_up check (closed_on is not null or next_follow_up_on is not null);
create function course_first_follow_up() returns trigger language plpgsql as $$
begin
  new.next_follow_up_on := coalesce(new.next_follow_up_on, new.opened_on + 14);
  return new;
end $$;
create trigger course_first_follow_up before insert on course for each row execute function course_first_follow_up();
create index course_due on course (organisation_id, next_follow_up_on, id) where closed_on is null;

-- Ordinary hours (løntimer) of one ISO week. No row: nobody has written it down. 0: there were none.
create table ordinary_hours (
  organisation_id uuid not null,
  course_id uuid not null,
  iso_year integer not null,
  iso_week integer not null,
  minutes integer not null,
  written_at timestamptz not null,
  written_by uuid,
  constraint ordinary_hours_pk primary key (organisation_id, course_id, iso_year, iso_week),
  constraint ordinary_hours_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
  constraint ordinary_hours_written_by_fk foreign key (organisation_id, written_by) references app_user (organisation_id, id),
  constraint ordinary_hours_year_range check (iso_year between 2000 and 2100),
  constraint ordinary_hours_week_exists check (iso_week between 1 and extract(week from make_date(iso_year, 12, 28))),
  constraint ordinary_hours_minutes_range check (minutes between 0 and 3600)
);
comment on constraint ordinary_hours_week_exists on ordinary_hours is '28 December lies in the last week of its ISO year: 2026 has a week 53, 2027 has not.';
call protect_tenant('ordinary_hours');

create table follow_up (
  organisation_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  held_on date not null,
  how text not null,
  citizen_present boolean not null,
  absent_reason text,
  paid_hours text not null,
  next_step text not null,
  next_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint follow_up_pk primary key (organisation_id, id),
  constraint follow_up_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
  constraint follow_up_created_by_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint follow_up_how check (how in ('visit', 'call', 'meeting')),
  constraint follow_up_absence_has_reason check (citizen_present = (absent_reason is null)),
  constraint follow_up_absent_length check (length(absent_reason) between 1 and 500),
  constraint follow_up_paid_hours check (paid_hours in ('yes', 'no', 'later')),
  constraint follow_up_next_step_length check (length(next_step) between 1 and 500),
  constraint follow_up_date_order check (next_on > held_on)
);
comment on column follow_up.paid_hours is 'Whether paid hours were raised: yes; no; later, because it was agreed to wait.';
create index follow_up_by_course on follow_up (organisation_id, course_id, held_on desc, id desc);
create trigger follow_up_is_append_only before update or delete on follow_up for each row execute function refuse_change();
call protect_tenant('follow_up');

-- The work agreement (arbejdsaftale) between citizen and company, version by version: four topics, the fourth only with a mentor.
create table work_agreement (
  organisation_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  placement_id uuid not null,
  number integer not null,
  pen text not null,
  responsible_user_id uuid not null,
  goal text not null,
  purpose text not null,
  tasks text not null,
  attendance text not null,
  mentor_id uuid,
  mentor_tasks text,
  created_at timestamptz not null,
  created_by uuid,
  constraint work_agreement_pk primary key (organisation_id, id),
  constraint work_agreement_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
  constraint work_agreement_placement_fk foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  constraint work_agreement_responsible_fk foreign key (organisation_id, responsible_user_id) references app_user (organisation_id, id),
  constraint work_agreement_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint work_agreement_number_once unique (organisation_id, course_id, number),
  constraint work_agreement_number_range check (number >= 1),
  constraint work_agreement_pen check (pen in ('citizen', 'consultant', 'caseworker')),
  constraint work_agreement_fourth_topic_with_mentor check ((mentor_id is null) = (mentor_tasks is null)),
  constraint work_agreement_goal_length check (length(goal) between 1 and 1000),
  constraint work_agreement_purpose_length check (length(purpose) between 1 and 1000),
  constraint work_agreement_tasks_length check (length(tasks) between 1 and 1000),
  constraint work_agreement_attendance_length check (length(attendance) between 1 and 500),
  constraint work_agreement_mentor_tasks_length check (length(mentor_tasks) between 1 and 1000)
);
create trigger work_agreement_is_append_only before update or delete on work_agreement for each row execute function refuse_change();
call protect_tenant('work_agreement');

create table work_agreement_milestone (
  organisation_id uuid not null,
  id uuid not null,
  work_agreement_id uuid not null,
  position integer not null,
  milestone text not null,
  due_on date,
  paid_hours boolean not null,
  constraint work_agreement_milestone_pk primary key (organisation_id, id),
  constraint work_agreement_milestone_agreement_fk foreign key (organisation_id, work_agreement_id) references work_agreement (organisation_id, id),
  constraint work_agreement_milestone_position unique (organisation_id, work_agreement_id, position),
  constraint work_agreement_milestone_length check (length(milestone) between 1 and 300)
);
comment on column work_agreement_milestone.paid_hours is 'About ordinary hours; every version has at least one such (R71).';
create trigger work_agreement_milestone_is_append_only before update or delete on work_agreement_milestone for each row execute function refuse_change();
call protect_tenant('work_agreement_milestone');

create function work_agreement_is_whole() returns trigger language plpgsql as $$
begin
  if not exists (select from work_agreement_milestone m
                  where m.organisation_id = new.organisation_id and m.work_agreement_id = new.id and m.paid_hours) then
    raise exception 'a work agreement has a milestone about paid hours' using errcode = '23514', constraint = 'work_agreement_has_paid_hours', table = 'work_agreement';
  end if;
  return null;
end $$;
create constraint trigger work_agreement_has_paid_hours after insert on work_agreement
  deferrable initially deferred for each row execute function work_agreement_is_whole();

create table work_agreement_signature (
  organisation_id uuid not null,
  id uuid not null,
  work_agreement_id uuid not null,
  party text not null,
  signed_on date not null,
  on_behalf_reason text,
  created_at timestamptz not null,
  created_by uuid,
  constraint work_agreement_signature_pk primary key (organisation_id, id),
  constraint work_agreement_signature_agreement_fk foreign key (organisation_id, work_agreement_id) references work_agreement (organisation_id, id),
  constraint work_agreement_signature_once unique (organisation_id, work_agreement_id, party),
  constraint work_agreement_signature_party check (party in ('citizen', 'company', 'organisation')),
  constraint work_agreement_signature_reason_length check (length(on_behalf_reason) between 1 and 500)
);
comment on column work_agreement_signature.on_behalf_reason is 'Set: accepted on the party''s behalf by whoever wrote it down, and why. Empty: signed on the paper itself.';
create trigger work_agreement_signature_is_append_only before update or delete on work_agreement_signature for each row execute function refuse_change();
call protect_tenant('work_agreement_signature');

-- The staircase (trappemodel): the organisation's own steps, and where a citizen has stood since when.
create table staircase_step (
  organisation_id uuid not null,
  id uuid not null,
  name_da text not null,
  name_en text not null,
  position integer not null,
  retired_on date,
  version integer not null default 1,
  constraint staircase_step_pk primary key (organisation_id, id),
  constraint staircase_step_organisation_fk foreign key (organisation_id) references organisation,
  constraint staircase_step_name_da_length check (length(name_da) between 1 and 40),
  constraint staircase_step_name_en_length check (length(name_en) between 1 and 40),
  constraint staircase_step_position_range check (position between 1 and 99)
);
call protect_tenant('staircase_step');

create table citizen_step (
  organisation_id uuid not null,
  id uuid not null,
  citizen_id uuid not null,
  course_id uuid not null,
  step_id uuid not null,
  from_on date not null,
  next_goal text,
  created_at timestamptz not null,
  created_by uuid,
  constraint citizen_step_pk primary key (organisation_id, id),
  constraint citizen_step_citizen_fk foreign key (organisation_id, citizen_id) references citizen (organisation_id, id),
  constraint citizen_step_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
  constraint citizen_step_step_fk foreign key (organisation_id, step_id) references staircase_step (organisation_id, id),
  constraint citizen_step_goal_length check (length(next_goal) between 1 and 300)
);
comment on table citizen_step is 'Where the citizen stands from a day on; of two said for the same day the later one counts.';
comment on column citizen_step.next_goal is 'What it takes to come to the next step, in the citizen''s own words.';
create index citizen_step_by_citizen on citizen_step (organisation_id, citizen_id, from_on, id);
create trigger citizen_step_is_append_only before update or delete on citizen_step for each row execute function refuse_change();
call protect_tenant('citizen_step');
