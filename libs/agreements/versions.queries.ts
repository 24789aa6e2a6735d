import { Injectable } from '@nestjs/common';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { readAgreement } from './agreement-row.js';
import { contentOf } from './content.queries.js';
import { differenceOf, type AgreementContent, type Difference } from './content.rules.js';
import { preview } from './steps.js';
import { changeOf } from './write-change.js';

export interface VersionRow {
  readonly number: number;
  readonly validFrom: string;
  /** The one in force, one that was, one that is coming, one taken back, one sent and then replaced, or a draft as it was sent. */
  readonly state: 'in-force' | 'past' | 'coming' | 'withdrawn' | 'replaced' | 'sent';
  readonly why: string | null;
  readonly writtenAt: Date;
  readonly writtenBy: string | null;
  readonly withdrawnReason: string | null;
  /** The company's yes to this one. */
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly onBehalfReason: string | null;
}

export interface VersionPage extends VersionRow {
  readonly content: AgreementContent;
  /** Against the one before it; null for the first. */
  readonly difference: Difference | null;
  readonly before: AgreementContent | null;
}

const versionSql = (more = ''): string => `
select v.number, v.valid_from as "validFrom", v.why, v.written_at as "writtenAt", u.name as "writtenBy", v.withdrawn_reason as "withdrawnReason",
       case when v.withdrawn_reason is not null then 'withdrawn' when v.withdrawn_at is not null then 'replaced' when v.applied_at is null then case when v.steps is null then 'sent' else 'coming' end
            when v.number = (select number from agreement_version w where w.organisation_id = v.organisation_id and w.agreement_id = v.agreement_id and w.applied_at is not null
                            order by applied_at desc, number desc limit 1)
            then 'in-force' else 'past' end as state,
       x.accepted_at as "acceptedAt", x.name as "acceptedBy", x.on_behalf_reason as "onBehalfReason"${more}
  from agreement_version v
  left join app_user u on u.organisation_id = v.organisation_id and u.id = v.written_by
  left join lateral (select accepted_at, name, on_behalf_reason from agreement_acceptance x
                      where x.organisation_id = v.organisation_id and x.version_id = v.id and x.accepted_at is not null order by x.id desc limit 1) x on true
 where v.agreement_id = $1`;

@Injectable()
export class VersionsQueries {
  constructor(private readonly db: Db) {}

  /** Every version, the newest first. */
  async list(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<{ readonly items: readonly VersionRow[] }> {
    return this.db.read(actor, async (tx) => {
      await readAgreement(tx, agreementId);
      return { items: await tx.rows<VersionRow>(`${versionSql()} order by v.number desc limit 200`, [agreementId]) };
    });
  }

  /** One version with what it changed. */
  version(actor: Actor, { agreementId, number }: { readonly agreementId: string; readonly number: number }): Promise<VersionPage> {
    return this.db.read(actor, async (tx) => {
      const row = await tx.one<Omit<VersionPage, 'difference' | 'before'>>(`${versionSql(', v.content')} and v.number = $2`, [agreementId, number]);
      const before = await contentBefore(tx, agreementId, number);
      return { ...row, before, difference: before && differenceOf(before, row.content) };
    });
  }

  /** The agreement as it stands, for print and PDF; of a draft, too. */
  content(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<AgreementContent> {
    return this.db.read(actor, (tx) => contentOf(tx, agreementId, tx.today));
  }

  /** What the change being written does, as of a day. Refuses `agreement.nothing-changed` when none is. */
  written(actor: Actor, { agreementId, on }: { readonly agreementId: string; readonly on?: string }): Promise<{ readonly before: AgreementContent; readonly after: AgreementContent; readonly difference: Difference }> {
    return this.db.touch(actor, async (tx) => {
      const change = await changeOf(tx, agreementId);
      if (!change) throw new Refusal('agreement.nothing-changed');
      const day = on ?? tx.today;
      const before = await contentOf(tx, agreementId, tx.today);
      const after = await preview(tx, actor, { agreementId, steps: change.steps, on: day }, () => contentOf(tx, agreementId, day));
      return { before, after, difference: differenceOf(before, after) };
    });
  }
}

/** A coming one has its number from when it was written and its place in the row from its day, or until it was taken back: others may come in between. */
async function contentBefore(tx: Tx, agreementId: string, number: number): Promise<AgreementContent | null> {
  const row = await tx.row<{ content: AgreementContent }>(
    `select v.content from agreement_version v
       join agreement_version this on this.agreement_id = v.agreement_id and this.number = $2
      where v.agreement_id = $1 and v.withdrawn_at is null and (v.steps is null or v.applied_at is not null)
        and (coalesce(v.applied_at, v.written_at), v.number) < (coalesce(this.applied_at, this.withdrawn_at, case when this.steps is not null then 'infinity'::timestamptz end, this.written_at), this.number)
      order by coalesce(v.applied_at, v.written_at) desc, v.number desc limit 1`,
    [agreementId, number],
  );
  return row?.content ?? null;
}
