-- What a coming version does to places is known from the day it is agreed. One that it adds at a workplace that joins with
-- it stands in the pool before that workplace is a member; one that it closes is offered until its day and no longer. A
-- workplace may leave once its last place is over: membership is asked of a place only while it is part of what is agreed.
-- Rewrites slot once (200,000 rows: seconds).
alter table slot
  add column goes_with uuid,
  add column stays_until date,
  add column left_on date,
  add column member_workplace_id uuid generated always as (case when comes_with is null and left_on is null then workplace_id end) stored,
  add constraint slot_goes_with_fk foreign key (organisation_id, goes_with) references agreement_version (organisation_id, id);
alter table slot drop constraint slot_agreement_workplace_fk;
alter table slot add constraint slot_agreement_workplace_fk foreign key (organisation_id, agreement_id, member_workplace_id)
  references agreement_workplace (organisation_id, agreement_id, workplace_id) not valid;
alter table slot validate constraint slot_agreement_workplace_fk;
comment on column slot.goes_with is 'The version, not in force yet, that closes the slot: ends_on is its day. Emptied on that day, and when it is withdrawn.';
comment on column slot.stays_until is 'What ends_on was, and is again if that version is withdrawn.';
comment on column slot.left_on is 'The day its workplace left the agreement, after the place was over.';
comment on column slot.member_workplace_id is 'The workplace, while the place is part of what is agreed: then it is one of the agreement''s.';
