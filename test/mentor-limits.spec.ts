/** What a mentor has said yes to: two who want the last place, a pause, and who is asked instead; who is shown where; a double tap. */
import { addDays } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { MentorWorld } from './support/mentor-world.js';
import { deliverOutbox, forCitizen, mailbox, makeMentor, makePlace, makeSlots, share, type Reserved, type TestPlace } from './support/pool.js';

interface Made {
  code: string;
  mentorId: string;
  warnings: string[];
  title: string;
}
interface Opening {
  mentorId: string | null;
  mentors: { id: string; trained: boolean; away: boolean; room: number }[];
}

let app: TestApp;
let organisation: TestOrganisation;
let one: Client;
let other: Client;
let today: string;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  [one, other] = [await organisation.signIn(), await organisation.signIn('colleague')];
  today = app.clock.today();
});
afterAll(() => app.close());

const reserve = async (client: Client, openingId: string, more: object = {}): Promise<string> => (await client.post<Reserved>(`/openings/${openingId}/reservations`, forCitizen(more))).body.id;
const accept = (client: Client, reservation: string, said: object = {}) => client.post<Made>(`/reservations/${reservation}/acceptance`, said);
const opening = async (id: string): Promise<Opening> => (await one.get<Opening>(`/openings/${id}`)).body;

test("of two consultants who want a mentor's last place at once, one gets it and the other is told; with a reason it goes", async () => {
  const place = await makePlace(app, organisation);
  const mentor = await makeMentor(app, organisation, place, null, 1);
  const [first, second] = [await share(one, place), await share(other, place)];
  const [mine, theirs] = [await reserve(one, first), await reserve(other, second)];
  const answers = await Promise.all([accept(one, mine), accept(other, theirs)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'placement.mentor-full' });
  expect(refused?.body.title).toContain('Mia Prøvementor har så mange');
  const carried = () => app.db.touch({ organisationId: organisation.id }, (tx) => tx.one<{ n: number }>('select count(*) as n from placement where mentor_id = $1', [mentor]));
  expect((await carried()).n).toBe(1);
  const [client, waiting] = answers[0].status === 409 ? [one, mine] : [other, theirs];
  expect((await client.get<{ state: string }>(`/reservations/${waiting}`)).body.state).toBe('first');
  const over = await accept(client, waiting, { overLimitReason: 'Mentoren har selv bedt om det' });
  expect(over).toMatchObject({ status: 201, body: { mentorId: mentor, warnings: ['placement.mentor-full'] } });
  const [entry] = await app.db.touch({ organisationId: organisation.id }, (tx) => tx.rows<{ after: object }>('select after from journal_entry where subject_id = $1 order by id desc limit 1', [waiting]));
  expect(entry?.after).toMatchObject({ overLimitReason: 'Mentoren har selv bedt om det' });
});

test('trainees one after the other are no two at once', async () => {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, null, 1);
  const days = [0, 30, 60].map((from) => ({ from: addDays(today, from), until: addDays(today, from + 30) }));
  for (const wish of days) expect((await accept(one, await reserve(one, await share(one, place), wish))).status).toBe(201);
  const across = await accept(one, await reserve(one, await share(one, place), { from: addDays(today, 20), until: addDays(today, 80) }));
  expect(across.body.code).toBe('placement.mentor-full');
});

test('one who is away or full is passed over for one who has room; alone, away is said, and another can be named', async () => {
  const place = await makePlace(app, organisation);
  const away = await makeMentor(app, organisation, place, null, 2);
  await one.post(`/mentors/${away}/pauses`, { kind: 'holiday', from: today });
  const reservation = await reserve(one, await share(one, place));
  expect((await accept(one, reservation)).body.code).toBe('placement.mentor-away');
  const present = await makeMentor(app, organisation, place, null, 1);
  expect((await accept(one, reservation)).body).toMatchObject({ mentorId: present, warnings: [] });
  const next = await reserve(one, await share(one, place));
  expect((await accept(one, next, { mentorId: present })).body.code).toBe('placement.mentor-full');
  expect((await accept(one, next, { mentorId: away, overLimitReason: 'Kommer ind den ene dag' })).body).toMatchObject({ mentorId: away, warnings: ['placement.mentor-away'] });
});

test('an opening shows everybody who can be mentor there on its first day, from wherever they are', async () => {
  const [place, elsewhere] = [await makePlace(app, organisation), await makePlace(app, organisation)];
  const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
  expect((await opening(slot)).mentors).toEqual([]);
  const attached = await makeMentor(app, organisation, elsewhere, null, 3);
  const named = await one.post<{ id: string; version: number }>(`/mentors/${attached}/workplaces`, { workplaceId: place.workplaceId, until: addDays(today, 30) });
  expect(await opening(slot)).toMatchObject({ mentorId: attached, mentors: [{ id: attached, trained: false, away: false, room: 3 }] });
  const later = (await one.post<{ id: string }>(`/workplaces/${place.workplaceId}/mentors`, { name: 'Bo Senere', activeFrom: addDays(today, 5) })).body.id;
  expect((await opening(slot)).mentors.map(({ id }) => id)).toEqual([attached]);
  const { id: home } = (await one.post<{ id: string }>(`/workplaces/${place.workplaceId}/mentors`, { name: 'Ida Her', trainedOn: today, language: 'en' })).body;
  expect(await opening(slot)).toMatchObject({ mentorId: home, mentors: [{ id: home, trained: true }, { id: attached }] });
  await one.post(`/mentors/${home}/pauses`, { kind: 'overload', from: today });
  expect(await opening(slot)).toMatchObject({ mentorId: attached, mentors: [{ id: attached }, { id: home, away: true }] });
  await one.put(`/mentor-workplaces/${named.body.id}/end`, { until: addDays(today, 1), version: named.body.version });
  const shared = await share(one, place, { freeFrom: addDays(today, 6) });
  expect((await opening(shared)).mentors.map(({ id }) => id).sort()).toEqual([home, later].sort());
});

const mails = async (address: string | undefined): Promise<{ subject: string; text: string }[]> => {
  await deliverOutbox(app, organisation);
  return (await mailbox(app, organisation)).filter(({ to }) => to === address);
};

test('a mentor who stops: who waits for an answer is told to ask another, and the places it touches are a task, once', async () => {
  const place: TestPlace = await makePlace(app, organisation);
  const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
  const mentor = (await one.post<{ id: string }>(`/workplaces/${place.workplaceId}/mentors`, { name: 'Mia Prøvementor', email: 'stopper@proeve.example', language: 'en' })).body.id;
  await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = $2', [mentor, slot]));
  await reserve(other, slot);
  const [asked] = await mails('stopper@proeve.example');
  expect(asked?.subject).toMatch(/^Can you take/);
  const { version } = (await one.get<{ mentor: { version: number } }>(`/mentors/${mentor}`)).body.mentor;
  const before = (await mails(organisation.users.colleague?.email)).length;
  expect((await one.put(`/mentors/${mentor}/end`, { activeUntil: addDays(today, 3), version })).status).toBe(200);
  const told = (await mails(organisation.users.colleague?.email)).slice(before);
  expect(told.map(({ subject }) => subject)).toEqual(['Spørg en anden mentor hos Ørbæk Prøvebageri']);
  expect(told[0]?.text).toContain(`/puljen/${slot}`);
  const tasks = await app.db.touch({ organisationId: organisation.id }, (tx) => tx.rows('select kind, done_at is null as open from task where subject_id = $1', [mentor]));
  expect(tasks).toEqual([{ kind: 'mentor-stops', open: true }]);
});

test('a form that is posted twice by a double tap is posted once; another answer from the same page is refused', async () => {
  const world = await MentorWorld.open(app);
  const { email, place } = await world.mentor();
  const reservation = await world.request(place);
  const cookie = `mid=${(await world.enter(email)).token}`;
  const hidden = async (page: string) => {
    const { text } = await world.app.anonymous.get(`/${page}`, { cookie });
    return Object.fromEntries(['_csrf', '_once'].map((name) => [name, new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '']));
  };
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await world.app.anonymous.post(`/${path}`, new URLSearchParams(fields).toString(), { cookie, 'content-type': 'application/x-www-form-urlencoded' });
    return [answer.status, answer.headers.get('location')];
  };
  const home = await hidden('/mentor');
  const form = `/mentor/foresporgsel/${reservation}`;
  const accepted = [303, '/mentor?done=mentor.accept'];
  expect(await Promise.all([post(form, { ...home, answer: 'accept' }), post(form, { ...home, answer: 'accept' })])).toEqual([accepted, accepted]);
  expect((await post(form, { ...home, answer: 'decline', reason: 'Alligevel ikke' }))[0]).toBe(422);
  const limits = await hidden('/mentor/graenser');
  const pause = { ...limits, kind: 'holiday', from: world.app.clock.today(), until: '' };
  const paused = [303, '/mentor/graenser?done=mentor.paused'];
  expect([await post('/mentor/pauser', pause), await post('/mentor/pauser', pause)]).toEqual([paused, paused]);
});
