-- Private networks coming in: a run (one file), its rows with their verdicts, and the remembered column choice.
create table import_run (
  organisation_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  file_name text not null,
  dialect jsonb not null,
  columns jsonb not null,
  status text not null,
  rows_total integer not null,
  rows_done integer not null default 0,
  counts jsonb not null default '{}',
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  error_code text,
  version integer not null default 1,
  constraint import_run_pk primary key (organisation_id, id),
  constraint import_run_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint import_run_status check (status in ('preview', 'running', 'done', 'failed', 'undone')),
  constraint import_run_file_name_length check (length(file_name) between 1 and 200),
  constraint import_run_progress check (rows_done between 0 and rows_total)
);
create index import_run_newest on import_run (organisation_id, id desc);
call protect_tenant('import_run');

create table import_row (
  organisation_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb,
  verdict text not null,
  reason text,
  reason_column text,
  warnings jsonb not null default '[]',
  facts jsonb,
  company_id uuid,
  workplace_id uuid,
  contact_id uuid,
  candidates jsonb not null default '[]',
  decision text,
  constraint import_row_decision check (decision ~ '^(new|leave-out|same:[0-9])$'),
  constraint import_row_pk primary key (organisation_id, import_id, row_number),
  constraint import_row_run_fk foreign key (organisation_id, import_id) references import_run (organisation_id, id),
  constraint import_row_verdict check (verdict in ('new', 'adds', 'duplicate', 'decision', 'refused')),
  constraint import_row_refused_has_reason check (verdict <> 'refused' or reason is not null)
);
comment on column import_row.cells is 'The row as read, for the refused-rows file. Empty when the row held a CPR-shaped number: such text is never stored.';
create index import_row_by_verdict on import_row (organisation_id, import_id, verdict, row_number);
create index import_row_by_company on import_row (organisation_id, company_id) where company_id is not null;
create index import_row_by_workplace on import_row (organisation_id, workplace_id) where workplace_id is not null;
call protect_tenant('import_row');

-- What a run changed in rows that were there already, so that it can be undone: facts filled in where there were none,
-- and companies that a sheet showed to be one and the same.
create table import_change (
  organisation_id uuid not null,
  import_id uuid not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  subject_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  constraint import_change_pk primary key (organisation_id, import_id, id),
  constraint import_change_run_fk foreign key (organisation_id, import_id) references import_run (organisation_id, id),
  constraint import_change_kind check (kind in ('filled', 'merged')),
  constraint import_change_subject check (subject in ('company', 'workplace', 'contact'))
);
call protect_tenant('import_change');

create table import_mapping (
  organisation_id uuid not null,
  user_id uuid not null,
  fingerprint text not null,
  columns jsonb not null,
  updated_at timestamptz not null,
  constraint import_mapping_pk primary key (organisation_id, user_id, fingerprint),
  constraint import_mapping_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id)
);
call protect_tenant('import_mapping');
