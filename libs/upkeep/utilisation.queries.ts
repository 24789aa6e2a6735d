import { Injectable } from '@nestjs/common';
import { addDays, Db, type Actor, type DayRange, type Tx } from '#platform';
import { utilisationOf, vacancyOf, type UsedSlot, type Utilisation, type Vacancy } from './utilisation.rules.js';

interface Promised {
  readonly agreementId: string;
  readonly title: string;
  readonly model: 'fixed_slots' | 'cluster';
  readonly companyId: string | null;
  /** The company's or the cluster's name. */
  readonly party: string;
  readonly contactName: string | null;
  readonly cap: number | null;
  readonly pauses: readonly DayRange[];
  readonly slots: readonly (UsedSlot & { readonly number: number })[];
}

export interface SlotVacancy extends Vacancy {
  readonly number: number;
}

export interface AgreementUtilisation extends Utilisation, Pick<Promised, 'agreementId' | 'title' | 'model' | 'companyId' | 'party' | 'contactName'> {
  readonly slots: readonly SlotVacancy[];
  /** Places nobody is on, on the period's last day, as many as a cap over all of them leaves. */
  readonly emptyNow: number;
}

export interface UtilisationPage extends Utilisation {
  readonly period: DayRange;
  /** The 100 least used, the least first. */
  readonly items: readonly AgreementUtilisation[];
}

/** So many days back, unless said; today is counted. */
const usualDays = 91;

/** Model 1 and clusters that are refilled; models 2 and 3 are never measured by it, nor the days before an agreement was converted from them. */
const promisedSql = `
select a.id as "agreementId", a.title, a.model, a.company_id as "companyId", coalesce(c.name, k.name) as party, u.name as "contactName", a.total_cap as cap,
       (select coalesce(json_agg(json_build_object('from', lower(q.period), 'to', upper(q.period))), '[]') from agreement_pause q
         where q.organisation_id = a.organisation_id and q.agreement_id = a.id and q.cancelled_at is null) as pauses,
       (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'from', greatest(s.starts_on, a.starts_on, measured.since), 'to', least(s.ends_on, a.ends_on),
                                  'placements', (select coalesce(json_agg(json_build_object('from', p.starts_on, 'to', p.ends_on)), '[]') from placement p
                                                  where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
                                                    and p.starts_on < $3::date)) order by s.number), '[]')
          from slot s where s.organisation_id = a.organisation_id and s.agreement_id = a.id
           and s.starts_on < $3::date and (s.ends_on is null or s.ends_on > $2::date)) as slots
  from agreement a
  left join company c on c.organisation_id = a.organisation_id and c.id = a.company_id
  left join cluster k on k.organisation_id = a.organisation_id and k.id = a.cluster_id
  left join app_user u on u.organisation_id = a.organisation_id and u.id = a.contact_user_id
  left join lateral (
       select min(v.valid_from) as since from agreement_version v
        where v.organisation_id = a.organisation_id and v.agreement_id = a.id and v.applied_at is not null
          and v.number > (select max(o.number) from agreement_version o
                           where o.organisation_id = a.organisation_id and o.agreement_id = a.id and o.applied_at is not null
                             and not (o.content ->> 'model' in ('fixed_slots', 'cluster') and (o.content ->> 'refill')::boolean))) measured on true
 where a.refill and a.model in ('fixed_slots', 'cluster') and a.activated_at is not null
   and a.starts_on < $3::date and (a.ends_on is null or a.ends_on > $2::date) and ($1::uuid is null or a.id = $1)
 order by a.id limit 5000`;

const promisedIn = (tx: Tx, agreementId: string | null, { from, to }: DayRange): Promise<Promised[]> => tx.rows<Promised>(promisedSql, [agreementId, from, to]);

function measured({ slots, cap, pauses, ...agreement }: Promised, period: DayRange): AgreementUtilisation {
  const last = utilisationOf(slots, { from: addDays(period.to, -1), to: period.to }, cap, pauses);
  return {
    ...agreement,
    ...utilisationOf(slots, period, cap, pauses),
    slots: slots.map((slot) => ({ number: slot.number, ...vacancyOf(slot, period) })),
    emptyNow: last.agreedDays - last.occupiedDays,
  };
}

/** What is not over yet is not measured: the period ends with today at the latest. */
function periodOf(tx: Tx, { from, until }: { readonly from?: string; readonly until?: string }): DayRange {
  const tomorrow = addDays(tx.today, 1);
  const to = until !== undefined && until < tomorrow ? until : tomorrow;
  return { from: from ?? addDays(to, -usualDays), to };
}

/** Vacancy days and utilisation of what is to be kept filled (R39): a problem to show, never of models 2 and 3. */
@Injectable()
export class UtilisationQueries {
  constructor(private readonly db: Db) {}

  /** All of them, and in all. `until`: first day after. */
  all(actor: Actor, asked: { readonly from?: string; readonly until?: string }): Promise<UtilisationPage> {
    return this.db.read(actor, async (tx) => {
      const period = periodOf(tx, asked);
      const each = (await promisedIn(tx, null, period)).map((agreement) => measured(agreement, period));
      const sum = (name: 'agreedDays' | 'occupiedDays'): number => each.reduce((total, one) => total + one[name], 0);
      const [agreedDays, occupiedDays] = [sum('agreedDays'), sum('occupiedDays')];
      const items = each.filter(({ share }) => share !== null).sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.agreedDays - a.agreedDays);
      return { period, agreedDays, occupiedDays, share: agreedDays === 0 ? null : occupiedDays / agreedDays, items: items.slice(0, 100) };
    });
  }

  /** One agreement's, over the last quarter; undefined where nothing is measured. */
  of(actor: Actor, agreementId: string): Promise<AgreementUtilisation | undefined> {
    return this.db.read(actor, async (tx) => {
      const period = periodOf(tx, {});
      const [agreement] = await promisedIn(tx, agreementId, period);
      return agreement && measured(agreement, period);
    });
  }
}
