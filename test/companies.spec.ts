import { furnishOrganisation } from '#companies';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { until } from './support/until.js';

interface Created {
  id: string;
  workplaceId: string;
  version: number;
  warnings: { code: string; text: string }[];
}
interface Problem {
  code: string;
  title: string;
  companyId?: string;
  faults?: { field: string; code: string; text: string }[];
  choices?: { code: string; name: string }[];
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  await app.db.write(system(), furnishOrganisation);
  consultant = await organisation.signIn();
});
afterAll(() => app.close());

const system = () => ({ organisationId: organisation.id, kind: 'system', userId: null, name: null, roles: [], teamId: null, language: 'da' }) as const;
const create = (body: object, as = consultant) => as.post<Created & Problem>('/companies', body);
const find = async (text: string) =>
  (await consultant.get<{ items: { company: string; companyId: string; workplaceId: string }[] }>(`/companies?text=${encodeURIComponent(text)}`)).body.items;

describe('a company', () => {
  it('is added with workplace and contact, and shows itself whole', async () => {
    const created = await create({
      name: 'Østergård Bageri ApS',
      cvr: 'DK 29 19 06 23',
      workplace: { pNumber: '1003388394', street: 'Havnegade 12', postalCode: '5800', sectorCode: '56.10.00', sectorScheme: 'DB07', employeesFte: 12.5 },
      contact: { name: 'Hanne Kjær', phone: '+45 65 31 00 00', email: 'Hanne@Ostergaard.example', preferredContact: 'phone' },
    });
    expect(created.status).toBe(201);
    expect(created.body.warnings).toEqual([]);
    const page = (await consultant.get<Record<string, never>>(`/companies/${created.body.id}`)).body;
    expect(page).toMatchObject({
      name: 'Østergård Bageri ApS',
      cvr: '29190623',
      responsible: { id: organisation.users.consultant?.id },
      workplaces: [{ town: 'Nyborg', municipalityCode: '0450', pNumber: '1003388394', employeesFte: 12.5, sectorScheme: 'DB07', sectorCode: '561000' }],
      contacts: [{ name: 'Hanne Kjær', phone: '65310000', email: 'hanne@ostergaard.example' }],
      knownBy: [{ source: 'created' }],
      agreements: [],
      openings: [],
    });
    const timeline = await consultant.get<{ items: { action: string }[] }>(`/companies/${created.body.id}/timeline`);
    expect(timeline.body.items.map(({ action }) => action)).toEqual(['company.created']);
  });

  it.each([
    ['its CVR number', { name: 'Et helt andet navn', cvr: '29190623' }],
    ['its P-number', { name: 'Filialen', workplace: { pNumber: '1003388394' } }],
    ['its name and address, spelt otherwise', { name: 'OESTERGAARD  BAGERI A.p.s.', workplace: { street: 'Havnegade  12, st.', postalCode: '5800' } }],
    ['its name and postal code', { name: 'Østergård Bageri', workplace: { postalCode: '5800' } }],
    ['its name and street', { name: 'Østergård Bageri', workplace: { street: 'Havnegade 12' } }],
    ['its name and a telephone number', { name: 'Østergård Bageri', contact: { name: 'Hanne', phone: '65 31 00 00' } }],
  ])('is shown instead of being made twice, by %s', async (_, body) => {
    const again = await create(body);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'company.exists', title: expect.stringContaining('Østergård Bageri ApS') as string });
    expect((await consultant.get(`/companies/${again.body.companyId}`)).status).toBe(200);
  });

  it('may bear a name that another one has elsewhere, with a warning; a strange CVR number warns too', async () => {
    const other = await create({ name: 'Østergård Bageri', cvr: '29190624', workplace: { street: 'Torvet 1', postalCode: '5000' } });
    expect(other.status).toBe(201);
    expect(other.body.warnings.map(({ code }) => code)).toEqual(['cvr.check-digit', 'company.namesake']);
    expect(other.body.warnings[0]?.text).toMatch(/CVR-nummeret/);
  });

  it('of the same name alone is asked about: this one, or another', async () => {
    const form = (more: Record<string, string> = {}) => consultant.post<unknown>('//virksomheder/ny', new URLSearchParams({ name: 'Østergård Bageri', ...more }).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    const asked = await form();
    expect([asked.status, asked.text]).toEqual([422, expect.stringMatching(/Ja, det er Østergård Bageri ApS, Nyborg[\s\S]+form="opret"[^>]*><span>Nej, opret en anden virksomhed/)]);
    expect((await form({ postalCode: '5800' })).text).toContain('Virksomheden er her allerede');
    expect((await form({ nameSeen: 'Østergård Bageri' })).status).toBe(303);
    // The one just made has no CVR number that would tell them apart.
    expect((await form({ cvr: '24257215' })).text).toContain('Nej, opret en anden virksomhed');
  });

  it('is made once when two people add it at the same time', async () => {
    const body = { name: 'Samtidig Service', workplace: { street: 'Algade 3', postalCode: '5800' } };
    const answers = await Promise.all([create(body), create(body), create(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    [{ name: '' }, 'name', 'Skal udfyldes.', 'Must be filled in.'],
    [{ name: '\u202e\u200b\u0301' }, 'name', 'Skal udfyldes.', 'Must be filled in.'],
    [{ name: 'A', workplace: { name: '\u00ad' } }, 'workplace.name', 'Skal udfyldes.', 'Must be filled in.'],
    [{ name: 'A', contact: { name: '\ufeff' } }, 'contact.name', 'Skal udfyldes.', 'Must be filled in.'],
    [{ name: 'A', cvr: '123' }, 'cvr', 'Et CVR-nummer er otte cifre og begynder ikke med 0.', 'A CVR number is eight digits and does not begin with 0.'],
    [{ name: 'A', workplace: { pNumber: '12' } }, 'workplace.pNumber', 'Et P-nummer er ti cifre.', 'A P-number is ten digits.'],
    [{ name: 'A', workplace: { postalCode: '580' } }, 'workplace.postalCode', 'Et postnummer er fire cifre.', 'A postal code is four digits.'],
    [{ name: 'A', workplace: { postalCode: '0001' } }, 'postalCode', 'Postnummeret findes ikke.', 'The postal code does not exist.'],
    [{ name: 'A', workplace: { postalCode: '5800', municipalityCode: '0101' } }, 'municipalityCode', 'Postnummeret ligger ikke i den kommune.', 'The postal code does not lie in that municipality.'],
    [{ name: 'A', workplace: { sectorCode: '000000', sectorScheme: 'DB25' } }, 'sectorCode', 'Branchekoden findes ikke i den udgave af branchekoderne.', 'The sector code does not exist in that edition of the codes.'],
    [{ name: 'A', contact: { name: 'B', phone: 'ring' } }, 'contact.phone', 'Skriv telefonnummeret med 4-15 cifre.', 'Write the telephone number with 4-15 digits.'],
    [{ name: 'A', contact: { name: 'B', email: 'b@' } }, 'contact.email', 'Skriv en e-mailadresse som navn@firma.dk.', 'Write an e-mail address such as name@company.dk.'],
  ])('%p is refused with its own sentence', async (body, field, danish, english) => {
    const refused = await create(body);
    expect(refused.status).toBe(422);
    expect(refused.body.faults).toEqual([expect.objectContaining({ field, text: danish })]);
    const inEnglish = await consultant.post<Problem>('/companies', body, { cookie: 'lang=en' });
    expect(inEnglish.body.faults?.[0]?.text).toBe(english);
  });

  it('asks which municipality when a postal district lies in several', async () => {
    const body = { name: 'Grænsegården', workplace: { street: 'Landevejen 1', postalCode: '5853' } };
    const asked = await create(body);
    expect(asked.body.faults).toEqual([expect.objectContaining({ field: 'municipalityCode', code: 'fault.municipality.choose' })]);
    expect(asked.body.choices?.length).toBeGreaterThan(1);
    const chosen = asked.body.choices?.[0]?.code;
    expect((await create({ ...body, workplace: { ...body.workplace, municipalityCode: chosen } })).status).toBe(201);
  });

  it('keeps a CPR-shaped number out of every text, without repeating it', async () => {
    const refused = await create({ name: 'Kontorhuset', note: 'borger 010203-1234' });
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain('010203');
  });

  it('is changed by one at a time', async () => {
    const { id, version } = (await create({ name: 'Møllens VVS' })).body;
    const first = await consultant.patch<{ version: number; note: string; cvr: string | null }>(`/companies/${id}`, { note: 'Vil gerne have praktikanter', version });
    expect(first.body).toMatchObject({ note: 'Vil gerne have praktikanter', version: version + 1 });
    const stale = await consultant.patch<{ code: string; current: { note: string } }>(`/companies/${id}`, { note: 'Noget andet', version });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'edit.stale', current: { note: 'Vil gerne have praktikanter' } });
    // Two at the same moment: who waited for the other is told how the other left it.
    let waiting: ReturnType<typeof consultant.patch> | undefined;
    await app.db.write(system(), async (tx) => {
      await tx.run('update company set version = version + 1 where id = $1', [id]);
      waiting = consultant.patch(`/companies/${id}`, { note: 'Noget tredje', version: version + 1 });
      await until(async () => (await tx.rows('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))')).length > 0);
    });
    expect(await waiting).toMatchObject({ status: 412, body: { current: { version: version + 2 } } });
  });

  it('has somebody responsible, who may be anybody', async () => {
    const colleague = await organisation.signIn('colleague');
    const { id } = (await create({ name: 'Klint Hotel' })).body;
    const taken = await colleague.put<{ version: number; responsible: { id: string } }>(`/companies/${id}/responsible/me`);
    expect(taken.body.responsible.id).toBe(organisation.users.colleague?.id);
    const given = await consultant.put<{ responsible: null }>(`/companies/${id}/responsible`, { userId: null, version: taken.body.version });
    expect(given.body.responsible).toBeNull();
  });
});

describe('workplaces and contacts', () => {
  it('belong to a company, are not made twice, and follow what is changed', async () => {
    const { id, workplaceId } = (await create({ name: 'Strand Byg A/S', workplace: { street: 'Strandvej 1', postalCode: '5800' } })).body;
    const branch = await consultant.post<{ id: string; version: number; name: string }>(`/companies/${id}/workplaces`, { street: 'Industrivej 7', postalCode: '5000' });
    expect(branch).toMatchObject({ status: 201, body: { name: 'Strand Byg A/S', town: expect.stringContaining('Odense') as string, municipalityCode: '0461' } });
    const twice = await consultant.post<Problem & { workplaceId: string }>(`/companies/${id}/workplaces`, { street: 'Strandvej  1', postalCode: '5800' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'workplace.exists', workplaceId } });
    const moved = await consultant.patch<{ town: string; municipalityCode: string }>(`/workplaces/${branch.body.id}`, { postalCode: '5800', version: branch.body.version });
    expect(moved.body).toMatchObject({ town: 'Nyborg', municipalityCode: '0450' });
  });

  it('a contact is found by name as soon as it is there, and by its new name after', async () => {
    const { id } = (await create({ name: 'Tårn Børnehave' })).body;
    const contact = await consultant.post<{ id: string; version: number }>(`/companies/${id}/contacts`, { name: 'Liselotte Winther' });
    expect((await find('winther')).map(({ companyId }) => companyId)).toEqual([id]);
    await consultant.patch(`/contacts/${contact.body.id}`, { name: 'Liselotte Abildgaard', version: contact.body.version });
    expect(await find('Liselotte Abildgård')).toHaveLength(1);
    expect(await find('winther')).toEqual([]);
  });
});

describe('search', () => {
  it.each(['ostergard', 'Østergaard', 'oestergaard bageri', 'ØSTERGÅRD', 'ostergrd bageri', 'bagri ostergard', '29190623', '1003388394', 'havnegade 12', 'hanne kjær', '65310000', '29 19 06 23', 'DK-29190623', '10 03 38 83 94', '+45 65 31 00 00'])(
    'finds Østergård Bageri by %p',
    async (text) => expect((await find(text))[0]?.company).toMatch(/^Østergård Bageri/),
  );

  it.each(['%', '_', "'", '\\', '"', '%%__', '; drop table company', 'a', '\u200b'])('takes %p for what it is', async (text) => {
    expect((await consultant.get(`/companies?text=${encodeURIComponent(text)}`)).status).toBeLessThan(500);
  });

  it('shows nobody else’s companies', async () => {
    const stranger = await (await app.makeOrganisation('Nabo')).signIn();
    const answer = await stranger.get<{ items: unknown[] }>('/companies?text=ostergard');
    expect(answer.body.items).toEqual([]);
    const mine = (await find('ostergard'))[0];
    for (const path of [`/companies/${mine?.companyId}`, `/workplaces/${mine?.workplaceId}`]) expect((await stranger.get(path)).status).toBe(404);
  });

  it('serves a field while somebody types', async () => {
    const options = await consultant.get<{ label: string; detail: string }[]>('/workplace-options?q=osterg&limit=1');
    expect(options.body).toEqual([expect.objectContaining({ label: expect.stringMatching(/^Østergård/) as string })]);
  });

  it('pages through everything by keyset, newest first', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { workplaceId: string }[]; next: string | null } = (
        await consultant.get<{ items: { workplaceId: string }[]; next: string | null }>(`/companies?limit=3${cursor && `&cursor=${cursor}`}`)
      ).body;
      seen.push(...page.items.map(({ workplaceId }) => workplaceId));
      cursor = page.next;
    }
    expect(seen.length).toBeGreaterThan(6);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  it('finds the one in the right town among hundreds, and does not call the first fifty all', async () => {
    await app.db.write(system(), (tx) =>
      tx.run(`with new_one as (insert into company (organisation_id, id, name, name_key, created_at)
                    select app_organisation(), gen_random_uuid(), 'Kvintab ' || n, 'kvintab ' || n, now() from generate_series(100, 400) n returning id, name),
                   at as (insert into workplace (organisation_id, id, company_id, name, municipality_code, search_text, created_at)
                    select app_organisation(), gen_random_uuid(), id, name, case name when 'Kvintab 400' then '0450' else '0461' end, fold_danish(name), now() from new_one)
              select 1`),
    );
    const answer = await consultant.get<{ items: { company: string }[] }>('/companies?text=kvintab&municipalityCode=0450');
    expect(answer.body.items.map(({ company }) => company)).toEqual(['Kvintab 400']);
    await app.db.write(system(), (tx) => tx.run(`select refresh_search(array(select id from company where name like 'Kvintab %'))`));
    const misspelt = await consultant.get<{ items: { company: string }[] }>('/companies?text=kvinttab&municipalityCode=0450');
    expect(misspelt.body.items.map(({ company }) => company)).toEqual(['Kvintab 400']);
    const nobodys = await consultant.get<{ items: unknown[] }>(`/companies?text=kvinttab&responsibleUserId=${organisation.users.consultant?.id}`);
    expect(nobodys.body.items).toEqual([]);
    const { text } = await consultant.get('//virksomheder?q=kvintab');
    expect(text).toContain('De første 50');
  });
});

describe('the lists an organisation edits', () => {
  it('start as copies of the template, and a remapped division takes its workplaces along', async () => {
    const administrator = await organisation.signIn('administrator');
    const { items } = (await administrator.get<{ items: { id: string; version: number; divisions: { scheme: string; division: string }[] }[] }>('/sectors')).body;
    expect(items.length).toBeGreaterThan(9);
    const baker = (await find('ostergard bageri aps'))[0];
    const own = await administrator.post<{ id: string; version: number }>('/sectors', { nameDa: 'Madsteder', nameEn: 'Places to eat', position: 1 });
    const twice = ['madsteder', 'Spisesteder', 'Spisesteder'].map((nameDa) => administrator.post('/sectors', { nameDa, nameEn: 'Places to eat', position: 2 }));
    const answers = await Promise.all(twice);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(answers[0]?.body).toMatchObject({ faults: [{ field: 'nameDa', code: 'fault.name-taken' }] });
    const mapped = await administrator.put<{ divisions: unknown[] }>(`/sectors/${own.body.id}/divisions`, { divisions: [{ scheme: 'DB07', division: '56' }], version: own.body.version });
    expect(mapped.body.divisions).toHaveLength(1);
    expect((await consultant.get<{ sectorId: string }>(`/workplaces/${baker?.workplaceId}`)).body.sectorId).toBe(own.body.id);
    expect((await consultant.post('/sectors', { nameDa: 'A', nameEn: 'A', position: 1 })).status).toBe(403);
  });

  it('retires a consideration without forgetting it', async () => {
    const administrator = await organisation.signIn('administrator');
    const { items } = (await administrator.get<{ items: { id: string; version: number; nameDa: string; nameEn: string; position: number }[] }>('/considerations')).body;
    const [{ id, ...first }] = items as [(typeof items)[0]];
    const retired = await administrator.put<{ retiredOn: string }>(`/considerations/${id}`, { ...first, retiredOn: '2026-01-01' });
    expect(retired.body.retiredOn).toBe('2026-01-01');
  });
});
