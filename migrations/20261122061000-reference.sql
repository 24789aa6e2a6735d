-- Reference data: the same for every organisation, therefore without tenant and without row-level security.
-- Rows are written by the owner only (libs/reference/load-reference.ts); the application may read.
-- What the law or a reform can change carries a half-open validity; a change is a new row, never an edit.

-- Equality on text inside an exclusion constraint needs it; trusted since PostgreSQL 13, so no superuser.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE region (
  code    text NOT NULL,
  name_da text NOT NULL,
  name_en text NOT NULL,
  CONSTRAINT region_pk PRIMARY KEY (code)
);

-- The code is four characters with leading zero, as Danish registers key it (0101, never 101).
CREATE TABLE municipality (
  code          text   NOT NULL,
  name          text   NOT NULL,
  genitive_name text   NOT NULL,
  aliases       text[] NOT NULL DEFAULT '{}',
  CONSTRAINT municipality_pk PRIMARY KEY (code),
  CONSTRAINT municipality_name_unique UNIQUE (name),
  CONSTRAINT municipality_code_shape CHECK (code ~ '^[0-9]{4}$')
);

CREATE TABLE municipality_region (
  municipality_code text      NOT NULL,
  region_code       text      NOT NULL,
  valid             daterange NOT NULL,
  CONSTRAINT municipality_region_pk PRIMARY KEY (municipality_code, valid),
  CONSTRAINT municipality_region_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code),
  CONSTRAINT municipality_region_region_fk FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT municipality_region_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT municipality_region_no_overlap EXCLUDE USING gist (municipality_code WITH =, valid WITH &&)
);

-- The coordinate is the middle of the postal district, good to a few kilometres: enough for "within 20 km".
CREATE TABLE postal_code (
  code text NOT NULL,
  town text NOT NULL,
  lat  double precision,
  lon  double precision,
  CONSTRAINT postal_code_pk PRIMARY KEY (code),
  CONSTRAINT postal_code_shape CHECK (code ~ '^[0-9]{4}$'),
  CONSTRAINT postal_code_coordinate CHECK (
    (lat IS NULL AND lon IS NULL) OR (lat BETWEEN 54 AND 58 AND lon BETWEEN 7 AND 16)
  )
);

-- Many to many: a postal district may cross a municipal border, so a municipality is chosen, never derived.
CREATE TABLE postal_code_municipality (
  postal_code       text NOT NULL,
  municipality_code text NOT NULL,
  CONSTRAINT postal_code_municipality_pk PRIMARY KEY (postal_code, municipality_code),
  CONSTRAINT postal_code_municipality_postal_code_fk FOREIGN KEY (postal_code) REFERENCES postal_code (code),
  CONSTRAINT postal_code_municipality_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (code)
);
CREATE INDEX postal_code_municipality_by_municipality ON postal_code_municipality (municipality_code);

-- DB07 and DB25 use the same letters and some of the same numbers for different things:
-- a sector code means nothing without its scheme.
CREATE TABLE sector_scheme (
  code    text      NOT NULL,
  name_da text      NOT NULL,
  name_en text      NOT NULL,
  valid   daterange NOT NULL,
  CONSTRAINT sector_scheme_pk PRIMARY KEY (code)
);

-- Codes as the company register keeps them: without dots (section 'F', division '41', group '410', class '4100').
CREATE TABLE sector_code (
  scheme      text NOT NULL,
  code        text NOT NULL,
  level       text NOT NULL,
  parent_code text,
  name_da     text NOT NULL,
  name_en     text NOT NULL,
  CONSTRAINT sector_code_pk PRIMARY KEY (scheme, code),
  CONSTRAINT sector_code_scheme_fk FOREIGN KEY (scheme) REFERENCES sector_scheme (code),
  CONSTRAINT sector_code_parent_fk FOREIGN KEY (scheme, parent_code) REFERENCES sector_code (scheme, code),
  CONSTRAINT sector_code_level_known CHECK (level IN ('section', 'division', 'group', 'class')),
  CONSTRAINT sector_code_section_is_top CHECK ((level = 'section') = (parent_code IS NULL))
);
CREATE INDEX sector_code_by_parent ON sector_code (scheme, parent_code);

-- The friendly sectors an organisation starts with; its own copy is its own to edit.
CREATE TABLE sector_template (
  key      text    NOT NULL,
  position integer NOT NULL,
  name_da  text    NOT NULL,
  name_en  text    NOT NULL,
  CONSTRAINT sector_template_pk PRIMARY KEY (key),
  CONSTRAINT sector_template_position_unique UNIQUE (position)
);

CREATE TABLE sector_template_division (
  key           text NOT NULL,
  scheme        text NOT NULL,
  division_code text NOT NULL,
  CONSTRAINT sector_template_division_pk PRIMARY KEY (scheme, division_code),
  CONSTRAINT sector_template_division_key_fk FOREIGN KEY (key) REFERENCES sector_template (key),
  CONSTRAINT sector_template_division_code_fk FOREIGN KEY (scheme, division_code) REFERENCES sector_code (scheme, code)
);
CREATE INDEX sector_template_division_by_key ON sector_template_division (key);

CREATE TABLE target_group (
  code    text      NOT NULL,
  name_da text      NOT NULL,
  name_en text      NOT NULL,
  law     text      NOT NULL,
  valid   daterange NOT NULL,
  CONSTRAINT target_group_pk PRIMARY KEY (code, valid),
  CONSTRAINT target_group_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT target_group_no_overlap EXCLUDE USING gist (code WITH =, valid WITH &&)
);

CREATE TABLE measure_type (
  code    text      NOT NULL,
  name_da text      NOT NULL,
  name_en text      NOT NULL,
  law     text      NOT NULL,
  valid   daterange NOT NULL,
  CONSTRAINT measure_type_pk PRIMARY KEY (code, valid),
  CONSTRAINT measure_type_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT measure_type_no_overlap EXCLUDE USING gist (code WITH =, valid WITH &&)
);

-- Which edition of the reference data is in the database: a start that finds its own edition here loads nothing.
CREATE TABLE reference_load (
  version   text        NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT reference_load_pk PRIMARY KEY (version)
);
