-- What somebody should do because of a date or an event: refill a slot, ask whether an offer is still good, ring a mentor.
-- Raised by the event or by a round of jobs, once per occasion however often the job runs.
create table task (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  occasion text not null,
  company_id uuid,
  workplace_id uuid,
  user_id uuid,
  due_on date not null,
  facts jsonb not null default '{}',
  raised_at timestamptz not null,
  snoozed_until date,
  escalated_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  done_note text,
  version integer not null default 1,
  constraint task_pk primary key (organisation_id, id),
  constraint task_organisation_fk foreign key (organisation_id) references organisation,
  constraint task_company_fk foreign key (organisation_id, company_id) references company (organisation_id, id),
  constraint task_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint task_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint task_done_by_fk foreign key (organisation_id, done_by) references app_user (organisation_id, id),
  constraint task_kind_shape check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 60),
  constraint task_occasion_length check (length(occasion) between 1 and 100),
  constraint task_note_length check (length(done_note) <= 500),
  constraint task_once_per_occasion unique (organisation_id, kind, subject_id, occasion)
);
comment on column task.occasion is 'What makes it this one and not the last: a date, a placement''s id. Kind, subject and occasion together happen once.';
comment on column task.user_id is 'Whose it is; empty: whoever comes first. A manager sees it too once it is escalated.';
comment on column task.facts is 'Ids, dates and numbers for its sentence; never a person''s name.';
create index task_open on task (organisation_id, due_on, id) where done_at is null;
create index task_open_of_user on task (organisation_id, user_id, due_on, id) where done_at is null;
create index task_open_of_company on task (organisation_id, company_id, due_on) where done_at is null and company_id is not null;
call protect_tenant('task');
