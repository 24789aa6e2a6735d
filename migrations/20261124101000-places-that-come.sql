-- A place that a coming version adds stands in the pool as soon as it is agreed, free from its day: whoever looks for a
-- start three weeks ahead finds it.
alter table slot
  add column comes_with uuid,
  add constraint slot_comes_with_fk foreign key (organisation_id, comes_with) references agreement_version (organisation_id, id);
comment on column slot.comes_with is 'The version, not in force yet, that adds the slot: until then no part of what is agreed now. Emptied on the version''s day; a slot whose version was withdrawn ends the day it would have begun.';
