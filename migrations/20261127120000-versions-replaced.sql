-- A coming version that the company was sent reads as it was sent for ever; when the agreement changes before its day, another
-- takes its place. Nobody withdrew it, so it has no reason.
alter table agreement_version
  drop constraint agreement_version_withdrawn_has_reason,
  add constraint agreement_version_reason_is_of_withdrawal check (withdrawn_reason is null or withdrawn_at is not null);
comment on column agreement_version.withdrawn_reason is 'Why it was taken back. Null on one withdrawn because a new text took its place after this one was sent.';
