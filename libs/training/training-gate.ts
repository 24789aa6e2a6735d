import { agreementOfPlacement } from '#agreements';
import { Refusal, type Tx } from '#platform';
import { trainingNeed, trainingRules, type TrainedRole, type TrainingModel } from './training-needs.rules.js';

export interface UntrainedPerson {
  readonly role: TrainedRole;
  readonly id: string;
  readonly name: string;
}

export interface TrainingGate {
  /** Who should be trained by the first day and is not: worth a warning always. */
  readonly missing: readonly UntrainedPerson[];
  /** The organisation lets no one start before they are, and the model's training does not come after the start. */
  readonly blocked: boolean;
}

interface Facts {
  readonly model: TrainingModel | null;
  readonly gates: boolean;
  readonly mentor: Trained | null;
  readonly coordinator: Trained | null;
}
interface Trained {
  readonly id: string;
  readonly name: string;
  readonly trainedOn: string | null;
  readonly trainedUntil: string | null;
}

/** A placement's agreement is its slot's, or the one born of its match (model 3); shared by hand, it has none. */
const factsSql = `
select a.model, g.mentor_training_gates_start as gates,
       (select json_build_object('id', m.id, 'name', m.name, 'trainedOn', m.trained_on, 'trainedUntil', m.trained_until) from mentor m
         where m.organisation_id = p.organisation_id and m.id = p.mentor_id) as mentor,
       coalesce(
         (select json_build_object('id', m.id, 'name', m.name, 'trainedOn', m.trained_on, 'trainedUntil', m.trained_until) from mentor m
           where m.organisation_id = a.organisation_id and m.id = a.coordinator_mentor_id),
         (select json_build_object('id', u.id, 'name', u.name, 'trainedOn', x.issued_on, 'trainedUntil', x.expires_on) from app_user u
            left join lateral (select x.issued_on, x.expires_on from training_certificate x
                                where x.organisation_id = u.organisation_id and x.user_id = u.id and x.revoked_at is null order by x.expires_on desc limit 1) x on true
           where u.organisation_id = a.organisation_id and u.id = a.coordinator_user_id)) as coordinator
  from placement p
  join organisation g on g.organisation_id = p.organisation_id
  left join agreement a on a.organisation_id = p.organisation_id and a.id = ${agreementOfPlacement}
 where p.id = $1`;

/** Whether training stands in the way of a placement's start on a day ('YYYY-MM-DD'). Reads only; refuses 404 without a placement. */
export async function trainingGate(tx: Tx, { placementId, on }: { readonly placementId: string; readonly on: string }): Promise<TrainingGate> {
  const { model, gates, mentor, coordinator } = await tx.one<Facts>(factsSql, [placementId]);
  const lacks = (role: TrainedRole, person: Trained | null): UntrainedPerson[] => {
    if (!person) return [];
    // By its first day a placement is signed, matched and named, whatever the model counts from.
    const due = trainingNeed({ ...person, model: model ?? 'fixed_slots', role, today: on, signedOn: on, matchedOn: on, namedOn: on });
    return due ? [{ role, id: person.id, name: person.name }] : [];
  };
  const missing = [...lacks('mentor', mentor), ...lacks('coordinator', coordinator)];
  return { missing, blocked: gates && model !== null && trainingRules[model].gates && missing.length > 0 };
}

/** Refuses `training.gates-start` (409) where the organisation lets training hold a start back; else the warning's people. */
export async function requireTraining(tx: Tx, start: { readonly placementId: string; readonly on: string }): Promise<readonly UntrainedPerson[]> {
  const { missing, blocked } = await trainingGate(tx, start);
  if (blocked) throw new Refusal('training.gates-start', { extra: { missing } });
  return missing;
}
