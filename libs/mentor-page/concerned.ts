import { agreementOfPlacement } from '#agreements';

/** To whom a mentor's answers go. */
export interface Concerned {
  readonly companyId: string;
  readonly workplaceId: string;
  /** The one to act; null when nobody is left. */
  readonly userId: string | null;
}

/** Those who read a mentor's answers about placement `p`: the agreement's fixed contact and deputy, the course's owner, who answers for the company. */
export const concernedIds = `array(
  select each.id from (
    select a.contact_user_id, a.deputy_user_id, k.owner_user_id, c.responsible_user_id
      from workplace cw join company c on c.organisation_id = cw.organisation_id and c.id = cw.company_id
      left join agreement a on a.organisation_id = p.organisation_id and a.id = ${agreementOfPlacement}
      left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
     where cw.organisation_id = p.organisation_id and cw.id = p.workplace_id) who
  cross join lateral (values (1, who.contact_user_id), (2, who.deputy_user_id), (3, who.owner_user_id), (4, who.responsible_user_id)) each (n, id)
  join app_user u on u.organisation_id = p.organisation_id and u.id = each.id and u.disabled_at is null
 order by each.n)`;

/** Of these the first: whose the task is. */
export const concernedColumn = `(${concernedIds})[1] as "userId"`;
