import type { Tx } from '#platform';
import type { AgreementContent } from './content.rules.js';

/** A dated list's names, whichever edition is the newest. */
const named = (table: 'measure_type' | 'target_group', codes: string): string => `
(select coalesce(jsonb_agg(jsonb_build_object('code', code, 'da', name_da, 'en', name_en) order by code), '[]')
   from (select distinct on (code) code, name_da, name_en from ${table} where code = any (${codes}) order by code, valid desc) named)`;
const colleague = (id: string): string => `
(select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone) from app_user u
  where u.organisation_id = a.organisation_id and u.id = ${id})`;

/** Everything that is agreed in agreement `a` as jsonb, by a day (an SQL expression). */
const content = (day: string): string => `jsonb_build_object(
  'organisation', (select name from organisation where organisation_id = a.organisation_id),
  'model', a.model, 'title', a.title, 'startsOn', a.starts_on, 'endsOn', case when a.goes_with is null then a.ends_on else a.stays_until end, 'slotPooling', a.slot_pooling, 'refill', a.refill,
  'callNoticeDays', a.call_notice_days, 'answerDays', a.answer_days, 'terms', a.terms, 'minutesPerWeek', a.minutes_per_week,
  'requestsPerMonth', a.requests_per_month, 'totalCap', a.total_cap, 'followUpWeeks', a.follow_up_weeks, 'followUpPlan', a.follow_up_plan,
  'company', (select jsonb_build_object('id', c.id, 'name', c.name) from company c where c.organisation_id = a.organisation_id and c.id = a.company_id),
  'cluster', (select jsonb_build_object('id', k.id, 'name', k.name, 'kind', k.kind) from cluster k where k.organisation_id = a.organisation_id and k.id = a.cluster_id),
  'contact', ${colleague('a.contact_user_id')}, 'deputy', ${colleague('a.deputy_user_id')},
  'coordinator', coalesce(${colleague('a.coordinator_user_id')}, (select jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'phone', m.phone)
     from mentor m where m.organisation_id = a.organisation_id and m.id = a.coordinator_mentor_id)),
  'mentorPay', case when a.mentor_pay_ore is not null then jsonb_build_object('ore', a.mentor_pay_ore, 'minutes', a.mentor_pay_minutes, 'from', a.mentor_pay_from, 'until', a.mentor_pay_until) end,
  'measureTypes', ${named('measure_type', 'a.measure_type_codes')}, 'targetGroups', ${named('target_group', 'a.target_group_codes')},
  'workplaces', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'company', c.name, 'cap', aw.slot_cap) order by w.name, w.id), '[]')
     from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
     join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
    where aw.organisation_id = a.organisation_id and aw.agreement_id = a.id),
  'mentors', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name, m.id), '[]')
     from agreement_mentor am join mentor m on m.organisation_id = am.organisation_id and m.id = am.mentor_id
    where am.organisation_id = a.organisation_id and am.agreement_id = a.id),
  'slots', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'workplace', w.name, 'tasks', s.tasks, 'minutesPerWeek', s.minutes_per_week,
       'pathToHours', s.path_to_hours, 'startsOn', s.starts_on, 'endsOn', case when s.goes_with is null then s.ends_on else s.stays_until end,
       'considerations', (select coalesce(jsonb_agg(jsonb_build_object('da', k.name_da, 'en', k.name_en) order by k.position), '[]')
          from consideration k where k.organisation_id = s.organisation_id and k.id = any (s.consideration_ids))) order by s.number), '[]')
     from slot s join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
    where s.organisation_id = a.organisation_id and s.agreement_id = a.id and s.comes_with is null and (s.ends_on is null or s.ends_on > ${day}::date))
)`;

/**
 * Whether what the company was sent, version `v`, is no longer what agreement `a` says: a draft reads otherwise by now,
 * and of one in force it is neither the version in force nor the coming one.
 */
export const outdated = (day: string): string => `
case when a.activated_at is null then v.content <> ${content(day)}
     else v.withdrawn_at is not null or (v.applied_at is null and v.steps is null)
          or exists (select from agreement_version w where w.organisation_id = v.organisation_id and w.agreement_id = v.agreement_id and (w.applied_at, w.number) > (v.applied_at, v.number)) end`;

/** Everything that is agreed, with names as they are now and the slots that outlast `on`, without those that a coming version adds. */
export async function contentOf(tx: Tx, agreementId: string, on: string): Promise<AgreementContent> {
  const row = await tx.one<{ content: AgreementContent }>(`select ${content('$2')} as content from agreement a where a.id = $1`, [agreementId, on]);
  return row.content;
}
