import { invalid, Refusal, type Tx } from '#platform';

export interface Member {
  readonly workplaceId: string;
  /** At most so many slots at once there; no limit when left out. */
  readonly slotCap?: number | null;
}

/**
 * Sets which workplaces an agreement covers from a day on (today unless said). Under one company all must be its own.
 * Those whose places are not over by then cannot leave.
 */
export async function setMembers(tx: Tx, agreement: { readonly id: string; readonly companyId: string | null }, members: readonly Member[], on = tx.today): Promise<void> {
  const ids = members.map(({ workplaceId }) => workplaceId);
  const known = await tx.one<{ n: number; own: number }>('select count(*) as n, count(*) filter (where company_id = $2) as own from workplace where id = any ($1::uuid[])', [ids, agreement.companyId]);
  if (new Set(ids).size < ids.length || known.n < ids.length) throw invalid({ field: 'workplaces', code: 'fault.unknown' });
  if (agreement.companyId && known.own < ids.length) throw invalid({ field: 'workplaces', code: 'fault.agreement.other-company' });
  await letLeave(tx, agreement.id, ids, on);
  await tx.run('delete from agreement_workplace where agreement_id = $1 and workplace_id <> all ($2::uuid[])', [agreement.id, ids]);
  // A workplace that leaves takes its mentors along: they carry nobody here any more.
  await tx.run('delete from agreement_mentor am using mentor m where am.agreement_id = $1 and m.organisation_id = am.organisation_id and m.id = am.mentor_id and m.workplace_id <> all ($2::uuid[]) and not exists (select from mentor_workplace x where x.organisation_id = m.organisation_id and x.mentor_id = m.id and x.workplace_id = any ($2::uuid[]))', [agreement.id, ids]);
  await tx.run(
    `insert into agreement_workplace (organisation_id, agreement_id, workplace_id, slot_cap)
     select app_organisation(), $1, * from unnest($2::uuid[], $3::int[])
         on conflict on constraint agreement_workplace_pk do update set slot_cap = excluded.slot_cap`,
    [agreement.id, ids, members.map(({ slotCap }) => slotCap ?? null)],
  );
  await refuseOverCap(tx, agreement.id);
  await refuseUnderTrainees(tx, agreement.id, on);
}

/** @throws 409 `agreement.workplace-has-slots` */
async function letLeave(tx: Tx, agreementId: string, stay: readonly string[], on: string): Promise<void> {
  await tx.run('update slot set left_on = $3 where agreement_id = $1 and member_workplace_id <> all ($2::uuid[]) and ends_on <= $3::date', [agreementId, stay, on]);
  const slot = await tx.row('select 1 from slot where agreement_id = $1 and member_workplace_id <> all ($2::uuid[]) limit 1', [agreementId, stay]);
  if (slot) throw new Refusal('agreement.workplace-has-slots');
}

/** No workplace holds more slots on any one day, from today on, than its cap. @throws 409 `agreement.workplace-full` */
export async function refuseOverCap(tx: Tx, agreementId: string): Promise<void> {
  const over = await tx.row<{ name: string; cap: number }>(
    `select w.name, aw.slot_cap as cap
       from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
      where aw.agreement_id = $1
        -- There are never more than on a day when one of them begins.
        and aw.slot_cap < (select max(n) from (
                           select count(*) as n
                             from slot first
                             join slot s on s.organisation_id = first.organisation_id and s.agreement_id = first.agreement_id and s.workplace_id = first.workplace_id
                              and s.starts_on <= greatest(first.starts_on, $2::date) and (s.ends_on is null or s.ends_on > greatest(first.starts_on, $2::date))
                            where first.organisation_id = aw.organisation_id and first.agreement_id = aw.agreement_id and first.workplace_id = aw.workplace_id
                              and (first.ends_on is null or first.ends_on > $2::date)
                            group by first.id) days)
      limit 1`,
    [agreementId, tx.today],
  );
  if (over) throw new Refusal('agreement.workplace-full', { params: over });
}

/**
 * A pooled place goes along with whoever rotates: a workplace neither leaves nor gets a lower cap under the trainees who
 * are there or coming. @throws 409 `agreement.workplace-has-trainees`
 */
async function refuseUnderTrainees(tx: Tx, agreementId: string, on: string): Promise<void> {
  const under = await tx.row<{ name: string }>(
    `with trainee as (
       select p.id, p.workplace_id, greatest(p.starts_on, $2::date) as starts, p.ends_on from placement p
         join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
        where s.agreement_id = $1 and s.comes_with is null and p.cancelled_at is null and p.ends_on > $2::date)
     select w.name from trainee t
       join workplace w on w.id = t.workplace_id
       left join agreement_workplace aw on aw.organisation_id = w.organisation_id and aw.agreement_id = $1 and aw.workplace_id = w.id
      where aw.workplace_id is null
         or aw.slot_cap < (select count(*) from trainee o where o.workplace_id = t.workplace_id and o.starts <= t.starts and o.ends_on > t.starts)
      limit 1`,
    [agreementId, on > tx.today ? on : tx.today],
  );
  if (under) throw new Refusal('agreement.workplace-has-trainees', { params: under });
}

/** Sets who are the agreement's mentors: each named at one of its workplaces. */
export async function setMentors(tx: Tx, agreementId: string, mentorIds: readonly string[]): Promise<void> {
  const ids = [...new Set(mentorIds)];
  const known = await tx.one<{ n: number }>(
    `select count(*) as n from mentor m
      where m.id = any ($2::uuid[]) and exists (
        select from agreement_workplace aw where aw.organisation_id = m.organisation_id and aw.agreement_id = $1 and (aw.workplace_id = m.workplace_id or aw.workplace_id in (
          select x.workplace_id from mentor_workplace x where x.organisation_id = m.organisation_id and x.mentor_id = m.id and (x.ends_on is null or x.ends_on > $3::date))))`,
    [agreementId, ids, tx.today],
  );
  if (known.n < ids.length) throw invalid({ field: 'mentorIds', code: 'fault.agreement.mentor-elsewhere' });
  await tx.run('delete from agreement_mentor where agreement_id = $1 and mentor_id <> all ($2::uuid[])', [agreementId, ids]);
  await tx.run(
    `insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select app_organisation(), $1, unnest($2::uuid[])
         on conflict do nothing`,
    [agreementId, ids],
  );
}

/** A coordinator from outside the service is employed where a member workplace belongs. Ask when the members are set. @throws 422 */
export async function refuseForeignCoordinator(tx: Tx, agreementId: string): Promise<void> {
  const foreign = await tx.row(
    `select 1 from agreement a
       join mentor m on m.organisation_id = a.organisation_id and m.id = a.coordinator_mentor_id
       join workplace own on own.organisation_id = m.organisation_id and own.id = m.workplace_id
      where a.id = $1
        and not exists (select from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
                         where aw.organisation_id = a.organisation_id and aw.agreement_id = a.id and w.company_id = own.company_id)`,
    [agreementId],
  );
  if (foreign) throw invalid({ field: 'coordinatorMentorId', code: 'fault.agreement.mentor-elsewhere' });
}

/** The coordinator is one: staff of the service, or somebody's mentor (whose: refuseForeignCoordinator). The contact person is staff. */
export async function checkPeople(tx: Tx, people: { contactUserId?: string | null; deputyUserId?: string | null; coordinatorUserId?: string | null; coordinatorMentorId?: string | null }): Promise<void> {
  const { contactUserId, coordinatorUserId, coordinatorMentorId, deputyUserId } = people;
  if (deputyUserId && deputyUserId === contactUserId) throw invalid({ field: 'deputyUserId', code: 'fault.agreement.deputy-is-contact' });
  if (coordinatorUserId && coordinatorMentorId) throw invalid({ field: 'coordinatorMentorId', code: 'fault.agreement.one-coordinator' });
  const known = await tx.one<{ contact: boolean; deputy: boolean; staff: boolean; mentor: boolean }>(
    `select $1::uuid is null or exists (select from app_user where id = $1) as contact,
            $4::uuid is null or exists (select from app_user where id = $4) as deputy,
            $2::uuid is null or exists (select from app_user where id = $2) as staff,
            $3::uuid is null or exists (select from mentor where id = $3) as mentor`,
    [contactUserId ?? null, coordinatorUserId ?? null, coordinatorMentorId ?? null, deputyUserId ?? null],
  );
  if (!known.contact) throw invalid({ field: 'contactUserId', code: 'fault.unknown' });
  if (!known.deputy) throw invalid({ field: 'deputyUserId', code: 'fault.unknown' });
  if (!known.staff) throw invalid({ field: 'coordinatorUserId', code: 'fault.unknown' });
  if (!known.mentor) throw invalid({ field: 'coordinatorMentorId', code: 'fault.unknown' });
}
