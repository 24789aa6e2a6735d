import { Injectable } from '@nestjs/common';
import { formatter } from '#dictionary';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { attach, endRole, leave, rolesAround, standsInAfter, type CitizenRole, type CitizenRoleName } from './citizen-role-row.js';
import { goneFrom, leavingDay } from './citizen-leaves.js';
import { holdsOn, lastPrimary } from './citizen-roles.rules.js';
import { checkColleague } from './cover-citizen.js';
import { changeCitizen } from './see-citizens.js';

export interface Handover {
  readonly citizenId: string;
  /** The new primary contact. */
  readonly userId: string;
  /** Whom the asker takes to be primary contact: today, or by a handover that is planned. */
  readonly insteadOf: string;
  /** In what role; the one they have, or else the former contact's, unless said. */
  readonly role?: CitizenRoleName;
  /** First day with the new contact; today unless said. */
  readonly from?: string;
  /** Whether the former contact stays attached in their role; otherwise they leave it that day. */
  readonly formerStays: boolean;
}

export interface HandedOver {
  readonly userId: string;
  readonly role: CitizenRoleName;
  readonly from: string;
}

/**
 * The primary contact changes from a day on (R89): in one step, so that there is always exactly one (R90). Refuses as
 * `changeCitizen` does, `citizen.primary-changed` (somebody else was quicker), `citizen.already-primary`,
 * `citizen.handover-planned` (another stands for that day or later: it is taken back first), `citizen.away`,
 * `citizen.leaving`, `citizen.stands-in`, 422 for a day in the past or somebody without access.
 */
@Injectable()
export class HandOverCitizen {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: Handover): Promise<HandedOver> {
    return this.db.write(actor, async (tx) => {
      const { citizenId, userId } = input;
      await changeCitizen(tx, actor, citizenId, 'roles');
      const from = input.from ?? tx.today;
      if (from < tx.today) throw invalid({ field: 'from', code: 'fault.citizen.past' });
      await checkColleague(tx, userId);
      const around = await rolesAround(tx, citizenId);
      refuseChanged(around, input.insteadOf);
      const former = await formerPrimary(tx, actor, around, { citizenId, from });
      if (former.userId === userId && (input.role ?? former.role) === former.role) throw new Refusal('citizen.already-primary');
      const own = around.find((each) => each.userId === userId && !each.standsInFor && holdsOn(each, from) && (!input.role || each.role === input.role));
      const role = input.role ?? own?.role ?? former.role;
      if (!input.formerStays && standsInAfter(around, former, from)) throw new Refusal('citizen.stands-in');
      await passOn(tx, actor, { citizenId, userId, role, from, former, formerStays: input.formerStays, own });
      const before = { userId: former.userId, role: former.role };
      await journal(tx, actor, { action: 'citizen.handed-over', subject: 'citizen', subjectId: citizenId, before, after: { userId, role, from } });
      return { userId, role, from };
    });
  }
}

/** Who hands over knows whom it is taken from: of two at once, the second hears of the first. */
function refuseChanged(around: readonly CitizenRole[], insteadOf: string): void {
  const last = lastPrimary(around);
  if (last && last.userId !== insteadOf) throw new Refusal('citizen.primary-changed', { params: { name: last.userName } });
}

async function formerPrimary(tx: Tx, actor: Actor, around: readonly CitizenRole[], { citizenId, from }: Pick<Handover, 'citizenId'> & { readonly from: string }): Promise<CitizenRole> {
  const planned = around.find((each) => each.isPrimary && each.from > tx.today && each.from >= from);
  if (planned) throw handoverPlanned(actor, planned.from);
  const former = around.find((each) => each.isPrimary && holdsOn(each, from));
  if (!former) throw goneFrom(actor, (await leavingDay(tx, citizenId)) ?? from, tx.today);
  return former;
}

/** The planned one is taken back first, so that everybody knows which one counts. */
export const handoverPlanned = ({ language }: Actor, day: string): Refusal =>
  new Refusal('citizen.handover-planned', { params: { date: formatter(language).formatDate(day) }, extra: { from: day } });

interface Passing {
  readonly citizenId: string;
  readonly userId: string;
  readonly role: CitizenRoleName;
  readonly from: string;
  readonly former: CitizenRole;
  readonly formerStays: boolean;
  readonly own?: CitizenRole;
}

/** Roles are cut at the day and go on: history keeps who was what when. The former lets go first, so that there are never two. */
async function passOn(tx: Tx, actor: Actor, { citizenId, userId, role, from, former, formerStays, own }: Passing): Promise<void> {
  const { until } = former;
  if (formerStays) await goOn(tx, actor, citizenId, former, { from, until, isPrimary: false });
  else await leave(tx, former, from);
  if (own && own.id !== former.id) await goOn(tx, actor, citizenId, own, { from, until, isPrimary: true });
  else await attach(tx, actor, { citizenId, userId, role, isPrimary: true, from, until });
}

type GoingOn = Pick<CitizenRole, 'from' | 'until' | 'isPrimary'>;

/** The same role from a day on, as primary contact or not; those who will stand in for it stand in for it still. */
async function goOn(tx: Tx, actor: Actor, citizenId: string, held: CitizenRole, { from, until, isPrimary }: GoingOn): Promise<void> {
  if (held.from === from) {
    await tx.run('update citizen_role set is_primary = $2, valid = daterange(lower(valid), $3::date) where id = $1', [held.id, isPrimary, until]);
    return;
  }
  await endRole(tx, held, from);
  const next = await attach(tx, actor, { citizenId, userId: held.userId, role: held.role, isPrimary, from, until });
  await tx.run('update citizen_role set stands_in_for = $2 where stands_in_for = $1 and lower(valid) >= $3::date', [held.id, next, from]);
}
