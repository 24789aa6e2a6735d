-- Training of mentors (and of the coordinators of clusters, who may be staff): courses, sessions with seats and a waiting
-- list, who was invited and came, and the certificate that says until when it counts.
create table training_course (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  description text,
  valid_months integer,
  retired_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint training_course_pk primary key (organisation_id, id),
  constraint training_course_organisation_fk foreign key (organisation_id) references organisation,
  constraint training_course_kind check (kind in ('first', 'refresher', 'network')),
  constraint training_course_name_length check (length(name) between 1 and 120),
  constraint training_course_description_length check (length(description) <= 2000),
  constraint training_course_validity check ((kind = 'network') = (valid_months is null) and valid_months between 1 and 120)
);
comment on column training_course.kind is 'first (mentorkursus), refresher (genopfriskning) and network meeting; only the first two give a certificate, for valid_months.';
call protect_tenant('training_course');

create table training_session (
  organisation_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seats integer not null,
  place text,
  video_url text,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint training_session_pk primary key (organisation_id, id),
  constraint training_session_course_fk foreign key (organisation_id, course_id) references training_course (organisation_id, id),
  constraint training_session_order check (ends_at > starts_at),
  constraint training_session_seats_range check (seats between 1 and 500),
  constraint training_session_somewhere check (place is not null or video_url is not null),
  constraint training_session_place_length check (length(place) between 1 and 200),
  constraint training_session_video_shape check (video_url ~ '^https://' and length(video_url) <= 500),
  constraint training_session_cancel_has_reason check ((cancelled_at is null) = (cancel_reason is null))
);
create index training_session_by_course on training_session (organisation_id, course_id, starts_at);
create index training_session_by_time on training_session (organisation_id, starts_at) where cancelled_at is null;
call protect_tenant('training_session');

create table training_enrolment (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  mentor_id uuid,
  user_id uuid,
  seat integer,
  invited_at timestamptz not null,
  invited_by uuid,
  accepted_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  reminded_at timestamptz,
  attended_at timestamptz,
  absent_at timestamptz,
  marked_by uuid,
  version integer not null default 1,
  constraint training_enrolment_pk primary key (organisation_id, id),
  constraint training_enrolment_session_fk foreign key (organisation_id, session_id) references training_session (organisation_id, id),
  constraint training_enrolment_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint training_enrolment_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint training_enrolment_one_person check ((mentor_id is null) <> (user_id is null)),
  constraint training_enrolment_mentor_once unique (organisation_id, session_id, mentor_id),
  constraint training_enrolment_user_once unique (organisation_id, session_id, user_id),
  constraint training_enrolment_seat_range check (seat between 1 and 500),
  constraint training_enrolment_seat_is_accepted check (seat is null or accepted_at is not null),
  constraint training_enrolment_one_answer check (accepted_at is null or declined_at is null),
  constraint training_enrolment_marked_has_seat check (seat is not null or (attended_at is null and absent_at is null)),
  constraint training_enrolment_one_mark check (attended_at is null or absent_at is null),
  constraint training_enrolment_reason_length check (length(decline_reason) <= 500)
);
comment on table training_enrolment is 'Somebody asked to a session: invited; said yes, with a seat or (seat empty) on the waiting list by accepted_at; or declined. After it: came or stayed away.';
create unique index training_enrolment_seat_once on training_enrolment (organisation_id, session_id, seat) where seat is not null;
create index training_enrolment_by_mentor on training_enrolment (organisation_id, mentor_id) where mentor_id is not null;
create index training_enrolment_by_user on training_enrolment (organisation_id, user_id) where user_id is not null;
call protect_tenant('training_enrolment');

create table training_link (
  organisation_id uuid not null,
  token_hash text not null,
  enrolment_id uuid not null,
  created_at timestamptz not null,
  constraint training_link_pk primary key (organisation_id, token_hash),
  constraint training_link_enrolment_fk foreign key (organisation_id, enrolment_id) references training_enrolment (organisation_id, id)
);
comment on table training_link is 'The link in an invitation: shows that session alone and takes an answer until it begins. Only the token''s SHA-256 is kept.';
create index training_link_by_token on training_link (token_hash);
create index training_link_by_enrolment on training_link (organisation_id, enrolment_id);
call protect_tenant('training_link', 'token_hash = (select app_presented())');

create table training_certificate (
  organisation_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  course_id uuid not null,
  mentor_id uuid,
  user_id uuid,
  issued_on date not null,
  expires_on date not null,
  trained_before date,
  until_before date,
  warned_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  constraint training_certificate_pk primary key (organisation_id, id),
  constraint training_certificate_enrolment_fk foreign key (organisation_id, enrolment_id) references training_enrolment (organisation_id, id),
  constraint training_certificate_course_fk foreign key (organisation_id, course_id) references training_course (organisation_id, id),
  constraint training_certificate_mentor_fk foreign key (organisation_id, mentor_id) references mentor (organisation_id, id),
  constraint training_certificate_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint training_certificate_one_person check ((mentor_id is null) <> (user_id is null)),
  constraint training_certificate_order check (expires_on > issued_on)
);
comment on table training_certificate is 'Kursusbevis: came of an attendance, counts until expires_on (exclusive). Revoked when the attendance turns out wrong; trained_before and until_before are what the mentor had until then.';
create unique index training_certificate_once on training_certificate (organisation_id, enrolment_id) where revoked_at is null;
create index training_certificate_by_mentor on training_certificate (organisation_id, mentor_id, expires_on) where revoked_at is null;
create index training_certificate_by_user on training_certificate (organisation_id, user_id, expires_on) where revoked_at is null;
create index training_certificate_expiring on training_certificate (organisation_id, expires_on) where revoked_at is null and warned_at is null;
call protect_tenant('training_certificate');
