-- The pool filtered as somebody likes to see it, under a name of their own; and the rows behind who has shared what.
create table saved_view (
  organisation_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  constraint saved_view_pk primary key (organisation_id, id),
  constraint saved_view_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint saved_view_name_length check (length(name) between 1 and 60),
  constraint saved_view_query_length check (length(query) between 1 and 2000)
);
comment on column saved_view.query is 'The query of the pool''s address. Read by the pool''s own schema when it is used, as if it had been typed.';
create unique index saved_view_name_once on saved_view (organisation_id, user_id, lower(name));
call protect_tenant('saved_view');

create index company_knowledge_by_user on company_knowledge (organisation_id, user_id, company_id desc);
