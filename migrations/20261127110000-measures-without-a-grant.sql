-- Some measures need no grant from the municipality: ordinary paid hours are the company's and the citizen's own affair.
-- The rows themselves are loaded at the next start, as this edition of the reference data says.
alter table measure_type add column needs_grant boolean not null default true;
alter table measure_type alter column needs_grant drop default;
comment on column measure_type.needs_grant is 'Whether it must be applied for and granted before the first day.';
