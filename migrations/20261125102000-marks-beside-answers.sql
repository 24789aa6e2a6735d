-- A mark of who came stands beside what was answered and leaves it alone, so that a mark taken back is as if it never was:
-- who came without a seat, or after having said no, has the mark and no seat.
alter table training_enrolment drop constraint training_enrolment_marked_has_seat;
comment on table training_enrolment is 'Somebody asked to a session: invited; said yes, with a seat or (seat empty) on the waiting list by accepted_at; or declined. After it, whatever was answered: came or stayed away.';
