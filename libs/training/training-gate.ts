import { agreementOfPlacement } from '#agreements';
import { Refusal, type Tx } from '#platform';
import { trainingNeed, trainingRules, type TrainedRole, type TrainingModel } from './training-needs.rules.js';

/** Somebody without training, or, with neither id nor name, that nobody is named. */
export interface UntrainedPerson {
  readonly role: TrainedRole;
  readonly id: string | null;
  readonly name: string | null;
}

export interface TrainingGate {
  /** Who should be trained by the first day and is not, or should be named and is not: worth a warning always. */
  readonly missing: readonly UntrainedPerson[];
  /** The organisation lets no one start before they are, and the model's training does not come after the start. */
  readonly blocked: boolean;
  /** Who is mentor on the first day: the placement's own, or who came in the stead of one who was not named or has stopped. */
  readonly mentorId: string | null;
  /** Whoever comes in the stead of another has as many already as was said, or is away that day. */
  readonly overLimit: 'placement.mentor-full' | 'placement.mentor-away' | null;
  /** Where somebody is named; null: the placement is under no agreement. */
  readonly agreementId: string | null;
}

interface Facts extends Pick<TrainingGate, 'agreementId' | 'overLimit'> {
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
select a.model, a.id as "agreementId", g.mentor_training_gates_start as gates,
       case when own.id is not null then null when stead.away then 'placement.mentor-away' when stead.full then 'placement.mentor-full' end as "overLimit",
       (select json_build_object('id', m.id, 'name', m.name, 'trainedOn', m.trained_on, 'trainedUntil', m.trained_until) from mentor m
         where m.organisation_id = p.organisation_id and m.id = coalesce(own.id, stead.id)) as mentor,
       coalesce(
         (select json_build_object('id', m.id, 'name', m.name, 'trainedOn', m.trained_on, 'trainedUntil', m.trained_until) from mentor m
           where m.organisation_id = a.organisation_id and m.id = a.coordinator_mentor_id and (m.active_until is null or m.active_until > $2::date)),
         (select json_build_object('id', u.id, 'name', u.name, 'trainedOn', x.issued_on, 'trainedUntil', x.expires_on) from app_user u
            left join lateral (select x.issued_on, x.expires_on from training_certificate x
                                where x.organisation_id = u.organisation_id and x.user_id = u.id and x.revoked_at is null order by x.expires_on desc limit 1) x on true
           where u.organisation_id = a.organisation_id and u.id = a.coordinator_user_id and u.disabled_at is null)) as coordinator
  from placement p
  join organisation g on g.organisation_id = p.organisation_id
  left join agreement a on a.organisation_id = p.organisation_id and a.id = ${agreementOfPlacement}
  left join mentor own on own.organisation_id = p.organisation_id and own.id = p.mentor_id and (own.active_until is null or own.active_until > $2::date)
  left join lateral (
       select n.id, there.away, carried.load >= n.accepts as full
         from mentors_of_place(p.workplace_id, a.id, $2::date) there
         join mentor n on n.organisation_id = p.organisation_id and n.id = there.mentor_id
        cross join lateral (select mentor_load(n.id, $2::date, p.ends_on, p.id) as load) carried
        order by there.away, carried.load >= n.accepts, there.in_agreement desc, there.at_home desc, n.active_from, n.id
        limit 1) stead on own.id is null
 where p.id = $1`;

/** Whether training stands in the way of a placement's start on a day ('YYYY-MM-DD'). Reads only; refuses 404 without a placement. */
export async function trainingGate(tx: Tx, { placementId, on }: { readonly placementId: string; readonly on: string }): Promise<TrainingGate> {
  const { model, gates, mentor, coordinator, agreementId, overLimit } = await tx.one<Facts>(factsSql, [placementId, on]);
  const lacks = (role: TrainedRole, person: Trained | null): UntrainedPerson[] => {
    if (!person) return model !== null && trainingRules[model].who.includes(role) ? [{ role, id: null, name: null }] : [];
    // By its first day a placement is signed, matched and named, whatever the model counts from.
    const due = trainingNeed({ ...person, model: model ?? 'fixed_slots', role, today: on, signedOn: on, matchedOn: on, namedOn: on });
    return due ? [{ role, id: person.id, name: person.name }] : [];
  };
  const missing = [...lacks('mentor', mentor), ...lacks('coordinator', coordinator)];
  return { missing, blocked: gates && model !== null && trainingRules[model].gates && missing.length > 0, mentorId: mentor?.id ?? null, overLimit, agreementId };
}

/**
 * Refuses where the organisation lets training hold a start back: `training.gates-start` (409), and `training.no-mentor` or
 * `training.no-coordinator` where nobody is named. Else the gate, with whom to warn of.
 */
export async function requireTraining(tx: Tx, start: { readonly placementId: string; readonly on: string }): Promise<TrainingGate> {
  const gate = await trainingGate(tx, start);
  const { missing, blocked } = gate;
  const unnamed = missing.find(({ id }) => id === null);
  if (blocked) throw new Refusal(unnamed ? `training.no-${unnamed.role}` : 'training.gates-start', { extra: { missing } });
  return gate;
}
