-- A place that a coming version adds at a workplace that joins with it stands in the pool before that workplace is a
-- member: membership is asked of a place from the day it is the agreement's. Rewrites slot once (200,000 rows: seconds).
alter table slot add column member_workplace_id uuid generated always as (case when comes_with is null then workplace_id end) stored;
alter table slot drop constraint slot_agreement_workplace_fk;
alter table slot add constraint slot_agreement_workplace_fk foreign key (organisation_id, agreement_id, member_workplace_id)
  references agreement_workplace (organisation_id, agreement_id, workplace_id) not valid;
alter table slot validate constraint slot_agreement_workplace_fk;
comment on column slot.member_workplace_id is 'The workplace, once the place is part of what is agreed: then it is one of the agreement''s.';
