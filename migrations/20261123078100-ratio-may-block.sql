-- Where the organisation says so (organisation.ratio_blocks), the ratio rule is more than advice: a measure that must fit
-- itself is not reserved or begun beyond it. As it is on the first day; what is there already is left alone.
create function ratio_rule_holds() returns trigger language plpgsql as $$
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
end $$;
create trigger placement_ratio_rule after insert on placement
  for each row when (new.cancelled_at is null and not new.ratio_exempt) execute function ratio_rule_holds();
create trigger reservation_ratio_rule after insert or update of seat on reservation
  for each row when (new.seat is not null and new.ended_at is null) execute function ratio_rule_holds();
