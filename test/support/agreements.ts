import { furnishOrganisation } from '#companies';
import { systemActor } from '#platform';
import type { Answer, Client, TestApp, TestOrganisation } from './app.js';

export interface Slot {
  id: string;
  number: number;
  freeFrom: string | null;
  freeUntil: string | null;
  outlook: string | null;
  openingId: string | null;
  endsOn: string | null;
  startsOn: string;
}
export interface Agreement {
  id: string;
  model: string;
  state: string;
  title: string;
  endsOn: string | null;
  versionNumber: number | null;
  coming: { number: number; validFrom: string } | null;
  pauses: { id: string; from: string; until: string }[];
  acceptance: { state: string; number: number; name: string } | null;
  slots: Slot[];
  version: number;
  room: { left: number; fullFrom: string | null } | null;
  warnings: { code: string; text: string }[];
  code: string;
  faults: { field: string; code: string }[];
}
export interface Version {
  number: number;
  validFrom: string;
  state: string;
  why: string | null;
  acceptedBy: string | null;
  content: { title: string; slots: unknown[] };
  difference: { fields: string[]; slotsAdded: unknown[]; slotsClosed: unknown[] } | null;
}
export interface Written {
  readonly agreement: Agreement;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly otherId: string;
}

export const slotAt = (workplaceId: string, more: object = {}) => ({ workplaceId, tasks: 'Pakke brød', minutesPerWeek: 600, pathToHours: 'Timer i weekenden', ...more });

/** Writes agreements of model 1 in an organisation of its own, as a consultant who signs in again when the clock was moved. */
export class AgreementWriter {
  client!: Client;
  private made = 0;

  private constructor(
    readonly app: TestApp,
    readonly organisation: TestOrganisation,
  ) {}

  static async begin(app: TestApp): Promise<AgreementWriter> {
    const organisation = await app.makeOrganisation();
    await app.db.write(systemActor(organisation.id), furnishOrganisation);
    const writer = new AgreementWriter(app, organisation);
    writer.client = await organisation.signIn();
    return writer;
  }

  get today(): string {
    return this.app.clock.today();
  }

  async later(days: number): Promise<void> {
    this.app.clock.advance(days * 86_400_000);
    this.client = await this.organisation.signIn();
  }

  async read(id: string): Promise<Agreement> {
    return (await this.client.get<Agreement>(`/agreements/${id}`)).body;
  }

  async versions(id: string): Promise<Version[]> {
    return (await this.client.get<{ items: Version[] }>(`/agreements/${id}/versions`)).body.items;
  }

  /** A draft that lacks nothing. */
  async whole(more: object = {}, count = 1): Promise<Written> {
    this.made += 1;
    const { body } = await this.client.post<{ id: string; workplaceId: string }>('/companies', { name: `Livsvirksomhed ${this.made}`, workplace: { street: `Algade ${this.made}`, postalCode: '5800' } });
    const other = await this.client.post<{ id: string }>(`/companies/${body.id}/workplaces`, { street: `Strandvej ${this.made}`, postalCode: '5000' });
    const mentor = await this.client.post<{ id: string }>(`/workplaces/${body.workplaceId}/mentors`, { name: 'Mette Mentor', accepts: 2 });
    const agreement = await this.client.post<Agreement>('/agreements', {
      model: 'fixed_slots',
      companyId: body.id,
      workplaces: [{ workplaceId: body.workplaceId }],
      mentorIds: [mentor.body.id],
      slots: [slotAt(body.workplaceId, { count })],
      ...more,
    });
    return { agreement: agreement.body, companyId: body.id, workplaceId: body.workplaceId, otherId: other.body.id };
  }

  async inForce(more: object = {}, count = 1): Promise<Written> {
    const draft = await this.whole(more, count);
    return { ...draft, agreement: (await this.client.put<Agreement>(`/agreements/${draft.agreement.id}/activation`)).body };
  }

  reserve(openingId: string | null | undefined, citizenRef: string, from: string, until: string, more: object = {}): Promise<Answer<{ id: string; code: string; position: number }>> {
    return this.client.post(`/openings/${openingId}/reservations`, { citizenRef, targetGroup: 'LAB6-02', reason: 'Vil gerne i køkken', from, until, ...more });
  }

  accept(reservationId: string): Promise<Answer<{ id: string }>> {
    return this.client.post(`/reservations/${reservationId}/acceptance`);
  }

  async poolOf(companyId: string): Promise<{ id: string; freeFrom: string }[]> {
    return (await this.client.get<{ openings: { id: string; freeFrom: string }[] }>(`/companies/${companyId}`)).body.openings;
  }
}
