import { Injectable } from '@nestjs/common';
import { changeCitizen } from '#citizens';
import { journal } from '#journal';
import { Db, invalid, Refusal, staleEdit, type Actor } from '#platform';
import type { Grant } from './vitas-sheet.queries.js';

export interface GrantWritten {
  readonly id: string;
  /** As VITAS gave it; null takes it back. */
  readonly number: string | null;
  readonly from?: string | null;
  /** First day after. */
  readonly until?: string | null;
  /** On sick leave at their own workplace: outside the ratio rule. */
  readonly exempt?: boolean;
  readonly version: number;
}

interface Before extends Grant {
  readonly workplaceId: string;
  readonly companyId: string;
  readonly cancelled: boolean;
  readonly version: number;
}

export interface GrantOfPlacement extends Omit<Grant, 'number'> {
  readonly id: string;
  readonly number: string | null;
  readonly version: number;
}

const select = `
select p.id, p.grant_number as number, p.grant_from as "from", p.grant_until as "until", p.ratio_exempt as exempt, p.version,
       p.workplace_id as "workplaceId", w.company_id as "companyId", p.cancelled_at is not null as cancelled
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
 where p.id = $1`;

const citizenSql = `
select k.citizen_id as "citizenId" from placement p
  left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
 where p.id = $1`;

/**
 * Writes a grant's number and period back on its placement, by hand. Refuses `placement.over`, `edit.stale` (412), 404,
 * also for those who may not see the citizen, `citizen.look-only` (403); 422 for an end before its start.
 */
@Injectable()
export class WriteGrant {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, number, from = null, until = null, exempt = false, version }: GrantWritten): Promise<GrantOfPlacement> {
    return this.db.write(actor, async (tx) => {
      const { citizenId } = await tx.one<{ citizenId: string | null }>(citizenSql, [id]);
      if (citizenId !== null) await changeCitizen(tx, actor, citizenId, 'facts');
      const before = await tx.one<Before & { id: string }>(`${select} for no key update of p`, [id]);
      if (before.cancelled) throw new Refusal('placement.over');
      if (from !== null && until !== null && until <= from) throw invalid({ field: 'until', code: 'fault.grant.dates' });
      if (before.version !== version) throw staleEdit(shown(before));
      await tx.run('update placement set grant_number = $2, grant_from = $3, grant_until = $4, ratio_exempt = $5, version = version + 1 where id = $1', [id, number, number && from, number && until, exempt]);
      const after = await tx.one<Before & { id: string }>(select, [id]);
      await journal(tx, actor, { action: 'placement.grant-written', subject: 'placement', subjectId: id, companyId: before.companyId, workplaceId: before.workplaceId, before: { ...shown(before) }, after: { ...shown(after) } });
      return shown(after);
    });
  }
}

const shown = ({ id, number, from, until, exempt, version }: Before & { readonly id: string }): GrantOfPlacement => ({ id, number, from, until, exempt, version });
