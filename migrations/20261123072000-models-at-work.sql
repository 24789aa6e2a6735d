-- What the four models ask for over time: an idle fixed place that nobody fills goes to a manager, a standing agreement is
-- asked about now and then.
alter table organisation
  add column refill_escalate_days integer not null default 7,
  add column offer_question_months integer not null default 6,
  add constraint organisation_refill_escalate_range check (refill_escalate_days between 1 and 90),
  add constraint organisation_offer_question_range check (offer_question_months between 1 and 36);
comment on column organisation.refill_escalate_days is 'So many days after a refill was asked for, a manager sees it too.';
comment on column organisation.offer_question_months is 'How often a standing agreement (model 2) is asked whether its offer is still good.';

create index task_open_of_kind on task (organisation_id, kind, subject_id) where done_at is null;
create index task_escalated on task (organisation_id, due_on, id) where done_at is null and escalated_at is not null;

create table offer_answer (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  answer text not null,
  note text,
  answered_on date not null,
  next_on date,
  created_at timestamptz not null,
  created_by uuid,
  constraint offer_answer_pk primary key (organisation_id, id),
  constraint offer_answer_agreement_fk foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  constraint offer_answer_user_fk foreign key (organisation_id, created_by) references app_user (organisation_id, id),
  constraint offer_answer_known check (answer in ('good', 'changed', 'ended')),
  constraint offer_answer_note_length check (length(note) between 1 and 500),
  constraint offer_answer_next_order check (next_on > answered_on),
  constraint offer_answer_next_unless_ended check ((next_on is null) = (answer = 'ended'))
);
comment on table offer_answer is 'What a company with a standing agreement said when it was asked whether the offer is still good, and when it is asked again.';
create index offer_answer_newest on offer_answer (organisation_id, agreement_id, id desc);
call protect_tenant('offer_answer');
