import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { citizenRecord, type Citizen } from './citizen-row.js';
import { attach, type CitizenRoleName } from './citizen-role-row.js';
import { checkPostalCode, writeLists, writeTargetGroup, type CitizenFacts } from './write-citizen.js';

export interface NewCitizen extends CitizenFacts {
  readonly caseRef: string;
  readonly pseudonym: string;
  readonly targetGroup: string;
  /** First day in the target group; today unless said. */
  readonly targetGroupFrom?: string;
  /** In what role the writer is attached, as primary contact; as their own role says unless said. */
  readonly role?: CitizenRoleName;
}

/**
 * Writes a citizen down. Whoever does is the primary contact until they hand over. Refuses `citizen.exists` with the
 * primary contact's name (and nothing else of the citizen), 422 for a target group that is not in force.
 */
@Injectable()
export class CreateCitizen {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  run(actor: Actor, input: NewCitizen): Promise<Citizen> {
    return this.db.write(actor, async (tx) => {
      const from = input.targetGroupFrom ?? tx.today;
      await checkTargetGroup(tx, this.reference, input.targetGroup, from);
      await checkPostalCode(tx, input.nearPostalCode);
      const id = await insertCitizen(tx, actor, input);
      await writeTargetGroup(tx, id, input.targetGroup, from);
      await writeLists(tx, id, input);
      const role = input.role ?? (actor.roles.includes('consultant') ? 'consultant' : 'caseworker');
      await attach(tx, actor, { citizenId: id, userId: actor.userId ?? '', role, isPrimary: true, from: tx.today });
      await journal(tx, actor, { action: 'citizen.added', subject: 'citizen', subjectId: id, after: { caseRef: input.caseRef } });
      return citizenRecord(tx, id);
    });
  }
}

/** 422 unless the target group is in force on that day. */
export async function checkTargetGroup(tx: Tx, reference: ReferenceQueries, code: string, on: string): Promise<void> {
  const inForce = (await reference.current(tx)).targetGroups(on).some((group) => group.code === code);
  if (!inForce) throw invalid({ field: 'targetGroup', code: 'fault.citizen.target-group' });
}

async function insertCitizen(tx: Tx, actor: Actor, input: NewCitizen): Promise<string> {
  const id = tx.newId();
  const made = await tx.run(
    `insert into citizen (organisation_id, id, case_ref, pseudonym, minutes_possible, near_postal_code, travel_minutes, transport, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint citizen_case_ref_once do nothing`,
    [
      id,
      input.caseRef,
      input.pseudonym,
      input.minutesPossible ?? null,
      input.nearPostalCode ?? null,
      input.travelMinutes ?? null,
      input.transport ?? null,
      tx.now,
      actor.userId,
    ],
  );
  if (made === 0) throw await known(tx, input.caseRef);
  return id;
}

/** "Exists, ask so-and-so", and nothing more. */
async function known(tx: Tx, caseRef: string): Promise<Refusal> {
  const primary = await tx.row<{ name: string }>(
    `select u.name from citizen c
       join citizen_role r on r.organisation_id = c.organisation_id and r.citizen_id = c.id and r.is_primary and r.valid @> $2::date
       join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id
      where c.case_ref = $1`,
    [caseRef, tx.today],
  );
  return primary ? new Refusal('citizen.exists', { params: { name: primary.name } }) : new Refusal('citizen.exists-away');
}
