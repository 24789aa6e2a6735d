-- What organisations from before there were courses need to go on: a staircase, and a citizen and a course for every
-- placement that is not over. Nobody has said when those citizens came, so their courses ask for it, and the 13 weeks
-- count from the day that is told. Placements that are over stay as they were. Ids are random ones: nothing is sorted by them.
alter table organisation no force row level security;
alter table placement no force row level security;
alter table reservation no force row level security;
alter table citizen no force row level security;
alter table citizen_target_group no force row level security;
alter table citizen_role no force row level security;
alter table citizen_away no force row level security;
alter table course no force row level security;
alter table staircase_step no force row level security;

insert into staircase_step (organisation_id, id, name_da, name_en, position)
select o.organisation_id, gen_random_uuid(), s.name_da, s.name_en, s.position
  from organisation o
  cross join (values
    (1, 'Vi lærer hinanden at kende', 'We get to know each other'),
    (2, 'Besøg hos virksomheder', 'Visits to companies'),
    (3, 'Praktik få timer', 'Placement, few hours'),
    (4, 'Praktik flere timer', 'Placement, more hours'),
    (5, 'De første løntimer', 'First paid hours'),
    (6, 'Flere løntimer', 'More paid hours'),
    (7, 'Job', 'Job')) s (position, name_da, name_en)
 where not exists (select from staircase_step t where t.organisation_id = o.organisation_id);

-- One row for each citizen with a placement in use; whoever reserved the first of them has the citizen.
create temporary table placed on commit drop as
select distinct on (p.organisation_id, p.citizen_ref) p.organisation_id, p.citizen_ref, p.created_at, coalesce(r.reserved_by, p.created_by) as consultant,
       r.target_group_code, (now() at time zone 'Europe/Copenhagen')::date as today
  from placement p
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
 where p.course_id is null and p.cancelled_at is null and p.ends_on > (now() at time zone 'Europe/Copenhagen')::date
   and coalesce(r.reserved_by, p.created_by) is not null
 order by p.organisation_id, p.citizen_ref, p.starts_on, p.id;

insert into citizen (organisation_id, id, case_ref, pseudonym, created_at, created_by)
select organisation_id, gen_random_uuid(), citizen_ref, citizen_ref, now(), consultant from placed
on conflict on constraint citizen_case_ref_once do nothing;

insert into citizen_target_group (organisation_id, citizen_id, target_group_code, valid)
select c.organisation_id, c.id, d.target_group_code, daterange(d.today, null)
  from placed d join citizen c on c.organisation_id = d.organisation_id and c.case_ref = d.citizen_ref
 where d.target_group_code is not null
   and not exists (select from citizen_target_group g where g.organisation_id = c.organisation_id and g.citizen_id = c.id);

insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, created_at, created_by)
select c.organisation_id, gen_random_uuid(), c.id, d.consultant, 'consultant', true, daterange(d.today, null), now(), d.consultant
  from placed d join citizen c on c.organisation_id = d.organisation_id and c.case_ref = d.citizen_ref
 where not exists (select from citizen_role x where x.organisation_id = c.organisation_id and x.citizen_id = c.id);

insert into course (organisation_id, id, citizen_id, opened_on, owner_user_id, created_at, created_by, next_follow_up_on)
select c.organisation_id, gen_random_uuid(), c.id, least((d.created_at at time zone 'Europe/Copenhagen')::date, d.today), d.consultant, now(), d.consultant, d.today + 7
  from placed d join citizen c on c.organisation_id = d.organisation_id and c.case_ref = d.citizen_ref
 where not exists (select from course k where k.organisation_id = c.organisation_id and k.citizen_id = c.id and k.closed_on is null);

update placement p set course_id = k.id
  from placed d
  join citizen c on c.organisation_id = d.organisation_id and c.case_ref = d.citizen_ref
  join course k on k.organisation_id = c.organisation_id and k.citizen_id = c.id and k.closed_on is null
 where p.organisation_id = d.organisation_id and p.citizen_ref = d.citizen_ref and p.course_id is null and p.cancelled_at is null and p.ends_on > d.today;

-- Every citizen has a primary contact: asked now, while all rows can be seen.
set constraints all immediate;
drop table placed;

alter table organisation force row level security;
alter table placement force row level security;
alter table reservation force row level security;
alter table citizen force row level security;
alter table citizen_target_group force row level security;
alter table citizen_role force row level security;
alter table citizen_away force row level security;
alter table course force row level security;
alter table staircase_step force row level security;
