-- Additionality (merbeskæftigelse) is law, too: which measures ask for it and how many months its mean is of.
create table additionality_rule (
  version text not null,
  months integer not null,
  measures text[] not null,
  law text not null,
  valid daterange not null,
  constraint additionality_rule_pk primary key (version),
  constraint additionality_rule_months check (months between 1 and 24),
  constraint additionality_rule_valid_not_empty check (not isempty(valid)),
  constraint additionality_rule_no_overlap exclude using gist (valid with &&)
);
comment on table additionality_rule is 'The latest month''s ordinary employees of a company (CVR) are at least the mean of the last so many months, where one of the measures is applied for.';
