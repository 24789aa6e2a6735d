-- Reference data: the same for every organisation, therefore without tenant and without row-level security.
-- Rows are written by the owner only (libs/reference/load-reference.ts); the application may read.
-- What the law or a reform can change carries a half-open validity; a change is a new row, never an edit.

create table region (
  code    text not null,
  name_da text not null,
  name_en text not null,
  constraint region_pk primary key (code)
);

-- The code is four characters with leading zero, as Danish registers key it (0101, never 101).
create table municipality (
  code          text   not null,
  name          text   not null,
  genitive_name text   not null, -- as it stands before "Kommune": Københavns, Nyborg, Vesthimmerlands
  aliases       text[] not null default '{}',
  constraint municipality_pk primary key (code),
  constraint municipality_name_unique unique (name),
  constraint municipality_code_shape check (code ~ '^[0-9]{4}$')
);

create table municipality_region (
  municipality_code text      not null,
  region_code       text      not null,
  valid             daterange not null,
  constraint municipality_region_pk primary key (municipality_code, valid),
  constraint municipality_region_municipality_fk foreign key (municipality_code) references municipality (code),
  constraint municipality_region_region_fk foreign key (region_code) references region (code),
  constraint municipality_region_valid_not_empty check (not isempty(valid)),
  constraint municipality_region_no_overlap exclude using gist (municipality_code with =, valid with &&)
);

-- The coordinate is the middle of the postal district, good to a few kilometres: enough for "within 20 km".
create table postal_code (
  code text not null,
  town text not null,
  lat  double precision,
  lon  double precision,
  constraint postal_code_pk primary key (code),
  constraint postal_code_shape check (code ~ '^[0-9]{4}$'),
  constraint postal_code_coordinate check (
    (lat is null and lon is null) or (lat between 54 and 58 and lon between 7 and 16)
  )
);

-- Many to many: a postal district may cross a municipal border, so a municipality is chosen, never derived.
create table postal_code_municipality (
  postal_code       text not null,
  municipality_code text not null,
  constraint postal_code_municipality_pk primary key (postal_code, municipality_code),
  constraint postal_code_municipality_postal_code_fk foreign key (postal_code) references postal_code (code),
  constraint postal_code_municipality_municipality_fk foreign key (municipality_code) references municipality (code)
);
create index postal_code_municipality_by_municipality on postal_code_municipality (municipality_code);

-- DB07 and DB25 use the same letters and some of the same numbers for different things:
-- a sector code means nothing without its scheme.
create table sector_scheme (
  code    text      not null,
  name_da text      not null,
  name_en text      not null,
  valid   daterange not null,
  constraint sector_scheme_pk primary key (code)
);

-- Codes as the company register keeps them: without dots (section 'F', division '41', group '410', class '4100').
create table sector_code (
  scheme      text not null,
  code        text not null,
  level       text not null,
  parent_code text,
  name_da     text not null,
  name_en     text not null,
  constraint sector_code_pk primary key (scheme, code),
  constraint sector_code_scheme_fk foreign key (scheme) references sector_scheme (code),
  constraint sector_code_parent_fk foreign key (scheme, parent_code) references sector_code (scheme, code),
  constraint sector_code_level_known check (level in ('section', 'division', 'group', 'class')),
  constraint sector_code_section_is_top check ((level = 'section') = (parent_code is null))
);
create index sector_code_by_parent on sector_code (scheme, parent_code);

-- The friendly sectors an organisation starts with; its own copy is its own to edit.
create table sector_template (
  key      text    not null,
  position integer not null,
  name_da  text    not null,
  name_en  text    not null,
  constraint sector_template_pk primary key (key),
  constraint sector_template_position_unique unique (position) deferrable
);

create table sector_template_division (
  key           text not null,
  scheme        text not null,
  division_code text not null,
  constraint sector_template_division_pk primary key (scheme, division_code),
  constraint sector_template_division_key_fk foreign key (key) references sector_template (key),
  constraint sector_template_division_code_fk foreign key (scheme, division_code) references sector_code (scheme, code)
);
create index sector_template_division_by_key on sector_template_division (key);

create table target_group (
  code    text      not null,
  name_da text      not null,
  name_en text      not null,
  law     text      not null,
  valid   daterange not null,
  constraint target_group_pk primary key (code, valid),
  constraint target_group_valid_not_empty check (not isempty(valid)),
  constraint target_group_no_overlap exclude using gist (code with =, valid with &&)
);

create table measure_type (
  code    text      not null,
  name_da text      not null,
  name_en text      not null,
  law     text      not null,
  valid   daterange not null,
  constraint measure_type_pk primary key (code, valid),
  constraint measure_type_valid_not_empty check (not isempty(valid)),
  constraint measure_type_no_overlap exclude using gist (code with =, valid with &&)
);

-- Which edition of the reference data is in the database: a start that finds its own edition here loads nothing.
create table reference_load (
  version   text        not null,
  loaded_at timestamptz not null default now(),
  constraint reference_load_pk primary key (version)
);
