import { Ids, OutboxHandlers, type Tx } from '#platform';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './app.js';

/** Invented rows for journeys through the pool, made as the verbs of the libraries to the left would make them. */
const ids = new Ids();

interface PlaceWish {
  readonly name?: string;
  readonly postalCode?: string;
  readonly municipality?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly sectorId?: string;
}

export interface TestPlace {
  readonly companyId: string;
  readonly workplaceId: string;
}

/** The pool as it is answered, as far as the tests look. */
export interface Pool {
  readonly items: {
    readonly id: string;
    readonly companyName: string;
    readonly model: string | null;
    readonly free: number;
    readonly reserved: number;
    readonly queue: number;
  }[];
  readonly next: string | null;
  readonly found: number | null;
  readonly foundIsExact: boolean;
}

export const idsOf = ({ body }: Pick<Answer<Pool>, 'body'>): string[] => body.items.map(({ id }) => id);

/** The server, an organisation with a place in Nyborg, and two of its consultants signed in. */
export async function startPool() {
  const app = await startApp();
  const organisation = await app.makeOrganisation();
  const [consultant, colleague] = [await organisation.signIn('consultant'), await organisation.signIn('colleague')];
  return { app, organisation, consultant, colleague, place: await makePlace(app, organisation) };
}

/** A company with one workplace (in Nyborg unless said). */
export async function makePlace(
  app: TestApp,
  organisation: TestOrganisation,
  wish: PlaceWish = {},
): Promise<TestPlace> {
  const [companyId, workplaceId] = [ids.next(), ids.next()];
  const {
    name = 'Ørbæk Prøvebageri',
    postalCode = '5800',
    municipality = '0450',
    lat = 55.31,
    lon = 10.79,
    sectorId = null,
  } = wish;
  await app.db.touch({ organisationId: organisation.id }, async (tx) => {
    await tx.run(
      'insert into company (organisation_id, id, name, name_key, created_at) values (app_organisation(), $1, $2, lower($2), $3)',
      [companyId, name, tx.now],
    );
    await tx.run(
      `insert into workplace (organisation_id, id, company_id, name, street, postal_code, town, municipality_code, lat, lon, sector_id, created_at)
       values (app_organisation(), $1, $2, $3, 'Prøvevej 1', $4, 'Prøveby', $5, $6, $7, $8, $9)`,
      [workplaceId, companyId, name, postalCode, municipality, lat, lon, sectorId, tx.now],
    );
  });
  return { companyId, workplaceId };
}

export async function makeMentor(
  app: TestApp,
  organisation: TestOrganisation,
  place: TestPlace,
  email: string | null,
  accepts = 1,
): Promise<string> {
  const id = ids.next();
  await app.db.touch({ organisationId: organisation.id }, (tx) =>
    tx.run(
      `insert into mentor (organisation_id, id, workplace_id, name, email, phone, accepts, active_from, created_at)
       values (app_organisation(), $1, $2, 'Mia Prøvementor', $3, '12345678', $4, $5::date - 30, $6)`,
      [id, place.workplaceId, email, accepts, tx.today, tx.now],
    ),
  );
  return id;
}

/** An active agreement with slots that stand in the pool by themselves; answers the slots' ids, which are the openings'. */
export async function makeSlots(
  app: TestApp,
  organisation: TestOrganisation,
  place: TestPlace,
  model: 'fixed_slots' | 'standing',
  count = 1,
): Promise<string[]> {
  const agreement = ids.next();
  const slots = Array.from({ length: count }, () => ids.next());
  await app.db.touch({ organisationId: organisation.id }, async (tx) => {
    await tx.run(
      `insert into agreement (organisation_id, id, model, title, company_id, contact_user_id, starts_on, refill, activated_at, created_at)
       values (app_organisation(), $1, $2, 'Prøveaftale', $3, $4, $5::date - 30, $2 = 'fixed_slots', $6, $6)`,
      [agreement, model, place.companyId, organisation.users.consultant?.id, tx.today, tx.now],
    );
    await tx.run(
      'insert into agreement_workplace (organisation_id, agreement_id, workplace_id) values (app_organisation(), $1, $2)',
      [agreement, place.workplaceId],
    );
    for (const [index, slot] of slots.entries()) await insertSlot(tx, slot, agreement, place, model, index + 1);
    await tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [slots, tx.today, tx.now]);
  });
  return slots;
}

const insertSlot = (
  tx: Tx,
  id: string,
  agreement: string,
  place: TestPlace,
  model: string,
  number: number,
): Promise<number> =>
  tx.run(
    `insert into slot (organisation_id, id, agreement_id, workplace_id, model, number, tasks, minutes_per_week, path_to_hours, municipality_code, starts_on, created_at)
     select app_organisation(), $1, $2, w.id, $4, $5, 'pakke brød', 900, 'to timer om ugen fra uge 6', w.municipality_code, $6::date - 30, $7
       from workplace w where w.id = $3`,
    [id, agreement, place.workplaceId, model, number, tx.today, tx.now],
  );

/** Shares an opening over the API and answers its id. */
export async function share(client: Client, place: TestPlace, more: object = {}): Promise<string> {
  const answer = await client.post<{ id: string }>('/openings', {
    workplaceId: place.workplaceId,
    tasks: 'rydde op i køkkenet',
    places: 1,
    ...more,
  });
  if (answer.status !== 201) throw new Error(`sharing answered ${answer.status}: ${answer.text}`);
  return answer.body.id;
}

export interface Reserved {
  readonly id: string;
  readonly position: number;
  readonly expiresAt: string;
  readonly from: string;
  readonly until: string;
  readonly code?: string;
}

let citizen = 0;
/** A reservation's body, for a citizen of its own unless said. */
export const forCitizen = (more: object = {}): object => ({
  citizenRef: `SAG-${(citizen += 1)}`,
  targetGroup: 'LAB6-03',
  reason: 'vil gerne arbejde med brød',
  ...more,
});

/** Works through what the organisation's outbox holds, as the queue would; answers the topics. */
export async function deliverOutbox(app: TestApp, organisation: TestOrganisation): Promise<string[]> {
  const handlers = app.nest.get(OutboxHandlers);
  const rows = await app.db.touch({ organisationId: organisation.id }, (tx) =>
    tx.rows<{ id: string; topic: string; subject: string; ids: Record<string, string> }>(
      `with sent as (update outbox set sent_at = $1 where sent_at is null returning id, topic, subject_id as subject, payload as ids)
       select * from sent order by id`,
      [tx.now],
    ),
  );
  for (const { id, topic, subject, ids } of rows)
    await handlers.tell(topic, { organisationId: organisation.id, outboxId: id, subjectId: subject, ids });
  return rows.map(({ topic }) => topic);
}

export interface DemoMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What is in the demo mailbox, newest last. */
export const mailbox = (app: TestApp, organisation: TestOrganisation): Promise<DemoMail[]> =>
  app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows<DemoMail>('select to_address as "to", subject, text from demo_mail order by created_at, id'),
  );

export const ledger = (app: TestApp, organisation: TestOrganisation, openingId: string) =>
  app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.one<{ taken: number; places: number; first: number; queued: number; accepted: number }>(
      `select o.taken, o.places,
              (select count(*) from reservation where opening_id = o.id and ended_at is null and seat is not null) as first,
              (select count(*) from reservation where opening_id = o.id and ended_at is null and seat is null) as queued,
              (select count(*) from reservation where opening_id = o.id and accepted_at is not null) as accepted
         from opening o where o.id = $1`,
      [openingId],
    ),
  );
