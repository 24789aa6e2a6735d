-- A move that was a mistake is taken back: what it changed in the segment before is kept beside the one it made.
alter table placement
  add column before_move jsonb,
  add constraint placement_before_move_of_a_move check (before_move is null or continues_id is not null);
comment on column placement.before_move is 'How the segment this one continues was when the citizen moved: { until, plannedEnd, hours: [{ from, minutesPerWeek }], pauses: [{ id, from, until }] }. No reasons, nothing about a person.';
