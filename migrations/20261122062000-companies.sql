-- Company (CVR), workplace (P-number: capacity, mentors and the ratio rule live there), contact persons, and who knew
-- whom. Names are found through `search_text`, kept by refresh_search() (…-company-search.sql): one place to look.
create table sector (
  organisation_id uuid not null,
  id uuid not null,
  key text not null,
  name_da text not null,
  name_en text not null,
  position integer not null,
  version integer not null default 1,
  constraint sector_pk primary key (organisation_id, id),
  constraint sector_organisation_fk foreign key (organisation_id) references organisation,
  constraint sector_key_once unique (organisation_id, key),
  constraint sector_name_length check (length(name_da) between 1 and 80 and length(name_en) between 1 and 80)
);
comment on table sector is 'An organisation''s own friendly sectors (about 12), copied from sector_template when it is created and editable after.';
call protect_tenant('sector');

create table sector_division (
  organisation_id uuid not null,
  scheme text not null,
  division_code text not null,
  sector_id uuid not null,
  constraint sector_division_pk primary key (organisation_id, scheme, division_code),
  constraint sector_division_sector_fk foreign key (organisation_id, sector_id) references sector (organisation_id, id),
  constraint sector_division_shape check (division_code ~ '^[0-9]{2}$')
);
call protect_tenant('sector_division');

create table company (
  organisation_id uuid not null,
  id uuid not null,
  cvr text,
  name text not null,
  name_key text not null,
  responsible_user_id uuid,
  advertising_protected boolean not null default false,
  note text,
  import_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  search_text text not null default '',
  constraint company_pk primary key (organisation_id, id),
  constraint company_organisation_fk foreign key (organisation_id) references organisation,
  constraint company_responsible_fk foreign key (organisation_id, responsible_user_id) references app_user (organisation_id, id),
  constraint company_cvr_once unique (organisation_id, cvr),
  constraint company_cvr_shape check (cvr ~ '^[1-9][0-9]{7}$'),
  constraint company_name_length check (length(name) between 1 and 200),
  constraint company_note_length check (length(note) <= 4000)
);
comment on column company.name_key is 'The name normalised for matching (libs/companies/name-key.rules.ts).';
create index company_by_name_key on company (organisation_id, name_key);
create index company_by_import on company (organisation_id, import_id) where import_id is not null;
create index company_newest on company (organisation_id, id desc);
call protect_tenant('company');

create table workplace (
  organisation_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  p_number text,
  name text not null,
  street text,
  street_key text,
  postal_code text,
  town text,
  municipality_code text,
  lat double precision,
  lon double precision,
  sector_scheme text,
  sector_code text,
  sector_id uuid,
  employees_fte numeric(8, 1),
  employees_on date,
  note text,
  import_id uuid,
  closed_on date,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  search_text text not null default '',
  constraint workplace_pk primary key (organisation_id, id),
  constraint workplace_company_fk foreign key (organisation_id, company_id) references company (organisation_id, id),
  constraint workplace_sector_fk foreign key (organisation_id, sector_id) references sector (organisation_id, id),
  constraint workplace_p_number_once unique (organisation_id, p_number),
  constraint workplace_p_number_shape check (p_number ~ '^[0-9]{10}$'),
  constraint workplace_name_length check (length(name) between 1 and 200),
  constraint workplace_street_length check (length(street) <= 200),
  constraint workplace_postal_code_shape check (postal_code ~ '^[0-9]{4}$'),
  constraint workplace_municipality_shape check (municipality_code ~ '^[0-9]{4}$'),
  constraint workplace_employees_range check (employees_fte between 0 and 1000000),
  constraint workplace_note_length check (length(note) <= 4000)
);
comment on column workplace.employees_fte is 'Employees in full-time equivalents (37 h a week), as of employees_on.';
create index workplace_by_company on workplace (organisation_id, company_id);
create index workplace_by_address on workplace (organisation_id, postal_code, street_key);
create index workplace_by_sector on workplace (organisation_id, sector_id, municipality_code);
create index workplace_by_import on workplace (organisation_id, import_id) where import_id is not null;
create index workplace_search on workplace using gin (organisation_id, search_text gin_trgm_ops);
call protect_tenant('workplace');

create table contact_person (
  organisation_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  workplace_id uuid,
  name text not null,
  title text,
  email text,
  phone text,
  preferred_contact text,
  note text,
  import_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint contact_person_pk primary key (organisation_id, id),
  constraint contact_person_company_fk foreign key (organisation_id, company_id) references company (organisation_id, id),
  constraint contact_person_workplace_fk foreign key (organisation_id, workplace_id) references workplace (organisation_id, id),
  constraint contact_person_name_length check (length(name) between 1 and 120),
  constraint contact_person_email_length check (length(email) <= 254),
  constraint contact_person_phone_shape check (phone ~ '^\+?[0-9]{4,15}$'),
  constraint contact_person_preferred check (preferred_contact in ('phone', 'email', 'sms', 'visit')),
  constraint contact_person_note_length check (length(note) <= 2000)
);
create index contact_person_by_company on contact_person (organisation_id, company_id);
create index contact_person_by_workplace on contact_person (organisation_id, workplace_id);
create index contact_person_by_phone on contact_person (organisation_id, phone) where phone is not null;
create index contact_person_by_email on contact_person (organisation_id, email) where email is not null;
create index contact_person_by_import on contact_person (organisation_id, import_id) where import_id is not null;
call protect_tenant('contact_person');

create table company_knowledge (
  organisation_id uuid not null,
  company_id uuid not null,
  user_id uuid not null,
  source text not null,
  import_id uuid,
  since timestamptz not null,
  others_knew integer not null,
  constraint company_knowledge_pk primary key (organisation_id, company_id, user_id),
  constraint company_knowledge_company_fk foreign key (organisation_id, company_id) references company (organisation_id, id),
  constraint company_knowledge_user_fk foreign key (organisation_id, user_id) references app_user (organisation_id, id),
  constraint company_knowledge_source check (source in ('import', 'created', 'shared')),
  constraint company_knowledge_others check (others_knew >= 0)
);
comment on table company_knowledge is 'Who brought which company into the shared register, and how many colleagues already knew it then: the first sharing figure (R7).';
create index company_knowledge_by_import on company_knowledge (organisation_id, import_id) where import_id is not null;
call protect_tenant('company_knowledge');
