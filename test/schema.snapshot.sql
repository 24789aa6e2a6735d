extension btree_gin
extension btree_gist
extension pg_trgm

table agreement -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  model text not null
  title text not null
  company_id uuid
  cluster_id uuid
  contact_user_id uuid
  starts_on date not null
  ends_on date
  terms text
  call_notice_days integer
  answer_days integer
  refill boolean not null
  slot_pooling text
  coordinator_user_id uuid
  coordinator_mentor_id uuid
  born_of_reservation_id uuid
  activated_at timestamp with time zone
  activated_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  end_reason text
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint agreement_pk PRIMARY KEY (organisation_id, id)
  constraint agreement_born_of_reservation_fk FOREIGN KEY (organisation_id, born_of_reservation_id) REFERENCES reservation(organisation_id, id)
  constraint agreement_cluster_fk FOREIGN KEY (organisation_id, cluster_id) REFERENCES cluster(organisation_id, id)
  constraint agreement_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint agreement_contact_fk FOREIGN KEY (organisation_id, contact_user_id) REFERENCES app_user(organisation_id, id)
  constraint agreement_coordinator_mentor_fk FOREIGN KEY (organisation_id, coordinator_mentor_id) REFERENCES mentor(organisation_id, id)
  constraint agreement_coordinator_user_fk FOREIGN KEY (organisation_id, coordinator_user_id) REFERENCES app_user(organisation_id, id)
  constraint agreement_cluster_active_has_coordinator CHECK (((model <> 'cluster'::text) OR (activated_at IS NULL) OR (coordinator_user_id IS NOT NULL) OR (coordinator_mentor_id IS NOT NULL)))
  constraint agreement_contact_in_match CHECK (((model <> 'match_driven'::text) OR (contact_user_id IS NOT NULL)))
  constraint agreement_coordinator_only_cluster CHECK (((model = 'cluster'::text) OR ((coordinator_user_id IS NULL) AND (coordinator_mentor_id IS NULL))))
  constraint agreement_date_order CHECK ((ends_on > starts_on))
  constraint agreement_end_after_activation CHECK (((ended_at IS NULL) OR (end_reason IS NOT NULL)))
  constraint agreement_match_only_with_match CHECK (((model <> 'match_driven'::text) OR (born_of_reservation_id IS NOT NULL)))
  constraint agreement_model CHECK ((model = ANY (ARRAY['fixed_slots'::text, 'standing'::text, 'match_driven'::text, 'cluster'::text])))
  constraint agreement_no_refill_after_match CHECK ((NOT (refill AND (model = ANY (ARRAY['match_driven'::text, 'standing'::text])))))
  constraint agreement_one_coordinator CHECK (((coordinator_user_id IS NULL) OR (coordinator_mentor_id IS NULL)))
  constraint agreement_party CHECK ((((model = 'cluster'::text) = (cluster_id IS NOT NULL)) AND ((model = 'cluster'::text) = (company_id IS NULL))))
  constraint agreement_pooling CHECK ((((model = 'cluster'::text) = (slot_pooling IS NOT NULL)) AND (slot_pooling = ANY (ARRAY['pooled'::text, 'per_workplace'::text]))))
  constraint agreement_terms_length CHECK ((length(terms) <= 4000))
  constraint agreement_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE UNIQUE INDEX agreement_born_once using btree (organisation_id, born_of_reservation_id) WHERE (born_of_reservation_id IS NOT NULL)
  CREATE INDEX agreement_by_cluster using btree (organisation_id, cluster_id)
  CREATE INDEX agreement_by_company using btree (organisation_id, company_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_agreement_changed AFTER UPDATE OF activated_at, starts_on, ends_on ON public.agreement FOR EACH ROW EXECUTE FUNCTION capacity_agreement_changed()
  grant delete, insert, select, update

table agreement_mentor -- row-level security enabled and forced
  organisation_id uuid not null
  agreement_id uuid not null
  mentor_id uuid not null
  constraint agreement_mentor_pk PRIMARY KEY (organisation_id, agreement_id, mentor_id)
  constraint agreement_mentor_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint agreement_mentor_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table agreement_workplace -- row-level security enabled and forced
  organisation_id uuid not null
  agreement_id uuid not null
  workplace_id uuid not null
  slot_cap integer
  constraint agreement_workplace_pk PRIMARY KEY (organisation_id, agreement_id, workplace_id)
  constraint agreement_workplace_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint agreement_workplace_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint agreement_workplace_cap_range CHECK (((slot_cap >= 1) AND (slot_cap <= 100)))
  CREATE INDEX agreement_workplace_by_workplace using btree (organisation_id, workplace_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table app_user -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  email text not null
  name text not null
  phone text
  team_id uuid
  language text not null default 'da'::text
  password_hash text
  persona text
  created_at timestamp with time zone not null
  disabled_at timestamp with time zone
  disabled_by uuid
  version integer not null default 1
  constraint app_user_pk PRIMARY KEY (organisation_id, id)
  constraint app_user_email_once UNIQUE (organisation_id, email)
  constraint app_user_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint app_user_team_fk FOREIGN KEY (organisation_id, team_id) REFERENCES team(organisation_id, id)
  constraint app_user_email_shape CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text) AND (length(email) <= 254)))
  constraint app_user_language CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
  constraint app_user_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CREATE INDEX app_user_by_email using btree (email)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (email = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table capacity_change -- row-level security enabled and forced
  organisation_id uuid not null
  transaction xid8 not null
  subject_id uuid
  sector_id uuid
  municipality_code text
  at timestamp with time zone not null
  constraint capacity_change_once UNIQUE NULLS NOT DISTINCT (organisation_id, transaction, subject_id, sector_id, municipality_code)
  constraint capacity_change_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CREATE INDEX capacity_change_age using btree (organisation_id, at)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table cluster -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  name text not null
  kind text not null
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint cluster_pk PRIMARY KEY (organisation_id, id)
  constraint cluster_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint cluster_kind CHECK ((kind = ANY (ARRAY['geographic'::text, 'administrative'::text])))
  constraint cluster_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table company -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  cvr text
  name text not null
  name_key text not null
  responsible_user_id uuid
  advertising_protected boolean not null default false
  note text
  import_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  search_text text not null default ''::text
  constraint company_pk PRIMARY KEY (organisation_id, id)
  constraint company_cvr_once UNIQUE (organisation_id, cvr)
  constraint company_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint company_responsible_fk FOREIGN KEY (organisation_id, responsible_user_id) REFERENCES app_user(organisation_id, id)
  constraint company_cvr_shape CHECK ((cvr ~ '^[1-9][0-9]{7}$'::text))
  constraint company_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint company_note_length CHECK ((length(note) <= 4000))
  CREATE INDEX company_by_import using btree (organisation_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX company_by_name_key using btree (organisation_id, name_key)
  CREATE INDEX company_newest using btree (organisation_id, id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table company_knowledge -- row-level security enabled and forced
  organisation_id uuid not null
  company_id uuid not null
  user_id uuid not null
  source text not null
  import_id uuid
  since timestamp with time zone not null
  others_knew integer not null
  constraint company_knowledge_pk PRIMARY KEY (organisation_id, company_id, user_id)
  constraint company_knowledge_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint company_knowledge_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint company_knowledge_others CHECK ((others_knew >= 0))
  constraint company_knowledge_source CHECK ((source = ANY (ARRAY['import'::text, 'created'::text, 'shared'::text])))
  CREATE INDEX company_knowledge_by_import using btree (organisation_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX company_knowledge_by_user using btree (organisation_id, user_id, company_id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table consideration -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  name_da text not null
  name_en text not null
  position integer not null
  retired_on date
  version integer not null default 1
  constraint consideration_pk PRIMARY KEY (organisation_id, id)
  constraint consideration_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint consideration_name_length CHECK ((((length(name_da) >= 1) AND (length(name_da) <= 80)) AND ((length(name_en) >= 1) AND (length(name_en) <= 80))))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table contact_person -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  company_id uuid not null
  workplace_id uuid
  name text not null
  title text
  email text
  phone text
  preferred_contact text
  note text
  import_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint contact_person_pk PRIMARY KEY (organisation_id, id)
  constraint contact_person_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint contact_person_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint contact_person_email_length CHECK ((length(email) <= 254))
  constraint contact_person_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint contact_person_note_length CHECK ((length(note) <= 2000))
  constraint contact_person_phone_shape CHECK ((phone ~ '^\+?[0-9]{4,15}$'::text))
  constraint contact_person_preferred CHECK ((preferred_contact = ANY (ARRAY['phone'::text, 'email'::text, 'sms'::text, 'visit'::text])))
  CREATE INDEX contact_person_by_company using btree (organisation_id, company_id)
  CREATE INDEX contact_person_by_email using btree (organisation_id, email) WHERE (email IS NOT NULL)
  CREATE INDEX contact_person_by_import using btree (organisation_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX contact_person_by_phone using btree (organisation_id, phone) WHERE (phone IS NOT NULL)
  CREATE INDEX contact_person_by_workplace using btree (organisation_id, workplace_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table demo_mail -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  to_address text not null
  subject text not null
  text text not null
  html text not null
  created_at timestamp with time zone not null
  constraint demo_mail_pk PRIMARY KEY (organisation_id, id)
  constraint demo_mail_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table idempotency_key -- row-level security enabled and forced
  organisation_id uuid not null
  actor text not null
  operation text not null
  key text not null
  fingerprint text not null
  answer jsonb
  created_at timestamp with time zone not null
  constraint idempotency_key_pk PRIMARY KEY (organisation_id, actor, operation, key)
  constraint idempotency_key_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 255)))
  CREATE INDEX idempotency_key_age using btree (organisation_id, created_at)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table import_change -- row-level security enabled and forced
  organisation_id uuid not null
  import_id uuid not null
  id uuid not null
  kind text not null
  subject text not null
  subject_id uuid not null
  before jsonb not null
  after jsonb not null
  constraint import_change_pk PRIMARY KEY (organisation_id, import_id, id)
  constraint import_change_run_fk FOREIGN KEY (organisation_id, import_id) REFERENCES import_run(organisation_id, id)
  constraint import_change_kind CHECK ((kind = ANY (ARRAY['filled'::text, 'merged'::text])))
  constraint import_change_subject CHECK ((subject = ANY (ARRAY['company'::text, 'workplace'::text, 'contact'::text])))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table import_mapping -- row-level security enabled and forced
  organisation_id uuid not null
  user_id uuid not null
  fingerprint text not null
  columns jsonb not null
  updated_at timestamp with time zone not null
  constraint import_mapping_pk PRIMARY KEY (organisation_id, user_id, fingerprint)
  constraint import_mapping_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table import_row -- row-level security enabled and forced
  organisation_id uuid not null
  import_id uuid not null
  row_number integer not null
  cells jsonb
  verdict text not null
  reason text
  reason_column text
  warnings jsonb not null default '[]'::jsonb
  facts jsonb
  company_id uuid
  workplace_id uuid
  contact_id uuid
  candidates jsonb not null default '[]'::jsonb
  decision text
  constraint import_row_pk PRIMARY KEY (organisation_id, import_id, row_number)
  constraint import_row_run_fk FOREIGN KEY (organisation_id, import_id) REFERENCES import_run(organisation_id, id)
  constraint import_row_decision CHECK ((decision ~ '^(new|leave-out|same:[0-9])$'::text))
  constraint import_row_refused_has_reason CHECK (((verdict <> 'refused'::text) OR (reason IS NOT NULL)))
  constraint import_row_verdict CHECK ((verdict = ANY (ARRAY['new'::text, 'adds'::text, 'duplicate'::text, 'decision'::text, 'refused'::text])))
  CREATE INDEX import_row_by_company using btree (organisation_id, company_id) WHERE (company_id IS NOT NULL)
  CREATE INDEX import_row_by_verdict using btree (organisation_id, import_id, verdict, row_number)
  CREATE INDEX import_row_by_workplace using btree (organisation_id, workplace_id) WHERE (workplace_id IS NOT NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table import_run -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  user_id uuid not null
  file_name text not null
  dialect jsonb not null
  columns jsonb not null
  status text not null
  rows_total integer not null
  rows_done integer not null default 0
  counts jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  started_at timestamp with time zone
  finished_at timestamp with time zone
  undone_at timestamp with time zone
  undone_by uuid
  error_code text
  version integer not null default 1
  constraint import_run_pk PRIMARY KEY (organisation_id, id)
  constraint import_run_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint import_run_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint import_run_progress CHECK (((rows_done >= 0) AND (rows_done <= rows_total)))
  constraint import_run_status CHECK ((status = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text, 'failed'::text, 'undone'::text])))
  CREATE INDEX import_run_newest using btree (organisation_id, id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table journal_entry -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  actor_kind text not null
  actor_user_id uuid
  actor_name text
  action text not null
  subject_type text not null
  subject_id uuid not null
  company_id uuid
  workplace_id uuid
  before jsonb
  after jsonb
  constraint journal_entry_pk PRIMARY KEY (organisation_id, id)
  constraint journal_entry_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint journal_entry_actor_kind CHECK ((actor_kind = ANY (ARRAY['user'::text, 'mentor'::text, 'system'::text])))
  CREATE INDEX journal_entry_company using btree (organisation_id, company_id, id DESC) WHERE (company_id IS NOT NULL)
  CREATE INDEX journal_entry_subject using btree (organisation_id, subject_id, id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER journal_entry_is_append_only BEFORE DELETE OR UPDATE ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

table mail_sent -- row-level security enabled and forced
  organisation_id uuid not null
  dedup_key text not null
  sent_at timestamp with time zone not null
  constraint mail_sent_pk PRIMARY KEY (organisation_id, dedup_key)
  constraint mail_sent_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table measure_type
  code text not null
  name_da text not null
  name_en text not null
  law text not null
  valid daterange not null
  constraint measure_type_pk PRIMARY KEY (code, valid)
  constraint measure_type_valid_not_empty CHECK ((NOT isempty(valid)))
  constraint measure_type_no_overlap EXCLUDE USING gist (code WITH =, valid WITH &&)
  grant select

table mentor -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  workplace_id uuid not null
  name text not null
  email text
  phone text
  accepts integer not null default 1
  active_from date not null
  active_until date
  trained_on date
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint mentor_pk PRIMARY KEY (organisation_id, id)
  constraint mentor_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint mentor_accepts_range CHECK (((accepts >= 0) AND (accepts <= 20)))
  constraint mentor_active_order CHECK ((active_until > active_from))
  constraint mentor_email_length CHECK ((length(email) <= 254))
  constraint mentor_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint mentor_phone_shape CHECK ((phone ~ '^\+?[0-9]{4,15}$'::text))
  CREATE INDEX mentor_by_workplace using btree (organisation_id, workplace_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_mentor_changed AFTER INSERT OR UPDATE OF workplace_id, accepts, active_from, active_until ON public.mentor FOR EACH ROW EXECUTE FUNCTION capacity_mentor_changed()
  grant delete, insert, select, update

table mentor_link -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  reservation_id uuid not null
  mentor_id uuid
  email text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint mentor_link_pk PRIMARY KEY (organisation_id, token_hash)
  constraint mentor_link_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint mentor_link_reservation_fk FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation(organisation_id, id)
  CREATE INDEX mentor_link_by_reservation using btree (organisation_id, reservation_id)
  CREATE INDEX mentor_link_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table municipality
  code text not null
  name text not null
  genitive_name text not null
  aliases text[] not null default '{}'::text[]
  constraint municipality_pk PRIMARY KEY (code)
  constraint municipality_name_unique UNIQUE (name)
  constraint municipality_code_shape CHECK ((code ~ '^[0-9]{4}$'::text))
  grant select

table municipality_region
  municipality_code text not null
  region_code text not null
  valid daterange not null
  constraint municipality_region_pk PRIMARY KEY (municipality_code, valid)
  constraint municipality_region_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality(code)
  constraint municipality_region_region_fk FOREIGN KEY (region_code) REFERENCES region(code)
  constraint municipality_region_valid_not_empty CHECK ((NOT isempty(valid)))
  constraint municipality_region_no_overlap EXCLUDE USING gist (municipality_code WITH =, valid WITH &&)
  grant select

table opening -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  workplace_id uuid not null
  slot_id uuid
  model text
  kind text not null default 'placement'::text
  tasks text not null
  places integer not null
  taken integer not null default 0
  minutes_per_week integer not null
  path_to_hours text
  consideration_ids uuid[] not null default '{}'::uuid[]
  mentor_id uuid
  free_from date not null
  free_until date
  expires_on date
  shared_by uuid
  published_at timestamp with time zone
  held_by uuid
  held_until timestamp with time zone
  hold_reason text
  hold_extensions integer not null default 0
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawn_reason text
  sector_id uuid
  municipality_code text
  lat double precision
  lon double precision
  search_text text not null default ''::text
  created_at timestamp with time zone not null
  version integer not null default 1
  in_pool boolean generated (((published_at IS NOT NULL) AND (withdrawn_at IS NULL)))
  constraint opening_pk PRIMARY KEY (organisation_id, id)
  constraint opening_slot_once UNIQUE (organisation_id, slot_id)
  constraint opening_held_by_fk FOREIGN KEY (organisation_id, held_by) REFERENCES app_user(organisation_id, id)
  constraint opening_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint opening_sector_fk FOREIGN KEY (organisation_id, sector_id) REFERENCES sector(organisation_id, id)
  constraint opening_shared_by_fk FOREIGN KEY (organisation_id, shared_by) REFERENCES app_user(organisation_id, id)
  constraint opening_slot_fk FOREIGN KEY (organisation_id, slot_id) REFERENCES slot(organisation_id, id)
  constraint opening_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint opening_free_order CHECK ((free_until > free_from))
  constraint opening_hold_complete CHECK (((held_by IS NULL) = (held_until IS NULL)))
  constraint opening_hold_extensions_max CHECK (((hold_extensions >= 0) AND (hold_extensions <= 2)))
  constraint opening_hold_is_unpublished CHECK (((held_by IS NULL) OR (published_at IS NULL)))
  constraint opening_kind CHECK ((kind = ANY (ARRAY['placement'::text, 'ordinary_hours'::text, 'job'::text])))
  constraint opening_minutes_range CHECK (((minutes_per_week >= 30) AND (minutes_per_week <= 2220)))
  constraint opening_model CHECK ((model = ANY (ARRAY['fixed_slots'::text, 'standing'::text, 'cluster'::text])))
  constraint opening_places_range CHECK (((places >= 1) AND (places <= 99)))
  constraint opening_shared_has_person CHECK (((slot_id IS NOT NULL) OR (shared_by IS NOT NULL)))
  constraint opening_slot_has_model CHECK (((slot_id IS NULL) = (model IS NULL)))
  constraint opening_slot_is_one_place CHECK (((slot_id IS NULL) OR (places = 1)))
  constraint opening_taken_within_places CHECK (((taken >= 0) AND (taken <= places)))
  constraint opening_tasks_length CHECK (((length(tasks) >= 1) AND (length(tasks) <= 1000)))
  CREATE INDEX opening_by_municipality using btree (organisation_id, municipality_code, published_at DESC, id DESC) WHERE in_pool
  CREATE INDEX opening_by_place using btree (organisation_id, sector_id, municipality_code, published_at DESC, id DESC) WHERE in_pool
  CREATE INDEX opening_by_sharer using btree (organisation_id, shared_by, created_at DESC) WHERE (shared_by IS NOT NULL)
  CREATE INDEX opening_by_workplace using btree (organisation_id, workplace_id, created_at DESC)
  CREATE INDEX opening_held using btree (organisation_id, held_until) WHERE (held_until IS NOT NULL)
  CREATE INDEX opening_newest using btree (organisation_id, published_at DESC, id DESC) WHERE in_pool
  CREATE INDEX opening_shared using btree (organisation_id, sector_id, municipality_code) INCLUDE (places, taken, free_from, expires_on) WHERE (in_pool AND (slot_id IS NULL))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_opening_added AFTER INSERT ON public.opening FOR EACH ROW WHEN ((new.slot_id IS NULL)) EXECUTE FUNCTION capacity_place_changed()
  CREATE TRIGGER capacity_opening_changed AFTER UPDATE ON public.opening FOR EACH ROW WHEN (((new.slot_id IS NULL) AND ((((((((old.places IS DISTINCT FROM new.places) OR (old.taken IS DISTINCT FROM new.taken)) OR (old.free_from IS DISTINCT FROM new.free_from)) OR (old.free_until IS DISTINCT FROM new.free_until)) OR (old.expires_on IS DISTINCT FROM new.expires_on)) OR (old.in_pool IS DISTINCT FROM new.in_pool)) OR (old.sector_id IS DISTINCT FROM new.sector_id)) OR (old.municipality_code IS DISTINCT FROM new.municipality_code)))) EXECUTE FUNCTION capacity_place_changed()
  CREATE TRIGGER opening_within_workplace BEFORE INSERT OR UPDATE OF workplace_id, free_from, free_until, expires_on ON public.opening FOR EACH ROW WHEN (((new.slot_id IS NULL) AND (new.withdrawn_at IS NULL))) EXECUTE FUNCTION opening_within_workplace()
  grant delete, insert, select, update

table organisation -- row-level security enabled and forced
  organisation_id uuid not null
  name text not null
  label text not null default 'Jobcenter'::text
  version integer not null default 1
  created_at timestamp with time zone not null
  hold_hours integer not null default 48
  reservation_working_days integer not null default 3
  refill_lead_days integer not null default 21
  queue_days integer not null default 30
  mentor_training_gates_start boolean not null default false
  contact_email text
  contact_phone text
  constraint organisation_pk PRIMARY KEY (organisation_id)
  constraint organisation_hold_hours_range CHECK (((hold_hours >= 1) AND (hold_hours <= 336)))
  constraint organisation_label_length CHECK (((length(label) >= 1) AND (length(label) <= 60)))
  constraint organisation_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint organisation_queue_days_range CHECK (((queue_days >= 1) AND (queue_days <= 180)))
  constraint organisation_refill_lead_range CHECK (((refill_lead_days >= 0) AND (refill_lead_days <= 182)))
  constraint organisation_reservation_days_range CHECK (((reservation_working_days >= 1) AND (reservation_working_days <= 30)))
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR app_is_system())
    with check ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR app_is_system())
  grant delete, insert, select, update

table organisation_municipality -- row-level security enabled and forced
  organisation_id uuid not null
  municipality_code text not null
  constraint organisation_municipality_pk PRIMARY KEY (organisation_id, municipality_code)
  constraint organisation_municipality_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table outbox -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  topic text not null
  subject_id uuid not null
  payload jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  due_at timestamp with time zone not null
  sent_at timestamp with time zone
  attempts integer not null default 0
  last_error text
  constraint outbox_pk PRIMARY KEY (organisation_id, id)
  constraint outbox_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CREATE INDEX outbox_due using btree (due_at) WHERE (sent_at IS NULL)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR app_is_system())
    with check ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR app_is_system())
  grant delete, insert, select, update

table password_link -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  user_id uuid not null
  purpose text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint password_link_pk PRIMARY KEY (organisation_id, token_hash)
  constraint password_link_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id) ON DELETE CASCADE
  constraint password_link_purpose CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text])))
  CREATE INDEX password_link_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table placement -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  slot_id uuid
  opening_id uuid
  reservation_id uuid
  workplace_id uuid not null
  mentor_id uuid
  citizen_ref text not null
  measure_type_code text not null
  minutes_per_week integer not null
  period daterange not null
  starts_on date generated (lower(period))
  ends_on date generated (upper(period))
  planned_end date not null
  stopped_at timestamp with time zone
  stopped_by uuid
  stop_reason text
  cancelled_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint placement_pk PRIMARY KEY (organisation_id, id)
  constraint placement_once_per_reservation UNIQUE (organisation_id, reservation_id)
  constraint placement_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint placement_opening_fk FOREIGN KEY (organisation_id, opening_id) REFERENCES opening(organisation_id, id)
  constraint placement_reservation_fk FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation(organisation_id, id)
  constraint placement_slot_fk FOREIGN KEY (organisation_id, slot_id) REFERENCES slot(organisation_id, id)
  constraint placement_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint placement_citizen_ref_shape CHECK (((length(citizen_ref) >= 1) AND (length(citizen_ref) <= 40)))
  constraint placement_minutes_range CHECK (((minutes_per_week >= 30) AND (minutes_per_week <= 2220)))
  constraint placement_period_shape CHECK (((NOT isempty(period)) AND lower_inc(period) AND (NOT upper_inc(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
  constraint placement_stop_has_reason CHECK (((stopped_at IS NULL) = (stop_reason IS NULL)))
  constraint placement_no_overlap EXCLUDE USING gist (organisation_id WITH =, slot_id WITH =, period WITH &&) WHERE ((cancelled_at IS NULL))
  CREATE INDEX placement_by_slot_end using btree (organisation_id, slot_id, ends_on) INCLUDE (starts_on) WHERE (cancelled_at IS NULL)
  CREATE INDEX placement_by_workplace using btree (organisation_id, workplace_id, ends_on) INCLUDE (starts_on) WHERE (cancelled_at IS NULL)
  CREATE INDEX placement_ending using btree (organisation_id, ends_on) INCLUDE (starts_on, slot_id, workplace_id) WHERE (cancelled_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_placement_changed AFTER INSERT OR UPDATE OF period, cancelled_at, slot_id, workplace_id ON public.placement FOR EACH ROW EXECUTE FUNCTION capacity_claim_changed()
  grant delete, insert, select, update

table postal_code
  code text not null
  town text not null
  lat double precision
  lon double precision
  constraint postal_code_pk PRIMARY KEY (code)
  constraint postal_code_coordinate CHECK ((((lat IS NULL) AND (lon IS NULL)) OR (((lat >= (54)::double precision) AND (lat <= (58)::double precision)) AND ((lon >= (7)::double precision) AND (lon <= (16)::double precision)))))
  constraint postal_code_shape CHECK ((code ~ '^[0-9]{4}$'::text))
  grant select

table postal_code_municipality
  postal_code text not null
  municipality_code text not null
  constraint postal_code_municipality_pk PRIMARY KEY (postal_code, municipality_code)
  constraint postal_code_municipality_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality(code)
  constraint postal_code_municipality_postal_code_fk FOREIGN KEY (postal_code) REFERENCES postal_code(code)
  CREATE INDEX postal_code_municipality_by_municipality using btree (municipality_code)
  grant select

table reference_load
  version text not null
  loaded_at timestamp with time zone not null default now()
  constraint reference_load_pk PRIMARY KEY (version)
  grant select

table region
  code text not null
  name_da text not null
  name_en text not null
  constraint region_pk PRIMARY KEY (code)
  grant select

table reservation -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  opening_id uuid not null
  workplace_id uuid not null
  slot_id uuid
  citizen_ref text not null
  target_group_code text not null
  reason text not null
  from_date date not null
  until_date date not null
  minutes_per_week integer not null
  measure_type_code text not null
  seat integer
  reserved_by uuid not null
  created_at timestamp with time zone not null
  first_at timestamp with time zone
  expires_at timestamp with time zone not null
  callback_at timestamp with time zone
  accepted_at timestamp with time zone
  declined_at timestamp with time zone
  decline_reason text
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  expired_at timestamp with time zone
  version integer not null default 1
  ended_at timestamp with time zone generated (COALESCE(accepted_at, declined_at, withdrawn_at, expired_at))
  constraint reservation_pk PRIMARY KEY (organisation_id, id)
  constraint reservation_opening_fk FOREIGN KEY (organisation_id, opening_id) REFERENCES opening(organisation_id, id)
  constraint reservation_slot_fk FOREIGN KEY (organisation_id, slot_id) REFERENCES slot(organisation_id, id)
  constraint reservation_user_fk FOREIGN KEY (organisation_id, reserved_by) REFERENCES app_user(organisation_id, id)
  constraint reservation_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint reservation_citizen_ref_shape CHECK (((length(citizen_ref) >= 1) AND (length(citizen_ref) <= 40)))
  constraint reservation_date_order CHECK ((until_date > from_date))
  constraint reservation_decline_has_reason CHECK (((declined_at IS NULL) = (decline_reason IS NULL)))
  constraint reservation_first_has_seat CHECK (((seat IS NULL) = (first_at IS NULL)))
  constraint reservation_minutes_range CHECK (((minutes_per_week >= 30) AND (minutes_per_week <= 2220)))
  constraint reservation_one_end CHECK ((num_nonnulls(accepted_at, declined_at, withdrawn_at, expired_at) <= 1))
  constraint reservation_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint reservation_seat_range CHECK (((seat >= 1) AND (seat <= 99)))
  CREATE INDEX reservation_by_user using btree (organisation_id, reserved_by, created_at DESC)
  CREATE UNIQUE INDEX reservation_citizen_once using btree (organisation_id, opening_id, citizen_ref) WHERE (ended_at IS NULL)
  CREATE INDEX reservation_expiring using btree (organisation_id, expires_at) WHERE (ended_at IS NULL)
  CREATE INDEX reservation_live_by_slot using btree (organisation_id, slot_id) INCLUDE (from_date, until_date) WHERE ((ended_at IS NULL) AND (seat IS NOT NULL))
  CREATE UNIQUE INDEX reservation_one_first using btree (organisation_id, opening_id, seat) WHERE ((ended_at IS NULL) AND (seat IS NOT NULL))
  CREATE INDEX reservation_queue using btree (organisation_id, opening_id, created_at, id) WHERE (ended_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_reservation_changed AFTER INSERT OR UPDATE OF seat, until_date, accepted_at, declined_at, withdrawn_at, expired_at ON public.reservation FOR EACH ROW WHEN ((new.slot_id IS NOT NULL)) EXECUTE FUNCTION capacity_claim_changed()
  grant delete, insert, select, update

table saved_view -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  user_id uuid not null
  name text not null
  query text not null
  created_at timestamp with time zone not null
  constraint saved_view_pk PRIMARY KEY (organisation_id, id)
  constraint saved_view_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint saved_view_name_length CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint saved_view_query_length CHECK (((length(query) >= 1) AND (length(query) <= 2000)))
  CREATE UNIQUE INDEX saved_view_name_once using btree (organisation_id, user_id, lower(name))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table search_word -- row-level security enabled and forced
  organisation_id uuid not null
  word text not null
  constraint search_word_pk PRIMARY KEY (organisation_id, word)
  constraint search_word_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint search_word_length CHECK (((length(word) >= 3) AND (length(word) <= 40)))
  CREATE INDEX search_word_alike using gin (organisation_id, word gin_trgm_ops)
  policy found_by_function to indgang_owner for r using true
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table sector -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  key text not null
  name_da text not null
  name_en text not null
  position integer not null
  version integer not null default 1
  constraint sector_pk PRIMARY KEY (organisation_id, id)
  constraint sector_key_once UNIQUE (organisation_id, key)
  constraint sector_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint sector_name_length CHECK ((((length(name_da) >= 1) AND (length(name_da) <= 80)) AND ((length(name_en) >= 1) AND (length(name_en) <= 80))))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table sector_code
  scheme text not null
  code text not null
  level text not null
  parent_code text
  name_da text not null
  name_en text not null
  constraint sector_code_pk PRIMARY KEY (scheme, code)
  constraint sector_code_parent_fk FOREIGN KEY (scheme, parent_code) REFERENCES sector_code(scheme, code)
  constraint sector_code_scheme_fk FOREIGN KEY (scheme) REFERENCES sector_scheme(code)
  constraint sector_code_level_known CHECK ((level = ANY (ARRAY['section'::text, 'division'::text, 'group'::text, 'class'::text])))
  constraint sector_code_section_is_top CHECK (((level = 'section'::text) = (parent_code IS NULL)))
  CREATE INDEX sector_code_by_parent using btree (scheme, parent_code)
  grant select

table sector_division -- row-level security enabled and forced
  organisation_id uuid not null
  scheme text not null
  division_code text not null
  sector_id uuid not null
  constraint sector_division_pk PRIMARY KEY (organisation_id, scheme, division_code)
  constraint sector_division_sector_fk FOREIGN KEY (organisation_id, sector_id) REFERENCES sector(organisation_id, id)
  constraint sector_division_shape CHECK ((division_code ~ '^[0-9]{2}$'::text))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table sector_scheme
  code text not null
  name_da text not null
  name_en text not null
  valid daterange not null
  constraint sector_scheme_pk PRIMARY KEY (code)
  grant select

table sector_template
  key text not null
  position integer not null
  name_da text not null
  name_en text not null
  constraint sector_template_pk PRIMARY KEY (key)
  constraint sector_template_position_unique UNIQUE ("position") DEFERRABLE
  grant select

table sector_template_division
  key text not null
  scheme text not null
  division_code text not null
  constraint sector_template_division_pk PRIMARY KEY (scheme, division_code)
  constraint sector_template_division_code_fk FOREIGN KEY (scheme, division_code) REFERENCES sector_code(scheme, code)
  constraint sector_template_division_key_fk FOREIGN KEY (key) REFERENCES sector_template(key)
  CREATE INDEX sector_template_division_by_key using btree (key)
  grant select

table session -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  user_id uuid not null
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint session_pk PRIMARY KEY (organisation_id, token_hash)
  constraint session_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id) ON DELETE CASCADE
  CREATE INDEX session_by_token using btree (token_hash)
  CREATE INDEX session_by_user using btree (organisation_id, user_id)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table sign_in_attempt
  key_hash text not null
  window_ends timestamp with time zone not null
  tries integer not null
  constraint sign_in_attempt_pk PRIMARY KEY (key_hash, window_ends)
  constraint sign_in_attempt_tries_range CHECK ((tries >= 0))
  CREATE INDEX sign_in_attempt_past using btree (window_ends)
  grant delete, insert, select, update

table slot -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  agreement_id uuid not null
  workplace_id uuid not null
  model text not null
  number integer not null
  tasks text not null
  minutes_per_week integer not null
  consideration_ids uuid[] not null default '{}'::uuid[]
  path_to_hours text not null
  sector_id uuid
  municipality_code text
  starts_on date not null
  ends_on date
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint slot_pk PRIMARY KEY (organisation_id, id)
  constraint slot_number_once UNIQUE (organisation_id, agreement_id, number)
  constraint slot_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint slot_agreement_workplace_fk FOREIGN KEY (organisation_id, agreement_id, workplace_id) REFERENCES agreement_workplace(organisation_id, agreement_id, workplace_id)
  constraint slot_sector_fk FOREIGN KEY (organisation_id, sector_id) REFERENCES sector(organisation_id, id)
  constraint slot_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint slot_date_order CHECK ((ends_on >= starts_on))
  constraint slot_minutes_range CHECK (((minutes_per_week >= 30) AND (minutes_per_week <= 2220)))
  constraint slot_model CHECK ((model = ANY (ARRAY['fixed_slots'::text, 'standing'::text, 'cluster'::text])))
  constraint slot_path_length CHECK (((length(path_to_hours) >= 1) AND (length(path_to_hours) <= 1000)))
  constraint slot_tasks_length CHECK (((length(tasks) >= 1) AND (length(tasks) <= 1000)))
  CREATE INDEX slot_by_workplace using btree (organisation_id, workplace_id)
  CREATE INDEX slot_for_board using btree (organisation_id, sector_id, municipality_code, model) INCLUDE (starts_on, ends_on)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_slot_changed AFTER INSERT OR DELETE OR UPDATE OF workplace_id, model, sector_id, municipality_code, starts_on, ends_on ON public.slot FOR EACH ROW EXECUTE FUNCTION capacity_place_changed()
  CREATE TRIGGER slot_within_workplace BEFORE INSERT OR UPDATE OF workplace_id, starts_on, ends_on ON public.slot FOR EACH ROW EXECUTE FUNCTION slot_within_workplace()
  grant delete, insert, select, update

table target_group
  code text not null
  name_da text not null
  name_en text not null
  law text not null
  valid daterange not null
  constraint target_group_pk PRIMARY KEY (code, valid)
  constraint target_group_valid_not_empty CHECK ((NOT isempty(valid)))
  constraint target_group_no_overlap EXCLUDE USING gist (code WITH =, valid WITH &&)
  grant select

table team -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  name text not null
  target_group_code text
  created_at timestamp with time zone not null
  version integer not null default 1
  constraint team_pk PRIMARY KEY (organisation_id, id)
  constraint team_name_once UNIQUE (organisation_id, name)
  constraint team_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint team_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table user_role -- row-level security enabled and forced
  organisation_id uuid not null
  user_id uuid not null
  role text not null
  constraint user_role_pk PRIMARY KEY (organisation_id, user_id, role)
  constraint user_role_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id) ON DELETE CASCADE
  constraint user_role_known CHECK ((role = ANY (ARRAY['consultant'::text, 'caseworker'::text, 'manager'::text, 'administrator'::text])))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table workplace -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  company_id uuid not null
  p_number text
  name text not null
  street text
  street_key text
  postal_code text
  town text
  municipality_code text
  lat double precision
  lon double precision
  sector_scheme text
  sector_code text
  sector_id uuid
  employees_fte numeric(8,1)
  employees_on date
  note text
  import_id uuid
  closed_on date
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  search_text text not null default ''::text
  constraint workplace_pk PRIMARY KEY (organisation_id, id)
  constraint workplace_p_number_once UNIQUE (organisation_id, p_number)
  constraint workplace_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint workplace_sector_fk FOREIGN KEY (organisation_id, sector_id) REFERENCES sector(organisation_id, id)
  constraint workplace_employees_range CHECK (((employees_fte >= (0)::numeric) AND (employees_fte <= (1000000)::numeric)))
  constraint workplace_municipality_shape CHECK ((municipality_code ~ '^[0-9]{4}$'::text))
  constraint workplace_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint workplace_note_length CHECK ((length(note) <= 4000))
  constraint workplace_p_number_shape CHECK ((p_number ~ '^[0-9]{10}$'::text))
  constraint workplace_postal_code_shape CHECK ((postal_code ~ '^[0-9]{4}$'::text))
  constraint workplace_street_length CHECK ((length(street) <= 200))
  CREATE INDEX workplace_begins using btree (organisation_id, "left"(search_text, 60) text_pattern_ops)
  CREATE INDEX workplace_by_address using btree (organisation_id, postal_code, street_key)
  CREATE INDEX workplace_by_company using btree (organisation_id, company_id)
  CREATE INDEX workplace_by_import using btree (organisation_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX workplace_by_sector using btree (organisation_id, sector_id, municipality_code)
  CREATE INDEX workplace_search using gin (organisation_id, search_text gin_trgm_ops)
  policy found_by_function to indgang_owner for r using true
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_workplace_changed AFTER UPDATE OF sector_id, municipality_code, closed_on ON public.workplace FOR EACH ROW WHEN ((((old.sector_id IS DISTINCT FROM new.sector_id) OR (old.municipality_code IS DISTINCT FROM new.municipality_code)) OR (old.closed_on IS DISTINCT FROM new.closed_on))) EXECUTE FUNCTION capacity_place_changed()
  CREATE TRIGGER workplace_carries AFTER UPDATE OF sector_id, municipality_code, lat, lon, search_text ON public.workplace FOR EACH ROW WHEN ((((((old.sector_id IS DISTINCT FROM new.sector_id) OR (old.municipality_code IS DISTINCT FROM new.municipality_code)) OR (old.lat IS DISTINCT FROM new.lat)) OR (old.lon IS DISTINCT FROM new.lon)) OR (old.search_text IS DISTINCT FROM new.search_text))) EXECUTE FUNCTION workplace_carries()
  grant delete, insert, select, update

CREATE OR REPLACE FUNCTION public.app_is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.system', true), '') = 'on' $function$


CREATE OR REPLACE FUNCTION public.app_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.organisation', true), '')::uuid $function$


CREATE OR REPLACE FUNCTION public.app_presented()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.presented', true), '') $function$


CREATE OR REPLACE FUNCTION public.capacity_agreement_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capacity_change(new.organisation_id, s.id, null, null)
     from slot s where s.organisation_id = new.organisation_id and s.agreement_id = new.id;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_claim_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.slot_id is not null then
    perform note_capacity_change(new.organisation_id, new.slot_id, null, null);
  end if;
  perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_mentor_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_place_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then
    perform note_capacity_change(old.organisation_id, old.id, old.sector_id, old.municipality_code);
  end if;
  if tg_op <> 'DELETE' then
    perform note_capacity_change(new.organisation_id, new.id, new.sector_id, new.municipality_code);
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.close_workplace(of_workplace uuid, on_day date, today date, by_user uuid, at timestamp with time zone, why text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
AS $function$
begin
  update slot s set ends_on = greatest(s.starts_on, on_day), version = s.version + 1
   where s.organisation_id = app_organisation() and s.workplace_id = of_workplace
     and (s.ends_on is null or s.ends_on > greatest(s.starts_on, on_day));
  perform refresh_slot_opening(array(select s.id from slot s where s.organisation_id = app_organisation() and s.workplace_id = of_workplace), today, at);
  return query
    update opening o
       set withdrawn_at = at, withdrawn_by = by_user, withdrawn_reason = why, held_by = null, held_until = null, version = o.version + 1
     where o.organisation_id = app_organisation() and o.workplace_id = of_workplace and o.slot_id is null and o.withdrawn_at is null
       and on_day <= greatest(o.free_from, today)
    returning o.id;
  update opening o set free_until = null, version = o.version + 1
   where o.organisation_id = app_organisation() and o.workplace_id = of_workplace and o.slot_id is null and o.withdrawn_at is null;
end $function$


CREATE OR REPLACE FUNCTION public.find_workplaces(typed text, at_most integer)
 RETURNS TABLE(workplace_id uuid, rank integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  wanted text := btrim(regexp_replace(translate(fold_danish(left(typed, 200)), '%_\', '   '), '\s+', ' ', 'g'));
  words text[] := (string_to_array(wanted, ' '))[1:6];
  search constant text := 'select array(select w.id from workplace w where w.organisation_id = app_organisation() and w.id <> all ($1) and %s limit $2)';
  hits uuid[] := '{}';
  more uuid[];
  condition text;
begin
  if wanted = '' then return; end if;
  execute format(search, format('left(w.search_text, 60) like %L order by left(w.search_text, 60) using ~<~, w.id', left(wanted, 60) || '%'))
    into hits using hits, at_most;
  -- A trigram index knows no words of one or two letters.
  if cardinality(hits) < at_most and (select max(length(word)) from unnest(words) word) > 2 then
    execute format(search, (select string_agg(format('w.search_text like %L', '%' || word || '%'), ' and ') from unnest(words) word))
      into more using hits, at_most - cardinality(hits);
    hits := hits || more;
    if hits = '{}' then
      for condition in select * from meant_conditions(words) loop
        execute format(search, condition) into more using hits, 60;
        hits := hits || more;
        exit when hits <> '{}';
      end loop;
      hits := array(select w.id from workplace w where w.organisation_id = app_organisation() and w.id = any (hits)
                     order by word_similarity(wanted, left(w.search_text, 80)) desc, w.id limit at_most);
    end if;
  end if;
  return query select id, nth::integer from unnest(hits) with ordinality hit(id, nth);
end $function$


CREATE OR REPLACE FUNCTION public.fold_danish(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    select translate(
      replace(replace(replace(replace(replace(lower(normalize(value, nfc)), 'æ', 'a'), 'ae', 'a'), 'ø', 'o'), 'oe', 'o'), 'aa', 'a'),
      'åäöüéèêëáàâíìîïóòôúùûñç', 'aaoueeeeaaaiiiiooouuunc')
  $function$


CREATE OR REPLACE FUNCTION public.lowest_free_seat(of_opening uuid, places integer)
 RETURNS integer
 LANGUAGE sql
AS $function$
  select min(seat) from generate_series(1, places) seat
   where not exists (select from reservation r
                      where r.organisation_id = (select app_organisation()) and r.opening_id = of_opening
                        and r.seat = seat.seat and r.ended_at is null)
$function$


CREATE OR REPLACE FUNCTION public.meant_conditions(words text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
  with each as materialized (select nth, c.* from unnest(words) with ordinality word(word, nth), word_conditions(word) c)
  select string_agg(case when known then plain else '(' || coalesce(alike, plain) || ')' end, ' and ') from each having not bool_and(known)
   union all
  (select (select string_agg(case when e.nth = one.nth then '(' || meant || ')' else plain end, ' and ') from each e)
     from each one, lateral (values (1, alike), (2, 'true')) way(step, meant)
    where meant is not null and (step = 1 or cardinality(words) > 1)
    order by step, known, nth)
$function$


CREATE OR REPLACE FUNCTION public.note_capacity_change(organisation uuid, subject uuid, sector uuid, municipality text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into capacity_change (organisation_id, transaction, subject_id, sector_id, municipality_code, at)
  values (organisation, pg_current_xact_id(), subject, sector, municipality, now())
  on conflict do nothing
$function$


CREATE OR REPLACE FUNCTION public.opening_within_workplace()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  closes date;
begin
  select w.closed_on into closes from workplace w where w.organisation_id = new.organisation_id and w.id = new.workplace_id for key share;
  if closes <= new.free_from then
    raise exception 'the workplace is closed' using errcode = 'check_violation', constraint = 'workplace_closed';
  end if;
  new.free_until := least(new.free_until, closes);
  new.expires_on := least(new.expires_on, closes);
  return new;
end $function$


CREATE OR REPLACE FUNCTION public.pool_search_text(company text, workplace text, tasks text, street text, postal_code text, town text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select fold_danish(concat_ws(' ', company, nullif(workplace, company), tasks, street, postal_code, town)) $function$


CREATE OR REPLACE PROCEDURE public.protect_tenant(IN target regclass, IN or_when text DEFAULT NULL::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_organisation on %s using (organisation_id = (select app_organisation()) %s) with check (organisation_id = (select app_organisation()) %s)',
    target, coalesce('or ' || or_when, ''), case when or_when like '%app_is_system%' then 'or ' || or_when else '' end);
end $procedure$


CREATE OR REPLACE FUNCTION public.refresh_search(company_ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  with refreshed as (
    update workplace w
       set search_text = fold_danish(concat_ws(' ', c.name, nullif(w.name, c.name), c.cvr, w.p_number, w.street, w.postal_code,
             w.town, (select string_agg(concat_ws(' ', p.name, p.phone, p.email), ' ' order by p.id)
                        from contact_person p
                       where p.organisation_id = w.organisation_id and p.company_id = w.company_id
                         and (p.workplace_id is null or p.workplace_id = w.id))))
      from company c
     where c.organisation_id = w.organisation_id and c.id = w.company_id
       and w.organisation_id = app_organisation() and w.company_id = any (company_ids)
    returning w.search_text
  )
  insert into search_word (organisation_id, word)
  select distinct app_organisation(), word
    from refreshed, regexp_split_to_table(search_text, '[^[:alpha:]]+') word
   where length(word) between 3 and 40
   order by word
      on conflict do nothing
$function$


CREATE OR REPLACE FUNCTION public.refresh_slot_opening(slot_ids uuid[], on_day date, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
  -- First the openings' rows, in one order for everybody: what follows is a statement of its own and so counts what was
  -- committed while this one waited. Counted before the wait, a placement just made would show its days as free again.
  select from opening o
   where o.organisation_id = app_organisation() and o.slot_id = any (slot_ids)
   order by o.id for no key update;
  with face as (
    select s.*, gap.free, w.lat, w.lon, m.mentor_id,
           pool_search_text(c.name, w.name, s.tasks, w.street, w.postal_code, w.town) as search_text
      from slot s
      join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
      join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
      join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
     cross join lateral (
           select free
             from slot_gaps(s.id, greatest(s.starts_on, a.starts_on), least(s.ends_on, a.ends_on)) free
            where upper_inf(free) or upper(free) > on_day
            order by coalesce(upper(free) - greatest(lower(free), on_day) < 7, false), lower(free)
            limit 1) gap
      left join lateral (
           select am.mentor_id
             from agreement_mentor am
             join mentor n on n.organisation_id = am.organisation_id and n.id = am.mentor_id
            where am.organisation_id = s.organisation_id and am.agreement_id = s.agreement_id
              and n.workplace_id = s.workplace_id and (n.active_until is null or n.active_until > on_day)
            order by n.active_from, n.id
            limit 1) m on true
     where s.organisation_id = app_organisation() and s.id = any (slot_ids)
  ), shown as (
    insert into opening as o
           (organisation_id, id, workplace_id, slot_id, model, kind, tasks, places, minutes_per_week, path_to_hours,
            consideration_ids, mentor_id, free_from, free_until, published_at, sector_id, municipality_code, lat, lon,
            search_text, created_at)
    select organisation_id, id, workplace_id, id, model, 'placement', tasks, 1, minutes_per_week, path_to_hours,
           consideration_ids, mentor_id, lower(free), upper(free), at, sector_id, municipality_code, lat, lon,
           search_text, at
      from face
        on conflict on constraint opening_slot_once do update
       set workplace_id = excluded.workplace_id, model = excluded.model, tasks = excluded.tasks,
           minutes_per_week = excluded.minutes_per_week, path_to_hours = excluded.path_to_hours,
           consideration_ids = excluded.consideration_ids, mentor_id = excluded.mentor_id,
           free_from = excluded.free_from, free_until = excluded.free_until,
           sector_id = excluded.sector_id, municipality_code = excluded.municipality_code,
           lat = excluded.lat, lon = excluded.lon, search_text = excluded.search_text,
           withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
           published_at = case
             when o.held_by is not null then null
             when o.withdrawn_at is not null or excluded.free_from < o.free_from then at
             else coalesce(o.published_at, at) end
     where (o.withdrawn_at is not null, o.workplace_id, o.model, o.tasks, o.minutes_per_week, o.path_to_hours,
            o.consideration_ids, o.mentor_id, o.free_from, o.free_until, o.sector_id, o.municipality_code, o.lat, o.lon,
            o.search_text)
        is distinct from
           (false, excluded.workplace_id, excluded.model, excluded.tasks, excluded.minutes_per_week,
            excluded.path_to_hours, excluded.consideration_ids, excluded.mentor_id, excluded.free_from,
            excluded.free_until, excluded.sector_id, excluded.municipality_code, excluded.lat, excluded.lon,
            excluded.search_text)
    returning o.published_at
  ), gone as (
    update opening o
       set withdrawn_at = at, withdrawn_by = null, withdrawn_reason = 'slot'
     where o.organisation_id = app_organisation() and o.slot_id = any (slot_ids) and o.withdrawn_at is null
       and not exists (select from face f where f.id = o.slot_id)
    returning 1
  )
  -- Pages that watch the pool are told once a transaction; nobody is told of what only changed its words.
  select pg_notify('indgang_pool', app_organisation()::text) from shown where published_at = at limit 1
$function$


CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $function$


CREATE OR REPLACE FUNCTION public.slot_gaps(of_slot uuid, from_day date, until_day date)
 RETURNS SETOF daterange
 LANGUAGE sql
 STABLE
AS $function$
    select unnest(datemultirange(case when until_day <= from_day then 'empty' else daterange(from_day, until_day) end)
                  - coalesce(range_agg(p.period), '{}'))
      from placement p
     where p.organisation_id = (select app_organisation()) and p.slot_id = of_slot and p.cancelled_at is null
  $function$


CREATE OR REPLACE FUNCTION public.slot_within_workplace()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  closes date;
begin
  select w.closed_on into closes from workplace w where w.organisation_id = new.organisation_id and w.id = new.workplace_id for key share;
  if closes is not null and (new.ends_on is null or new.ends_on > greatest(new.starts_on, closes)) then
    raise exception 'the workplace is closed' using errcode = 'check_violation', constraint = 'workplace_closed';
  end if;
  return new;
end $function$


CREATE OR REPLACE FUNCTION public.word_conditions(typed text, OUT plain text, OUT alike text, OUT known boolean)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  plain := format('w.search_text like %L', '%' || typed || '%');
  execute format($q$select string_agg(format('w.search_text like %%L', '%%' || word || '%%'), ' or ')
                      from (select s.word from search_word s
                             where s.organisation_id = app_organisation() and s.word %% %1$L and s.word <> %1$L
                             order by similarity(s.word, %1$L) desc, s.word limit 4) likest$q$, typed) into alike;
  execute format($q$select %1$L ~ '[^[:alpha:]]' or count(*) > 0 from search_word s
                     where s.organisation_id = app_organisation() and s.word like %2$L$q$, typed, typed || '%') into known;
end $function$


CREATE OR REPLACE FUNCTION public.workplace_carries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update slot s
     set sector_id = new.sector_id, municipality_code = new.municipality_code
   where s.organisation_id = new.organisation_id and s.workplace_id = new.id
     and (s.sector_id, s.municipality_code) is distinct from (new.sector_id, new.municipality_code);
  update opening o
     set sector_id = new.sector_id, municipality_code = new.municipality_code, lat = new.lat, lon = new.lon,
         search_text = pool_search_text(c.name, new.name, o.tasks, new.street, new.postal_code, new.town)
    from company c
   where o.organisation_id = new.organisation_id and o.workplace_id = new.id
     and c.organisation_id = new.organisation_id and c.id = new.company_id
     and (o.sector_id, o.municipality_code, o.lat, o.lon, o.search_text) is distinct from
         (new.sector_id, new.municipality_code, new.lat, new.lon,
          pool_search_text(c.name, new.name, o.tasks, new.street, new.postal_code, new.town));
  return null;
end $function$

