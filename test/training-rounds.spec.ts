/** Training's rounds of jobs, once for each occasion; what training holds back; places lost because of a mentor. */
import { addDays, systemActor } from '#platform';
import { requireTraining, trainingGate } from '#training';
import { RaiseTrainingTasks } from '../libs/training/raise-training-tasks.js';
import { RemindOfSessions, WarnOfExpiry } from '../libs/training/remind-of-sessions.js';
import { makeMentor, makePlace, makeSlots } from './support/pool.js';
import { TrainingWorld } from './support/training.js';

let world: TrainingWorld;
beforeAll(async () => {
  world = await TrainingWorld.open();
});
afterAll(() => world.app.close());

describe('rounds, once for each occasion', () => {
  const twice = async (round: { run(actor: ReturnType<typeof systemActor>): Promise<number> }): Promise<number> => {
    const counts = await Promise.all([round.run(systemActor(world.organisation.id)), round.run(systemActor(world.organisation.id))]);
    return counts.reduce((sum, n) => sum + n, 0) + (await round.run(systemActor(world.organisation.id)));
  };

  test('a reminder goes out once, two days ahead, and anew when the session is moved', async () => {
    const session = await world.schedule();
    const id = await world.mentor();
    await world.invite(session.id, [id]);
    await world.say(session.id, id, 'yes');
    const round = world.app.nest.get(RemindOfSessions, { strict: false });
    expect(await twice(round)).toBe(0);
    const reminded = await world.at(session, -40, async () => {
      expect(await twice(round)).toBe(1);
      return (await world.mailsTo(id)).filter(({ subject }) => subject.startsWith('Husk'));
    });
    expect(reminded).toHaveLength(1);
    expect(await twice(round)).toBe(0);
  });

  test('a certificate that lapses within 60 days is one task, unless a newer one is there', async () => {
    const [session, id] = [await world.schedule(), await world.mentor()];
    await world.invite(session.id, [id]);
    await world.say(session.id, id, 'yes');
    const { id: enrolmentId } = await world.of(session.id, id);
    await world.at(session, 0.1, () => world.consultant.put(`/training-sessions/${session.id}/attendance`, { marks: [{ enrolmentId, came: true }] }));
    await world.sql((tx) => tx.run('update training_certificate set issued_on = $2::date - 700, expires_on = $2::date + 60 where mentor_id = $1', [id, world.app.clock.today()]));
    const round = world.app.nest.get(WarnOfExpiry, { strict: false });
    expect(await twice(round)).toBe(1);
    const tasks = await world.sql((tx) => tx.rows<{ kind: string; due: string }>('select kind, due_on as due from task where subject_id = $1', [id]));
    expect(tasks).toEqual([{ kind: 'certificate-expires', due: addDays(world.app.clock.today(), 60) }]);
  });

  test('who should be trained by the model is one task under each agreement, done by the course', async () => {
    const place = await makePlace(world.app, world.organisation);
    const [slot] = await makeSlots(world.app, world.organisation, place, 'fixed_slots');
    const [callable] = await makeSlots(world.app, world.organisation, place, 'standing');
    const id = await world.mentor(place);
    await world.sql((tx) => tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = any ($2::uuid[])', [id, [slot, callable]]));
    const needs = (await world.consultant.get<{ items: { mentorId: string; model: string; kind: string }[] }>('/training-needs')).body.items.filter((each) => each.mentorId === id);
    expect(needs).toMatchObject([{ model: 'fixed_slots', kind: 'first' }]);
    await twice(world.app.nest.get(RaiseTrainingTasks, { strict: false }));
    const open = () => world.sql((tx) => tx.rows<{ done: boolean; user: string }>('select done_at is not null as done, user_id as "user" from task where subject_id = $1 and kind = $2', [id, 'mentor-training']));
    expect(await open()).toEqual([{ done: false, user: world.organisation.users.consultant?.id }]);
    const session = await world.schedule();
    await world.invite(session.id, [id]);
    const { id: enrolmentId } = await world.of(session.id, id);
    await world.at(session, 0.1, () => world.consultant.put(`/training-sessions/${session.id}/attendance`, { marks: [{ enrolmentId, came: true }] }));
    expect(await open()).toMatchObject([{ done: true }]);
  });
});

describe('what it holds back', () => {
  test('a start, where the organisation says so; never more than a warning elsewhere; model 3 never', async () => {
    const today = world.app.clock.today();
    const place = await makePlace(world.app, world.organisation);
    const [slot] = await makeSlots(world.app, world.organisation, place, 'standing');
    const id = await world.mentor(place);
    const { agreementId } = await world.sql((tx) => tx.one<{ agreementId: string }>('select agreement_id as "agreementId" from slot where id = $1', [slot]));
    const placementId = await world.sql(async (tx) => {
      const made = tx.newId();
      await tx.run(
        `insert into placement (organisation_id, id, workplace_id, slot_id, mentor_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
         values (app_organisation(), $1, $2, $3, $4, 'PRØVE', 'x', 600, daterange($5::date, $5::date + 30), $5::date + 30, $6)`,
        [made, place.workplaceId, slot, id, today, tx.now],
      );
      return made;
    });
    const gate = () => world.sql((tx) => trainingGate(tx, { placementId, on: today }));
    expect(await gate()).toEqual({ missing: [{ role: 'mentor', id, name: 'Mia Prøvementor' }], blocked: false, mentorId: id, overLimit: null, agreementId });
    await world.sql((tx) => tx.run('update organisation set mentor_training_gates_start = true'));
    expect(await gate()).toMatchObject({ blocked: true });
    await expect(world.sql((tx) => requireTraining(tx, { placementId, on: today }))).rejects.toMatchObject({ code: 'training.gates-start' });
    await world.sql((tx) => tx.run('update mentor set trained_on = $2, trained_until = $2::date + 1 where id = $1', [id, today]));
    expect(await gate()).toMatchObject({ missing: [], blocked: false, mentorId: id });
    expect(await world.sql((tx) => trainingGate(tx, { placementId, on: addDays(today, 1) }))).toMatchObject({ blocked: true });
    await world.sql((tx) => tx.run('update organisation set mentor_training_gates_start = false'));
  });

  test('places lost today stand under one cause each, by workplace', async () => {
    const today = world.app.clock.today();
    const place = await makePlace(world.app, world.organisation, { municipality: '0482' });
    await makeSlots(world.app, world.organisation, place, 'fixed_slots', 3);
    const lost = async () => (await world.consultant.get<{ lost: number; items: Record<string, unknown>[] }>('/mentor-bottlenecks?municipalityCode=0482')).body;
    expect(await lost()).toMatchObject({ lost: 3, items: [{ free: 3, unnamed: 3 }] });
    const id = await makeMentor(world.app, world.organisation, place, null, 2);
    expect(await lost()).toMatchObject({ lost: 3, items: [{ unnamed: 0, full: 1, untrained: 2, mentors: [{ id, untrained: true }] }] });
    await world.sql((tx) => tx.run('update mentor set trained_on = $2 where id = $1', [id, today]));
    expect(await lost()).toMatchObject({ lost: 1, items: [{ full: 1, untrained: 0 }] });
    await world.consultant.post(`/mentors/${id}/pauses`, { kind: 'holiday', from: today });
    expect(await lost()).toMatchObject({ lost: 3, items: [{ full: 1, away: 2 }] });
    expect((await world.consultant.get<{ lost: number }>('/mentor-bottlenecks?municipalityCode=0101')).body.lost).toBe(0);
  });
});
