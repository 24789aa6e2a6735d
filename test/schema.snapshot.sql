extension btree_gin
extension btree_gist
extension pg_trgm

table access_check -- row-level security enabled and forced
  organisation_id uuid not null
  seen_id uuid not null
  month text not null
  verdict text not null
  note text
  checked_at timestamp with time zone not null
  checked_by uuid not null
  constraint access_check_pk PRIMARY KEY (organisation_id, seen_id)
  constraint access_check_checked_by_fk FOREIGN KEY (organisation_id, checked_by) REFERENCES app_user(organisation_id, id)
  constraint access_check_seen_fk FOREIGN KEY (organisation_id, seen_id) REFERENCES citizen_seen(organisation_id, id) ON DELETE CASCADE
  constraint access_check_follow_up_has_note CHECK (((verdict = 'fine'::text) OR (note IS NOT NULL)))
  constraint access_check_month_shape CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text))
  constraint access_check_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500)))
  constraint access_check_verdict CHECK ((verdict = ANY (ARRAY['fine'::text, 'follow-up'::text])))
  CREATE INDEX access_check_by_month using btree (organisation_id, month)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table additionality_rule
  version text not null
  months integer not null
  measures text[] not null
  law text not null
  valid daterange not null
  constraint additionality_rule_pk PRIMARY KEY (version)
  constraint additionality_rule_months CHECK (((months >= 1) AND (months <= 24)))
  constraint additionality_rule_valid_not_empty CHECK ((NOT isempty(valid)))
  constraint additionality_rule_no_overlap EXCLUDE USING gist (valid WITH &&)
  grant select

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
  deputy_user_id uuid
  measure_type_codes text[] not null default '{}'::text[]
  target_group_codes text[] not null default '{}'::text[]
  minutes_per_week integer
  mentor_pay_ore integer
  mentor_pay_minutes integer
  mentor_pay_from date
  mentor_pay_until date
  requests_per_month integer
  total_cap integer
  follow_up_weeks integer
  follow_up_plan text
  goes_with uuid
  stays_until date
  becomes text
  becomes_on date
  constraint agreement_pk PRIMARY KEY (organisation_id, id)
  constraint agreement_born_of_reservation_fk FOREIGN KEY (organisation_id, born_of_reservation_id) REFERENCES reservation(organisation_id, id)
  constraint agreement_cluster_fk FOREIGN KEY (organisation_id, cluster_id) REFERENCES cluster(organisation_id, id)
  constraint agreement_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint agreement_contact_fk FOREIGN KEY (organisation_id, contact_user_id) REFERENCES app_user(organisation_id, id)
  constraint agreement_coordinator_mentor_fk FOREIGN KEY (organisation_id, coordinator_mentor_id) REFERENCES mentor(organisation_id, id)
  constraint agreement_coordinator_user_fk FOREIGN KEY (organisation_id, coordinator_user_id) REFERENCES app_user(organisation_id, id)
  constraint agreement_deputy_fk FOREIGN KEY (organisation_id, deputy_user_id) REFERENCES app_user(organisation_id, id)
  constraint agreement_goes_with_fk FOREIGN KEY (organisation_id, goes_with) REFERENCES agreement_version(organisation_id, id)
  constraint agreement_becomes_known CHECK ((becomes = ANY (ARRAY['fixed_slots'::text, 'standing'::text, 'cluster'::text])))
  constraint agreement_becomes_on_a_day CHECK (((becomes IS NULL) = (becomes_on IS NULL)))
  constraint agreement_cluster_active_has_coordinator CHECK (((model <> 'cluster'::text) OR (activated_at IS NULL) OR (coordinator_user_id IS NOT NULL) OR (coordinator_mentor_id IS NOT NULL)))
  constraint agreement_contact_in_match CHECK (((model <> 'match_driven'::text) OR (contact_user_id IS NOT NULL)))
  constraint agreement_coordinator_only_cluster CHECK (((model = 'cluster'::text) OR ((coordinator_user_id IS NULL) AND (coordinator_mentor_id IS NULL))))
  constraint agreement_date_order CHECK ((ends_on > starts_on))
  constraint agreement_deputy_is_another CHECK ((deputy_user_id <> contact_user_id))
  constraint agreement_end_after_activation CHECK (((ended_at IS NULL) OR (end_reason IS NOT NULL)))
  constraint agreement_follow_up_length CHECK (((length(follow_up_plan) >= 1) AND (length(follow_up_plan) <= 1000)))
  constraint agreement_follow_up_range CHECK (((follow_up_weeks >= 1) AND (follow_up_weeks <= 52)))
  constraint agreement_match_only_with_match CHECK (((model <> 'match_driven'::text) OR (born_of_reservation_id IS NOT NULL)))
  constraint agreement_minutes_range CHECK (((minutes_per_week >= 30) AND (minutes_per_week <= 2220)))
  constraint agreement_model CHECK ((model = ANY (ARRAY['fixed_slots'::text, 'standing'::text, 'match_driven'::text, 'cluster'::text])))
  constraint agreement_no_refill_after_match CHECK ((NOT (refill AND (model = ANY (ARRAY['match_driven'::text, 'standing'::text])))))
  constraint agreement_one_coordinator CHECK (((coordinator_user_id IS NULL) OR (coordinator_mentor_id IS NULL)))
  constraint agreement_party CHECK ((((model = 'cluster'::text) = (cluster_id IS NOT NULL)) AND ((model = 'cluster'::text) = (company_id IS NULL))))
  constraint agreement_pay_minutes_range CHECK (((mentor_pay_minutes >= 1) AND (mentor_pay_minutes <= 2220)))
  constraint agreement_pay_order CHECK ((mentor_pay_until > mentor_pay_from))
  constraint agreement_pay_range CHECK (((mentor_pay_ore >= 1) AND (mentor_pay_ore <= 10000000)))
  constraint agreement_pay_whole CHECK ((((mentor_pay_ore IS NULL) = (mentor_pay_minutes IS NULL)) AND ((mentor_pay_ore IS NULL) = (mentor_pay_from IS NULL)) AND ((mentor_pay_until IS NULL) OR (mentor_pay_from IS NOT NULL))))
  constraint agreement_pooling CHECK ((((model = 'cluster'::text) = (slot_pooling IS NOT NULL)) AND (slot_pooling = ANY (ARRAY['pooled'::text, 'per_workplace'::text]))))
  constraint agreement_requests_range CHECK (((requests_per_month >= 1) AND (requests_per_month <= 1000)))
  constraint agreement_terms_length CHECK ((length(terms) <= 4000))
  constraint agreement_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  constraint agreement_total_cap_range CHECK (((total_cap >= 1) AND (total_cap <= 500)))
  CREATE UNIQUE INDEX agreement_born_once using btree (organisation_id, born_of_reservation_id) WHERE (born_of_reservation_id IS NOT NULL)
  CREATE INDEX agreement_by_cluster using btree (organisation_id, cluster_id)
  CREATE INDEX agreement_by_company using btree (organisation_id, company_id)
  CREATE INDEX agreement_capped using btree (organisation_id, id) WHERE (total_cap IS NOT NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_agreement_cap_changed AFTER UPDATE OF total_cap ON public.agreement FOR EACH ROW WHEN ((old.total_cap IS DISTINCT FROM new.total_cap)) EXECUTE FUNCTION capacity_agreement_changed()
  CREATE TRIGGER capacity_agreement_changed AFTER UPDATE OF activated_at, starts_on, ends_on, becomes, becomes_on ON public.agreement FOR EACH ROW EXECUTE FUNCTION capacity_agreement_changed()
  grant delete, insert, select, update

table agreement_acceptance -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  agreement_id uuid not null
  version_id uuid not null
  name text not null
  email text
  asked_at timestamp with time zone not null
  asked_by uuid
  accepted_at timestamp with time zone
  on_behalf_by uuid
  on_behalf_reason text
  constraint agreement_acceptance_pk PRIMARY KEY (organisation_id, id)
  constraint agreement_acceptance_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint agreement_acceptance_asked_fk FOREIGN KEY (organisation_id, asked_by) REFERENCES app_user(organisation_id, id)
  constraint agreement_acceptance_behalf_fk FOREIGN KEY (organisation_id, on_behalf_by) REFERENCES app_user(organisation_id, id)
  constraint agreement_acceptance_version_fk FOREIGN KEY (organisation_id, version_id) REFERENCES agreement_version(organisation_id, id)
  constraint agreement_acceptance_behalf_is_accepted CHECK (((on_behalf_reason IS NULL) OR ((accepted_at IS NOT NULL) AND (on_behalf_by IS NOT NULL))))
  constraint agreement_acceptance_email_length CHECK ((length(email) <= 254))
  constraint agreement_acceptance_how CHECK (((email IS NULL) = (on_behalf_reason IS NOT NULL)))
  constraint agreement_acceptance_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint agreement_acceptance_reason_length CHECK (((length(on_behalf_reason) >= 1) AND (length(on_behalf_reason) <= 500)))
  CREATE INDEX agreement_acceptance_by_agreement using btree (organisation_id, agreement_id, asked_at)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table agreement_change -- row-level security enabled and forced
  organisation_id uuid not null
  agreement_id uuid not null
  steps jsonb not null
  begun_at timestamp with time zone not null
  begun_by uuid
  version integer not null default 1
  constraint agreement_change_pk PRIMARY KEY (organisation_id, agreement_id)
  constraint agreement_change_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint agreement_change_user_fk FOREIGN KEY (organisation_id, begun_by) REFERENCES app_user(organisation_id, id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table agreement_link -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  acceptance_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint agreement_link_pk PRIMARY KEY (organisation_id, token_hash)
  constraint agreement_link_acceptance_fk FOREIGN KEY (organisation_id, acceptance_id) REFERENCES agreement_acceptance(organisation_id, id)
  CREATE INDEX agreement_link_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
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

table agreement_pause -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  agreement_id uuid not null
  period daterange not null
  reason text not null
  by_company boolean not null
  created_at timestamp with time zone not null
  created_by uuid
  cancelled_at timestamp with time zone
  constraint agreement_pause_pk PRIMARY KEY (organisation_id, id)
  constraint agreement_pause_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint agreement_pause_user_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint agreement_pause_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint agreement_pause_shape CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
  constraint agreement_pause_no_overlap EXCLUDE USING gist (organisation_id WITH =, agreement_id WITH =, period WITH &&) WHERE ((cancelled_at IS NULL))
  CREATE INDEX agreement_pause_by_agreement using btree (organisation_id, agreement_id) WHERE (cancelled_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_pause_changed AFTER INSERT OR UPDATE ON public.agreement_pause FOR EACH ROW EXECUTE FUNCTION capacity_pause_changed()
  grant delete, insert, select, update

table agreement_version -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  agreement_id uuid not null
  number integer not null
  valid_from date not null
  content jsonb not null
  why text
  steps jsonb
  written_at timestamp with time zone not null
  written_by uuid
  applied_at timestamp with time zone
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawn_reason text
  constraint agreement_version_pk PRIMARY KEY (organisation_id, id)
  constraint agreement_version_number_once UNIQUE (organisation_id, agreement_id, number)
  constraint agreement_version_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint agreement_version_user_fk FOREIGN KEY (organisation_id, written_by) REFERENCES app_user(organisation_id, id)
  constraint agreement_version_reason_is_of_withdrawal CHECK (((withdrawn_reason IS NULL) OR (withdrawn_at IS NOT NULL)))
  constraint agreement_version_why_length CHECK (((length(why) >= 1) AND (length(why) <= 500)))
  constraint agreement_version_withdrawn_before_applied CHECK (((applied_at IS NULL) OR (withdrawn_at IS NULL)))
  CREATE INDEX agreement_version_due using btree (organisation_id, valid_from) WHERE ((steps IS NOT NULL) AND (applied_at IS NULL) AND (withdrawn_at IS NULL))
  CREATE UNIQUE INDEX agreement_version_one_coming using btree (organisation_id, agreement_id) WHERE ((steps IS NOT NULL) AND (applied_at IS NULL) AND (withdrawn_at IS NULL))
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

table appetite -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  company_id uuid not null
  workplace_id uuid
  light text not null
  reason text
  set_on date not null
  set_at timestamp with time zone not null
  set_by uuid
  constraint appetite_pk PRIMARY KEY (organisation_id, id)
  constraint appetite_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint appetite_user_fk FOREIGN KEY (organisation_id, set_by) REFERENCES app_user(organisation_id, id)
  constraint appetite_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint appetite_light CHECK ((light = ANY (ARRAY['offering'::text, 'maybe'::text, 'not_now'::text])))
  constraint appetite_not_now_has_reason CHECK (((light <> 'not_now'::text) OR (reason IS NOT NULL)))
  constraint appetite_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
  CREATE INDEX appetite_newest using btree (organisation_id, company_id, workplace_id, id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
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

table citizen -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  case_ref text not null
  pseudonym text not null
  minutes_possible integer
  near_postal_code text
  travel_minutes integer
  transport text
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  facts_erased_on date
  pseudonymised_on date
  constraint citizen_pk PRIMARY KEY (organisation_id, id)
  constraint citizen_case_ref_once UNIQUE (organisation_id, case_ref)
  constraint citizen_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint citizen_case_ref_length CHECK (((length(case_ref) >= 1) AND (length(case_ref) <= 40)))
  constraint citizen_minutes_range CHECK (((minutes_possible >= 30) AND (minutes_possible <= 2220)))
  constraint citizen_postal_code_shape CHECK ((near_postal_code ~ '^\d{4}$'::text))
  constraint citizen_pseudonym_length CHECK (((length(pseudonym) >= 1) AND (length(pseudonym) <= 40)))
  constraint citizen_transport CHECK ((transport = ANY (ARRAY['foot'::text, 'bicycle'::text, 'public'::text, 'car'::text])))
  constraint citizen_travel_range CHECK (((travel_minutes >= 1) AND (travel_minutes <= 240)))
  constraint citizen_has_one_primary TRIGGER DEFERRABLE INITIALLY DEFERRED
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE CONSTRAINT TRIGGER citizen_has_one_primary AFTER INSERT ON public.citizen DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citizen_has_one_primary()
  grant delete, insert, select, update

table citizen_access -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  citizen_id uuid not null
  user_id uuid not null
  kind text not null
  reason text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone not null
  granted_by uuid not null
  ended_at timestamp with time zone
  constraint citizen_access_pk PRIMARY KEY (organisation_id, id)
  constraint citizen_access_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_access_granted_by_fk FOREIGN KEY (organisation_id, granted_by) REFERENCES app_user(organisation_id, id)
  constraint citizen_access_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint citizen_access_kind CHECK ((kind = ANY (ARRAY['cover'::text, 'look'::text])))
  constraint citizen_access_not_for_good CHECK ((until_at <= (from_at + '93 days'::interval)))
  constraint citizen_access_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
  constraint citizen_access_time_order CHECK ((until_at > from_at))
  CREATE INDEX citizen_access_by_citizen using btree (organisation_id, citizen_id, until_at)
  CREATE INDEX citizen_access_by_user using btree (organisation_id, user_id, until_at)
  CREATE INDEX citizen_access_looks using btree (organisation_id, from_at DESC, id DESC) WHERE (kind = 'look'::text)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table citizen_away -- row-level security enabled and forced
  organisation_id uuid not null
  citizen_id uuid not null
  during daterange not null
  reason text not null
  created_at timestamp with time zone not null
  created_by uuid
  constraint citizen_away_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_away_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
  constraint citizen_away_shape CHECK (((NOT isempty(during)) AND (NOT lower_inf(during))))
  constraint citizen_away_once EXCLUDE USING gist (organisation_id WITH =, citizen_id WITH =, during WITH &&)
  constraint citizen_away_has_one_primary TRIGGER DEFERRABLE INITIALLY DEFERRED
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE CONSTRAINT TRIGGER citizen_away_has_one_primary AFTER INSERT OR DELETE OR UPDATE ON public.citizen_away DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citizen_has_one_primary()
  grant delete, insert, select, update

table citizen_consideration -- row-level security enabled and forced
  organisation_id uuid not null
  citizen_id uuid not null
  consideration_id uuid not null
  constraint citizen_consideration_pk PRIMARY KEY (organisation_id, citizen_id, consideration_id)
  constraint citizen_consideration_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_consideration_consideration_fk FOREIGN KEY (organisation_id, consideration_id) REFERENCES consideration(organisation_id, id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table citizen_job_goal -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  citizen_id uuid not null
  sector_id uuid
  tasks text not null
  position integer not null
  constraint citizen_job_goal_pk PRIMARY KEY (organisation_id, id)
  constraint citizen_job_goal_position UNIQUE (organisation_id, citizen_id, "position")
  constraint citizen_job_goal_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_job_goal_sector_fk FOREIGN KEY (organisation_id, sector_id) REFERENCES sector(organisation_id, id)
  constraint citizen_job_goal_tasks_length CHECK (((length(tasks) >= 1) AND (length(tasks) <= 300)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table citizen_role -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  citizen_id uuid not null
  user_id uuid not null
  role text not null
  is_primary boolean not null
  valid daterange not null
  stands_in_for uuid
  created_at timestamp with time zone not null
  created_by uuid
  constraint citizen_role_pk PRIMARY KEY (organisation_id, id)
  constraint citizen_role_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_role_stands_in_for_fk FOREIGN KEY (organisation_id, stands_in_for) REFERENCES citizen_role(organisation_id, id)
  constraint citizen_role_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint citizen_role_known CHECK ((role = ANY (ARRAY['consultant'::text, 'caseworker'::text, 'support_mentor'::text])))
  constraint citizen_role_shape CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
  constraint citizen_role_stand_in_ends CHECK (((stands_in_for IS NULL) OR (NOT upper_inf(valid))))
  constraint citizen_role_stand_in_is_not_primary CHECK (((stands_in_for IS NULL) OR (NOT is_primary)))
  constraint citizen_role_once EXCLUDE USING gist (organisation_id WITH =, citizen_id WITH =, user_id WITH =, role WITH =, valid WITH &&) WHERE ((stands_in_for IS NULL))
  constraint citizen_role_one_primary EXCLUDE USING gist (organisation_id WITH =, citizen_id WITH =, valid WITH &&) WHERE (is_primary)
  constraint citizen_role_stand_in_once EXCLUDE USING gist (organisation_id WITH =, stands_in_for WITH =, valid WITH &&) WHERE ((stands_in_for IS NOT NULL))
  constraint citizen_role_has_one_primary TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX citizen_role_by_user using btree (organisation_id, user_id, citizen_id)
  CREATE INDEX citizen_role_live using btree (organisation_id, citizen_id) INCLUDE (user_id, role, is_primary)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE CONSTRAINT TRIGGER citizen_role_has_one_primary AFTER INSERT OR DELETE OR UPDATE ON public.citizen_role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citizen_has_one_primary()
  grant delete, insert, select, update

table citizen_seen -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  citizen_id uuid not null
  at timestamp with time zone not null
  actor_kind text not null
  user_id uuid
  fields text not null
  basis text not null
  reason text
  constraint citizen_seen_pk PRIMARY KEY (organisation_id, id)
  constraint citizen_seen_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_seen_actor_kind CHECK ((actor_kind = ANY (ARRAY['user'::text, 'mentor'::text, 'system'::text])))
  constraint citizen_seen_basis CHECK ((basis = ANY (ARRAY['attached'::text, 'cover'::text, 'look'::text, 'system'::text])))
  constraint citizen_seen_fields_shape CHECK (((fields ~ '^[a-z]+(-[a-z]+)*$'::text) AND (length(fields) <= 40)))
  constraint citizen_seen_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
  CREATE INDEX citizen_seen_by_citizen using btree (organisation_id, citizen_id, id DESC)
  CREATE INDEX citizen_seen_by_time using btree (organisation_id, at)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER citizen_seen_is_append_only BEFORE DELETE OR UPDATE ON public.citizen_seen FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

table citizen_step -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  citizen_id uuid not null
  course_id uuid not null
  step_id uuid not null
  from_on date not null
  next_goal text
  created_at timestamp with time zone not null
  created_by uuid
  constraint citizen_step_pk PRIMARY KEY (organisation_id, id)
  constraint citizen_step_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_step_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id)
  constraint citizen_step_step_fk FOREIGN KEY (organisation_id, step_id) REFERENCES staircase_step(organisation_id, id)
  constraint citizen_step_goal_length CHECK (((length(next_goal) >= 1) AND (length(next_goal) <= 300)))
  CREATE INDEX citizen_step_by_citizen using btree (organisation_id, citizen_id, from_on, id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER citizen_step_is_append_only BEFORE DELETE OR UPDATE ON public.citizen_step FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

table citizen_target_group -- row-level security enabled and forced
  organisation_id uuid not null
  citizen_id uuid not null
  target_group_code text not null
  valid daterange not null
  constraint citizen_target_group_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint citizen_target_group_shape CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
  constraint citizen_target_group_one_at_a_time EXCLUDE USING gist (organisation_id WITH =, citizen_id WITH =, valid WITH &&)
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
  CREATE INDEX company_by_responsible using btree (organisation_id, responsible_user_id) WHERE (responsible_user_id IS NOT NULL)
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

table course -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  citizen_id uuid not null
  opened_on date not null
  owner_user_id uuid
  closed_on date
  closed_by uuid
  outcome text
  outcome_note text
  cv_updated_on date
  cv_waived_reason text
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  next_follow_up_on date
  constraint course_pk PRIMARY KEY (organisation_id, id)
  constraint course_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint course_closed_by_fk FOREIGN KEY (organisation_id, closed_by) REFERENCES app_user(organisation_id, id)
  constraint course_owner_fk FOREIGN KEY (organisation_id, owner_user_id) REFERENCES app_user(organisation_id, id)
  constraint course_closed_has_cv CHECK (((closed_on IS NULL) OR (cv_updated_on IS NOT NULL) OR (cv_waived_reason IS NOT NULL)))
  constraint course_closed_has_outcome CHECK (((closed_on IS NULL) = (outcome IS NULL)))
  constraint course_date_order CHECK ((closed_on >= opened_on))
  constraint course_note_length CHECK ((length(outcome_note) <= 1000))
  constraint course_open_has_next_follow_up CHECK (((closed_on IS NOT NULL) OR (next_follow_up_on IS NOT NULL)))
  constraint course_outcome CHECK ((outcome = ANY (ARRAY['ordinary_job'::text, 'ordinary_hours'::text, 'flexjob'::text, 'wage_subsidy'::text, 'education'::text, 'another_effort'::text, 'unchanged'::text, 'moved'::text, 'other'::text])))
  constraint course_waiver_length CHECK (((length(cv_waived_reason) >= 1) AND (length(cv_waived_reason) <= 500)))
  CREATE INDEX course_by_owner using btree (organisation_id, owner_user_id) WHERE (closed_on IS NULL)
  CREATE INDEX course_due using btree (organisation_id, next_follow_up_on, id) WHERE (closed_on IS NULL)
  CREATE UNIQUE INDEX course_one_open using btree (organisation_id, citizen_id) WHERE (closed_on IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER course_first_follow_up BEFORE INSERT ON public.course FOR EACH ROW EXECUTE FUNCTION course_first_follow_up()
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

table follow_up -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  course_id uuid not null
  held_on date not null
  how text not null
  citizen_present boolean not null
  absent_reason text
  paid_hours text not null
  next_step text not null
  next_on date not null
  created_at timestamp with time zone not null
  created_by uuid
  constraint follow_up_pk PRIMARY KEY (organisation_id, id)
  constraint follow_up_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id)
  constraint follow_up_created_by_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint follow_up_absence_has_reason CHECK ((citizen_present = (absent_reason IS NULL)))
  constraint follow_up_absent_length CHECK (((length(absent_reason) >= 1) AND (length(absent_reason) <= 500)))
  constraint follow_up_date_order CHECK ((next_on > held_on))
  constraint follow_up_how CHECK ((how = ANY (ARRAY['visit'::text, 'call'::text, 'meeting'::text])))
  constraint follow_up_next_step_length CHECK (((length(next_step) >= 1) AND (length(next_step) <= 500)))
  constraint follow_up_paid_hours CHECK ((paid_hours = ANY (ARRAY['yes'::text, 'no'::text, 'later'::text])))
  CREATE INDEX follow_up_by_course using btree (organisation_id, course_id, held_on DESC, id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER follow_up_is_append_only BEFORE DELETE OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

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

table measure_duration_rule
  code text not null
  measure_type_code text not null
  target_group_codes text[] not null
  circumstance_da text
  circumstance_en text
  unit text not null
  length integer
  prolonged_to integer
  further integer
  version text not null
  law text not null
  valid daterange not null
  constraint measure_duration_rule_pk PRIMARY KEY (code, valid)
  constraint measure_duration_rule_circumstance CHECK (((circumstance_da IS NULL) = (circumstance_en IS NULL)))
  constraint measure_duration_rule_length CHECK (((length > 0) AND (prolonged_to > length) AND (further > 0)))
  constraint measure_duration_rule_unit CHECK ((unit = ANY (ARRAY['week'::text, 'month'::text])))
  constraint measure_duration_rule_valid_not_empty CHECK ((NOT isempty(valid)))
  constraint measure_duration_rule_no_overlap EXCLUDE USING gist (code WITH =, valid WITH &&)
  grant select

table measure_type
  code text not null
  name_da text not null
  name_en text not null
  law text not null
  valid daterange not null
  needs_grant boolean not null
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
  experience text
  strengths text
  suits text
  consideration_ids uuid[] not null default '{}'::uuid[]
  weekdays integer[] not null default '{1,2,3,4,5}'::integer[]
  trained_until date
  language text not null default 'da'::text
  erased_on date
  constraint mentor_pk PRIMARY KEY (organisation_id, id)
  constraint mentor_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint mentor_accepts_range CHECK (((accepts >= 0) AND (accepts <= 20)))
  constraint mentor_active_order CHECK ((active_until > active_from))
  constraint mentor_email_length CHECK ((length(email) <= 254))
  constraint mentor_experience_length CHECK ((length(experience) <= 1000))
  constraint mentor_language_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
  constraint mentor_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint mentor_phone_shape CHECK ((phone ~ '^\+?[0-9]{4,15}$'::text))
  constraint mentor_strengths_length CHECK ((length(strengths) <= 1000))
  constraint mentor_suits_length CHECK ((length(suits) <= 1000))
  constraint mentor_trained_order CHECK ((trained_until > trained_on))
  constraint mentor_weekdays_known CHECK ((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]))
  CREATE INDEX mentor_by_workplace using btree (organisation_id, workplace_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_mentor_changed AFTER INSERT OR UPDATE OF workplace_id, accepts, active_from, active_until ON public.mentor FOR EACH ROW EXECUTE FUNCTION capacity_mentor_changed()
  CREATE TRIGGER mentor_address_kept AFTER INSERT OR UPDATE OF email ON public.mentor FOR EACH ROW EXECUTE FUNCTION keep_mentor_address()
  grant delete, insert, select, update

table mentor_address -- row-level security enabled and forced
  organisation_id uuid not null
  mentor_id uuid not null
  email text not null
  constraint mentor_address_pk PRIMARY KEY (organisation_id, mentor_id)
  constraint mentor_address_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id) ON DELETE CASCADE
  constraint mentor_address_email_shape CHECK (((email = lower(email)) AND ((length(email) >= 1) AND (length(email) <= 254))))
  CREATE INDEX mentor_address_by_email using btree (email)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (email = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
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

table mentor_page_link -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  mentor_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint mentor_page_link_pk PRIMARY KEY (organisation_id, token_hash)
  constraint mentor_page_link_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  CREATE INDEX mentor_page_link_by_mentor using btree (organisation_id, mentor_id)
  CREATE INDEX mentor_page_link_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table mentor_pause -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  mentor_id uuid not null
  kind text not null
  note text
  period daterange not null
  starts_on date generated (lower(period))
  ends_on date generated (upper(period))
  created_at timestamp with time zone not null
  created_by uuid
  cancelled_at timestamp with time zone
  version integer not null default 1
  constraint mentor_pause_pk PRIMARY KEY (organisation_id, id)
  constraint mentor_pause_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint mentor_pause_kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'overload'::text, 'other'::text])))
  constraint mentor_pause_note_length CHECK ((length(note) <= 500))
  constraint mentor_pause_shape CHECK (((NOT isempty(period)) AND (NOT lower_inf(period))))
  constraint mentor_pause_no_overlap EXCLUDE USING gist (organisation_id WITH =, mentor_id WITH =, period WITH &&) WHERE ((cancelled_at IS NULL))
  CREATE INDEX mentor_pause_by_mentor using btree (organisation_id, mentor_id, starts_on) WHERE (cancelled_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_mentor_pause_changed AFTER INSERT OR UPDATE ON public.mentor_pause FOR EACH ROW EXECUTE FUNCTION capacity_mentors_days_changed()
  grant delete, insert, select, update

table mentor_session -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  mentor_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint mentor_session_pk PRIMARY KEY (organisation_id, token_hash)
  constraint mentor_session_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  CREATE INDEX mentor_session_by_mentor using btree (organisation_id, mentor_id)
  CREATE INDEX mentor_session_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table mentor_workplace -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  mentor_id uuid not null
  workplace_id uuid not null
  period daterange not null
  starts_on date generated (lower(period))
  ends_on date generated (upper(period))
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint mentor_workplace_pk PRIMARY KEY (organisation_id, id)
  constraint mentor_workplace_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint mentor_workplace_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint mentor_workplace_shape CHECK (((NOT isempty(period)) AND (NOT lower_inf(period))))
  constraint mentor_workplace_once EXCLUDE USING gist (organisation_id WITH =, mentor_id WITH =, workplace_id WITH =, period WITH &&)
  CREATE INDEX mentor_workplace_by_workplace using btree (organisation_id, workplace_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_mentor_workplace_changed AFTER INSERT OR UPDATE ON public.mentor_workplace FOR EACH ROW EXECUTE FUNCTION capacity_mentors_days_changed()
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

table offer_answer -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  agreement_id uuid not null
  answer text not null
  note text
  answered_on date not null
  next_on date
  created_at timestamp with time zone not null
  created_by uuid
  constraint offer_answer_pk PRIMARY KEY (organisation_id, id)
  constraint offer_answer_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint offer_answer_user_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint offer_answer_known CHECK ((answer = ANY (ARRAY['good'::text, 'changed'::text, 'ended'::text])))
  constraint offer_answer_next_order CHECK ((next_on > answered_on))
  constraint offer_answer_next_unless_ended CHECK (((next_on IS NULL) = (answer = 'ended'::text)))
  constraint offer_answer_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500)))
  CREATE INDEX offer_answer_newest using btree (organisation_id, agreement_id, id DESC)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

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
  later_from date
  later_until date
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
  constraint opening_later_is_after CHECK (
CASE
    WHEN (later_from IS NULL) THEN (later_until IS NULL)
    ELSE ((slot_id IS NOT NULL) AND (free_until IS NOT NULL) AND (later_from >= free_until) AND COALESCE((later_until > later_from), true))
END)
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

table ordinary_hours -- row-level security enabled and forced
  organisation_id uuid not null
  course_id uuid not null
  iso_year integer not null
  iso_week integer not null
  minutes integer not null
  written_at timestamp with time zone not null
  written_by uuid
  constraint ordinary_hours_pk PRIMARY KEY (organisation_id, course_id, iso_year, iso_week)
  constraint ordinary_hours_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id)
  constraint ordinary_hours_written_by_fk FOREIGN KEY (organisation_id, written_by) REFERENCES app_user(organisation_id, id)
  constraint ordinary_hours_minutes_range CHECK (((minutes >= 0) AND (minutes <= 3600)))
  constraint ordinary_hours_week_exists CHECK (((iso_week >= 1) AND ((iso_week)::numeric <= EXTRACT(week FROM make_date(iso_year, 12, 28)))))
  constraint ordinary_hours_year_range CHECK (((iso_year >= 2000) AND (iso_year <= 2100)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
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
  refill_escalate_days integer not null default 7
  offer_question_months integer not null default 6
  caseload_warning integer not null default 40
  caseload_consultant_percent integer not null default 100
  caseload_caseworker_percent integer not null default 100
  caseload_mentor_percent integer not null default 50
  course_gap_days integer not null default 7
  ratio_counts_by_choice boolean not null default true
  ratio_blocks boolean not null default false
  constraint organisation_pk PRIMARY KEY (organisation_id)
  constraint organisation_caseload_caseworker_range CHECK (((caseload_caseworker_percent >= 0) AND (caseload_caseworker_percent <= 300)))
  constraint organisation_caseload_consultant_range CHECK (((caseload_consultant_percent >= 0) AND (caseload_consultant_percent <= 300)))
  constraint organisation_caseload_mentor_range CHECK (((caseload_mentor_percent >= 0) AND (caseload_mentor_percent <= 300)))
  constraint organisation_caseload_warning_range CHECK (((caseload_warning >= 1) AND (caseload_warning <= 500)))
  constraint organisation_course_gap_range CHECK (((course_gap_days >= 0) AND (course_gap_days <= 60)))
  constraint organisation_hold_hours_range CHECK (((hold_hours >= 1) AND (hold_hours <= 336)))
  constraint organisation_label_length CHECK (((length(label) >= 1) AND (length(label) <= 60)))
  constraint organisation_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint organisation_offer_question_range CHECK (((offer_question_months >= 1) AND (offer_question_months <= 36)))
  constraint organisation_queue_days_range CHECK (((queue_days >= 1) AND (queue_days <= 180)))
  constraint organisation_refill_escalate_range CHECK (((refill_escalate_days >= 1) AND (refill_escalate_days <= 90)))
  constraint organisation_refill_lead_range CHECK (((refill_lead_days >= 0) AND (refill_lead_days <= 182)))
  constraint organisation_reservation_days_range CHECK (((reservation_working_days >= 1) AND (reservation_working_days <= 30)))
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR app_is_system())
    with check ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR app_is_system())
  CREATE TRIGGER capacity_ratio_choice_changed AFTER UPDATE OF ratio_counts_by_choice ON public.organisation FOR EACH ROW WHEN ((old.ratio_counts_by_choice <> new.ratio_counts_by_choice)) EXECUTE FUNCTION capacity_ratio_choice_changed()
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
  course_id uuid
  start_terms_id uuid
  started_on date
  no_show_reason text
  end_reason_code text
  grant_number text
  grant_from date
  grant_until date
  continues_id uuid
  ratio_exempt boolean not null default false
  before_move jsonb
  constraint placement_pk PRIMARY KEY (organisation_id, id)
  constraint placement_once_per_reservation UNIQUE (organisation_id, reservation_id)
  constraint placement_continues_fk FOREIGN KEY (organisation_id, continues_id) REFERENCES placement(organisation_id, id)
  constraint placement_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id)
  constraint placement_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint placement_opening_fk FOREIGN KEY (organisation_id, opening_id) REFERENCES opening(organisation_id, id)
  constraint placement_reservation_fk FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation(organisation_id, id)
  constraint placement_slot_fk FOREIGN KEY (organisation_id, slot_id) REFERENCES slot(organisation_id, id)
  constraint placement_start_terms_fk FOREIGN KEY (organisation_id, start_terms_id) REFERENCES start_terms(organisation_id, id)
  constraint placement_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint placement_before_move_of_a_move CHECK (((before_move IS NULL) OR (continues_id IS NOT NULL)))
  constraint placement_citizen_ref_shape CHECK (((length(citizen_ref) >= 1) AND (length(citizen_ref) <= 40)))
  constraint placement_continues_another CHECK ((continues_id <> id))
  constraint placement_grant_length CHECK (((length(grant_number) >= 1) AND (length(grant_number) <= 40)))
  constraint placement_grant_order CHECK ((grant_until > grant_from))
  constraint placement_minutes_range CHECK (((minutes_per_week >= 30) AND (minutes_per_week <= 2220)))
  constraint placement_no_show_is_no_start CHECK (((started_on IS NULL) OR (no_show_reason IS NULL)))
  constraint placement_no_show_length CHECK (((length(no_show_reason) >= 1) AND (length(no_show_reason) <= 500)))
  constraint placement_period_shape CHECK (((NOT isempty(period)) AND lower_inc(period) AND (NOT upper_inc(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
  constraint placement_start_needs_course CHECK (((started_on IS NULL) OR (course_id IS NOT NULL)))
  constraint placement_start_needs_terms CHECK (((started_on IS NULL) OR (start_terms_id IS NOT NULL)))
  constraint placement_stop_has_reason CHECK (((stopped_at IS NULL) = (stop_reason IS NULL)))
  constraint placement_no_overlap EXCLUDE USING gist (organisation_id WITH =, slot_id WITH =, period WITH &&) WHERE ((cancelled_at IS NULL))
  CREATE INDEX placement_by_course using btree (organisation_id, course_id, starts_on) WHERE (course_id IS NOT NULL)
  CREATE INDEX placement_by_mentor using btree (organisation_id, mentor_id, ends_on) INCLUDE (starts_on, workplace_id) WHERE ((mentor_id IS NOT NULL) AND (cancelled_at IS NULL))
  CREATE INDEX placement_by_slot_end using btree (organisation_id, slot_id, ends_on) INCLUDE (starts_on) WHERE (cancelled_at IS NULL)
  CREATE INDEX placement_by_workplace using btree (organisation_id, workplace_id, ends_on) INCLUDE (starts_on) WHERE (cancelled_at IS NULL)
  CREATE UNIQUE INDEX placement_continued_once using btree (organisation_id, continues_id) WHERE ((continues_id IS NOT NULL) AND (cancelled_at IS NULL))
  CREATE INDEX placement_ending using btree (organisation_id, ends_on) INCLUDE (starts_on, slot_id, workplace_id) WHERE (cancelled_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_counted_hours_changed AFTER UPDATE OF minutes_per_week, measure_type_code, ratio_exempt ON public.placement FOR EACH ROW EXECUTE FUNCTION capacity_law_changed()
  CREATE TRIGGER capacity_mentors_load_changed AFTER INSERT OR UPDATE OF period, cancelled_at, mentor_id ON public.placement FOR EACH ROW EXECUTE FUNCTION capacity_mentors_load_changed()
  CREATE TRIGGER capacity_placement_changed AFTER INSERT OR UPDATE OF period, cancelled_at, slot_id, workplace_id ON public.placement FOR EACH ROW EXECUTE FUNCTION capacity_claim_changed()
  CREATE TRIGGER placement_ratio_rule AFTER INSERT ON public.placement FOR EACH ROW WHEN (((new.cancelled_at IS NULL) AND (NOT new.ratio_exempt))) EXECUTE FUNCTION ratio_rule_holds()
  CREATE TRIGGER placement_total_cap AFTER INSERT OR UPDATE OF period, slot_id, cancelled_at ON public.placement FOR EACH ROW WHEN (((new.slot_id IS NOT NULL) AND (new.cancelled_at IS NULL))) EXECUTE FUNCTION total_cap_holds()
  grant delete, insert, select, update

table placement_hours -- row-level security enabled and forced
  organisation_id uuid not null
  placement_id uuid not null
  from_on date not null
  minutes_per_week integer not null
  constraint placement_hours_pk PRIMARY KEY (organisation_id, placement_id, from_on)
  constraint placement_hours_placement_fk FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id)
  constraint placement_hours_range CHECK (((minutes_per_week >= 0) AND (minutes_per_week <= 2220)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_ramp_changed AFTER INSERT OR DELETE OR UPDATE ON public.placement_hours FOR EACH ROW EXECUTE FUNCTION capacity_ramp_changed()
  grant delete, insert, select, update

table placement_pause -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  placement_id uuid not null
  period daterange not null
  starts_on date generated (lower(period))
  ends_on date generated (upper(period))
  reason text not null
  created_at timestamp with time zone not null
  created_by uuid
  cancelled_at timestamp with time zone
  version integer not null default 1
  constraint placement_pause_pk PRIMARY KEY (organisation_id, id)
  constraint placement_pause_created_by_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint placement_pause_placement_fk FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id)
  constraint placement_pause_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint placement_pause_shape CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
  constraint placement_pause_no_overlap EXCLUDE USING gist (organisation_id WITH =, placement_id WITH =, period WITH &&) WHERE ((cancelled_at IS NULL))
  CREATE INDEX placement_pause_by_placement using btree (organisation_id, placement_id, starts_on) WHERE (cancelled_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
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

table pulse -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  placement_id uuid not null
  mentor_id uuid not null
  iso_year integer not null
  iso_week integer not null
  mood text not null
  days_attended integer not null
  call_me boolean not null
  answered_on date not null
  answered_at timestamp with time zone not null
  version integer not null default 1
  constraint pulse_pk PRIMARY KEY (organisation_id, id)
  constraint pulse_once_a_week UNIQUE (organisation_id, placement_id, iso_year, iso_week)
  constraint pulse_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint pulse_placement_fk FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id)
  constraint pulse_days_range CHECK (((days_attended >= 0) AND (days_attended <= 7)))
  constraint pulse_mood CHECK ((mood = ANY (ARRAY['good'::text, 'okay'::text, 'hard'::text])))
  constraint pulse_week_exists CHECK (((iso_week >= 1) AND ((iso_week)::numeric <= EXTRACT(week FROM make_date(iso_year, 12, 28)))))
  CREATE INDEX pulse_by_mentor using btree (organisation_id, mentor_id, answered_on)
  CREATE INDEX pulse_by_week using btree (organisation_id, iso_year, iso_week)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table pulse_reminder -- row-level security enabled and forced
  organisation_id uuid not null
  placement_id uuid not null
  since date not null
  reminded_at timestamp with time zone not null
  constraint pulse_reminder_pk PRIMARY KEY (organisation_id, placement_id, since)
  constraint pulse_reminder_placement_fk FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table ratio_rule
  version text not null
  from_fte numeric[] not null
  per integer[] not null
  at_least integer not null
  months integer not null
  full_time_minutes integer not null
  measures text[] not null
  measures_by_choice text[] not null
  measures_checked text[] not null
  law text not null
  valid daterange not null
  constraint ratio_rule_pk PRIMARY KEY (version)
  constraint ratio_rule_steps CHECK (((cardinality(from_fte) = cardinality(per)) AND (cardinality(per) > 0)))
  constraint ratio_rule_valid_not_empty CHECK ((NOT isempty(valid)))
  constraint ratio_rule_no_overlap EXCLUDE USING gist (valid WITH &&)
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
  agreement_contact_user_id uuid
  agreement_follow_up_weeks integer
  agreement_follow_up_plan text
  constraint reservation_pk PRIMARY KEY (organisation_id, id)
  constraint reservation_agreement_contact_fk FOREIGN KEY (organisation_id, agreement_contact_user_id) REFERENCES app_user(organisation_id, id)
  constraint reservation_opening_fk FOREIGN KEY (organisation_id, opening_id) REFERENCES opening(organisation_id, id)
  constraint reservation_slot_fk FOREIGN KEY (organisation_id, slot_id) REFERENCES slot(organisation_id, id)
  constraint reservation_user_fk FOREIGN KEY (organisation_id, reserved_by) REFERENCES app_user(organisation_id, id)
  constraint reservation_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint reservation_agreement_outside_slots CHECK (((agreement_contact_user_id IS NULL) OR (slot_id IS NULL)))
  constraint reservation_agreement_plan_length CHECK (((length(agreement_follow_up_plan) >= 1) AND (length(agreement_follow_up_plan) <= 1000)))
  constraint reservation_agreement_weeks_range CHECK (((agreement_follow_up_weeks >= 1) AND (agreement_follow_up_weeks <= 52)))
  constraint reservation_agreement_whole CHECK ((num_nonnulls(agreement_contact_user_id, agreement_follow_up_weeks, agreement_follow_up_plan) = ANY (ARRAY[0, 3])))
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
  CREATE TRIGGER reservation_ratio_rule AFTER INSERT OR UPDATE OF seat ON public.reservation FOR EACH ROW WHEN (((new.seat IS NOT NULL) AND (new.ended_at IS NULL))) EXECUTE FUNCTION ratio_rule_holds()
  CREATE TRIGGER reservation_total_cap AFTER INSERT OR UPDATE OF seat, from_date, until_date ON public.reservation FOR EACH ROW WHEN (((new.slot_id IS NOT NULL) AND (new.seat IS NOT NULL) AND (new.ended_at IS NULL))) EXECUTE FUNCTION total_cap_holds()
  grant delete, insert, select, update

table retention_rule -- row-level security enabled and forced
  organisation_id uuid not null
  kind text not null
  valid_from date not null
  months integer not null
  created_at timestamp with time zone not null
  created_by uuid
  constraint retention_rule_pk PRIMARY KEY (organisation_id, kind, valid_from)
  constraint retention_rule_created_by_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint retention_rule_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint retention_rule_kind CHECK ((kind = ANY (ARRAY['citizen'::text, 'course'::text, 'reference'::text, 'access-log'::text, 'mentor'::text, 'journal'::text])))
  constraint retention_rule_months_range CHECK (((months >= 1) AND (months <= 120)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
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
  comes_with uuid
  goes_with uuid
  stays_until date
  left_on date
  member_workplace_id uuid generated (
CASE
    WHEN ((comes_with IS NULL) AND (left_on IS NULL)) THEN workplace_id
    ELSE NULL::uuid
END)
  constraint slot_pk PRIMARY KEY (organisation_id, id)
  constraint slot_number_once UNIQUE (organisation_id, agreement_id, number)
  constraint slot_agreement_fk FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
  constraint slot_agreement_workplace_fk FOREIGN KEY (organisation_id, agreement_id, member_workplace_id) REFERENCES agreement_workplace(organisation_id, agreement_id, workplace_id)
  constraint slot_comes_with_fk FOREIGN KEY (organisation_id, comes_with) REFERENCES agreement_version(organisation_id, id)
  constraint slot_goes_with_fk FOREIGN KEY (organisation_id, goes_with) REFERENCES agreement_version(organisation_id, id)
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
  CREATE TRIGGER capacity_capped_slot_changed AFTER INSERT OR UPDATE OF workplace_id, starts_on, ends_on ON public.slot FOR EACH ROW EXECUTE FUNCTION capacity_capped_slot_changed()
  CREATE TRIGGER capacity_slot_changed AFTER INSERT OR DELETE OR UPDATE OF workplace_id, model, sector_id, municipality_code, starts_on, ends_on ON public.slot FOR EACH ROW EXECUTE FUNCTION capacity_place_changed()
  CREATE TRIGGER capacity_slot_hours_changed AFTER UPDATE OF minutes_per_week ON public.slot FOR EACH ROW EXECUTE FUNCTION capacity_law_changed()
  CREATE TRIGGER slot_within_workplace BEFORE INSERT OR UPDATE OF workplace_id, starts_on, ends_on ON public.slot FOR EACH ROW EXECUTE FUNCTION slot_within_workplace()
  grant delete, insert, select, update

table staircase_step -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  name_da text not null
  name_en text not null
  position integer not null
  retired_on date
  version integer not null default 1
  constraint staircase_step_pk PRIMARY KEY (organisation_id, id)
  constraint staircase_step_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint staircase_step_name_da_length CHECK (((length(name_da) >= 1) AND (length(name_da) <= 40)))
  constraint staircase_step_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 40)))
  constraint staircase_step_position_range CHECK ((("position" >= 1) AND ("position" <= 99)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table start_terms -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  course_id uuid not null
  purpose text not null
  agreed_with_citizen_on date not null
  agreed_with_company_on date not null
  hours_outcome text not null
  hours_minutes integer
  hours_from date
  refused_reason text
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint start_terms_pk PRIMARY KEY (organisation_id, id)
  constraint start_terms_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id)
  constraint start_terms_agreed_has_hours CHECK ((((hours_outcome = 'agreed'::text) = (hours_minutes IS NOT NULL)) AND ((hours_minutes IS NULL) = (hours_from IS NULL))))
  constraint start_terms_minutes_range CHECK (((hours_minutes >= 30) AND (hours_minutes <= 2220)))
  constraint start_terms_outcome CHECK ((hours_outcome = ANY (ARRAY['agreed'::text, 'not_yet'::text, 'refused'::text])))
  constraint start_terms_purpose_length CHECK (((length(purpose) >= 1) AND (length(purpose) <= 1000)))
  constraint start_terms_reason_length CHECK (((length(refused_reason) >= 1) AND (length(refused_reason) <= 500)))
  constraint start_terms_refused_has_reason CHECK (((hours_outcome = 'refused'::text) = (refused_reason IS NOT NULL)))
  constraint start_terms_not_yet_has_criteria TRIGGER DEFERRABLE INITIALLY DEFERRED
  CREATE INDEX start_terms_by_course using btree (organisation_id, course_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE CONSTRAINT TRIGGER start_terms_not_yet_has_criteria AFTER INSERT OR UPDATE ON public.start_terms DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION start_terms_are_whole()
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

table task -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  kind text not null
  subject_type text not null
  subject_id uuid not null
  occasion text not null
  company_id uuid
  workplace_id uuid
  user_id uuid
  due_on date not null
  facts jsonb not null default '{}'::jsonb
  raised_at timestamp with time zone not null
  snoozed_until date
  escalated_at timestamp with time zone
  done_at timestamp with time zone
  done_by uuid
  done_note text
  version integer not null default 1
  overtaken boolean not null default false
  constraint task_pk PRIMARY KEY (organisation_id, id)
  constraint task_once_per_occasion UNIQUE (organisation_id, kind, subject_id, occasion)
  constraint task_company_fk FOREIGN KEY (organisation_id, company_id) REFERENCES company(organisation_id, id)
  constraint task_done_by_fk FOREIGN KEY (organisation_id, done_by) REFERENCES app_user(organisation_id, id)
  constraint task_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint task_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint task_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint task_kind_shape CHECK (((kind ~ '^[a-z]+(-[a-z]+)*$'::text) AND (length(kind) <= 60)))
  constraint task_note_length CHECK ((length(done_note) <= 500))
  constraint task_occasion_length CHECK (((length(occasion) >= 1) AND (length(occasion) <= 100)))
  constraint task_overtaken_is_done CHECK (((NOT overtaken) OR (done_at IS NOT NULL)))
  CREATE INDEX task_escalated using btree (organisation_id, due_on, id) WHERE ((done_at IS NULL) AND (escalated_at IS NOT NULL))
  CREATE INDEX task_open using btree (organisation_id, due_on, id) WHERE (done_at IS NULL)
  CREATE INDEX task_open_of_company using btree (organisation_id, company_id, due_on) WHERE ((done_at IS NULL) AND (company_id IS NOT NULL))
  CREATE INDEX task_open_of_kind using btree (organisation_id, kind, subject_id) WHERE (done_at IS NULL)
  CREATE INDEX task_open_of_user using btree (organisation_id, user_id, due_on, id) WHERE (done_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

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

table training_certificate -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  enrolment_id uuid not null
  course_id uuid not null
  mentor_id uuid
  user_id uuid
  issued_on date not null
  expires_on date not null
  trained_before date
  until_before date
  warned_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_by uuid
  created_at timestamp with time zone not null
  created_by uuid
  constraint training_certificate_pk PRIMARY KEY (organisation_id, id)
  constraint training_certificate_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES training_course(organisation_id, id)
  constraint training_certificate_enrolment_fk FOREIGN KEY (organisation_id, enrolment_id) REFERENCES training_enrolment(organisation_id, id)
  constraint training_certificate_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint training_certificate_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint training_certificate_one_person CHECK (((mentor_id IS NULL) <> (user_id IS NULL)))
  constraint training_certificate_order CHECK ((expires_on > issued_on))
  CREATE INDEX training_certificate_by_mentor using btree (organisation_id, mentor_id, expires_on) WHERE (revoked_at IS NULL)
  CREATE INDEX training_certificate_by_user using btree (organisation_id, user_id, expires_on) WHERE (revoked_at IS NULL)
  CREATE INDEX training_certificate_expiring using btree (organisation_id, expires_on) WHERE ((revoked_at IS NULL) AND (warned_at IS NULL))
  CREATE UNIQUE INDEX training_certificate_once using btree (organisation_id, enrolment_id) WHERE (revoked_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table training_course -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  kind text not null
  name text not null
  description text
  valid_months integer
  retired_on date
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint training_course_pk PRIMARY KEY (organisation_id, id)
  constraint training_course_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  constraint training_course_description_length CHECK ((length(description) <= 2000))
  constraint training_course_kind CHECK ((kind = ANY (ARRAY['first'::text, 'refresher'::text, 'network'::text])))
  constraint training_course_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint training_course_validity CHECK ((((kind = 'network'::text) = (valid_months IS NULL)) AND ((valid_months >= 1) AND (valid_months <= 120))))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table training_enrolment -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  session_id uuid not null
  mentor_id uuid
  user_id uuid
  seat integer
  invited_at timestamp with time zone not null
  invited_by uuid
  accepted_at timestamp with time zone
  declined_at timestamp with time zone
  decline_reason text
  reminded_at timestamp with time zone
  attended_at timestamp with time zone
  absent_at timestamp with time zone
  marked_by uuid
  version integer not null default 1
  constraint training_enrolment_pk PRIMARY KEY (organisation_id, id)
  constraint training_enrolment_mentor_once UNIQUE (organisation_id, session_id, mentor_id)
  constraint training_enrolment_user_once UNIQUE (organisation_id, session_id, user_id)
  constraint training_enrolment_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint training_enrolment_session_fk FOREIGN KEY (organisation_id, session_id) REFERENCES training_session(organisation_id, id)
  constraint training_enrolment_user_fk FOREIGN KEY (organisation_id, user_id) REFERENCES app_user(organisation_id, id)
  constraint training_enrolment_one_answer CHECK (((accepted_at IS NULL) OR (declined_at IS NULL)))
  constraint training_enrolment_one_mark CHECK (((attended_at IS NULL) OR (absent_at IS NULL)))
  constraint training_enrolment_one_person CHECK (((mentor_id IS NULL) <> (user_id IS NULL)))
  constraint training_enrolment_reason_length CHECK ((length(decline_reason) <= 500))
  constraint training_enrolment_seat_is_accepted CHECK (((seat IS NULL) OR (accepted_at IS NOT NULL)))
  constraint training_enrolment_seat_range CHECK (((seat >= 1) AND (seat <= 500)))
  CREATE INDEX training_enrolment_by_mentor using btree (organisation_id, mentor_id) WHERE (mentor_id IS NOT NULL)
  CREATE INDEX training_enrolment_by_user using btree (organisation_id, user_id) WHERE (user_id IS NOT NULL)
  CREATE UNIQUE INDEX training_enrolment_seat_once using btree (organisation_id, session_id, seat) WHERE (seat IS NOT NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table training_link -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  enrolment_id uuid not null
  created_at timestamp with time zone not null
  constraint training_link_pk PRIMARY KEY (organisation_id, token_hash)
  constraint training_link_enrolment_fk FOREIGN KEY (organisation_id, enrolment_id) REFERENCES training_enrolment(organisation_id, id)
  CREATE INDEX training_link_by_enrolment using btree (organisation_id, enrolment_id)
  CREATE INDEX training_link_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table training_session -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  course_id uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  seats integer not null
  place text
  video_url text
  cancelled_at timestamp with time zone
  cancelled_by uuid
  cancel_reason text
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint training_session_pk PRIMARY KEY (organisation_id, id)
  constraint training_session_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES training_course(organisation_id, id)
  constraint training_session_cancel_has_reason CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
  constraint training_session_order CHECK ((ends_at > starts_at))
  constraint training_session_place_length CHECK (((length(place) >= 1) AND (length(place) <= 200)))
  constraint training_session_seats_range CHECK (((seats >= 1) AND (seats <= 500)))
  constraint training_session_somewhere CHECK (((place IS NOT NULL) OR (video_url IS NOT NULL)))
  constraint training_session_video_shape CHECK (((video_url ~ '^https://'::text) AND (length(video_url) <= 500)))
  CREATE INDEX training_session_by_course using btree (organisation_id, course_id, starts_at)
  CREATE INDEX training_session_by_time using btree (organisation_id, starts_at) WHERE (cancelled_at IS NULL)
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

table visit -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  kind text not null
  citizen_id uuid not null
  workplace_id uuid not null
  opening_id uuid
  reservation_id uuid
  arranged_by uuid not null
  contact_name text
  contact_email text
  meeting_place text
  note text
  minutes integer not null
  chosen integer
  chosen_at timestamp with time zone
  none_fits_at timestamp with time zone
  none_fits_note text
  outcome text
  outcome_reason text
  outcome_at timestamp with time zone
  outcome_by uuid
  next_reservation_id uuid
  cancelled_at timestamp with time zone
  cancel_reason text
  created_at timestamp with time zone not null
  version integer not null default 1
  constraint visit_pk PRIMARY KEY (organisation_id, id)
  constraint visit_arranged_by_fk FOREIGN KEY (organisation_id, arranged_by) REFERENCES app_user(organisation_id, id)
  constraint visit_chosen_is_proposed FOREIGN KEY (organisation_id, id, chosen) REFERENCES visit_time(organisation_id, visit_id, number)
  constraint visit_citizen_fk FOREIGN KEY (organisation_id, citizen_id) REFERENCES citizen(organisation_id, id)
  constraint visit_next_reservation_fk FOREIGN KEY (organisation_id, next_reservation_id) REFERENCES reservation(organisation_id, id)
  constraint visit_opening_fk FOREIGN KEY (organisation_id, opening_id) REFERENCES opening(organisation_id, id)
  constraint visit_outcome_by_fk FOREIGN KEY (organisation_id, outcome_by) REFERENCES app_user(organisation_id, id)
  constraint visit_reservation_fk FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation(organisation_id, id)
  constraint visit_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint visit_cancel_reason_length CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 500)))
  constraint visit_chosen_range CHECK (((chosen >= 1) AND (chosen <= 3)))
  constraint visit_chosen_when CHECK (((chosen IS NULL) = (chosen_at IS NULL)))
  constraint visit_coffee_is_about_a_place CHECK (((kind <> 'coffee'::text) OR ((opening_id IS NOT NULL) AND (reservation_id IS NOT NULL))))
  constraint visit_contact_email_shape CHECK (((contact_email ~~ '%_@_%'::text) AND (length(contact_email) <= 254)))
  constraint visit_contact_name_length CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 120)))
  constraint visit_kind CHECK ((kind = ANY (ARRAY['taster'::text, 'coffee'::text])))
  constraint visit_minutes_range CHECK (((minutes >= 15) AND (minutes <= 480)))
  constraint visit_none_fits_note_length CHECK (((length(none_fits_note) >= 1) AND (length(none_fits_note) <= 500)))
  constraint visit_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500)))
  constraint visit_one_end CHECK ((num_nonnulls(outcome_at, cancelled_at) <= 1))
  constraint visit_outcome CHECK ((outcome = ANY (ARRAY['match'::text, 'no_match'::text, 'other_slot'::text])))
  constraint visit_outcome_has_reason CHECK (((outcome IS NULL) OR (outcome = 'match'::text) OR (outcome_reason IS NOT NULL)))
  constraint visit_outcome_reason_length CHECK (((length(outcome_reason) >= 1) AND (length(outcome_reason) <= 500)))
  constraint visit_outcome_when CHECK (((outcome IS NULL) = (outcome_at IS NULL)))
  constraint visit_place_length CHECK (((length(meeting_place) >= 1) AND (length(meeting_place) <= 200)))
  CREATE INDEX visit_by_citizen using btree (organisation_id, citizen_id, id DESC)
  CREATE UNIQUE INDEX visit_holds_once using btree (organisation_id, reservation_id) WHERE ((reservation_id IS NOT NULL) AND (outcome_at IS NULL) AND (cancelled_at IS NULL))
  CREATE INDEX visit_open using btree (organisation_id, arranged_by, id) WHERE ((outcome_at IS NULL) AND (cancelled_at IS NULL))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table visit_link -- row-level security enabled and forced
  organisation_id uuid not null
  token_hash text not null
  visit_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  renewed_at timestamp with time zone
  constraint visit_link_pk PRIMARY KEY (organisation_id, token_hash)
  constraint visit_link_visit_fk FOREIGN KEY (organisation_id, visit_id) REFERENCES visit(organisation_id, id)
  CREATE INDEX visit_link_by_token using btree (token_hash)
  policy own_organisation to everybody for all using ((organisation_id = ( SELECT app_organisation() AS app_organisation)) OR (token_hash = ( SELECT app_presented() AS app_presented)))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table visit_time -- row-level security enabled and forced
  organisation_id uuid not null
  visit_id uuid not null
  number integer not null
  starts_at timestamp with time zone not null
  constraint visit_time_pk PRIMARY KEY (organisation_id, visit_id, number)
  constraint visit_time_once UNIQUE (organisation_id, visit_id, starts_at)
  constraint visit_time_visit_fk FOREIGN KEY (organisation_id, visit_id) REFERENCES visit(organisation_id, id)
  constraint visit_time_number_range CHECK (((number >= 1) AND (number <= 3)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table what_it_takes -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  start_terms_id uuid not null
  criterion text not null
  review_on date not null
  met_on date
  version integer not null default 1
  written_at timestamp with time zone
  written_by uuid
  constraint what_it_takes_pk PRIMARY KEY (organisation_id, id)
  constraint what_it_takes_terms_fk FOREIGN KEY (organisation_id, start_terms_id) REFERENCES start_terms(organisation_id, id)
  constraint what_it_takes_written_by_fk FOREIGN KEY (organisation_id, written_by) REFERENCES app_user(organisation_id, id)
  constraint what_it_takes_criterion_length CHECK (((length(criterion) >= 1) AND (length(criterion) <= 300)))
  constraint what_it_takes_written_at_known CHECK ((written_at IS NOT NULL))
  CREATE INDEX what_it_takes_by_terms using btree (organisation_id, start_terms_id)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER what_it_takes_is_kept AFTER INSERT OR UPDATE ON public.what_it_takes FOR EACH ROW EXECUTE FUNCTION keep_what_it_takes()
  grant delete, insert, select, update

table what_it_takes_version -- row-level security enabled and forced
  organisation_id uuid not null
  what_it_takes_id uuid not null
  number integer not null
  criterion text not null
  review_on date not null
  met_on date
  written_at timestamp with time zone not null
  written_by uuid
  constraint what_it_takes_version_pk PRIMARY KEY (organisation_id, what_it_takes_id, number)
  constraint what_it_takes_version_of_fk FOREIGN KEY (organisation_id, what_it_takes_id) REFERENCES what_it_takes(organisation_id, id)
  constraint what_it_takes_version_written_by_fk FOREIGN KEY (organisation_id, written_by) REFERENCES app_user(organisation_id, id)
  constraint what_it_takes_version_number_range CHECK ((number >= 1))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER what_it_takes_version_is_append_only BEFORE DELETE OR UPDATE ON public.what_it_takes_version FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant delete, insert, select, update

table work_agreement -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  course_id uuid not null
  placement_id uuid not null
  number integer not null
  pen text not null
  responsible_user_id uuid not null
  goal text not null
  purpose text not null
  tasks text not null
  attendance text not null
  mentor_id uuid
  mentor_tasks text
  created_at timestamp with time zone not null
  created_by uuid
  constraint work_agreement_pk PRIMARY KEY (organisation_id, id)
  constraint work_agreement_number_once UNIQUE (organisation_id, course_id, number)
  constraint work_agreement_course_fk FOREIGN KEY (organisation_id, course_id) REFERENCES course(organisation_id, id)
  constraint work_agreement_mentor_fk FOREIGN KEY (organisation_id, mentor_id) REFERENCES mentor(organisation_id, id)
  constraint work_agreement_placement_fk FOREIGN KEY (organisation_id, placement_id) REFERENCES placement(organisation_id, id)
  constraint work_agreement_responsible_fk FOREIGN KEY (organisation_id, responsible_user_id) REFERENCES app_user(organisation_id, id)
  constraint work_agreement_attendance_length CHECK (((length(attendance) >= 1) AND (length(attendance) <= 500)))
  constraint work_agreement_fourth_topic_with_mentor CHECK (((mentor_id IS NULL) = (mentor_tasks IS NULL)))
  constraint work_agreement_goal_length CHECK (((length(goal) >= 1) AND (length(goal) <= 1000)))
  constraint work_agreement_mentor_tasks_length CHECK (((length(mentor_tasks) >= 1) AND (length(mentor_tasks) <= 1000)))
  constraint work_agreement_number_range CHECK ((number >= 1))
  constraint work_agreement_pen CHECK ((pen = ANY (ARRAY['citizen'::text, 'consultant'::text, 'caseworker'::text])))
  constraint work_agreement_purpose_length CHECK (((length(purpose) >= 1) AND (length(purpose) <= 1000)))
  constraint work_agreement_tasks_length CHECK (((length(tasks) >= 1) AND (length(tasks) <= 1000)))
  constraint work_agreement_has_paid_hours TRIGGER DEFERRABLE INITIALLY DEFERRED
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE CONSTRAINT TRIGGER work_agreement_has_paid_hours AFTER INSERT ON public.work_agreement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION work_agreement_is_whole()
  CREATE TRIGGER work_agreement_is_append_only BEFORE DELETE OR UPDATE ON public.work_agreement FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

table work_agreement_milestone -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  work_agreement_id uuid not null
  position integer not null
  milestone text not null
  due_on date
  paid_hours boolean not null
  constraint work_agreement_milestone_pk PRIMARY KEY (organisation_id, id)
  constraint work_agreement_milestone_position UNIQUE (organisation_id, work_agreement_id, "position")
  constraint work_agreement_milestone_agreement_fk FOREIGN KEY (organisation_id, work_agreement_id) REFERENCES work_agreement(organisation_id, id)
  constraint work_agreement_milestone_length CHECK (((length(milestone) >= 1) AND (length(milestone) <= 300)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER work_agreement_milestone_is_append_only BEFORE DELETE OR UPDATE ON public.work_agreement_milestone FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

table work_agreement_signature -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  work_agreement_id uuid not null
  party text not null
  signed_on date not null
  on_behalf_reason text
  created_at timestamp with time zone not null
  created_by uuid
  constraint work_agreement_signature_pk PRIMARY KEY (organisation_id, id)
  constraint work_agreement_signature_once UNIQUE (organisation_id, work_agreement_id, party)
  constraint work_agreement_signature_agreement_fk FOREIGN KEY (organisation_id, work_agreement_id) REFERENCES work_agreement(organisation_id, id)
  constraint work_agreement_signature_party CHECK ((party = ANY (ARRAY['citizen'::text, 'company'::text, 'organisation'::text])))
  constraint work_agreement_signature_reason_length CHECK (((length(on_behalf_reason) >= 1) AND (length(on_behalf_reason) <= 500)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER work_agreement_signature_is_append_only BEFORE DELETE OR UPDATE ON public.work_agreement_signature FOR EACH ROW EXECUTE FUNCTION refuse_change()
  grant insert, select

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
  CREATE INDEX workplace_by_name using btree (organisation_id, name, id)
  CREATE INDEX workplace_by_sector using btree (organisation_id, sector_id, municipality_code)
  CREATE INDEX workplace_search_within using gin (organisation_id, municipality_code, sector_id, search_text gin_trgm_ops)
  policy found_by_function to indgang_owner for r using true
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_workplace_changed AFTER UPDATE OF sector_id, municipality_code, closed_on ON public.workplace FOR EACH ROW WHEN ((((old.sector_id IS DISTINCT FROM new.sector_id) OR (old.municipality_code IS DISTINCT FROM new.municipality_code)) OR (old.closed_on IS DISTINCT FROM new.closed_on))) EXECUTE FUNCTION capacity_place_changed()
  CREATE TRIGGER capacity_workplace_employees_changed AFTER UPDATE OF employees_fte ON public.workplace FOR EACH ROW WHEN ((old.employees_fte IS DISTINCT FROM new.employees_fte)) EXECUTE FUNCTION capacity_workplace_employees_changed()
  CREATE TRIGGER workplace_carries AFTER UPDATE OF sector_id, municipality_code, lat, lon, search_text ON public.workplace FOR EACH ROW WHEN ((((((old.sector_id IS DISTINCT FROM new.sector_id) OR (old.municipality_code IS DISTINCT FROM new.municipality_code)) OR (old.lat IS DISTINCT FROM new.lat)) OR (old.lon IS DISTINCT FROM new.lon)) OR (old.search_text IS DISTINCT FROM new.search_text))) EXECUTE FUNCTION workplace_carries()
  grant delete, insert, select, update

table workplace_closure -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  workplace_id uuid not null
  period daterange not null
  starts_on date generated (lower(period))
  ends_on date generated (upper(period))
  reason text not null
  created_at timestamp with time zone not null
  created_by uuid
  cancelled_at timestamp with time zone
  version integer not null default 1
  constraint workplace_closure_pk PRIMARY KEY (organisation_id, id)
  constraint workplace_closure_created_by_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint workplace_closure_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint workplace_closure_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
  constraint workplace_closure_shape CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
  constraint workplace_closure_no_overlap EXCLUDE USING gist (organisation_id WITH =, workplace_id WITH =, period WITH &&) WHERE ((cancelled_at IS NULL))
  CREATE INDEX workplace_closure_by_workplace using btree (organisation_id, workplace_id, starts_on) WHERE (cancelled_at IS NULL)
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  grant delete, insert, select, update

table workplace_employees -- row-level security enabled and forced
  organisation_id uuid not null
  id uuid not null
  workplace_id uuid not null
  month date not null
  fte numeric(8,2) not null
  created_at timestamp with time zone not null
  created_by uuid
  version integer not null default 1
  constraint workplace_employees_pk PRIMARY KEY (organisation_id, id)
  constraint workplace_employees_once UNIQUE (organisation_id, workplace_id, month)
  constraint workplace_employees_created_by_fk FOREIGN KEY (organisation_id, created_by) REFERENCES app_user(organisation_id, id)
  constraint workplace_employees_workplace_fk FOREIGN KEY (organisation_id, workplace_id) REFERENCES workplace(organisation_id, id)
  constraint workplace_employees_month CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone)))
  constraint workplace_employees_range CHECK (((fte >= (0)::numeric) AND (fte <= (100000)::numeric)))
  policy own_organisation to everybody for all using (organisation_id = ( SELECT app_organisation() AS app_organisation))
    with check (organisation_id = ( SELECT app_organisation() AS app_organisation))
  CREATE TRIGGER capacity_employees_stated AFTER INSERT OR DELETE OR UPDATE ON public.workplace_employees FOR EACH ROW EXECUTE FUNCTION capacity_law_changed()
  grant delete, insert, select, update

CREATE OR REPLACE FUNCTION public.agreement_full_days(of_slot uuid)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE
AS $function$
  with mine as (
    select s.agreement_id, a.total_cap
      from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
     where s.organisation_id = (select app_organisation()) and s.id = of_slot and a.total_cap is not null
  ), others as (
    select p.period
      from mine join slot t on t.organisation_id = (select app_organisation()) and t.agreement_id = mine.agreement_id and t.id <> of_slot
      join placement p on p.organisation_id = t.organisation_id and p.slot_id = t.id and p.cancelled_at is null
  ), edges as (
    select lower(period) as day from others union select upper(period) from others
  ), spans as (
    select daterange(day, lead(day) over (order by day)) as span from edges
  )
  select coalesce(range_agg(span), '{}') from spans
   where not upper_inf(span) and (select count(*) from others o where o.period @> lower(span)) >= (select total_cap from mine)
$function$


CREATE OR REPLACE FUNCTION public.agreement_peak(of_agreement uuid, from_day date, until_day date, but_slot uuid)
 RETURNS integer
 LANGUAGE sql
AS $function$
  with claim as (
    select p.slot_id, p.period
      from slot s join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
     where s.organisation_id = (select app_organisation()) and s.agreement_id = of_agreement and p.period && daterange(from_day, until_day)
    union all
    select r.slot_id, daterange(r.from_date, r.until_date)
      from slot s join reservation r on r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null
     where s.organisation_id = (select app_organisation()) and s.agreement_id = of_agreement and daterange(r.from_date, r.until_date) && daterange(from_day, until_day)
  )
  -- There are never more than on a day when one of them begins.
  select coalesce(max(n), 0)::int from (
    select count(distinct c.slot_id) as n
      from (select distinct greatest(lower(period), from_day) as day from claim) d
      join claim c on c.period @> d.day and c.slot_id is distinct from but_slot
     group by d.day) days
$function$


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


CREATE OR REPLACE FUNCTION public.capacity_capped_slot_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capped_siblings(new.organisation_id, new.id);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_claim_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.slot_id is not null then
    perform note_capacity_change(new.organisation_id, new.slot_id, null, null);
    perform note_capped_siblings(new.organisation_id, new.slot_id);
  end if;
  perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_law_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then
    perform note_capacity_change(old.organisation_id, old.workplace_id, null, null);
  end if;
  if tg_op <> 'DELETE' then
    perform note_capacity_change(new.organisation_id, new.workplace_id, null, null);
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_mentor_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    perform note_capacity_change(old.organisation_id, old.workplace_id, null, null);
  end if;
  perform note_mentor_change(new.organisation_id, new.id);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_mentors_days_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_mentor_change(new.organisation_id, new.mentor_id);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_mentors_load_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.mentor_id is distinct from new.mentor_id then
    perform note_mentor_change(old.organisation_id, old.mentor_id);
  end if;
  perform note_mentor_change(new.organisation_id, new.mentor_id);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_pause_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capacity_change(new.organisation_id, s.id, null, null)
     from slot s where s.organisation_id = new.organisation_id and s.agreement_id = new.agreement_id;
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


CREATE OR REPLACE FUNCTION public.capacity_ramp_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capacity_change(p.organisation_id, p.workplace_id, null, null)
     from placement p
    where (p.organisation_id, p.id) in ((old.organisation_id, old.placement_id), (new.organisation_id, new.placement_id));
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_ratio_choice_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capacity_change(new.organisation_id, null, c.sector_id, c.municipality_code)
     from (select distinct s.sector_id, s.municipality_code from slot s where s.organisation_id = new.organisation_id) c;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.capacity_workplace_employees_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform note_capacity_change(new.organisation_id, new.id, null, null);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.citizen_has_one_primary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  organisation uuid := changed ->> 'organisation_id';
  citizen uuid := changed ->> case tg_table_name when 'citizen' then 'id' else 'citizen_id' end;
  whole datemultirange;
begin
  select range_agg(days) into whole from (
    select r.valid as days from citizen_role r where r.organisation_id = organisation and r.citizen_id = citizen and r.is_primary
    union all
    select a.during from citizen_away a where a.organisation_id = organisation and a.citizen_id = citizen) all_days;
  if whole is null or (select count(*) from unnest(whole)) <> 1 or not upper_inf(whole) then
    raise exception 'a citizen has a primary contact on every day' using errcode = '23514', constraint = 'citizen_has_one_primary', table = 'citizen_role';
  end if;
  if exists (select from citizen_role r join citizen_away a on a.organisation_id = r.organisation_id and a.citizen_id = r.citizen_id and a.during && r.valid
              where r.organisation_id = organisation and r.citizen_id = citizen) then
    raise exception 'nobody is attached to a citizen who is away' using errcode = '23514', constraint = 'citizen_away_has_no_role', table = 'citizen_role';
  end if;
  if exists (select from citizen_role s where s.organisation_id = organisation and s.citizen_id = citizen and s.stands_in_for is not null
                and not coalesce((select range_agg(o.valid) from citizen_role o where o.organisation_id = s.organisation_id and o.citizen_id = citizen
                                     and o.user_id = s.user_id and o.stands_in_for is null) @> s.valid, false)) then
    raise exception 'a stand-in is one of those attached' using errcode = '23514', constraint = 'citizen_stand_in_is_attached', table = 'citizen_role';
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


CREATE OR REPLACE FUNCTION public.course_first_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.next_follow_up_on := coalesce(new.next_follow_up_on, new.opened_on + 14);
  return new;
end $function$


CREATE OR REPLACE FUNCTION public.employees_before(of_workplace uuid, on_day date)
 RETURNS numeric
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select avg(e.fte) from workplace_employees e
   where e.organisation_id = (select app_organisation()) and e.workplace_id = of_workplace and e.month < date_trunc('month', on_day)
     and e.month > (select max(n.month) from workplace_employees n
                     where n.organisation_id = (select app_organisation()) and n.workplace_id = of_workplace and n.month < date_trunc('month', on_day))
                   - make_interval(months => (select r.months from ratio_rule r where r.valid @> on_day))
$function$


CREATE OR REPLACE FUNCTION public.erase_citizens_texts(citizens uuid[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  those uuid[];
  courses uuid[];
  agreements uuid[];
  criteria uuid[];
begin
  those := array(select id from citizen where organisation_id = app_organisation() and id = any (citizens) and pseudonymised_on is not null);
  courses := array(select id from course where organisation_id = app_organisation() and citizen_id = any (those));
  agreements := array(select id from work_agreement where organisation_id = app_organisation() and course_id = any (courses));
  criteria := array(select w.id from what_it_takes w join start_terms t on t.organisation_id = w.organisation_id and t.id = w.start_terms_id
                     where w.organisation_id = app_organisation() and t.course_id = any (courses));
  perform set_config('app.erasing', 'yes', true);
  -- The wordings there have been go first; the update then leaves one version of no words.
  delete from what_it_takes_version where organisation_id = app_organisation() and what_it_takes_id = any (criteria);
  update what_it_takes set criterion = '–' where organisation_id = app_organisation() and id = any (criteria);
  delete from work_agreement_signature where organisation_id = app_organisation() and work_agreement_id = any (agreements);
  delete from work_agreement_milestone where organisation_id = app_organisation() and work_agreement_id = any (agreements);
  delete from work_agreement where organisation_id = app_organisation() and id = any (agreements);
  delete from follow_up where organisation_id = app_organisation() and course_id = any (courses);
  update citizen_step set next_goal = null where organisation_id = app_organisation() and citizen_id = any (those) and next_goal is not null;
  update journal_entry set before = before - 'caseRef', after = after - 'caseRef'
   where organisation_id = app_organisation() and subject_id = any (those) and (before ? 'caseRef' or after ? 'caseRef');
  perform set_config('app.erasing', '', true);
  return cardinality(those);
end $function$


CREATE OR REPLACE FUNCTION public.erase_log(what text, older_than timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone bigint;
begin
  if older_than is null or older_than > now() - interval '180 days' then
    raise exception 'a log is kept for half a year at least' using errcode = '22023';
  end if;
  perform set_config('app.erasing', 'yes', true);
  if what = 'access-log' then
    delete from citizen_seen where organisation_id = app_organisation() and at < older_than;
  else
    delete from journal_entry where organisation_id = app_organisation() and at < older_than;
  end if;
  get diagnostics gone = row_count;
  perform set_config('app.erasing', '', true);
  return gone;
end $function$


CREATE OR REPLACE FUNCTION public.find_workplaces(typed text, at_most integer)
 RETURNS TABLE(workplace_id uuid, rank integer)
 LANGUAGE sql
 STABLE ROWS 20
AS $function$
  select * from find_workplaces(typed, at_most, null, null, null)
$function$


CREATE OR REPLACE FUNCTION public.find_workplaces(typed text, at_most integer, in_sector uuid, in_municipality text, of_responsible uuid)
 RETURNS TABLE(workplace_id uuid, rank integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  wanted text := btrim(regexp_replace(translate(fold_danish(left(typed, 200)), '%_\', '   '), '\s+', ' ', 'g'));
  words text[] := (string_to_array(wanted, ' '))[1:6];
  -- The companies of one person are a few thousand at most, and reading them beats any index; whoever is said to be
  -- responsible for more (an import) finds hits soon enough among all.
  theirs uuid[] := array(select c.id from company c where c.responsible_user_id = of_responsible limit 3000);
  few constant boolean := of_responsible is not null and cardinality(theirs) < 3000;
  -- A filter that is not given is null, and so is all that is joined to it. A company's organisation is left to its
  -- policy: named here, the planner would hold it against the workplace and read no index of text.
  source constant text := concat(
    format('workplace w where w.organisation_id = %L', app_organisation()),
    ' and w.sector_id = ' || quote_literal(in_sector),
    ' and w.municipality_code = ' || quote_literal(in_municipality),
    case when few then ' and w.company_id = any ($3) offset 0'
         else ' and w.company_id in (select c.id from company c where c.responsible_user_id = ' || quote_literal(of_responsible) || ')' end);
  search constant text := 'select array(select w.id from (select * from ' || replace(source, '%', '%%') || ') w where w.id <> all ($1) and %s limit $2)';
  hits uuid[] := '{}';
  more uuid[];
  condition text;
begin
  if wanted = '' then return; end if;
  execute format(search, format('left(w.search_text, 60) like %L order by left(w.search_text, 60) using ~<~, w.id', left(wanted, 60) || '%'))
    into hits using hits, at_most, theirs;
  -- A trigram index knows no words of one or two letters.
  if cardinality(hits) < at_most and (select max(length(word)) from unnest(words) word) > 2 then
    execute format(search, (select string_agg(format('w.search_text like %L', '%' || word || '%'), ' and ') from unnest(words) word))
      into more using hits, at_most - cardinality(hits), theirs;
    hits := hits || more;
    if hits = '{}' then
      for condition in select * from meant_conditions(words) loop
        execute format(search, condition) into more using hits, 60, theirs;
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


CREATE OR REPLACE FUNCTION public.keep_mentor_address()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if coalesce(new.email, '') = '' then
    delete from mentor_address a where a.organisation_id = new.organisation_id and a.mentor_id = new.id;
  else
    insert into mentor_address (organisation_id, mentor_id, email) values (new.organisation_id, new.id, lower(new.email))
      on conflict on constraint mentor_address_pk do update set email = excluded.email;
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.keep_what_it_takes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into what_it_takes_version (organisation_id, what_it_takes_id, number, criterion, review_on, met_on, written_at, written_by)
  values (new.organisation_id, new.id, new.version, new.criterion, new.review_on, new.met_on, new.written_at, new.written_by);
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.legal_room(of_workplace uuid, on_day date)
 RETURNS TABLE(employees numeric, cap integer, used_minutes integer, full_time_minutes integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select e.fte, ratio_cap(e.fte, r.from_fte, r.per, r.at_least), coalesce((
             select sum(coalesce((select h.minutes_per_week from placement_hours h
                                   where h.organisation_id = p.organisation_id and h.placement_id = p.id and h.from_on <= on_day
                                   order by h.from_on desc limit 1), p.minutes_per_week))
               from placement p
              where p.organisation_id = (select app_organisation()) and p.workplace_id = of_workplace and p.cancelled_at is null
                and p.starts_on <= on_day and p.ends_on > on_day and not p.ratio_exempt
                and (p.measure_type_code = any (r.measures)
                     or (p.measure_type_code = any (r.measures_by_choice) and (select o.ratio_counts_by_choice from organisation o where o.organisation_id = app_organisation())))), 0)::integer,
           r.full_time_minutes
      from ratio_rule r
      join (select coalesce(employees_before(of_workplace, on_day), w.employees_fte) as fte from workplace w
             where w.organisation_id = (select app_organisation()) and w.id = of_workplace) e on e.fte is not null
     where r.valid @> on_day
  $function$


CREATE OR REPLACE FUNCTION public.legal_rooms(on_day date)
 RETURNS TABLE(workplace_id uuid, employees numeric, cap integer, used_minutes integer, full_time_minutes integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select w.id, coalesce(stated.fte, w.employees_fte), ratio_cap(coalesce(stated.fte, w.employees_fte), r.from_fte, r.per, r.at_least),
           coalesce(used.minutes, 0)::integer, r.full_time_minutes
      from workplace w
      join ratio_rule r on r.valid @> on_day
      left join (select e.workplace_id, avg(e.fte) as fte
                   from (select n.workplace_id, n.fte, n.month, max(n.month) over (partition by n.workplace_id) as newest
                           from workplace_employees n
                          where n.organisation_id = (select app_organisation()) and n.month < date_trunc('month', on_day)) e
                  where e.month > e.newest - make_interval(months => (select l.months from ratio_rule l where l.valid @> on_day))
                  group by e.workplace_id) stated on stated.workplace_id = w.id
      left join (select p.workplace_id, sum(coalesce(ramp.minutes_per_week, p.minutes_per_week)) as minutes
                   from placement p
                   join ratio_rule c on c.valid @> on_day
                   left join (select distinct on (h.placement_id) h.placement_id, h.minutes_per_week from placement_hours h
                               where h.organisation_id = (select app_organisation()) and h.from_on <= on_day
                               order by h.placement_id, h.from_on desc) ramp on ramp.placement_id = p.id
                  where p.organisation_id = (select app_organisation()) and p.cancelled_at is null and p.starts_on <= on_day and p.ends_on > on_day
                    and not p.ratio_exempt
                    and (p.measure_type_code = any (c.measures)
                         or (p.measure_type_code = any (c.measures_by_choice) and (select o.ratio_counts_by_choice from organisation o where o.organisation_id = app_organisation())))
                  group by p.workplace_id) used on used.workplace_id = w.id
     where w.organisation_id = (select app_organisation()) and coalesce(stated.fte, w.employees_fte) is not null
  $function$


CREATE OR REPLACE FUNCTION public.lock_total_cap(of_agreement uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtextextended('agreement_total_cap' || of_agreement, 0))
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


CREATE OR REPLACE FUNCTION public.mentor_headroom(of_workplace uuid, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select coalesce((select sum(m.accepts) from mentors_on(on_day) m where m.workplace_id = of_workplace and not m.away), 0)::integer
         - (select count(*) from placement p
             where p.organisation_id = (select app_organisation()) and p.workplace_id = of_workplace and p.cancelled_at is null
               and p.starts_on <= on_day and p.ends_on > on_day)::integer
         - (select count(*) from mentors_on(on_day) m
              join placement p on p.organisation_id = m.organisation_id and p.mentor_id = m.mentor_id
             where m.workplace_id = of_workplace and not m.away and p.workplace_id <> of_workplace and p.cancelled_at is null
               and p.starts_on <= on_day and p.ends_on > on_day)::integer
  $function$


CREATE OR REPLACE FUNCTION public.mentor_headrooms(on_day date)
 RETURNS TABLE(workplace_id uuid, headroom integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    with present as materialized (
      select m.workplace_id, m.mentor_id, m.accepts from mentors_on(on_day) m where not m.away
    ), covering as materialized (
      select p.workplace_id, p.mentor_id from placement p
       where p.organisation_id = (select app_organisation()) and p.cancelled_at is null and p.starts_on <= on_day and p.ends_on > on_day
    )
    select load.workplace_id, (load.accepts - coalesce(here.n, 0) - coalesce(elsewhere.n, 0))::integer
      from (select present.workplace_id, sum(present.accepts) as accepts from present group by present.workplace_id) load
      left join (select covering.workplace_id, count(*) as n from covering group by covering.workplace_id) here on here.workplace_id = load.workplace_id
      left join (select present.workplace_id, count(*) as n from present
                   join covering on covering.mentor_id = present.mentor_id and covering.workplace_id <> present.workplace_id
                  group by present.workplace_id) elsewhere on elsewhere.workplace_id = load.workplace_id
  $function$


CREATE OR REPLACE FUNCTION public.mentor_load(of_mentor uuid, from_day date, until_day date, but_placement uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  with carried as (
    select p.starts_on, p.ends_on from placement p
     where p.organisation_id = (select app_organisation()) and p.mentor_id = of_mentor and p.cancelled_at is null
       and p.id is distinct from but_placement and p.starts_on < greatest(until_day, from_day + 1) and p.ends_on > from_day
  )
  -- There are never more than on a day when one of them begins.
  select coalesce(max(n), 0)::int from (
    select count(*) as n
      from (select distinct greatest(starts_on, from_day) as day from carried) d
      join carried c on c.starts_on <= d.day and c.ends_on > d.day
     group by d.day) days
$function$


CREATE OR REPLACE FUNCTION public.mentors_of_place(of_workplace uuid, of_agreement uuid, on_day date)
 RETURNS TABLE(mentor_id uuid, in_agreement boolean, at_home boolean, away boolean, active_from date)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select m.id, named.in_agreement, m.workplace_id = of_workplace,
           exists (select from mentor_pause z
                    where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null
                      and z.starts_on <= on_day and (z.ends_on is null or z.ends_on > on_day)),
           m.active_from
      from mentor m
     cross join lateral (
           select exists (select from agreement_mentor am
                           where am.organisation_id = m.organisation_id and am.agreement_id = of_agreement and am.mentor_id = m.id) as in_agreement) named
     where m.organisation_id = (select app_organisation())
       and m.active_from <= on_day and (m.active_until is null or m.active_until > on_day)
       and m.id in (
           select h.id from mentor h where h.organisation_id = (select app_organisation()) and h.workplace_id = of_workplace
           union all
           select mw.mentor_id from mentor_workplace mw
            where mw.organisation_id = (select app_organisation()) and mw.workplace_id = of_workplace
              and mw.starts_on <= on_day and (mw.ends_on is null or mw.ends_on > on_day)
           union all
           select am.mentor_id from agreement_mentor am
             join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id and a.model <> 'cluster'
            where am.organisation_id = (select app_organisation()) and am.agreement_id = of_agreement)
  $function$


CREATE OR REPLACE FUNCTION public.mentors_on(on_day date)
 RETURNS TABLE(organisation_id uuid, workplace_id uuid, mentor_id uuid, accepts integer, trained boolean, away boolean)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select m.organisation_id, m.at_workplace, m.id, m.accepts,
           m.trained_on is not null and m.trained_on <= on_day and (m.trained_until is null or m.trained_until > on_day),
           exists (select from mentor_pause z
                    where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null
                      and z.starts_on <= on_day and (z.ends_on is null or z.ends_on > on_day))
      from (select n.*, n.workplace_id as at_workplace from mentor n
            union all
            select n.*, a.workplace_id from mentor_workplace a
              join mentor n on n.organisation_id = a.organisation_id and n.id = a.mentor_id
             where a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)) m
      join workplace w on w.organisation_id = m.organisation_id and w.id = m.at_workplace and (w.closed_on is null or w.closed_on > on_day)
     where m.organisation_id = (select app_organisation()) and m.active_from <= on_day and (m.active_until is null or m.active_until > on_day)
  $function$


CREATE OR REPLACE FUNCTION public.note_capacity_change(organisation uuid, subject uuid, sector uuid, municipality text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into capacity_change (organisation_id, transaction, subject_id, sector_id, municipality_code, at)
  values (organisation, pg_current_xact_id(), subject, sector, municipality, now())
  on conflict do nothing
$function$


CREATE OR REPLACE FUNCTION public.note_capped_siblings(organisation uuid, of_slot uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_capacity_change(organisation, t.id, null, null)
    from slot s
    join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.total_cap is not null
    join slot t on t.organisation_id = s.organisation_id and t.agreement_id = s.agreement_id and t.id <> s.id
   where s.organisation_id = organisation and s.id = of_slot
$function$


CREATE OR REPLACE FUNCTION public.note_mentor_change(organisation uuid, mentor uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select note_capacity_change(organisation, at.workplace_id, null, null)
    from (select m.workplace_id from mentor m where m.organisation_id = organisation and m.id = mentor
          union select a.workplace_id from mentor_workplace a where a.organisation_id = organisation and a.mentor_id = mentor) at
$function$


CREATE OR REPLACE FUNCTION public.opening_has_days(o opening, from_day date, until_day date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(from_day >= o.free_from and (o.free_until is null or until_day <= o.free_until), false)
      or coalesce(from_day >= o.later_from and (o.later_until is null or until_day <= o.later_until), false)
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


CREATE OR REPLACE FUNCTION public.ratio_cap(employees numeric, from_fte numeric[], per integer[], at_least integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  cap integer := 0;
begin
  for n in 1 .. cardinality(per) loop
    exit when employees <= from_fte[n];
    cap := cap + floor((least(employees, coalesce(from_fte[n + 1], employees)) - from_fte[n]) / per[n]);
  end loop;
  return greatest(at_least, cap);
end $function$


CREATE OR REPLACE FUNCTION public.ratio_rule_holds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  is_placement boolean := tg_table_name = 'placement';
  first_day date := case when is_placement then lower((to_jsonb(new) ->> 'period')::daterange) else (to_jsonb(new) ->> 'from_date')::date end;
  wanted integer := case when is_placement then 0 else new.minutes_per_week end;
  left_over integer;
begin
  if not exists (select from organisation o where o.organisation_id = new.organisation_id and o.ratio_blocks)
     or not exists (select from ratio_rule r where r.valid @> first_day and new.measure_type_code = any (r.measures_checked)) then
    return null;
  end if;
  -- Two at once at one workplace come after each other, so that both cannot take what is left.
  perform from workplace w where w.organisation_id = new.organisation_id and w.id = new.workplace_id for no key update;
  select l.cap * l.full_time_minutes - l.used_minutes into left_over from legal_room(new.workplace_id, first_day) l;
  if left_over < wanted then
    raise exception 'beyond the ratio rule' using errcode = '23P01', constraint = 'ratio_rule_holds', table = tg_table_name;
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.refresh_openings_of_slots(slot_ids uuid[], on_day date, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
  -- First the openings' rows, in one order for everybody: what follows is a statement of its own and so counts what was
  -- committed while this one waited. Counted before the wait, a placement just made would show its days as free again.
  select from opening o
   where o.organisation_id = app_organisation() and o.slot_id = any (slot_ids)
   order by o.id for no key update;
  with face as (
    select s.*, gap.free, gap.later, w.lat, w.lon, m.mentor_id,
           pool_search_text(c.name, w.name, s.tasks, w.street, w.postal_code, w.town) as search_text
      from slot s
      join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
      join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
      join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
     cross join lateral (
           select free, case when not lead(short) over in_order then lead(free) over in_order end as later
             from (select free, coalesce(upper(free) - greatest(lower(free), on_day) < 7, false) as short
                     from slot_gaps(s.id, greatest(s.starts_on, a.starts_on), least(s.ends_on, a.ends_on)) free
                    where upper_inf(free) or upper(free) > on_day) gaps
           window in_order as (order by short, lower(free))
            order by short, lower(free)
            limit 1) gap
      left join lateral (
           select n.mentor_id
             from mentors_of_place(s.workplace_id, s.agreement_id, greatest(lower(gap.free), on_day)) n
            order by n.away, n.in_agreement desc, n.at_home desc, n.active_from, n.mentor_id
            limit 1) m on true
     where s.organisation_id = app_organisation() and s.id = any (slot_ids)
  ), shown as (
    insert into opening as o
           (organisation_id, id, workplace_id, slot_id, model, kind, tasks, places, minutes_per_week, path_to_hours,
            consideration_ids, mentor_id, free_from, free_until, later_from, later_until, published_at, sector_id, municipality_code, lat, lon,
            search_text, created_at)
    select organisation_id, id, workplace_id, id, model, 'placement', tasks, 1, minutes_per_week, path_to_hours,
           consideration_ids, mentor_id, lower(free), upper(free), lower(later), upper(later), at, sector_id, municipality_code, lat, lon,
           search_text, at
      from face
        on conflict on constraint opening_slot_once do update
       set workplace_id = excluded.workplace_id, model = excluded.model, tasks = excluded.tasks,
           minutes_per_week = excluded.minutes_per_week, path_to_hours = excluded.path_to_hours,
           consideration_ids = excluded.consideration_ids, mentor_id = excluded.mentor_id,
           free_from = excluded.free_from, free_until = excluded.free_until,
           later_from = excluded.later_from, later_until = excluded.later_until,
           sector_id = excluded.sector_id, municipality_code = excluded.municipality_code,
           lat = excluded.lat, lon = excluded.lon, search_text = excluded.search_text,
           withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null,
           published_at = case
             when o.held_by is not null then null
             when o.withdrawn_at is not null or excluded.free_from < o.free_from then at
             else coalesce(o.published_at, at) end
     where (o.withdrawn_at is not null, o.workplace_id, o.model, o.tasks, o.minutes_per_week, o.path_to_hours,
            o.consideration_ids, o.mentor_id, o.free_from, o.free_until, o.later_from, o.later_until, o.sector_id, o.municipality_code, o.lat, o.lon,
            o.search_text)
        is distinct from
           (false, excluded.workplace_id, excluded.model, excluded.tasks, excluded.minutes_per_week,
            excluded.path_to_hours, excluded.consideration_ids, excluded.mentor_id, excluded.free_from,
            excluded.free_until, excluded.later_from, excluded.later_until, excluded.sector_id, excluded.municipality_code, excluded.lat, excluded.lon,
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
  update slot s set ends_on = greatest(s.starts_on, held.until), version = s.version + 1
    from agreement a
    join offer_answer f on f.organisation_id = a.organisation_id and f.agreement_id = a.id and f.answer = 'ended' and f.created_at = a.ended_at,
         unnest(slot_ids) given (id)
   cross join lateral (
         select max(until) as until from (
           select on_day as until
           union all
           select p.ends_on from placement p where p.organisation_id = (select app_organisation()) and p.slot_id = given.id and p.cancelled_at is null
           union all
           select r.until_date from reservation r where r.organisation_id = (select app_organisation()) and r.slot_id = given.id and r.ended_at is null) claims) held
   where s.organisation_id = (select app_organisation()) and s.id = given.id and a.organisation_id = s.organisation_id and a.id = s.agreement_id
     and s.ends_on > greatest(s.starts_on, held.until);
  select refresh_openings_of_slots(with_capped_siblings(slot_ids), on_day, at)
$function$


CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('app.erasing', true) = 'yes' and current_user = pg_get_userbyid((select relowner from pg_class where oid = tg_relid)) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end $function$


CREATE OR REPLACE FUNCTION public.slot_gaps(of_slot uuid, from_day date, until_day date)
 RETURNS SETOF daterange
 LANGUAGE sql
 STABLE
AS $function$
    select unnest(datemultirange(case when until_day <= from_day then 'empty' else daterange(from_day, until_day) end)
                  - (select coalesce(range_agg(p.period), '{}') from placement p
                      where p.organisation_id = (select app_organisation()) and p.slot_id = of_slot and p.cancelled_at is null)
                  - (select coalesce(range_agg(q.period), '{}') from slot s
                       join agreement_pause q on q.organisation_id = s.organisation_id and q.agreement_id = s.agreement_id and q.cancelled_at is null
                      where s.organisation_id = (select app_organisation()) and s.id = of_slot)
                  - agreement_full_days(of_slot))
  $function$


CREATE OR REPLACE FUNCTION public.slot_has_room(of_slot uuid, from_day date, until_day date)
 RETURNS boolean
 LANGUAGE sql
AS $function$
  select lock_total_cap(a.id)
    from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
   where s.organisation_id = (select app_organisation()) and s.id = of_slot and a.total_cap is not null;
  -- A statement of its own, so that it sees what was committed while the lock was waited for.
  select coalesce((
    select agreement_peak(a.id, from_day, until_day, of_slot) < a.total_cap
      from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
     where s.organisation_id = (select app_organisation()) and s.id = of_slot and a.total_cap is not null), true)
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


CREATE OR REPLACE FUNCTION public.slots_beyond_cap(on_days date[], of_agreements uuid[])
 RETURNS TABLE(slot_id uuid, days date[])
 LANGUAGE sql
 STABLE
AS $function$
  select ranked.id, array_agg(ranked.day)
    from (select mine.id, mine.day, mine.taken,
                 mine.total_cap - count(*) filter (where mine.taken) over (partition by mine.agreement_id, mine.day) as remaining,
                 row_number() over (partition by mine.agreement_id, mine.day, mine.taken order by mine.number) as nth
            from (select s.id, s.number, s.agreement_id, a.total_cap, d.day,
                         exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id
                                    and p.cancelled_at is null and p.ends_on > d.day)
                      or exists (select from reservation r where r.organisation_id = s.organisation_id and r.slot_id = s.id
                                    and r.ended_at is null and r.seat is not null and r.until_date > d.day) as taken
                    from agreement a
                    join slot s on s.organisation_id = a.organisation_id and s.agreement_id = a.id
                    join unnest(on_days) d (day) on s.starts_on <= d.day and (s.ends_on is null or s.ends_on > d.day)
                     and a.starts_on <= d.day and (a.ends_on is null or a.ends_on > d.day)
                   where a.organisation_id = (select app_organisation()) and a.total_cap is not null and a.activated_at is not null
                     and (of_agreements is null or a.id = any (of_agreements))) mine) ranked
   where not ranked.taken and ranked.nth > ranked.remaining
   group by ranked.id
$function$


CREATE OR REPLACE FUNCTION public.start_terms_are_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.hours_outcome = 'not_yet' and not exists (
    select from what_it_takes w where w.organisation_id = new.organisation_id and w.start_terms_id = new.id) then
    raise exception 'not yet needs what it takes' using errcode = '23514', constraint = 'start_terms_not_yet_has_criteria', table = 'start_terms';
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.total_cap_holds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  days daterange := case tg_table_name when 'placement' then (to_jsonb(new) ->> 'period')::daterange
                    else daterange((to_jsonb(new) ->> 'from_date')::date, (to_jsonb(new) ->> 'until_date')::date) end;
begin
  if not slot_has_room(new.slot_id, lower(days), upper(days)) then
    raise exception 'more at once than agreed in all' using errcode = '23P01', constraint = 'agreement_total_cap', table = tg_table_name;
  end if;
  return null;
end $function$


CREATE OR REPLACE FUNCTION public.with_capped_siblings(slot_ids uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select slot_ids || array(
    select distinct t.id
      from slot s
      join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.total_cap is not null
      join slot t on t.organisation_id = s.organisation_id and t.agreement_id = s.agreement_id and t.id <> all (slot_ids)
     where s.organisation_id = (select app_organisation()) and s.id = any (slot_ids))
$function$


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


CREATE OR REPLACE FUNCTION public.work_agreement_is_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from work_agreement_milestone m
                  where m.organisation_id = new.organisation_id and m.work_agreement_id = new.id and m.paid_hours) then
    raise exception 'a work agreement has a milestone about paid hours' using errcode = '23514', constraint = 'work_agreement_has_paid_hours', table = 'work_agreement';
  end if;
  return null;
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

