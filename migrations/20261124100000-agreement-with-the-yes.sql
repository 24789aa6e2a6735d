-- A match-driven agreement (model 3) is born in the transaction of the company's yes, whoever says it: what was agreed
-- beforehand waits on the reservation, for the mentor who answers by the link.
alter table reservation
  add column agreement_contact_user_id uuid,
  add column agreement_follow_up_weeks integer,
  add column agreement_follow_up_plan text,
  add constraint reservation_agreement_contact_fk foreign key (organisation_id, agreement_contact_user_id) references app_user (organisation_id, id),
  add constraint reservation_agreement_whole check (num_nonnulls(agreement_contact_user_id, agreement_follow_up_weeks, agreement_follow_up_plan) in (0, 3)),
  add constraint reservation_agreement_outside_slots check (agreement_contact_user_id is null or slot_id is null),
  add constraint reservation_agreement_weeks_range check (agreement_follow_up_weeks between 1 and 52),
  add constraint reservation_agreement_plan_length check (length(agreement_follow_up_plan) between 1 and 1000);
comment on column reservation.agreement_contact_user_id is 'Set: the yes bears a match-driven agreement with this fixed contact person and this follow-up.';
