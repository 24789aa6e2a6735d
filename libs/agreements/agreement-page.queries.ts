import { Injectable } from '@nestjs/common';
import { warn, type Warning } from '#companies';
import { translator } from '#dictionary';
import { mentorsAmong, type Mentor } from '#mentors';
import { addDays, Db, type Actor, type Tx } from '#platform';
import { factsOf, readAgreement, type AgreementRow } from './agreement-row.js';
import { lifeOf, type Life } from './life.queries.js';
import { models } from './models.rules.js';
import { roomOf, slotsOf, type Room, type Slot } from './slots.queries.js';
import { agreementState, endingSoonDays, type AgreementState } from './state.rules.js';

export interface AgreementWorkplace {
  readonly workplaceId: string;
  readonly companyId: string;
  readonly company: string;
  readonly workplace: string;
  readonly town: string | null;
  readonly slotCap: number | null;
}

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

interface Names {
  readonly company: string | null;
  readonly cluster: { readonly id: string; readonly name: string; readonly kind: 'geographic' | 'administrative' } | null;
  readonly contact: Colleague | null;
  readonly deputy: Colleague | null;
  readonly coordinator: { readonly id: string; readonly name: string; readonly kind: 'user' | 'mentor' } | null;
}

/** The placement a match-driven agreement is about: the last one of the match's at the company. */
export interface BornOf {
  readonly placementId: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
}

export interface AgreementPage extends AgreementRow, Names, Life {
  /** What follows from its dates, pauses and acceptance today. */
  readonly state: AgreementState;
  /** Places are called when needed, not standing ready (model 2). */
  readonly callable: boolean;
  /** Only of a match-driven agreement. */
  readonly match: BornOf | null;
  readonly workplaces: readonly AgreementWorkplace[];
  readonly mentors: readonly Mentor[];
  readonly slots: readonly Slot[];
  /** Null without a cap over all the places. */
  readonly room: Room | null;
  /** What a draft still lacks before it can be activated. */
  readonly missing: readonly Warning[];
  /** Worth knowing; of one in force also what it has come to lack (`agreement.needs-…`). */
  readonly warnings: readonly Warning[];
}

/** All that an agreement's page shows; refuses with 404 when there is none. */
export async function agreementPageOf(tx: Tx, actor: Actor, agreementId: string): Promise<AgreementPage> {
  const row = await readAgreement(tx, agreementId);
  const [names, match, workplaces, mentors, slots, room, facts, life] = await Promise.all([
    namesOf(tx, row),
    row.model === 'match_driven' ? matchOf(tx, row) : undefined,
    workplacesOf(tx, agreementId),
    mentorsOf(tx, agreementId),
    slotsOf(tx, agreementId),
    row.totalCap === null ? undefined : roomOf(tx, agreementId),
    factsOf(tx, row),
    lifeOf(tx, agreementId),
  ]);
  const rules = models[row.model];
  const state = agreementState({ ...row, ...life, awaiting: life.acceptance?.state === 'asked' }, tx.today, addDays(tx.today, endingSoonDays));
  const say = translator(actor.language);
  const faults = state === 'ended' ? [] : rules.mayActivate(facts);
  const missing = row.activatedAt ? [] : faults.map((code) => ({ code: `agreement.${code}`, text: say(`refusal.agreement.${code}`) }));
  const warnings = state === 'ended' ? [] : [...(row.activatedAt ? faults : []), ...rules.warnings(facts)].map((code) => warn(actor, `agreement.${code}`));
  return { ...row, ...names, ...life, state, callable: rules.callable, match: match ?? null, workplaces, mentors, slots, room: room ?? null, missing, warnings };
}

const namesOf = (tx: Tx, { companyId, clusterId, contactUserId, coordinatorUserId, coordinatorMentorId, deputyUserId }: AgreementRow): Promise<Names> =>
  tx.one<Names>(
    `select (select name from company where id = $1) as company,
            (select json_build_object('id', id, 'name', name, 'kind', kind) from cluster where id = $2) as cluster,
            (select json_build_object('id', id, 'name', name, 'email', email, 'phone', phone) from app_user where id = $3) as contact,
            (select json_build_object('id', id, 'name', name, 'email', email, 'phone', phone) from app_user where id = $6) as deputy,
            coalesce((select json_build_object('id', id, 'name', name, 'kind', 'user') from app_user where id = $4),
                     (select json_build_object('id', id, 'name', name, 'kind', 'mentor') from mentor where id = $5)) as coordinator`,
    [companyId, clusterId, contactUserId, coordinatorUserId, coordinatorMentorId, deputyUserId],
  );

const matchOf = (tx: Tx, { bornOfReservationId, companyId }: AgreementRow): Promise<BornOf | undefined> =>
  tx.row<BornOf>(
    `with recursive segment as (
       select p.id, p.workplace_id, p.starts_on, p.ends_on from placement p where p.reservation_id = $1 and p.cancelled_at is null
        union all
       select n.id, n.workplace_id, n.starts_on, n.ends_on from placement n join segment g on n.continues_id = g.id where n.cancelled_at is null
     )
     select g.id as "placementId", g.starts_on as "from", g.ends_on as until
       from segment g join workplace w on w.id = g.workplace_id
      where w.company_id = $2 order by g.ends_on desc limit 1`,
    [bornOfReservationId, companyId],
  );

const workplacesOf = (tx: Tx, agreementId: string): Promise<AgreementWorkplace[]> =>
  tx.rows<AgreementWorkplace>(
    `select w.id as "workplaceId", c.id as "companyId", c.name as company, w.name as workplace, w.town, aw.slot_cap as "slotCap"
       from agreement_workplace aw
       join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
       join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
      where aw.agreement_id = $1 order by c.name, w.name, w.id limit 200`,
    [agreementId],
  );

async function mentorsOf(tx: Tx, agreementId: string): Promise<Mentor[]> {
  const named = await tx.rows<{ mentor_id: string }>('select mentor_id from agreement_mentor where agreement_id = $1', [agreementId]);
  return mentorsAmong(tx, named.map(({ mentor_id }) => mentor_id));
}

@Injectable()
export class AgreementPageQueries {
  constructor(private readonly db: Db) {}

  page(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<AgreementPage> {
    return this.db.read(actor, (tx) => agreementPageOf(tx, actor, agreementId));
  }
}
