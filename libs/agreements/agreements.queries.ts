import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { addDays, cutPage, Db, readCursor, writeCursor, type Actor, type Page } from '#platform';
import { outdated } from './content.queries.js';
import type { Model } from './model.rules.js';
import { endingSoonDays, type AgreementState } from './state.rules.js';

export interface AgreementListRow {
  readonly id: string;
  readonly model: Model;
  readonly title: string;
  readonly state: AgreementState;
  readonly companyId: string | null;
  /** The company's or the cluster's name. */
  readonly party: string;
  readonly contact: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Slots in force today, and how many of them stand without a placement. In model 2 that is fine, any length. */
  readonly slots: number;
  readonly idle: number;
}

export interface AgreementFilter {
  readonly companyId?: string;
  readonly model?: Model;
  readonly state?: AgreementState;
  readonly contactUserId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** state.rules.ts, said in SQL: a list is filtered by it. test/agreement-life.spec.ts holds the two together. */
const state = `case
  when a.activated_at is null then case when a.ended_at is not null then 'ended' when asked.waiting then 'awaiting' else 'draft' end
  when a.ends_on <= $1::date then 'ended' when a.starts_on > $1::date then 'coming'
  when exists (select from agreement_pause q where q.organisation_id = a.organisation_id and q.agreement_id = a.id and q.cancelled_at is null and q.period @> $1::date) then 'paused'
  when a.ends_on <= $8::date then 'ending' else 'active' end`;

@Injectable()
export class AgreementsQueries {
  constructor(private readonly db: Db) {}

  /** The organisation's agreements, newest first. */
  async list(actor: Actor, { companyId, model, state: wanted, contactUserId, cursor, limit }: AgreementFilter): Promise<Page<AgreementListRow>> {
    const [before] = readCursor(cursor, z.tuple([z.uuid()])) ?? [null];
    const rows = await this.db.read(actor, (tx) =>
      tx.rows<AgreementListRow>(
        `select a.id, a.model, a.title, ${state} as state, a.company_id as "companyId", coalesce(c.name, k.name) as party, u.name as contact,
                a.starts_on as "startsOn", a.ends_on as "endsOn", slots.slots,
                least(slots.idle, a.total_cap - (slots.slots - slots.idle)) as idle
           from agreement a
           left join company c on c.organisation_id = a.organisation_id and c.id = a.company_id
           left join cluster k on k.organisation_id = a.organisation_id and k.id = a.cluster_id
           left join app_user u on u.organisation_id = a.organisation_id and u.id = a.contact_user_id
           left join lateral (select x.accepted_at is null and not ${outdated('$1')} as waiting
                                from agreement_acceptance x join agreement_version v on v.organisation_id = x.organisation_id and v.id = x.version_id
                               where a.activated_at is null and x.organisation_id = a.organisation_id and x.agreement_id = a.id order by x.id desc limit 1) asked on true
          cross join lateral (
                select count(*) as slots,
                       count(*) filter (where not exists (select from placement p where p.organisation_id = s.organisation_id
                          and p.slot_id = s.id and p.cancelled_at is null and p.period @> $1::date)) as idle
                  from slot s
                 where s.organisation_id = a.organisation_id and s.agreement_id = a.id and s.starts_on <= $1::date
                   and (s.ends_on is null or s.ends_on > $1::date)) slots
          where ($2::uuid is null or a.id < $2) and ($3::text is null or a.model = $3) and ($4::text is null or ${state} = $4)
            and ($5::uuid is null or a.contact_user_id = $5)
            and ($6::uuid is null or a.company_id = $6 or exists (
                select from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
                 where aw.organisation_id = a.organisation_id and aw.agreement_id = a.id and w.company_id = $6))
          order by a.id desc limit $7`,
        [tx.today, before, model ?? null, wanted ?? null, contactUserId ?? null, companyId ?? null, limit + 1, addDays(tx.today, endingSoonDays)],
      ),
    );
    return cutPage(rows, limit, (last) => writeCursor([last.id]));
  }
}
